"""The HTML of an answer as Markdown blocks: paragraphs, headings, nested lists."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from faq_pages import markup
from faq_pages.markdown.inlines import inline

# An item that begins with another block begins on the line below its marker.
_BARE_MARKER = re.compile(r"(?:[-*]|[0-9]+[.)])(?:\n|\Z)")


class _Block(NamedTuple):
    tag: str
    source: str


def blocks(html: str, base: str, level: int) -> list[str]:
    """Return the blocks of safe `html`; `level` is that of the heading above them.

    Its own headings begin one level below: `<h3>` is the first of them.
    """
    soup = BeautifulSoup(html, "html.parser")
    return [block.source for block in _blocks(soup.children, base, level)]


def cell(html: str, base: str) -> str:
    """Return the safe HTML of a table's cell on one line, what it has of blocks as HTML."""
    nodes = list(BeautifulSoup(html, "html.parser").children)
    if len(nodes) == 1 and isinstance(nodes[0], Tag) and nodes[0].name == "p":
        nodes = list(nodes[0].children)
    if not any(map(_is_block, nodes)):
        return inline(nodes, base, one_line=True)
    return _cell_blocks(nodes, base)


def _is_block(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name in markup.BLOCKS


def _cell_blocks(nodes: Iterable[PageElement], base: str) -> str:
    sources = []
    for is_block, group in groupby(nodes, _is_block):
        if not is_block:
            sources.append(inline(group, base, one_line=True, edge=">"))
            continue
        for node in group:
            assert isinstance(node, Tag)
            sources.append(f"<{node.name}>{_cell_blocks(node.children, base)}</{node.name}>")
    return "".join(sources)


def _blocks(nodes: Iterable[PageElement], base: str, level: int) -> list[_Block]:
    found: list[_Block] = []
    for is_block, group in groupby(nodes, _is_block):
        if not is_block:
            found += _paragraph(group, base)
            continue
        for node in group:
            assert isinstance(node, Tag)
            found += _element(node, base, level, found[-1] if found else None)
    return found


def _paragraph(nodes: Iterable[PageElement], base: str) -> list[_Block]:
    words = inline(nodes, base)
    return [_Block("p", words)] if words else []


def _element(element: Tag, base: str, level: int, previous: _Block | None) -> list[_Block]:
    match element.name:
        case "ul" | "ol":
            return _list(element, base, level, previous)
        case "h3" | "h4" | "h5" | "h6":
            return _heading(element, base, level)
    return _blocks(element.children, base, level)


def _heading(element: Tag, base: str, level: int) -> list[_Block]:
    words = inline(element.children, base, one_line=True)
    depth = min(level + int(element.name[1]) - 2, 6)
    return [_Block(element.name, f"{'#' * depth} {words}")] if words else []


# -- Lists ---------------------------------------------------------------------


def _list(element: Tag, base: str, level: int, previous: _Block | None) -> list[_Block]:
    sign = _sign(element.name, previous)
    items = []
    for number, nodes in enumerate(_items(element), start=1):
        marker = f"{number}{sign}" if element.name == "ol" else sign
        items.append(_item(marker, _blocks(nodes, base, level)))
    is_loose = any("\n\n" in item for item in items)
    source = ("\n\n" if is_loose else "\n").join(items)
    return [_Block(element.name, source)] if items else []


def _sign(tag: str, previous: _Block | None) -> str:
    """Return the sign of a list: one that differs from the list's right before it,
    which it would otherwise go on."""
    usual, other = ("-", "*") if tag == "ul" else (".", ")")
    if previous is None or previous.tag != tag:
        return usual
    return other if previous.source.lstrip("0123456789").startswith(usual) else usual


def _items(element: Tag) -> Iterator[list[PageElement]]:
    """Return what is in each item; a list that stands right in a list is one, too."""
    for node in element.children:
        if isinstance(node, Tag):
            yield list(node.children) if node.name == "li" else [node]
        elif node.get_text().strip():
            yield [node]


def _item(marker: str, content: list[_Block]) -> str:
    if not content:
        return marker
    lines = _joined(content).split("\n")
    if content[0].tag != "p":
        # On the marker's own line, three empty ones would draw a line: "- - -".
        lines.insert(0, "")
    indent = " " * (len(marker) + 1)
    first = f"{marker} {lines[0]}".rstrip(" ")
    return "\n".join([first, *(line and indent + line for line in lines[1:])])


def _joined(content: list[_Block]) -> str:
    """Return the blocks of an item; a list comes right below the words it belongs to.

    Not so one that begins with a bare marker: it would underline them.
    """
    source = ""
    previous = ""
    for block in content:
        is_close = previous == "p" and block.tag in {"ul", "ol"}
        gap = "\n" if is_close and not _BARE_MARKER.match(block.source) else "\n\n"
        source += f"{gap if source else ''}{block.source}"
        previous = block.tag
    return source
