"""Search as visitors do, from the command line."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from wagtail.models import Site

from faq_pages.search import Found, search


@dataclass(frozen=True)
class Query:
    id: Any
    text: str


class Command(BaseCommand):
    help = (
        "Print what search finds for typed questions. Nothing is kept of them. With --json: one "
        'object a query, {"id", "query", "results": [{"url", "source_id", "question", "score"}]}.'
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("query", nargs="*", help="a question as somebody would type it")
        parser.add_argument(
            "--queries",
            metavar="FILE",
            help='a file with {"id", "query"} as JSON on each line, or - for the standard input',
        )
        parser.add_argument("--limit", type=int, default=10, help="results a query (default: 10)")
        parser.add_argument("--json", action="store_true", help="print JSON Lines")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["limit"] < 1:
            raise CommandError(f"--limit is {options['limit']}: ask for 1 result or more.")
        typed = [Query(None, text) for text in options["query"]]
        from_file = _read(options["queries"]) if options["queries"] else iter(())
        if not typed and not options["queries"]:
            raise CommandError("No query was given: write one, or name a file with --queries.")
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        for query in [*typed, *from_file]:
            results = search(query.text, site, settings.LANGUAGE_CODE, limit=options["limit"])
            if options["json"]:
                self.stdout.write(_json(query, results.questions))
            else:
                _print(query, results.questions)


def _read(name: str) -> Iterator[Query]:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CommandError(f"“{name}” cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"“{name}” is not in UTF-8: {error}.") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _query(line, f"Line {number} of “{name}”")


def _query(line: str, where: str) -> Query:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise CommandError(f"{where} is not JSON: {error}.") from error
    if not isinstance(record, dict) or not isinstance(record.get("query"), str):
        raise CommandError(f'{where} has no "query" that is a text.')
    # Half of a surrogate pair is a text to JSON, and to nothing else.
    text = record["query"].encode("utf-8", "replace").decode()
    return Query(record.get("id"), text)


def _json(query: Query, found: tuple[Found, ...]) -> str:
    results = [
        {
            "url": question.url,
            "source_id": question.source_id,
            "question": question.question,
            "score": round(question.score, 4),
        }
        for question in found
    ]
    return json.dumps({"id": query.id, "query": query.text, "results": results})


def _print(query: Query, found: tuple[Found, ...]) -> None:
    table = Table(title=escape(query.text), title_justify="left", show_edge=False)
    table.add_column("Score", justify="right")
    table.add_column("Question")
    table.add_column("Address")
    for question in found:
        table.add_row(f"{question.score:.2f}", escape(question.question), escape(question.url))
    Console().print(table if found else escape(f"{query.text}: nothing found"))
