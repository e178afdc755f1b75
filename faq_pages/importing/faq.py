"""From a document to an FAQ, with what was left out and what needs a look."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from faq_pages import content
from faq_pages.importing.calls import addressed, call_from
from faq_pages.importing.chunks import Chunk, chunks_of
from faq_pages.importing.documents import Document, LeftOut, Reason
from faq_pages.importing.doubts import doubts, doubts_about_pictures
from faq_pages.importing.outline import outline
from faq_pages.importing.pictures import Picture, has_machine_name
from faq_pages.importing.promises import promises
from faq_pages.importing.roles import Entry, Role
from faq_pages.importing.sources import sources_from
from faq_pages.importing.surroundings import Surroundings
from faq_pages.importing.vocabulary import TLDR_JARGON, is_one_of, tldr_label

UNTITLED = "Untitled FAQ"


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What a document says as an FAQ, and what an editor should know about it.

    `left_out` holds the words that are not on the page, `unsure` a sentence for
    each thing to check. `hero_image` is the name of the cover picture, and
    `pictures` are those that came along, by the `url` that `faq` has for them.
    """

    faq: content.FAQ
    left_out: tuple[LeftOut, ...] = ()
    unsure: tuple[str, ...] = ()
    hero_image: str | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)


def faq_from(document: Document, site: Surroundings | None = None) -> Imported:
    """Return what `document` says; `site` is the one that it may refer to."""
    site = site or Surroundings()
    entries = outline(document.html)
    chunks = chunks_of(entries)
    call, about_call = addressed(call_from([e.line for e in entries if e.role is Role.CALL]), site)
    faq = _faq(entries, chunks, document.title or UNTITLED, call)
    return Imported(
        faq=faq,
        left_out=(*document.left_out, *_left_out(entries, chunks)),
        # A picture that is shown twice is one thing to check.
        unsure=tuple(
            dict.fromkeys(
                (
                    *document.unsure,
                    *doubts(faq, entries, chunks),
                    *doubts_about_pictures(faq, entries),
                    *promises(faq, site.page_index),
                    *about_call,
                )
            )
        ),
        hero_image=next(_cover_names(entries), None),
        pictures=document.pictures,
    )


def _cover_names(entries: Sequence[Entry]) -> Iterator[str]:
    for line in (entry.line for entry in entries if entry.role is Role.COVER):
        name = line.picture_name.rpartition(".")[0] if line.image else line.picture_name
        if not has_machine_name(name):
            yield name


def _faq(
    entries: Sequence[Entry],
    chunks: Sequence[Chunk],
    fallback: str,
    call: content.CallToAction | None,
) -> content.FAQ:
    covers = (entry.line.image for entry in entries if entry.role is Role.COVER)
    titles = (entry.line.text for entry in entries if entry.role is Role.TITLE)
    summary = next((chunk for chunk in chunks if chunk.role is Role.TLDR), None)
    return content.FAQ(
        title=next(titles, fallback),
        cover=next(filter(None, covers), None),
        tldr=_tldr(summary) if summary else None,
        sections=tuple(
            section for section in _sections(chunks) if section.heading or section.items
        ),
        sources=tuple(
            source
            for chunk in chunks
            if chunk.role is Role.SOURCES
            for source in sources_from(chunk.body)
        ),
        call_to_action=call,
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
        others = [part for part in chunk.parts if not isinstance(part, content.Text)]
        # A summary without a text has no place for its heading.
        heading = _own_heading(chunk) if len(others) == len(chunk.parts) else ""
        named = [content.Text(html=f"<p><b>{escape(heading, quote=False)}</b></p>")]
        return [*(named if heading else []), *others]
    if _is_list_of_sources(chunk):
        return []
    if chunk.role in {Role.QUESTION, Role.SOURCES}:
        return [content.Question(question=chunk.title, answer=chunk.parts)]
    return chunk.parts


def _is_list_of_sources(chunk: Chunk) -> bool:
    return chunk.role is Role.SOURCES and bool(sources_from(chunk.body))


# -- What is not on the page ---------------------------------------------------


def _left_out(entries: Sequence[Entry], chunks: Sequence[Chunk]) -> Iterator[LeftOut]:
    # The page has a heading of its own over its sources.
    replaced = [chunk.head for chunk in chunks if _is_list_of_sources(chunk)]
    for entry in entries:
        line = entry.line
        if line.picture_name and not line.image:
            name = line.picture_name if line.tag == "img" else line.text
            yield LeftOut(name, Reason.FILE_NAME)
        elif entry.role is Role.LAYOUT or _is_jargon(entry) or line in replaced:
            yield LeftOut(line.text, Reason.LAYOUT)
    labels = " ".join(label for chunk in chunks for label in chunk.labels)
    if labels:
        yield LeftOut(labels, Reason.LAYOUT)


def _is_jargon(entry: Entry) -> bool:
    return entry.role is Role.TLDR and is_one_of(entry.line.text, TLDR_JARGON)
