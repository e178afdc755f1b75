"""1,000 seeded mutations of good graphs: what is renamed, retyped or dropped is found.

The graphs are the one written by hand and those that the site serves for each kind of
page. `pytest -s` prints the rates.
"""

import copy
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from faq_pages.findings import STRUCTURED_DATA, PageFacts, Surroundings
from faq_pages.findings.schema_org import vocabulary
from faq_pages.findings.schema_org.requirements import REQUIRED
from tests.faq_pages.findings import served
from tests.public_pages import everything

pytestmark = pytest.mark.django_db

# How many of each; every property that is required or visible is dropped once besides.
NUMBERS = {"misspell": 250, "swap": 250, "retype": 500}
LEAST = 0.95

PROPERTIES = set(json.loads(vocabulary.PATH.read_text(encoding="utf-8"))["properties"])


@dataclass(frozen=True)
class Place:
    """A property of a node: the way to the node in the graph, and the property's name."""

    way: tuple[Any, ...]
    name: str


@pytest.fixture
def pages() -> list[PageFacts]:
    """Good pages of every kind that has a graph."""
    addresses = everything().addresses
    around = Surroundings(now=timezone.now(), root="http://localhost/")
    names = ("home", "content", "contact", "index", "faq", "faq, collapsed")
    return [
        served.page(),
        *(
            PageFacts(
                url=f"http://localhost{addresses[name]}",
                html=Client().get(addresses[name]).content.decode(),
                around=around,
            )
            for name in names
        ),
    ]


def ids(page: PageFacts) -> set[str]:
    return {finding.id for check in STRUCTURED_DATA for finding in check(page)}


def with_graph(page: PageFacts, graph: Any) -> PageFacts:
    old = f'<script type="application/ld+json">{page.document.json_ld[0]}</script>'
    assert old in page.html
    return replace(page, html=page.html.replace(old, served.script(graph)))


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[Place]:
    """Every property of every node in `value`; not what JSON-LD itself says of a node."""
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*way, number))
    elif isinstance(value, dict):
        for name, inner in value.items():
            if not name.startswith("@"):
                yield Place(way, name)
            if name != "@context":
                yield from places(inner, (*way, name))


def at(graph: Any, way: tuple[Any, ...]) -> Any:
    for step in way:
        graph = graph[step]
    return graph


def types(node: dict[str, Any]) -> list[str]:
    told = node.get("@type", [])
    return told if isinstance(told, list) else [told]


# -- Mutations -------------------------------------------------------------------------


def misspell(node: dict[str, Any], name: str, chance: random.Random) -> None:
    """Rename a property to what a tired hand types."""
    while True:
        spot = chance.randrange(len(name) - 1)
        wrong = chance.choice(
            [
                name[:spot] + name[spot + 1 :],
                name[:spot] + name[spot] + name[spot:],
                name[:spot] + name[spot + 1] + name[spot] + name[spot + 2 :],
                name.lower() if name.lower() != name else name.title(),
            ]
        )
        if wrong != name and not vocabulary.is_property(wrong):
            break
    node[wrong] = node.pop(name)


def swap(node: dict[str, Any], name: str, chance: random.Random) -> None:
    """Give the value to another property that schema.org has."""
    other = chance.choice(sorted(PROPERTIES - set(node)))
    node[other] = node.pop(name)


def retype(node: dict[str, Any], name: str, chance: random.Random) -> None:
    """Give the property a value of another JSON kind, or a node of another type."""
    value = node[name]
    first = value[0] if isinstance(value, list) else value
    other_nodes = [
        {"@type": "Recipe", "name": "Soup", "url": "https://example.org/soup"},
        {"@type": "MusicAlbum", "name": "Songs"},
        {"@type": "Vehicle", "name": "A van"},
    ]
    if isinstance(first, dict):
        wrong: Any = chance.choice([*other_nodes, "some words", 12, True])
    elif isinstance(first, str):
        wrong = chance.choice([*other_nodes, 12, 3.5, True])
    else:
        wrong = chance.choice([*other_nodes, "some words", True])
    node[name] = [wrong, *value[1:]] if isinstance(value, list) else wrong


