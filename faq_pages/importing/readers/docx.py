"""The reader of Word documents: mammoth's, over XML that is mended first."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import mammoth

from faq_pages.importing.addresses import file_name
from faq_pages.importing.archives import Archive
from faq_pages.importing.documents import Document, LeftOut, Reason, Refusal
from faq_pages.importing.readers.html import read_html
from faq_pages.importing.readers.marginalia import deleted, inserted, struck
from faq_pages.importing.readers.word_lists import complete_levels, show_typed_levels
from faq_pages.importing.readers.word_mending import Notes, mend
from faq_pages.importing.readers.word_styles import Styles
from faq_pages.importing.readers.word_xml import (
    Budget,
    StrangeXml,
    get,
    paragraphs,
    parse,
    tag_name,
    text,
    written,
)
from faq_pages.importing.vocabulary import normal
from faq_pages.markup import plain_text, shorten

_STYLES = "word/styles.xml"
_NUMBERING = "word/numbering.xml"
_COMMENTS = "word/comments.xml"
_TEXT = re.compile(r"word/document\d*\.xml")
_MENDED = re.compile(r"word/(?:document\d*|footnotes|endnotes)\.xml")
_FRAME = re.compile(r"word/(?:header|footer)\d*\.xml")
# The parts that say something of the text; others are settings, themes, macros.
_PART = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/[^/]+\.rels"
    r"|word/(?:document|styles|numbering|footnotes|endnotes|comments|header|footer)\d*\.xml"
)
_MEDIA = re.compile(r"word/media/[^/]+")
_QUOTE = 160


def is_docx(archive: Archive) -> bool:
    """Whether a zip file is a Word document."""
    return "[Content_Types].xml" in archive.names and any(
        each.startswith("word/") for each in archive.names
    )


def read_docx(archive: Archive) -> Document:
    """Return a Word document, or raise Refusal."""
    try:
        budget = Budget()
        parts = {
            each: parse(archive.read(each), budget)
            for each in archive.names
            if _PART.fullmatch(each)
        }
    except StrangeXml:
        raise _strange(archive.name) from None
    if not any(map(_TEXT.fullmatch, parts)):
        raise archive.damage()
    styles = Styles(parts[_STYLES]) if _STYLES in parts else None
    notes = Notes()
    contents_styles = styles.contents_ids if styles else frozenset()
    for part, root in parts.items():
        if _MENDED.fullmatch(part):
            mend(root, notes, contents_styles, _relationships(parts, part))
            show_typed_levels(root)
    if _NUMBERING in parts:
        complete_levels(parts[_NUMBERING])
    media = [each for each in archive.names if _MEDIA.fullmatch(each)]
    html = _converted(archive, parts, media, styles.style_map() if styles else "")
    files = {PurePosixPath(each).name: archive.read(each) for each in media}
    document = read_html(archive.name, html, files)
    return replace(
        document,
        left_out=(*document.left_out, *_left_out(parts, notes, html)),
        unsure=(*document.unsure, *_doubts(notes)),
    )


def _relationships(parts: Mapping[str, Element], part: str) -> dict[str, str]:
    """Return what `part` may refer to, addresses by id: links, pictures."""
    folder, _, name = part.rpartition("/")
    listed = parts.get(f"{folder}/_rels/{name}.rels", ())
    return {get(each, "Id"): get(each, "Target") for each in listed}


def _strange(name: str) -> Refusal:
    return Refusal(
        f"“{name}” is built in a way that no word processor writes, so it is not safe to open. "
        "Copy its text and paste it."
    )


def _converted(
    archive: Archive, parts: Mapping[str, Element], media: Sequence[str], style_map: str
) -> str:
    packed = BytesIO()
    with ZipFile(packed, "w") as mended:
        for part, root in parts.items():
            mended.writestr(part, written(root))
        for part in media:
            # Its name stands for the picture, which the reader of HTML looks up by that.
            mended.writestr(part, PurePosixPath(part).name)
    packed.seek(0)

    def image(found: Any) -> list[Any]:
        try:
            with found.open() as file:
                src = file.read().decode()
        except KeyError:  # it is named, and not in the file
            src = "picture"
        return [mammoth.html.element("img", {"src": src, "alt": found.alt_text or ""})]

    try:
        converted = mammoth.convert_to_html(packed, style_map=style_map, convert_image=image)
    except RecursionError:
        raise _strange(archive.name) from None
    except Exception:
        # Mammoth trusts its input and trips over whatever is missing in it.
        raise archive.damage() from None
    html: str = converted.value
    return html


# -- What is not on the page, and what to look at ------------------------------


def _left_out(parts: Mapping[str, Element], notes: Notes, html: str) -> Iterator[LeftOut]:
    for part, root in sorted(parts.items()):
        if part == _COMMENTS:
            comments = (each for each in root if tag_name(each) == "comment")
            yield from (LeftOut(text(each), Reason.COMMENT) for each in comments if text(each))
        if _FRAME.fullmatch(part) and (words := text(root)):
            yield LeftOut(words, Reason.NAVIGATION)
    yield from (LeftOut(words, Reason.NAVIGATION) for words in notes.contents)
    yield from (LeftOut(words, Reason.UNSUPPORTED) for words in (*notes.struck, *notes.hidden))
    for root in (root for part, root in parts.items() if _MENDED.fullmatch(part)):
        yield from _lost(root, html)


def _lost(root: Element, html: str) -> Iterator[LeftOut]:
    """Yield the paragraphs that mammoth had no form for, whatever they stood in."""
    kept_text = plain_text(html)
    kept, squeezed = Counter(normal(kept_text).split()), "".join(kept_text.split())
    for words in paragraphs(root):
        # What stood in a text box may have moved: then all words are there, elsewhere.
        if "".join(words.split()) not in squeezed and Counter(normal(words).split()) - kept:
            yield LeftOut(words, Reason.UNSUPPORTED)


def _doubts(notes: Notes) -> Iterator[str]:
    yield from map(inserted, notes.inserted)
    yield from map(deleted, notes.deleted)
    yield from map(struck, notes.struck)
    for address in notes.linked:
        yield (
            f"The picture “{file_name(address) or address}” is only linked in the document, and "
            "nothing is fetched: insert it there, and import the document again to keep it."
        )
    for words in notes.formulas:
        yield f"The formula “{shorten(words, _QUOTE)}” became plain text: check how it reads."
    for words in notes.hidden:
        yield f"“{shorten(words, _QUOTE)}” is hidden in the document and was left out."
