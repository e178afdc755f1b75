"""Typed bullets in rich text, made into real lists."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from faq_pages.bullets.lists import Item, typed_list_html
from faq_pages.bullets.markers import split_marker, which_are_items

_PARAGRAPH = re.compile(r"<p(?P<attributes>\s[^>]*)?>(?P<inner>.*?)</p>", re.S)
_BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^>]*?(/?)>")
_BLANK = re.compile(r"(?:\s|&nbsp;|<br\s*/?>)*")
_VOID = frozenset({"br", "hr", "img", "embed", "wbr"})


@dataclass(frozen=True)
class _Line:
    """One line of a paragraph, as `<br>` divides it."""

    paragraph: int
    is_first: bool
    attributes: str
    html: str
    item: Item | None = None

    @property
    def is_blank(self) -> bool:
        return bool(_BLANK.fullmatch(self.html))


def bullets_to_lists(html: str) -> str:
    """Return `html` with typed bullets and numbers made into real lists.

    Paragraphs that begin with a marker become items, and so do lines within a
    paragraph. Everything else stays as it is, to the byte, and a second call
    changes nothing.
    """
    pieces, end = [], 0
    for stretch in _stretches(html):
        rebuilt = _rebuild(stretch)
        if rebuilt is not None:
            pieces += [html[end : stretch[0].start()], rebuilt]
            end = stretch[-1].end()
    return "".join([*pieces, html[end:]])


def _stretches(html: str) -> Iterator[list[re.Match[str]]]:
    """Yield runs of paragraphs with nothing but white space between them."""
    stretch: list[re.Match[str]] = []
    for paragraph in _PARAGRAPH.finditer(html):
        if stretch and html[stretch[-1].end() : paragraph.start()].strip():
            yield stretch
            stretch = []
        stretch.append(paragraph)
    if stretch:
        yield stretch


def _rebuild(stretch: Sequence[re.Match[str]]) -> str | None:
    """Return the paragraphs with their lists, or None if they hold no list."""
    lines = [line for index, match in enumerate(stretch) for line in _lines(index, match)]
    lines = _with_items_confirmed(lines)
    if not any(line.item for line in lines):
        return None
    listed = {line.paragraph for line in lines if line.item}
    pieces = []
    for is_list, group in groupby(_without_gaps(lines), key=lambda line: line.item is not None):
        run = list(group)
        if is_list:
            pieces.append(_gap_before(stretch, run[0]))
            pieces.append(typed_list_html(line.item for line in run if line.item))
        else:
            pieces += _paragraphs(stretch, run, listed)
    return "".join(pieces)


def _lines(index: int, match: re.Match[str]) -> Iterator[_Line]:
    attributes, inner = match["attributes"] or "", match["inner"]
    parts = _BREAK.split(inner)
    # A tag that spans two lines cannot be cut between them.
    if not all(map(_is_balanced, parts)):
        parts = [inner]
    for number, part in enumerate(parts):
        split = split_marker(part) if _is_balanced(part) else None
        item = Item(split[0], split[1].strip(), attributes=attributes) if split else None
        yield _Line(index, number == 0, attributes, part, item)
        # Block keys are unique: only the first piece of a paragraph keeps its own.
        attributes = ""


def _is_balanced(html: str) -> bool:
    opened: list[str] = []
    for closing, name, self_closing in _TAG.findall(html):
        if self_closing or name in _VOID:
            continue
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def _with_items_confirmed(lines: Sequence[_Line]) -> list[_Line]:
    confirmed: list[_Line] = []
    for is_run, group in groupby(lines, key=lambda line: line.item is not None or line.is_blank):
        run = list(group)
        items = [line.item for line in run if line.item]
        verdicts = iter(which_are_items([(item.indent, item.marker) for item in items]))
        confirmed += [
            replace(line, item=None) if is_run and line.item and not next(verdicts) else line
            for line in run
        ]
    return confirmed


def _without_gaps(lines: Iterable[_Line]) -> Iterator[_Line]:
    """Leave out blank lines between two items: they would split the list."""
    blank: list[_Line] = []
    after_item = False
    for line in lines:
        if line.is_blank:
            blank.append(line)
            continue
        if not (after_item and line.item):
            yield from blank
        yield line
        blank, after_item = [], line.item is not None
    yield from blank


def _paragraphs(
    stretch: Sequence[re.Match[str]], lines: Iterable[_Line], listed: set[int]
) -> Iterator[str]:
    for index, group in groupby(lines, key=lambda line: line.paragraph):
        rest = list(group)
        if index not in listed:
            yield _gap_before(stretch, rest[0]) + stretch[index][0]
        elif any(not line.is_blank for line in rest):
            words = "<br/>".join(line.html for line in rest)
            yield f"{_gap_before(stretch, rest[0])}<p{rest[0].attributes}>{words}</p>"


def _gap_before(stretch: Sequence[re.Match[str]], line: _Line) -> str:
    """Return the white space before the paragraph that `line` is the first of."""
    if not line.is_first or not line.paragraph:
        return ""
    paragraph = stretch[line.paragraph]
    return paragraph.string[stretch[line.paragraph - 1].end() : paragraph.start()]