@pytest.mark.parametrize("mutate", [misspell, swap, retype])
def test_renamed_and_retyped_properties_are_found(pages: list[PageFacts], mutate: Any) -> None:
    chance = random.Random(5)
    graphs = [page.graphs[0] for page in pages]
    all_places = [list(places(graph)) for graph in graphs]
    missed: Counter[str] = Counter()
    total = NUMBERS[mutate.__name__]
    for number in range(total):
        which = number % len(pages)
        place = chance.choice(all_places[which])
        graph = copy.deepcopy(graphs[which])
        node = at(graph, place.way)
        mutate(node, place.name, chance)
        if not ids(with_graph(pages[which], graph)) - ids_of_good(pages[which]):
            missed[f"{'/'.join(types(node))}.{place.name} -> {list(node)[-1]}"] += 1
    rate = 1 - missed.total() / total
    print(f"\n{mutate.__name__}: {rate:.1%} of {total} found; missed: {dict(missed)}")
    assert rate >= LEAST


_GOOD: dict[str, set[str]] = {}


def ids_of_good(page: PageFacts) -> set[str]:
    """What is advised of the page as it is; it has no errors and no warnings."""
    if page.url not in _GOOD:
        found = [finding for check in STRUCTURED_DATA for finding in check(page)]
        assert {finding.severity for finding in found} <= {"advice"}, found
        _GOOD[page.url] = {finding.id for finding in found}
    return _GOOD[page.url]


# -- What is dropped -------------------------------------------------------------------


def test_every_dropped_property_that_is_required_or_visible_is_found(
    pages: list[PageFacts],
) -> None:
    dropped = Counter[str]()
    missed = []
    for page in pages:
        seen = f" {' '.join(page.document.words)} "
        graph = page.graphs[0]
        for place in places(graph):
            node = at(graph, place.way)
            reason = why_needed(graph, node, place.name, seen)
            if not reason:
                continue
            spoilt = copy.deepcopy(graph)
            del at(spoilt, place.way)[place.name]
            dropped[reason] += 1
            if not ids(with_graph(page, spoilt)) - ids_of_good(page):
                missed.append((page.url, reason, "/".join(types(node)), place.name))
    print(f"\ndropped: {1 - len(missed) / dropped.total():.1%} of {dict(dropped)} found")
    assert dropped["required"] > 50
    assert dropped["visible"] > 50
    assert not missed


def why_needed(graph: Any, node: dict[str, Any], name: str, seen: str) -> str:
    """Why nobody may drop the property: "required", "visible" or, if it is optional, ""."""
    kinds = frozenset().union(*map(vocabulary.ancestors, types(node)))
    # Of two that serve as well, one is left.
    if any(row.kind in kinds and row.properties == (name,) for row in REQUIRED):
        return "required"
    return "visible" if any(f" {text} " in seen for text in words(graph, node[name])) else ""


def words(graph: Any, value: Any) -> Iterator[str]:
    """The texts of a value as a reader would see them: its own, and those of nodes in it.

    A reference stands for the name of its node, but for the site's: a clinic's name stands
    on every page, whoever is said to work there.
    """
    if isinstance(value, list):
        for inner in value:
            yield from words(graph, inner)
    elif isinstance(value, dict) and set(value) == {"@id"}:
        is_of_page = not value["@id"].endswith(("#organization", "#website"))
        targets = [each for each in graph["@graph"] if each.get("@id") == value["@id"]]
        yield from (each["name"] for each in targets if is_of_page and "name" in each)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if not name.startswith("@"):
                yield from words(graph, inner)
    elif isinstance(value, str) and (text := " ".join(re.sub(r"<[^>]*>", " ", value).split())):
        yield text
