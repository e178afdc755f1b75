"""Which format a document has, found from its content, and who reads it."""

import re
from dataclasses import replace
from pathlib import PurePath

from faq_pages import markup
from faq_pages.conf import MAX_DOCUMENT_BYTES
from faq_pages.importing.archives import Archive
from faq_pages.importing.decoding import decode
from faq_pages.importing.documents import Document, Refusal
from faq_pages.importing.readers.docx import is_docx, read_docx
from faq_pages.importing.readers.html import read_html
from faq_pages.importing.readers.markdown import looks_like_markdown, read_markdown
from faq_pages.importing.readers.mazes import MAX_ENTITIES, MAX_PARAGRAPH
from faq_pages.importing.readers.text import read_text
from faq_pages.importing.readers.web_archive import read_web_archive

# What is left without pictures and styles. Long FAQs have a twentieth of it.
MAX_CHARACTERS = 500_000
MAX_ELEMENTS = 10_000

HOW_TO_GO_ON = (
    "Save it as a Word document (.docx), a web page (.html), Markdown (.md) or plain text (.txt), "
    "or copy its text and paste it."
)

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
# What a file begins with, whatever its name says.
_SIGNATURES = (
    (b"PK\x05\x06", "an empty zip file"),
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x1f\x8b", "a compressed file"),
)
# What else Office and its like put into zip files, by a file that only they have.
_OTHER_ARCHIVES = (
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file, such as LibreOffice writes"),
    ("Index/Document.iwa", "a file of Apple Pages"),
)
# Office encrypts a document by putting it into an old-style file, under this name.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

# "Web page, single file" is an e-mail message with the page and its pictures in it.
_MESSAGE = re.compile(rb"\s*(?:From|Subject|Date|MIME-Version|Content-Type|Snapshot-[\w-]+):", re.I)

_MARKDOWN = frozenset({".md", ".markdown"})
_WEB_PAGES = frozenset({".html", ".htm", ".xhtml"})

_STARTS_AS_HTML = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*|<!--(?:(?!-->).)*-->\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|style|article|main|section|div|p|h[1-6]"
    r"|ul|ol|dl|table|details|span|b|strong|i|em|a|br|img|font)\b[^<>]*/?)>",
    re.I | re.S,
)
_WHOLE_PAGE = re.compile(r"\s*(?:<\?xml[^<>]*>\s*)?<(?:!doctype\s+html|html|head)\b", re.I)
_HAS_TAG = re.compile(r"<(?:html|body|p|div|h[1-6]|ul|ol|table|br|span)\b[^<>]*>", re.I)

# Characters that no text has. A few strays are cleared away; many are no text.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE = re.compile("[\ufeff\u200b\u2060]")


def read_document(name: str, data: bytes, max_bytes: int = MAX_DOCUMENT_BYTES) -> Document:
    """Return the document in `data`, or raise Refusal. `name` is its file's name."""
    if not data:
        raise Refusal(f"“{name}” is empty: there are no bytes in it.")
    if len(data) > max_bytes:
        raise Refusal(
            f"“{name}” is too large: the limit is {max_bytes // 1024**2} MB. Make its pictures "
            "smaller, or divide it into several documents."
        )
    _refuse_what_cannot_be_read(name, data)
    document = _read(name, data)
    return document if document.title else replace(document, title=_title_from(name))


def _read(name: str, data: bytes) -> Document:
    if data.startswith(_ZIP):
        return _read_archive(Archive(name, data))
    text = decode(name, data)
    suffix = PurePath(name).suffix.lower()
    is_html = looks_like_html(text) or (suffix in _WEB_PAGES and bool(_HAS_TAG.search(text)))
    # Markdown may begin with a tag of HTML; a whole page is none, whatever its name.
    if suffix in _MARKDOWN and not _WHOLE_PAGE.match(text):
        is_html = False
    return read_markup_or_text(name, text, is_html=is_html, is_markdown=suffix in _MARKDOWN)


def _read_archive(archive: Archive) -> Document:
    for entry, kind in _OTHER_ARCHIVES:
        if entry in archive.names:
            raise Refusal(f"“{archive.name}” is {kind}, which cannot be read. {HOW_TO_GO_ON}")
    document = read_docx(archive) if is_docx(archive) else read_web_archive(archive)
    _refuse_books(archive.name, document)
    return document


def read_markup_or_text(
    name: str, text: str, *, is_html: bool, is_markdown: bool = False
) -> Document:
    """Return the document in `text`; `name` is what a refusal calls it.

    What is not said to be Markdown is read as such if it looks like it.
    """
    if not is_html and len(text) > MAX_CHARACTERS:
        raise _book(name)
    text = _clear(name, text)
    if not text.strip():
        raise Refusal(f"“{name}” has no text in it, only white space.")
    if is_html:
        document = read_html(name, text)
    elif max(map(len, text.split("\n"))) > MAX_PARAGRAPH:
        raise _book(name)
    elif is_markdown or looks_like_markdown(text):
        document = read_markdown(name, text)
    else:
        document = read_text(text)
    _refuse_books(name, document)
    return document


def _refuse_books(name: str, document: Document) -> None:
    html = document.html
    if (
        len(html) > MAX_CHARACTERS
        or html.count("</") > MAX_ELEMENTS
        or html.count("&") > MAX_ENTITIES
    ):
        raise _book(name)
    if not markup.plain_text(html):
        raise Refusal(f"“{name}” has no text in it that could become a page.")


def _book(name: str) -> Refusal:
    return Refusal(
        f"“{name}” is a book rather than an FAQ: more than {MAX_CHARACTERS:,} characters, "
        f"{MAX_ELEMENTS:,} paragraphs, or {MAX_PARAGRAPH:,} characters in one of them. "
        "Divide it into several documents."
    )


def looks_like_html(text: str) -> bool:
    """Whether `text` begins as HTML does."""
    return bool(_STARTS_AS_HTML.match(text[:20_000]))


def _refuse_what_cannot_be_read(name: str, data: bytes) -> None:
    if data.startswith(_OLE):
        raise _old_word_file(name, data)
    if _MESSAGE.match(data) and b"multipart/related" in data[:2000]:
        kind = "a web page in a single file (.mht)"
        raise Refusal(f"“{name}” is {kind}, which cannot be read. {HOW_TO_GO_ON}")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise Refusal(f"“{name}” is {kind}, which cannot be read. {HOW_TO_GO_ON}")


def _old_word_file(name: str, data: bytes) -> Refusal:
    if _ENCRYPTED in data:
        return Refusal(f"“{name}” is protected with a password. Save it without one and try again.")
    return Refusal(
        f"“{name}” is an old Word file (.doc), which cannot be read. Open it in Word and save it "
        "as a Word document (.docx)."
    )


def _clear(name: str, text: str) -> str:
    """Return `text` without stray control characters; refuse it if it has many."""
    text = text.encode("utf-8", "replace").decode()
    strays = len(_CONTROLS.findall(text))
    if "\x00" in text or strays > max(3, len(text) / 200):
        raise Refusal(f"“{name}” is not a text but a binary file. {HOW_TO_GO_ON}")
    return _INVISIBLE.sub("", _CONTROLS.sub("", text))


def _title_from(name: str) -> str:
    words = re.sub(r"[\s_-]+", " ", PurePath(name).stem).strip()
    return words[:1].upper() + words[1:]
