"""Measures whether search finds the question that was meant, and whether it stays as fast.

    .venv/bin/python benchmarks/search_quality.py [--queries FILE] [--documents 5000] [--misses]

It loads the MedQuAD sample of ../shared/data into a SQLite and a PostgreSQL database
of their own, which are gone afterwards, and asks what somebody would type. A hit is an
expected question among the first three. With `--documents` it goes on to load the
sample under new ids until there are so many, and prints how the time of the same
queries compares. The queries name the pairs that they should find by their MedQuAD id.
"""

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT.parent / "shared" / "data" / "medquad-sample.jsonl.gz"
QUERIES = Path(__file__).parent / "search_quality.jsonl"
SHOWN = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--queries", type=Path, default=QUERIES)
    parser.add_argument("--documents", type=int, default=0, help="go on to so many documents")
    parser.add_argument("--misses", action="store_true", help="print what was not found")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], action="append")
    parser.add_argument("--on", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.on:
        print(json.dumps(measure(options.on, options.queries, options.documents)))
        return
    databases = options.database or ["sqlite", "postgresql"]
    measured = {name: run(name, options) for name in databases}
    report(measured, misses=options.misses)


# -- One database, in a process of its own ----------------------------------------


def run(name: str, options: argparse.Namespace) -> dict[str, Any]:
    sys.path.insert(0, str(ROOT))
    from tests.postgresql import TemporaryServer

    command = [sys.executable, __file__, "--queries", str(options.queries.resolve())]
    command += ["--documents", str(options.documents)]
    with TemporaryDirectory() as folder:
        server = TemporaryServer() if name == "postgresql" else None
        try:
            if server:
                server.start()
            url = server.url if server else f"sqlite:///{folder}/db.sqlite3"
            answer = subprocess.run(
                [*command, "--on", url], check=True, stdout=subprocess.PIPE, text=True
            )
        finally:
            if server:
                server.stop()
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def measure(url: str, queries: Path, documents: int) -> dict[str, Any]:
    set_up(url)
    asked = [json.loads(line) for line in queries.read_text(encoding="utf-8").splitlines()]
    count = load(0)
    result: dict[str, Any] = {"places": places(asked), "times": {count: times(asked)}}
    copy = 1
    while count < documents:
        count += load(copy)
        copy += 1
    if copy > 1:
        result["times"][count] = times(asked)
    return result


def set_up(url: str) -> None:
    """Start Django on the empty database at `url` with one index page, /faqs/."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    os.environ["TEST_DATABASE_URL"] = url
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    django.setup()
    from django.core.management import call_command
    from wagtail.models import Site

    from faq_pages.models import FAQIndexPage

    call_command("migrate", verbosity=0)
    root = Site.objects.get(is_default_site=True).root_page
    root.add_child(instance=FAQIndexPage(title="FAQs", slug="faqs"))


def load(copy: int) -> int:
    """Load the sample, under ids of its own for each `copy`; return the number of documents."""
    from faq_pages.importing.json_lines import lines_of
    from faq_pages.importing.loading import load
    from faq_pages.importing.sites import index_at

    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for record in records():
                id = f"{record['id']}~{copy}" if copy else record["id"]
                file.write(json.dumps({**record, "id": id}) + "\n")
        loaded = sum(1 for _ in load(lines_of(path), index_at("/faqs/"), live=True))
    from django.db import connection

    if connection.vendor == "postgresql":
        # What autovacuum does a minute later.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return loaded


def records() -> Iterator[dict[str, Any]]:
    with gzip.open(SAMPLE, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def places(asked: list[dict[str, Any]]) -> dict[str, int]:
    """Return at which place, from 1, each query finds an expected question; 0 for nowhere."""
    known = {
        pair["id"]: (record["id"], same(pair["question"]))
        for record in records()
        for pair in record["questions"]
    }
    found = {}
    for query in asked:
        expected = {known[id] for id in query["expect"]}
        results = [(hit.source_id, same(hit.question)) for hit in search(query["query"], limit=20)]
        found[query["id"]] = next(
            (place for place, hit in enumerate(results, start=1) if hit in expected), 0
        )
    return found


def same(question: str) -> str:
    return "".join(filter(str.isalnum, question.lower()))


def search(query: str, limit: int) -> Any:
    from wagtail.models import Site

    from faq_pages.search import search

    site = Site.objects.select_related("root_page").get(is_default_site=True)
    return search(query, site, "en", limit=limit).questions


def times(asked: list[dict[str, Any]], rounds: int = 5) -> list[float]:
    """Return the fastest of some rounds, in seconds, for each query."""
    return [min(seconds(query["query"]) for _ in range(rounds)) for query in asked]


def seconds(query: str) -> float:
    start = time.perf_counter()
    search(query, limit=10)
    return time.perf_counter() - start


# -- The report -------------------------------------------------------------------


def report(measured: dict[str, dict[str, Any]], *, misses: bool) -> None:
    for name, result in measured.items():
        placed = list(result["places"].values())
        first = sum(place == 1 for place in placed)
        shown = sum(0 < place <= SHOWN for place in placed)
        print(
            f"{name:>10}: {shown} of {len(placed)} queries find it in the first {SHOWN} "
            f"({shown / len(placed):.0%}), {first / len(placed):.0%} at the first place"
        )
        if misses:
            print(
                *(
                    f"{'':12}{id}: {place or 'not found'}"
                    for id, place in result["places"].items()
                    if not 0 < place <= SHOWN
                ),
                sep="\n",
            )
        few, *many = sorted(result["times"], key=int)
        if many:
            before, after = result["times"][few], result["times"][many[-1]]
            ratios = sorted(late / early for early, late in zip(before, after, strict=True))
            print(
                f"{'':12}time at {many[-1]} documents to {few}: "
                f"median {statistics.median(ratios):.2f}, highest {ratios[-1]:.2f}, "
                f"sum {sum(after) / sum(before):.2f}"
            )


if __name__ == "__main__":
    main()
