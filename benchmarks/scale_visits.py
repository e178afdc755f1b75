"""How long visitors wait at the large site, as a multiple of the small one."""

import gzip
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

import servers
from scale_results import Measure, milliseconds
from servers import ROOT, Site

SMALL, LARGE = "small", "large"
# How often each address is asked for in a round, at both sites in turn.
VISITS = 4
DOCUMENTS_ASKED_ABOUT = 8
MOST, MOST_FOR_LAST_PAGE, MOST_QUERIES = 2.0, 1.3, 16
FIRST_PAGE, LAST_PAGE = "list, first page", "list, last page"


@dataclass(frozen=True)
class Target:
    """A kind of page; `paths` are its addresses at the small and at the large site."""

    name: str
    paths: Mapping[str, Sequence[str]]


def targets(facts: Mapping[str, Mapping[str, Any]], records: Path) -> list[Target]:
    """Return what is asked for; `facts` are what `scale_commands.py facts` says of each site."""

    def same(name: str, path: str) -> Target:
        return Target(name, {size: [path] for size in facts})

    def search(name: str, address: str, queries: list[str]) -> Target:
        paths = [f"{address}?q={quote(query)}" for query in queries]
        return Target(name, dict.fromkeys(facts, paths))

    titles = [*_titles(records)]
    index = facts[SMALL]["index"]
    last = {size: [f"{index}?page={told['last_page']}"] for size, told in facts.items()}
    return [
        same("FAQ page", facts[SMALL]["page"]),
        same(FIRST_PAGE, index),
        Target(LAST_PAGE, last),
        same("list, one topic", f"{index}?topic={facts[SMALL]['topic']}"),
        search("suggestions", "/search/suggest/", [title[:-2] for title in titles]),
        search("search", "/search/", [f"how is {title} treated" for title in titles]),
        search("search, misspelt", "/search/", [*map(_misspelt, titles)]),
    ]


def _titles(records: Path) -> Iterator[str]:
    with gzip.open(records, "rt", encoding="utf-8") as file:
        for line, _ in zip(file, range(DOCUMENTS_ASKED_ABOUT), strict=False):
            record = json.loads(line)
            yield (record.get("title") or record["focus"]).lower()


def _misspelt(title: str) -> str:
    """Return `title` with a letter of its longest word left out."""
    word = max(title.split(), key=len)
    place = random.Random(title).randrange(1, len(word) - 1)
    return title.replace(word, word[:place] + word[place + 1 :])


def visit(sites: Mapping[str, Site], asked: Sequence[Target], rounds: int) -> list[Measure]:
    """Ask both sites in turn and return how their times compare."""
    with TemporaryDirectory() as empty, ExitStack() as running:
        ports = {
            size: running.enter_context(servers.served(site, Path(empty)))
            for size, site in sites.items()
        }
        for target in asked:
            for size, paths in target.paths.items():
                for path in paths:
                    servers.warm(ports[size], path)
        times = [_round(ports, asked) for _ in range(rounds)]
    measures = []
    for target in asked:
        large, small = ([each[target.name][size] for each in times] for size in (LARGE, SMALL))
        ratios = [late / early for late, early in zip(large, small, strict=True)]
        measures.append(Measure(target.name, milliseconds(large, small), ratios, MOST))
    last, first = ([each[name][LARGE] for each in times] for name in (LAST_PAGE, FIRST_PAGE))
    ratios = [late / early for late, early in zip(last, first, strict=True)]
    name = "last page of the large list to its first"
    return [*measures, Measure(name, milliseconds(last, first), ratios, MOST_FOR_LAST_PAGE)]


def _round(ports: Mapping[str, int], asked: Sequence[Target]) -> dict[str, dict[str, float]]:
    """Return the seconds of a visit, by target and size: the median for each address, their mean.

    The sites take turns at every single address.
    """
    times: dict[str, dict[str, float]] = {}
    for target in asked:
        found: dict[str, list[float]] = {size: [] for size in ports}
        for small, large in zip(target.paths[SMALL], target.paths[LARGE], strict=True):
            pairs = [
                (servers.ask(ports[SMALL], small), servers.ask(ports[LARGE], large))
                for _ in range(VISITS)
            ]
            for size, seconds in zip((SMALL, LARGE), zip(*pairs, strict=True), strict=True):
                found[size].append(median(seconds))
        times[target.name] = {size: sum(each) / len(each) for size, each in found.items()}
    return times


def queries(sites: Mapping[str, Site], asked: Sequence[Target]) -> Measure:
    """Return whether a page of the list takes the same few queries at both sizes."""
    lists = [target for target in asked if target.name.startswith("list")]
    found = {
        size: json.loads(
            site.run(
                str(ROOT / "benchmarks" / "counting.py"),
                *(path for target in lists for path in target.paths[size]),
            )
        )
        for size, site in sites.items()
    }
    misses = []
    numbers = []
    for target in lists:
        large, small = (found[size][target.paths[size][0]] for size in (LARGE, SMALL))
        numbers.append(f"{large} to {small}")
        if large != small or large > MOST_QUERIES:
            misses.append(f"{target.name} takes {large} queries, {small} at the small site")
    return Measure("queries of the list: first, last, topic", ", ".join(numbers), misses=misses)
