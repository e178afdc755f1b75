"""Files that are made to do harm, or to keep a reader busy: nobody wants them on a disk."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from random import Random
from zipfile import ZIP_STORED, ZipFile

from tests.faq_pages.importing.builders import (
    XML_DECLARATION,
    archive,
    data_uri,
    document_xml,
    docx,
    paragraph,
    png,
)

_MEGABYTE = 1_000_000


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


def five_megabytes_of_words() -> bytes:
    """Return a page of 5 MB, all of it paragraphs."""
    return b"<h1>Rest</h1>" + b"<p>Rest the knee for a day, and then walk a little.</p>" * 92_000


def many_paragraphs_docx(count: int) -> bytes:
    """Return a Word document of `count` questions, each with an answer."""
    return docx("".join(paragraph(f"Is {n} safe?") + paragraph("It is.") for n in range(count)))


def many_parts_docx(count: int) -> bytes:
    """Return a Word document with `count` headers, each as large as a part may be alone."""
    files = _unpacked(docx(paragraph("What is it?")))
    header = document_xml(paragraph("Draft") * 10_000).encode()
    return archive(files | {f"word/header{n}.xml": header for n in range(count)})


def large_pictures_docx() -> bytes:
    """Return a Word document with three pictures of 30 million points each."""
    shown = "".join(_picture(f"media{n}") for n in range(1, 4))
    media = {
        f"image{n}.png": png(color, (6000, 5000)) for n, color in enumerate(["red", "teal", "navy"])
    }
    return docx(paragraph("What is it?", "Heading1") + shown, media=media)


def _picture(relationship: str) -> str:
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"/><a:graphic>'
        "<a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip r:embed="{relationship}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


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
    typed = document.replace(
        XML_DECLARATION, f"{XML_DECLARATION}<!DOCTYPE w:document [{entities}]>"
    )
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
