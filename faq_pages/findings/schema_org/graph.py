"""The graph of a page as the checks ask about it: every node, however deep, and its links.

Reads any JSON: whatever stands in a script has to be judged, so nothing here fails. Walks
without recursion, since a hostile graph is deep.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from faq_pages.findings.schema_org import vocabulary
from faq_pages.markup import shorten

# What JSON-LD itself says of a node: https://www.w3.org/TR/json-ld11/#keywords
_KEYWORDS = frozenset(
    "@type @id @context @graph @included @reverse @language @direction @index @nest".split()
)

# How much of a value a sentence quotes.
QUOTE_LENGTH = 60


@dataclass(frozen=True, eq=False)
class Node:
    """A node of the graph: `values` by property, each a list, names without a prefix.

    `raw` is its JSON. `owner` is the node that it stands in, as a value of the owner's
    `role`. One that only names another by its `@id` is a reference.
    """

    raw: Mapping[str, Any]
    values: Mapping[str, list[Any]]
    types: tuple[str, ...]
    id: str
    owner: "Node | None" = None
    role: str = ""

    @property
    def is_reference(self) -> bool:
        return bool(self.id) and not self.types and not self.values

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The node's types and all above them; of those that schema.org knows."""
        return frozenset().union(*map(vocabulary.ancestors, self.types))

    def of(self, name: str) -> list[Any]:
        """Return the values of the property `name`, none if it has none."""
        return self.values.get(name, [])

    def text(self, name: str) -> str:
        """Return the first value of the property `name` that is a text, or ""."""
        return next((text for value in self.of(name) if (text := literal(value))), "")

    @property
    def label(self) -> str:
        """What a sentence calls the node."""
        called = self.text("name") or self.text("text") or self.id
        kind = "/".join(self.types) or self.role or "?"
        return f"{kind} “{quoted(called)}”" if called else kind

    @property
    def url(self) -> str:
        """The address that tells where on the page it is: its own or the nearest above it."""
        node: Node | None = self
        while node:
            if found := node.id or node.text("url"):
                return found
            node = node.owner
        return ""


class Graph:
    """All nodes of some JSON-LD values, in their order."""

    def __init__(self, graphs: Iterable[Any]) -> None:
        self.everything: list[Node] = list(_walk(graphs))
        self.nodes = [node for node in self.everything if not node.is_reference]
        self.references = [node for node in self.everything if node.is_reference]
        self.by_id: dict[str, list[Node]] = {}
        for node in self.nodes:
            if node.id:
                self.by_id.setdefault(node.id, []).append(node)

    def of_kind(self, name: str) -> list[Node]:
        """Return the nodes of the type `name`, or one below it."""
        return [node for node in self.nodes if name in node.kinds]

    def resolve(self, value: Any) -> Node | None:
        """Return the node that `value`, a node or a reference to one, stands for."""
        if not isinstance(value, Node):
            return None
        if not value.is_reference:
            return value
        return next(iter(self.by_id.get(value.id, ())), None)

    def linked(self, node: Node, name: str) -> list[Node]:
        """Return the nodes that `node` has or refers to with the property `name`."""
        return [found for value in node.of(name) if (found := self.resolve(value))]

    @cached_property
    def webpage(self) -> Node | None:
        """The page's own node: the first WebPage that no other node holds."""
        return next((node for node in self.of_kind("WebPage") if not node.owner), None)

    @cached_property
    def questions(self) -> list[Node]:
        """The questions that an FAQPage has, each once, in its order."""
        pages = self.of_kind("FAQPage")
        found = [node for page in pages for node in self.linked(page, "mainEntity")]
        return list(dict.fromkeys(node for node in found if "Question" in node.kinds))


def literal(value: Any) -> str:
    """Return `value` if it is a text, or "": texts may stand in JSON-LD as an object."""
    if isinstance(value, dict):
        value = value.get("@value")
    return value if isinstance(value, str) else ""


def quoted(value: Any) -> str:
    """Return `value` as a sentence quotes it."""
    if isinstance(value, Node):
        return value.label
    if isinstance(value, Mapping):
        value = value.get("@value", "…")
    return shorten(str(value)[: 10 * QUOTE_LENGTH], QUOTE_LENGTH)


def _walk(graphs: Iterable[Any]) -> Iterator[Node]:
    """Every node in the order of the text; a node's values hold the nodes in it."""
    waiting: list[tuple[Any, Node | None, str, list[Any] | None]] = [
        (value, None, "", None) for value in reversed(list(graphs))
    ]
    while waiting:
        value, owner, role, place = waiting.pop()
        if isinstance(value, list):
            waiting += [(inner, owner, role, place) for inner in reversed(value)]
        elif isinstance(value, dict) and "@value" in value:
            _put(value, place)
        elif isinstance(value, dict) and ("@list" in value or "@set" in value):
            waiting.append((value.get("@list", value.get("@set")), owner, role, place))
        elif isinstance(value, dict):
            own: dict[str, tuple[list[Any], Any]] = {
                vocabulary.term(key): ([], inner)
                for key, inner in value.items()
                if key not in _KEYWORDS
            }
            node = Node(
                raw=value,
                values={name: found for name, (found, _) in own.items()},
                types=tuple(_types(value.get("@type"))),
                id=value["@id"] if isinstance(value.get("@id"), str) else "",
                owner=owner,
                role=role,
            )
            _put(node, place)
            inside = [(inner, node, name, found) for name, (found, inner) in own.items()]
            beside = [(inner, None, "", None) for inner in _beside(value)]
            waiting += reversed([*inside, *beside])
            if not _only_holds(value):
                yield node
        else:
            _put(value, place)


def _beside(value: Mapping[str, Any]) -> Iterator[Any]:
    """What an object holds that is no value of its own."""
    reverse = value.get("@reverse")
    yield from (value[key] for key in ("@graph", "@included") if key in value)
    yield from reverse.values() if isinstance(reverse, dict) else ()


def _put(value: Any, place: list[Any] | None) -> None:
    if place is not None:
        place.append(value)


def _types(value: Any) -> Iterator[str]:
    for name in value if isinstance(value, list) else [value]:
        if isinstance(name, str) and name:
            yield vocabulary.term(name)


def _only_holds(value: Mapping[str, Any]) -> bool:
    """Whether an object says nothing itself, and only holds a graph."""
    return ("@graph" in value or "@included" in value) and set(value) <= {
        "@context",
        "@graph",
        "@included",
        "@id",
    }
