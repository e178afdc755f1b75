"""From a document to an FAQ, with what was left out and what needs a look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faq_pages import content
from faq_pages.importing.calls import call_from
from faq_pages.importing.chunks import Chunk, chunks_of
from faq_pages.importing.documents import Document
from faq_pages.importing.doubts import doubts, doubts_about_call
from faq_pages.importing.outline import Entry, Role, outline
from faq_pages.importing.promises import promises
from faq_pages.importing.sources import sources_from
from faq_pages.importing.vocabulary import TLDR_JARGON, is_one_of, tldr_label

UNTITLED = "Untitled FAQ"


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What a document says as an FAQ, and what an editor should know about it.

    `left_out` holds the texts that are not on the page, `unsure` a sentence for
    each thing to check. `hero_image` is the name of the cover picture.
    """

    faq: content.FAQ
    left_out: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    hero_image: str | None = None


def faq_from(document: Document, pages: Sequence[content.Link] = ()) -> Imported:
    """Return what `document` says; `pages` are those of the site that it may mention."""
    entries = outline(document.html)
    chunks = chunks_of(entries)
    faq = _faq(entries, chunks, document.title or UNTITLED)
    covers = (entry.line.picture_name for entry in entries if entry.role is Role.COVER)
    return Imported(
        faq=faq,
        left_out=(*document.left_out, *_left_out(entries, chunks)),
        unsure=(
            *document.unsure,
            *doubts(faq, entries, chunks),
            *promises(faq, pages),
            *doubts_about_call(faq.call_to_action),
        ),
        hero_image=next(covers, None),
    )


def _faq(entries: Sequence[Entry], chunks: Sequence[Chunk], fallback: str) -> content.FAQ:
    titles = (entry.line.text for entry in entries if entry.role is Role.TITLE)
    summary = next((chunk for chunk in chunks if chunk.role is Role.TLDR), None)
    ending = next((chunk for chunk in chunks if chunk.role is Role.SOURCES), None)
    return content.FAQ(
        title=next(titles, fallback),
        tldr=_tldr(summary) if summary else None,
        sections=tuple(
            section for section in _sections(chunks) if section.heading or section.items
        ),
        sources=sources_from(ending.body) if ending else (),
        call_to_action=call_from([e.line for e in entries if e.role is Role.CALL]),
    )


def _tldr(chunk: Chunk) -> content.TLDR | None:
    html = "".join(part.html for part in chunk.parts if isinstance(part, content.Text))
    return content.TLDR(html=html, heading=_own_heading(chunk)) if html else None


def _own_heading(chunk: Chunk) -> str:
    """Return the author's heading of a summary, "" for the jargon "TLDR"."""
    label = tldr_label(chunk.head.text) if chunk.head else ""
    heading = (label or chunk.title).strip(" :–—")
    return "" if is_one_of(heading, TLDR_JARGON) else heading


def _sections(chunks: Sequence[Chunk]) -> Iterator[content.Section]:
    heading: str = ""
    items: list[content.Item] = []
    for chunk in chunks:
        if chunk.role is Role.SECTION:
            yield content.Section(heading=heading, items=tuple(items))
            heading, items = chunk.title, []
        items += _items(chunk)
    yield content.Section(heading=heading, items=tuple(items))


def _items(chunk: Chunk) -> Sequence[content.Item]:
    """Return what `chunk` puts on the page between its sections."""
    if chunk.role is Role.TLDR:
        return [part for part in chunk.parts if not isinstance(part, content.Text)]
    if _is_list_of_sources(chunk):
        return []
    if chunk.role in {Role.QUESTION, Role.SOURCES}:
        return [content.Question(question=chunk.title, answer=chunk.parts)]
    return chunk.parts


def _is_list_of_sources(chunk: Chunk) -> bool:
    return chunk.role is Role.SOURCES and bool(sources_from(chunk.body))


# -- What is not on the page ---------------------------------------------------


def _left_out(entries: Sequence[Entry], chunks: Sequence[Chunk]) -> Iterator[str]:
    # The page has a heading of its own over its sources.
    replaced = [chunk.head for chunk in chunks if _is_list_of_sources(chunk)]
    for entry in entries:
        line = entry.line
        if line.picture_name:
            yield line.picture_name if line.tag == "img" else line.text
        elif entry.role is Role.LAYOUT or _is_jargon(entry) or line in replaced:
            yield line.text
    labels = " ".join(label for chunk in chunks for label in chunk.labels)
    if labels:
        yield labels


def _is_jargon(entry: Entry) -> bool:
    return entry.role is Role.TLDR and is_one_of(entry.line.text, TLDR_JARGON)
