"""An outline divided at its headings, and the parts of an answer made from lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import get_args

from bs4 import BeautifulSoup, Tag

from faq_pages import content, markup
from faq_pages.importing.fragments import is_bold, words_of
from faq_pages.importing.lines import Line
from faq_pages.importing.roles import Entry, Role
from faq_pages.importing.vocabulary import answer_label, is_tail, question_label, tldr_label

_HEADS = frozenset({Role.TLDR, Role.SECTION, Role.QUESTION, Role.SOURCES})
_BODY = frozenset({Role.BODY, Role.SUBHEADING, Role.TAIL})
_LEVELS: tuple[content.Level, ...] = get_args(content.Level)
_HEADING_TAG = re.compile(r"(</?)h\d")


@dataclass(frozen=True)
class Chunk:
    """A heading with the lines below it; the text before the first has none.

    `labels` are the words that only marked its parts, such as "Q:" and "A:".
    """

    role: Role = Role.BODY
    head: Line | None = None
    body: tuple[Line, ...] = ()
    labels: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the heading says, without "Q:" or a number."""
        if not self.head:
            return ""
        return self.head.items[0] if self.head.items else self.head.words

    @property
    def parts(self) -> tuple[content.Part, ...]:
        return parts_of(self.body)


def chunks_of(entries: Iterable[Entry]) -> list[Chunk]:
    """Return the chunks that the headings of an outline divide it into."""
    begun: list[tuple[Role, Line | None, list[Line]]] = [(Role.BODY, None, [])]
    for entry in entries:
        if entry.role in _HEADS:
            begun.append((entry.role, entry.line, []))
        elif entry.role is Role.TAIL and begun[-1][0] is not Role.TAIL:
            begun.append((Role.TAIL, None, [entry.line]))
        elif entry.role in _BODY:
            begun[-1][2].append(entry.line)
    chunks = [Chunk(role, head, tuple(body)) for role, head, body in begun if head or body]
    return [part for chunk in chunks for part in _divided(_without_labels(chunk))]


def _divided(chunk: Chunk) -> Iterator[Chunk]:
    """Yield a chunk, and what follows a summary in it that is not one.

    One that begins in the line of its name ends with its paragraph and the list
    that this introduces; who wrote the page is part of none.
    """
    if chunk.role is not Role.TLDR:
        yield chunk
        return
    is_run_in = chunk.head is not None and bool(tldr_label(chunk.head.text))
    ends = (
        index
        for index, line in enumerate(chunk.body)
        if is_tail(line.text) or (is_run_in and index > 0 and not line.is_list)
    )
    end = next(ends, len(chunk.body))
    yield replace(chunk, body=chunk.body[:end])
    if end < len(chunk.body):
        yield Chunk(body=chunk.body[end:])


def _without_labels(chunk: Chunk) -> Chunk:
    """Return `chunk` without the labels of its parts in its text."""
    head = chunk.head
    if head is None:
        return chunk
    if chunk.role is Role.TLDR and (label := tldr_label(head.text)):
        # "TLDR: Most people walk the same day." is heading and text in one.
        body = head.without(label) + chunk.body
        return replace(chunk, body=body, labels=(label.strip(),))
    labels = [head.label.strip()]
    body = chunk.body
    if chunk.role is Role.QUESTION and body and body[0].is_paragraph:
        label = answer_label(body[0].text)
        if label and (question_label(head.text) or label.rstrip().endswith((":", "："))):
            labels.append(label.strip())
            body = body[0].without(label) + body[1:]
    return replace(chunk, body=body, labels=tuple(filter(None, labels)))


def parts_of(lines: Sequence[Line]) -> tuple[content.Part, ...]:
    """Return the text, tables, callouts and pictures that `lines` make, in their order.

    A picture whose file did not come along is not among them.
    """
    ranks = sorted({line.rank for line in lines if line.rank <= 6})
    parts: list[content.Part] = []
    for is_part, group in groupby(lines, key=_is_part):
        if is_part:
            parts += map(_part, group)
        elif html := markup.clean("".join(_leveled(line, ranks) for line in group)):
            parts.append(content.Text(html=html))
    return tuple(parts)


def _is_part(line: Line) -> bool:
    return line.tag in {"table", "aside"} or line.image is not None


def _part(line: Line) -> content.Part:
    if line.image:
        return line.image
    return _table(line.html) if line.tag == "table" else _callout(line.html)


def _leveled(line: Line, ranks: Sequence[int]) -> str:
    """Return the line with the headings of an answer as `h3` and, within, `h4`."""
    if line.picture_name:
        return ""
    if line.rank > 6:
        return line.html
    level = 3 if line.rank == ranks[0] else 4
    return _HEADING_TAG.sub(rf"\g<1>h{level}", line.html)


def _callout(html: str) -> content.Callout:
    aside = BeautifulSoup(html, "html.parser").find("aside")
    assert isinstance(aside, Tag)
    heading = aside.find("h6")
    words = words_of(heading.extract()) if isinstance(heading, Tag) else ""
    named = (level for level in _LEVELS if level in (aside.get("class") or ()))
    level: content.Level = next(named, "note")
    return content.Callout(level=level, heading=words, html=markup.clean(aside.decode_contents()))


def _table(html: str) -> content.Table:
    table = BeautifulSoup(html, "html.parser")
    caption = table.find("caption")
    rows = [row.find_all(["td", "th"]) for row in table.find_all("tr")]
    header: Iterator[str] = (words_of(cell) for cell in rows[0])
    has_header = _is_header(rows[0]) and not all(map(_is_header, rows))
    return content.Table(
        header=tuple(header) if has_header else ("",) * len(rows[0]),
        rows=tuple(
            tuple(markup.clean(cell.decode_contents()) for cell in row) for row in rows[has_header:]
        ),
        caption=words_of(caption) if isinstance(caption, Tag) else "",
    )


def _is_header(cells: Sequence[Tag]) -> bool:
    """Whether a row names its columns: in header cells, or all in bold."""
    return all(
        cell.name == "th" or is_bold(cell.decode_contents()) for cell in cells if words_of(cell)
    )
