"""Documents made in memory: small ones to test a single thing, and hostile or large
ones that nobody wants as files."""

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from PIL import Image, ImageDraw

_EPOCH = (2026, 1, 5, 9, 0, 0)
_MEGABYTE = 1_000_000

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": _WORD,
        "r": f"{_OFFICE}/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}

# The paragraph styles by id, with their names: in English inside, whatever Word shows.
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
)
STYLES += "".join(
    f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
    for id, name in [("Title", "Title"), ("ListParagraph", "List Paragraph")]
)
STYLES += "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in range(1, 5)
)
# List 1 has bullets, list 2 has numbers: each on three levels.
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{id}">'
    + "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{sign or f"%{n + 1}."}"/></w:lvl>'
        for n in range(3)
    )
    + "</w:abstractNum>"
    for id, format, sign in [(1, "bullet", "•"), (2, "decimal", "")]
) + "".join(f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>' for id in (1, 2))


# -- Word ----------------------------------------------------------------------


def docx(
    document_xml_body: str,
    *,
    media: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
    **parts: str,
) -> bytes:
    """Return a minimal Word document with this inside its body.

    `media` are files by name, related as "media1" and so on in their order; `links` are
    addresses by relationship id. `parts` are the inner XML of `comments`, `footnotes`,
    `endnotes`, `header`, `footer`, `styles` and `numbering`; the last two have defaults.
    """
    media, links = media or {}, links or {}
    xml_parts = {"styles": STYLES, "numbering": NUMBERING, **parts}
    body = document_xml_body + _section(xml_parts)
    files: dict[str, bytes] = {
        "[Content_Types].xml": _content_types(xml_parts).encode(),
        "_rels/.rels": _relationships(
            [("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml", "")]
        ).encode(),
        "word/document.xml": document_xml(body).encode(),
        "word/_rels/document.xml.rels": _relationships(
            [
                *_part_relationships(xml_parts),
                *(
                    (f"media{n}", f"{_OFFICE}/relationships/image", f"media/{name}", "")
                    for n, name in enumerate(media, start=1)
                ),
                *(
                    (key, f"{_OFFICE}/relationships/hyperlink", url, ' TargetMode="External"')
                    for key, url in links.items()
                ),
            ]
        ).encode(),
        **{f"word/{name}.xml": _part(name, xml).encode() for name, xml in xml_parts.items()},
        **{f"word/media/{name}": data for name, data in media.items()},
    }
    return archive(files)


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of Word; `text` is escaped, `properties` is XML."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run of Word; `text` is escaped, `properties` is XML."""
    given = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{given}<w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'


def document_xml(body: str) -> str:
    return f"{_XML}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"


def _section(parts: Iterable[str]) -> str:
    references = "".join(
        f'<w:{name}Reference w:type="default" r:id="{name}"/>'
        for name in ("header", "footer")
        if name in parts
    )
    return f"<w:sectPr>{references}</w:sectPr>"


def _part(name: str, xml: str) -> str:
    root = {"header": "hdr", "footer": "ftr"}.get(name, name)
    return f"{_XML}<w:{root} {_NAMESPACES}>{xml}</w:{root}>"


def _part_relationships(parts: Iterable[str]) -> Iterable[tuple[str, str, str, str]]:
    for name in parts:
        yield name, f"{_OFFICE}/relationships/{name}", f"{name}.xml", ""


def _relationships(entries: Iterable[tuple[str, str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{id}" Type="{type}" Target="{_escaped(target)}"{mode}/>'
        for id, type, target, mode in entries
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _content_types(parts: Iterable[str]) -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **_MEDIA_TYPES,
    }
    overrides = {"document": f"{_MAIN_TYPE}.document.main+xml"}
    overrides |= {name: f"{_MAIN_TYPE}.{name}+xml" for name in parts}
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in defaults.items())
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{type}"/>'
            for name, type in overrides.items()
        )
        + "</Types>"
    )


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


# -- Pictures ------------------------------------------------------------------


def png(color: str = "teal", size: tuple[int, int] = (64, 48)) -> bytes:
    """Return a small drawn picture."""
    return _drawn("PNG", color, size)


def jpeg(color: str = "orange", size: tuple[int, int] = (64, 48)) -> bytes:
    """Return a small drawn picture."""
    return _drawn("JPEG", color, size)


def data_uri(picture: bytes, media_type: str = "image/png") -> str:
    """Return a picture as an address that holds all of it."""
    return f"data:{media_type};base64,{b64encode(picture).decode()}"


def _drawn(format: str, color: str, size: tuple[int, int]) -> bytes:
    image = Image.new("RGB", size, "white")
    width, height = size
    ImageDraw.Draw(image).ellipse((4, 4, width - 5, height - 5), fill=color)
    buffer = BytesIO()
    image.save(buffer, format)
    return buffer.getvalue()


# -- Zip archives --------------------------------------------------------------


