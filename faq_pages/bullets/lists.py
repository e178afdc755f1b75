"""Real lists from items that were typed with bullets and indents."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from faq_pages.bullets.markers import Marker

# Deeper than this is no list that a patient can follow.
MAX_DEPTH = 6


@dataclass(frozen=True)
class Item:
    """One item of a list to be built; `html` is what it says, without its marker."""

    marker: Marker
    html: str
    indent: int = 0
    attributes: str = ""


@dataclass
class _Node:
    item: Item
    children: list["_Node"] = field(default_factory=list)


@dataclass
class _Level:
    indent: int
    sign: str
    nodes: list[_Node]


def list_html(items: Iterable[Item]) -> str:
    """Return `items` as HTML lists, nested by their indents and signs."""
    return _render(_tree(items))


def typed_list_html(items: Iterable[Item]) -> str:
    """Return `items` as `list_html` does, but doubt indents that a person or an
    export has made: all items but the first deeper are one flat list."""
    return _render(_without_accident(_tree(items)))


def _tree(items: Iterable[Item]) -> list[_Node]:
    root: list[_Node] = []
    levels: list[_Level] = []
    for item in items:
        levels = _levels_above(levels, item)
        if not levels:
            levels = [_Level(item.indent, item.marker.sign, root)]
        elif _is_deeper(item, levels[-1]) and len(levels) < MAX_DEPTH:
            children = levels[-1].nodes[-1].children
            levels.append(_Level(item.indent, item.marker.sign, children))
        levels[-1].nodes.append(_Node(item))
    return root


def _levels_above(levels: list[_Level], item: Item) -> list[_Level]:
    """Drop the levels that `item` has left: those it is indented less than, and
    those with another sign, when its own sign is known at its indent."""
    while len(levels) > 1 and item.indent < levels[-1].indent:
        levels = levels[:-1]
    same_indent = [level for level in levels if level.indent == item.indent]
    for level in reversed(same_indent):
        if level.sign == item.marker.sign:
            return levels[: levels.index(level) + 1]
    return levels


def _is_deeper(item: Item, level: _Level) -> bool:
    if item.indent == level.indent:
        return item.marker.sign != level.sign
    return item.indent > level.indent


def _without_accident(nodes: list[_Node]) -> list[_Node]:
    # A first item that ends with a colon does introduce the others.
    if len(nodes) != 1 or not nodes[0].children:
        return nodes
    first, children = nodes[0].item, nodes[0].children
    if first.html.rstrip().endswith((":", "：")):
        return nodes
    if any(node.item.marker.sign != first.marker.sign for node in children):
        return nodes
    return [_Node(first), *children]


def _render(nodes: list[_Node]) -> str:
    return "".join(
        f"<{tag}>{''.join(_render_item(node) for node in group)}</{tag}>"
        for tag, group in groupby(nodes, key=lambda node: node.item.marker.tag)
    )


def _render_item(node: _Node) -> str:
    return f"<li{node.item.attributes}>{node.item.html}{_render(node.children)}</li>"
