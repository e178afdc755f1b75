"""An FAQ as the raw data of a page's StreamField, every block with an id."""

import uuid
from collections.abc import Iterator
from typing import Any

from faq_pages.content import (
    FAQ,
    Callout,
    CallToAction,
    Item,
    Part,
    Question,
    Section,
    Source,
    Table,
    Text,
)
from faq_pages.importing.page_links import SitePages, with_page_links

RawBlock = dict[str, Any]


def stream_data(faq: FAQ, pages: SitePages | None = None) -> list[RawBlock]:
    """Return the blocks of `faq`; links to `pages` become links to pages."""
    return [*_Stream(pages or SitePages()).blocks(faq)]


class _Stream:
    """Writes blocks. It knows the site's pages, which any text may link to."""

    def __init__(self, pages: SitePages) -> None:
        self.pages = pages

    def blocks(self, faq: FAQ) -> Iterator[RawBlock]:
        if faq.tldr:
            text = self._rich_text(faq.tldr.html)
            yield _block("tldr", {"heading": faq.tldr.heading, "text": text})
        for section in faq.sections:
            yield from self._section(section)
        if faq.sources:
            yield _block("sources", [_source(source) for source in faq.sources])
        if faq.call_to_action:
            yield _block("call_to_action", self._call(faq.call_to_action))

    def _section(self, section: Section) -> Iterator[RawBlock]:
        if section.heading:
            yield _block("section_heading", {"heading": section.heading})
        for item in section.items:
            yield from self._item(item)

    def _item(self, item: Item) -> Iterator[RawBlock]:
        if isinstance(item, Question):
            yield _block("question", self._question(item))
        else:
            yield from self._part(item)

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
        """A picture is no part: content has its address, and a page needs its file."""
        match part:
            case Text(html=html):
                yield _block("text", self._rich_text(html))
            case Table():
                yield _block("table", self._table(part))
            case Callout(level=level, heading=heading, html=html):
                text = self._rich_text(html)
                yield _block("callout", {"level": level, "heading": heading, "text": text})

    def _table(self, table: Table) -> dict[str, Any]:
        return {
            "columns": [{"type": "rich_text", "heading": words} for words in table.header],
            "rows": [{"values": [self._rich_text(cell) for cell in row]} for row in table.rows],
            "caption": table.caption,
        }

    def _call(self, call: CallToAction) -> dict[str, Any]:
        page = self.pages.id_of(call.url) if call.url else None
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
            "phone": call.url.removeprefix("tel:") if call.url.startswith("tel:") else "",
        }

    def _rich_text(self, html: str) -> str:
        return with_page_links(html, self.pages.id_of)


def _source(source: Source) -> RawBlock:
    value = {"title": source.title, "publisher": source.publisher, "url": source.url}
    return _block("item", value)


def _block(type: str, value: object) -> RawBlock:
    return {"type": type, "value": value, "id": str(uuid.uuid4())}
