"""Which format a document has, found from its content, and who reads it."""

import codecs
import re
from dataclasses import replace
from pathlib import PurePath

from faq_pages import markup
from faq_pages.importing.documents import Document, Refusal
from faq_pages.importing.readers.html import MAX_ENTITIES, MAX_PARAGRAPH, read_html
from faq_pages.importing.readers.text import read_text

# Web pages may carry their pictures with them.
MAX_BYTES = 5_000_000

# What is left without pictures and styles. Long FAQs have a twentieth of it.
MAX_CHARACTERS = 500_000
MAX_ELEMENTS = 10_000

HOW_TO_GO_ON = (
    "Save it as plain text (.txt) or as a web page (.html), or copy its text and paste it."
)

# What a file begins with, whatever its name says.
_SIGNATURES = (
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc), or a Word file with a password"),
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x1f\x8b", "a compressed file"),
)
_MARKDOWN = frozenset({".md", ".markdown"})
_WEB_PAGES = frozenset({".html", ".htm", ".xhtml"})

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.I)
_LEGACY_CHARSET = re.compile(r"(?:windows-\d+|iso-8859-\d+|shift_jis|euc-\w+|gb\w+|big5|koi8-\w)")

_STARTS_AS_HTML = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*|<!--(?:(?!-->).)*-->\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|style|article|main|section|div|p|h[1-6]"
    r"|ul|ol|dl|table|details|span|b|strong|i|em|a|br|img|font)\b[^<>]*/?)>",
    re.I | re.S,
)
_HAS_TAG = re.compile(r"<(?:html|body|p|div|h[1-6]|ul|ol|table|br|span)\b[^<>]*>", re.I)

# Characters that no text has. A few strays are cleared away; many are no text.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE = re.compile("[\ufeff\u200b\u2060]")


def read_document(name: str, data: bytes) -> Document:
    """Return the document in `data`, or raise Refusal. `name` is its file's name."""
    if not data:
        raise Refusal(f"“{name}” is empty: there are no bytes in it.")
    if len(data) > MAX_BYTES:
        raise Refusal(
            f"“{name}” is too large: the limit is {MAX_BYTES // 1_000_000} MB. Take out the "
            "pictures, or divide it into several documents."
        )
    _refuse_what_is_not_text(name, data)
    text = _decode(name, data)
    suffix = PurePath(name).suffix.lower()
    is_html = looks_like_html(text) or (suffix in _WEB_PAGES and bool(_HAS_TAG.search(text)))
    document = read_markup_or_text(name, text, is_html=is_html)
    return document if document.title else replace(document, title=_title_from(name))


def read_markup_or_text(name: str, text: str, *, is_html: bool) -> Document:
    """Return the document in `text`; `name` is what a refusal calls it."""
    if len(text) > (MAX_BYTES if is_html else MAX_CHARACTERS):
        raise _book(name)
    text = _clear(name, text)
    if not text.strip():
        raise Refusal(f"“{name}” has no text in it, only white space.")
    if not is_html and max(map(len, text.split("\n"))) > MAX_PARAGRAPH:
        raise _book(name)
    document = read_html(name, text) if is_html else read_text(text)
    html = document.html
    if (
        len(html) > MAX_CHARACTERS
        or html.count("</") > MAX_ELEMENTS
        or html.count("&") > MAX_ENTITIES
    ):
        raise _book(name)
    if not markup.plain_text(html):
        raise Refusal(f"“{name}” has no text in it that could become a page.")
    return document


def _book(name: str) -> Refusal:
    return Refusal(
        f"“{name}” is a book rather than an FAQ: more than {MAX_CHARACTERS:,} characters, "
        f"{MAX_ELEMENTS:,} paragraphs, or {MAX_PARAGRAPH:,} characters in one of them. "
        "Divide it into several documents."
    )


def looks_like_html(text: str) -> bool:
    """Whether `text` begins as HTML does."""
    return bool(_STARTS_AS_HTML.match(text[:20_000]))


def _refuse_what_is_not_text(name: str, data: bytes) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise Refusal(f"“{name}” is {kind}, which cannot be read. {HOW_TO_GO_ON}")
    if PurePath(name).suffix.lower() in _MARKDOWN:
        raise Refusal(f"“{name}” is a Markdown file, which cannot be read. {HOW_TO_GO_ON}")


def _decode(name: str, data: bytes) -> str:
    """Return the text in `data`: Unicode by its mark, UTF-8, or an older encoding."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            candidates = [encoding]
            break
    else:
        candidates = ["utf-8", *_declared_charset(data), "windows-1252"]
    for encoding in candidates:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise Refusal(
        f"“{name}” is not text, or its encoding is not known. Save it as UTF-8 and try again."
    )


def _declared_charset(data: bytes) -> list[str]:
    match = _DECLARED_CHARSET.search(data[:4096])
    charset = match[1].decode("ascii").lower() if match else ""
    return [charset] if _LEGACY_CHARSET.fullmatch(charset) else []


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
