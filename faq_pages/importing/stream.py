"""An FAQ as the raw data of a page's StreamField, every block with an id."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from faq_pages.content import (
    FAQ,
    Callout,
    CallToAction,
    Image,
    Item,
    Part,
    Question,
    Section,
    Source,
    Table,
    Text,
)
from faq_pages.importing.surroundings import Surroundings, with_page_links
from faq_pages.importing.vocabulary import normal

RawBlock = dict[str, Any]


def stream_data(
    faq: FAQ,
    site: Surroundings | None = None,
    *,
    images: Mapping[str, int] | None = None,
    replaced: Sequence[Mapping[str, Any]] = (),
) -> list[RawBlock]:
    """Return the blocks of `faq`; links to pages of `site` become page links.

    `images` are the ids of images by what `faq` has as their address; others
    are left out. Questions that `replaced`, the blocks before, had too keep
    their ids, and so their anchors.
    """
    return [*_Stream(site or Surroundings(), images or {}, _ids_of(replaced)).blocks(faq)]


def _ids_of(blocks: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], list[str]]:
    """Return the ids of `blocks` by what tells a block from the others of its type."""
    ids: dict[tuple[str, str], list[str]] = {}
    for block in blocks:
        ids.setdefault(_key(block["type"], block["value"]), []).append(block["id"])
    return ids


def _key(type: str, value: Any) -> tuple[str, str]:
    name = {"question": "question", "section_heading": "heading"}.get(type)
    return (type, normal(str(value[name] or "")) if name else "")


class _Stream:
    """Writes blocks. It knows the site's pages, which any text may link to."""

    def __init__(
        self,
        site: Surroundings,
        images: Mapping[str, int],
        ids: dict[tuple[str, str], list[str]],
    ) -> None:
        self.site = site
        self.images = images
        self.ids = ids

    def blocks(self, faq: FAQ) -> Iterator[RawBlock]:
        if faq.tldr:
            text = self._rich_text(faq.tldr.html)
            yield self._block("tldr", {"heading": faq.tldr.heading, "text": text})
        for section in faq.sections:
            yield from self._section(section)
        if faq.sources:
            yield self._block("sources", [_source(source) for source in faq.sources])
        if faq.call_to_action:
            yield self._block("call_to_action", self._call(faq.call_to_action))

    def _section(self, section: Section) -> Iterator[RawBlock]:
        if section.heading:
            yield self._block("section_heading", {"heading": section.heading})
        for item in section.items:
            yield from self._item(item)

    def _item(self, item: Item) -> Iterator[RawBlock]:
        if isinstance(item, Question):
            yield self._block("question", self._question(item))
        else:
            yield from self._part(item)

    def _block(self, type: str, value: object) -> RawBlock:
        known = self.ids.get(_key(type, value))
        return _block(type, value, known.pop(0) if known else "")

    def _question(self, question: Question) -> dict[str, Any]:
        """A question's first text is its answer, what follows are its parts."""
        first, *rest = question.answer or (Text(html=""),)
        if not isinstance(first, Text):
            first, rest = Text(html=""), [first, *rest]
        return {
            "question": question.question,
            "answer": self._rich_text(first.html),
            "parts": [block for part in rest for block in self._part(part)],
            "anchor": "",
        }

    def _part(self, part: Part) -> Iterator[RawBlock]:
        """A picture whose file is not in the library is none: a page needs the file."""
        match part:
            case Text(html=html):
                yield _block("text", self._rich_text(html))
            case Table():
                yield _block("table", self._table(part))
            case Callout(level=level, heading=heading, html=html):
                text = self._rich_text(html)
                yield _block("callout", {"level": level, "heading": heading, "text": text})
            case Image(url=url) if url in self.images:
                yield _block("image", self._image(part))

    def _image(self, image: Image) -> dict[str, Any]:
        decorative = not image.alt and not image.needs_alt
        file = {"image": self.images[image.url], "alt_text": image.alt, "decorative": decorative}
        return {"image": file, "caption": image.caption}

    def _table(self, table: Table) -> dict[str, Any]:
        return {
            "columns": [{"type": "rich_text", "heading": words} for words in table.header],
            "rows": [{"values": [self._rich_text(cell) for cell in row]} for row in table.rows],
            "caption": table.caption,
        }

    def _call(self, call: CallToAction) -> dict[str, Any]:
        page = self.site.id_of(call.url) if call.url else None
        is_web = call.url.startswith(("http://", "https://"))
        # The block has no place for other addresses, such as an e-mail's.
        rest = "" if page or is_web or call.url.startswith("tel:") else call.url
        return {
            "snippet": None,
            "heading": call.heading,
            "text": "\n".join(filter(None, (call.text, rest.removeprefix("mailto:")))),
            "button": call.button,
            "page": page,
            "url": call.url if is_web and not page else "",
            "phone": self._phone(call),
        }

    def _phone(self, call: CallToAction) -> str:
        """The number to call; beside the contact page it is what to do if that is offline."""
        if call.url.startswith("tel:"):
            return call.url.removeprefix("tel:")
        contact = self.site.contact
        return self.site.telephone if contact and call.url == contact.url else ""

    def _rich_text(self, html: str) -> str:
        # Wagtail's editor cannot open a text with a "<br>" that is not closed.
        return with_page_links(html, self.site.id_of).replace("<br>", "<br/>")


def _source(source: Source) -> RawBlock:
    value = {"title": source.title, "publisher": source.publisher, "url": source.url}
    return _block("item", value)


def _block(type: str, value: object, id: str = "") -> RawBlock:
    return {"type": type, "value": value, "id": id or str(uuid.uuid4())}
