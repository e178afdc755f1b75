"""Documents made in memory, to test a single thing with each."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from PIL import Image, ImageDraw

_EPOCH = (2026, 1, 5, 9, 0, 0)

XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
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
    return f"{XML_DECLARATION}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"


def _section(parts: Iterable[str]) -> str:
    references = "".join(
        f'<w:{name}Reference w:type="default" r:id="{name}"/>'
        for name in ("header", "footer")
        if name in parts
    )
    return f"<w:sectPr>{references}</w:sectPr>"


def _part(name: str, xml: str) -> str:
    root = {"header": "hdr", "footer": "ftr"}.get(name, name)
    return f"{XML_DECLARATION}<w:{root} {_NAMESPACES}>{xml}</w:{root}>"


def _part_relationships(parts: Iterable[str]) -> Iterable[tuple[str, str, str, str]]:
    for name in parts:
        yield name, f"{_OFFICE}/relationships/{name}", f"{name}.xml", ""


def _relationships(entries: Iterable[tuple[str, str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{id}" Type="{type}" Target="{_escaped(target)}"{mode}/>'
        for id, type, target, mode in entries
    )
    return (
        f'{XML_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
    )


def _content_types(parts: Iterable[str]) -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **_MEDIA_TYPES,
    }
    overrides = {"document": f"{_MAIN_TYPE}.document.main+xml"}
    overrides |= {name: f"{_MAIN_TYPE}.{name}+xml" for name in parts}
    return (
        f'{XML_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
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