def archive(files: Mapping[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """Return a zip archive, the same one each time."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression) as made:
        for name, data in files.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = compression
            made.writestr(entry, data)
    return buffer.getvalue()


def google_zip(html: str, images: Mapping[str, bytes] | None = None) -> bytes:
    """Return what Google Docs downloads as "Web page (.html, zipped)"."""
    pictures = {f"images/{name}": data for name, data in (images or {}).items()}
    return archive({**pictures, "Samplefaqs.html": html.encode()})


def encrypted_zip() -> bytes:
    """Return an archive whose page is locked with a password: flagged as such and unreadable."""
    return _flagged(archive({"page.html": Random(7).randbytes(400)}, ZIP_STORED))


def traversal_zip() -> bytes:
    """Return a sound page among names that lead out of the folder one unpacks into."""
    page = b"<h1>Warts</h1><h2>Do warts go away?</h2><p>Most do, within two years.</p>"
    evil = b"<h1>Out of bounds</h1><h2>Who wrote this?</h2><p>Nobody you know.</p>"
    return archive(
        {
            "../../evil.html": evil,
            "/etc/evil.html": evil,
            "..\\..\\evil.html": evil,
            "C:\\evil.html": evil,
            "warts.html": page,
            "images/../../../evil.png": png(),
        }
    )


def _flagged(data: bytes) -> bytes:
    """Return an archive with the flag "encrypted" set on each entry, in both of its places."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            changed[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(changed)


# -- Too much of something -----------------------------------------------------


def five_megabyte_page() -> bytes:
    """Return a real page, long for its pictures: just under 5 MB, of little text."""
    noise = Random(5).randbytes(900_000)
    pictures = "".join(
        f'<p><img alt="Step {n}" src="{data_uri(png() + noise)}"></p>' for n in range(1, 5)
    )
    head = "<!DOCTYPE html><html><head><title>Exercises</title></head><body><h1>Exercises</h1>"
    tail = "<h2>How often should I stretch?</h2><p>Twice a day.</p></body></html>"
    return f"{head}<h2>What do the steps look like?</h2>{pictures}{tail}".encode()


def nested_html(depth: int) -> bytes:
    """Return a page whose one answer stands in `depth` boxes."""
    answer = "<div>" * depth + "Deep down." + "</div>" * depth
    return f"<html><body><h1>Depth</h1><h2>Where is it?</h2>{answer}</body></html>".encode()


def nested_docx(depth: int) -> bytes:
    """Return a Word document whose one answer stands in `depth` content controls."""
    controls = "<w:sdt><w:sdtContent>" * depth, "</w:sdtContent></w:sdt>" * depth
    return docx(
        paragraph("Depth", "Title")
        + paragraph("Where is it?", "Heading1")
        + controls[0]
        + paragraph("Deep down.")
        + controls[1]
    )


def zip_bomb(megabytes: int = 220) -> bytes:
    """Return an archive of under 300 KB whose page has `megabytes` of zeros in it."""
    return _raw_archive({"page.html": _deflated([b"\0" * _MEGABYTE] * megabytes)})


def docx_bomb(megabytes: int = 220) -> bytes:
    """Return a sound Word document of under 300 KB, with `megabytes` of spaces in its XML."""
    before, after = document_xml(paragraph("What is it?") + "@").encode().split(b"@")
    files = _unpacked(docx(""))
    entries = {name: _deflated([data]) for name, data in files.items()}
    spaces = [b" " * _MEGABYTE] * megabytes
    return _raw_archive(entries | {"word/document.xml": _deflated([before, *spaces, after])})


def lying_zip(megabytes: int = 220) -> bytes:
    """Return a zip bomb that declares its page to have 1,000 bytes."""
    page = _deflated([b"<p>What is it?</p>", *[b" " * _MEGABYTE] * megabytes])
    return _raw_archive({"page.html": replace(page, size=1000)})


def billion_laughs_docx() -> bytes:
    """Return a Word document whose text is an entity that grows to a thousand million."""
    entities = "".join(f'<!ENTITY laugh{n} "{f"&laugh{n - 1};" * 10}">' for n in range(1, 10))
    return _docx_with_type(f'<!ENTITY laugh0 "ha">{entities}', "&laugh9;")


def external_entity_docx(address: str = "file:///etc/passwd") -> bytes:
    """Return a Word document whose text is read from `address` by a careless parser."""
    return _docx_with_type(f'<!ENTITY stolen SYSTEM "{address}">', "&stolen;")


def _docx_with_type(entities: str, text: str) -> bytes:
    answer = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    document = document_xml(
        paragraph("Laughter", "Title") + paragraph("What is funny?", "Heading1") + answer
    )
    typed = document.replace(_XML, f"{_XML}<!DOCTYPE w:document [{entities}]>")
    return _replaced(docx(""), "word/document.xml", typed.encode())


def _replaced(data: bytes, name: str, content: bytes) -> bytes:
    return archive(_unpacked(data) | {name: content})


def _unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as made:
        return {name: made.read(name) for name in made.namelist()}


@dataclass(frozen=True)
class _Entry:
    """A file of an archive: deflated, with its checksum and the size that is declared."""

    deflated: bytes
    checksum: int
    size: int


def _deflated(pieces: Iterable[bytes]) -> _Entry:
    """Return `pieces` as one entry, without holding all of it in memory."""
    deflate, made, checksum, size = zlib.compressobj(9, zlib.DEFLATED, -15), [], 0, 0
    for piece in pieces:
        made.append(deflate.compress(piece))
        checksum = zlib.crc32(piece, checksum)
        size += len(piece)
    return _Entry(b"".join([*made, deflate.flush()]), checksum, size)


def _raw_archive(entries: Mapping[str, _Entry]) -> bytes:
    """Return a zip archive that says of its entries what they say: true or not."""
    files, directory = b"", b""
    for name, entry in entries.items():
        sizes = entry.checksum, len(entry.deflated), entry.size, len(name), 0
        common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0x4800, 0x5C25, *sizes)
        place = struct.pack("<HHHII", 0, 0, 0, 0, len(files))
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + place + name.encode()
        files += b"PK\3\4" + common + name.encode() + entry.deflated
    count = len(entries)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(files), 0)
    return files + directory + b"PK\5\6" + end
