"""Whether the cost of a view, a search or a change grows with the site: `make scale`.

    .venv/bin/python benchmarks/scale.py [FILE] [--folder FOLDER] [--database NAME] [--pages-only]

It builds a site with 100 documents and one with 5,486 documents and 16,407 questions, on SQLite
and on a PostgreSQL that is gone afterwards, and compares the large one with the small one: what
visitors ask for, in turn; the work of commands, per page. FILE has FAQs as `load_faqs` takes
them, which are loaded again and again under new ids; without one they are made up. What a site
takes to start, and its memory, are compared with what `wagtail start` makes. It exits with 1 if
a bound is missed by more than the noise, half the range of the middle half of the rounds.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import scale_bare
import scale_content
import scale_postgresql
import scale_visits
import servers
from scale_results import HEAD, Measure
from scale_visits import LARGE, SMALL
from servers import ROOT, Site

SIZES = {SMALL: 100, LARGE: scale_content.DOCUMENTS}
DATABASES = ("SQLite", "PostgreSQL")
ROUNDS = 9
# What a page costs may grow by so much: that of the deeper trees of an index, and no more.
MOST_PER_PAGE = 1.25
COMMANDS = {"rebuild": "rebuild_questions", "update_index": "update_index", "audit": "audit"}
HERE = ROOT / "benchmarks"


@dataclass(frozen=True)
class Options:
    file: Path | None
    folder: Path
    keeps: bool
    rounds: int
    pages_only: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, help="FAQs, a .jsonl.gz file")
    parser.add_argument("--folder", type=Path, help="keep the sites here, and use them again")
    parser.add_argument("--database", choices=DATABASES, action="append")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--pages-only", action="store_true", help="leave the commands out")
    given = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        options = Options(
            given.file, folder.resolve(), bool(given.folder), given.rounds, given.pages_only
        )
        missed = []
        print(HEAD)
        for measure in measures(options, given.database or DATABASES):
            print(measure.row, flush=True)
            missed += measure.sentences
    if missed:
        sys.exit("\n".join(missed))


def measures(options: Options, databases: Sequence[str]) -> Iterator[Measure]:
    """Yield what is measured on each of the databases, and of the sitemap."""
    for size, documents in SIZES.items():
        if not records_of(options, size).exists():
            scale_content.write(records_of(options, size), documents, options.file)
    for name in databases:
        with served(name, options.folder) as urls:
            sites = {size: site(options.folder / f"{name}-{size}", urls[size]) for size in SIZES}
            for each in measured(name, sites, options):
                yield replace(each, name=f"{each.name}, {name}")
    yield from sitemap()


def records_of(options: Options, size: str) -> Path:
    return options.folder / f"{size}.jsonl.gz"


# -- The sites -------------------------------------------------------------------------


@contextmanager
def served(name: str, folder: Path) -> Iterator[dict[str, str]]:
    """Yield the address of a database for each size, on a server that runs for so long."""
    if name == "SQLite":
        yield {size: f"sqlite:///{folder}/SQLite-{size}.db" for size in SIZES}
        return
    with scale_postgresql.databases(SIZES, folder) as addresses:
        yield addresses


def site(folder: Path, url: str) -> Site:
    """Return our site with its production settings, on the database at `url`."""
    # What is measured is the work that visitors do not see.
    settings = {**servers.production(folder, url), "PAGE_CACHE": "false"}
    return Site("config.wsgi", settings, (ROOT, ROOT / "site", HERE))


def built(site: Site, records: Path, keep: Callable[[], None] | None = None) -> dict[str, Any]:
    """Build `site` unless it is there already; return what loading its records took."""
    folder = Path(site.settings["DATA_DIR"])
    told = folder / "loaded.json"
    if not told.exists():
        folder.mkdir(exist_ok=True)
        for name in ("migrate", "load_demo", "make_covers"):
            site.run("manage.py", name, "--verbosity", "0")
        site.run("manage.py", "collectstatic", "--no-input", "--verbosity", "0")
        command(site, "prepare")
        loaded = command(site, "load", str(records))
        command(site, "assign")
        if keep:
            keep()
        told.write_text(json.dumps(loaded))
    found: dict[str, Any] = json.loads(told.read_text())
    return found


def command(site: Site, *arguments: str) -> dict[str, Any]:
    """Run one of scale_commands.py and return what it says."""
    say(*arguments[:1])
    found: dict[str, Any] = json.loads(site.run(str(HERE / "scale_commands.py"), *arguments))
    return found


def say(*words: str) -> None:
    print("...", *words, file=sys.stderr, flush=True)


# -- Measuring -------------------------------------------------------------------------


def measured(name: str, sites: Mapping[str, Site], options: Options) -> Iterator[Measure]:
    say(name)
    loaded = {}
    for size, place in sites.items():
        url = place.settings["DATABASE_URL"]
        keep = partial(scale_postgresql.keep, size, url, options.folder)
        is_kept = name == "PostgreSQL" and options.keeps
        loaded[size] = built(place, records_of(options, size), keep if is_kept else None)
    yield loading(loaded[LARGE])
    if not options.pages_only:
        for each, shown in COMMANDS.items():
            yield per_page(sites, each, shown)
    facts = {size: command(place, "facts") for size, place in sites.items()}
    check(facts[LARGE])
    asked = scale_visits.targets(facts, records_of(options, SMALL))
    say("visits")
    yield from scale_visits.visit(sites, asked, options.rounds)
    yield scale_visits.queries(sites, asked)
    if name == "SQLite":
        say("start and memory")
        paths = [path for target in asked for path in target.paths[LARGE]]
        bare = options.folder / "bare"
        yield from scale_bare.compared(sites[LARGE], bare, paths, options.rounds)
    if name == "PostgreSQL":
        found = json.loads(sites[LARGE].run(str(HERE / "scale_explain.py")))
        yield Measure("search uses its index", found["figures"], misses=found["misses"])


def loading(loaded: Mapping[str, Any]) -> Measure:
    first, *_, last = loaded["quarters"]
    share = loaded["pages"] / 4 / 1000
    figures = f"{last / share:.0f} ms to {first / share:.0f} ms a page"
    return Measure("load_faqs, last quarter to first", figures, [last / first], MOST_PER_PAGE)


def per_page(sites: Mapping[str, Site], name: str, shown: str) -> Measure:
    """Return what `name` takes for a page of the large site, as a multiple of the small one."""
    took = [command(sites[size], name) for size in (SMALL, SMALL, LARGE, SMALL)]
    before, again, large, after = (each["seconds"] / each["pages"] for each in took)
    small = [before, again, after]
    figures = f"{1000 * large:.1f} ms to {1000 * sorted(small)[1]:.1f} ms a page"
    return Measure(shown, figures, [large / each for each in small], MOST_PER_PAGE)


def check(facts: Mapping[str, Any]) -> None:
    there = facts["documents"], facts["questions"]
    if there != (scale_content.DOCUMENTS, scale_content.QUESTIONS):
        raise RuntimeError(f"The large site has {there[0]} documents with {there[1]} questions.")


def sitemap() -> list[Measure]:
    say("sitemap")
    plain = Site("", {}, ())
    return [Measure(**each) for each in json.loads(plain.run(str(HERE / "sitemap.py"), "--json"))]


if __name__ == "__main__":
    main()
