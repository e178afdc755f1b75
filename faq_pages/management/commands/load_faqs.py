"""Brings in many FAQs at once."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from faq_pages.importing import Refusal
from faq_pages.importing.json_lines import lines_of, size_of
from faq_pages.importing.loading import Fate, load
from faq_pages.importing.sites import index_at


class Command(BaseCommand):
    help = (
        "Makes or updates an FAQ page for each line of a file: a JSON object with “id”, “title” "
        "and “questions”. Run it again to go on, or to bring in what has changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a .jsonl or .jsonl.gz file")
        parser.add_argument(
            "--parent",
            required=True,
            metavar="PATH",
            help="the FAQ index page that new pages go under, by its URL path, such as /faqs/",
        )
        parser.add_argument("--publish", action="store_true", help="publish what is complete")
        parser.add_argument("--limit", type=_count, metavar="N", help="stop after N records")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            size, parent = size_of(options["file"]), index_at(options["parent"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        fates: Counter[Fate] = Counter()
        with _progress() as progress:
            task = progress.add_task("", total=size)
            lines = islice(lines_of(options["file"]), options["limit"])
            for loaded in load(lines, parent, live=options["publish"]):
                fates[loaded.fate] += 1
                progress.update(task, completed=loaded.line.position, description=_summary(fates))
                for note in loaded.notes:
                    self._say(progress, note)
        self.stdout.write(f"{_summary(fates)}.")
        if refused := fates[Fate.REFUSED]:
            raise CommandError(f"{refused} of {fates.total()} records were refused, as said above.")

    def _say(self, progress: Progress, note: str) -> None:
        # The bar must move down for it, and only rich knows where the bar is.
        if progress.disable:
            self.stderr.write(note)
        else:
            progress.console.print(note, markup=False, highlight=False, soft_wrap=True)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” is no number of records: give one from 1 up.")
    return int(text)


def _progress() -> Progress:
    """Return a progress bar for people: in a log it would be noise."""
    return Progress(
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.description}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
    )


def _summary(fates: Counter[Fate]) -> str:
    return ", ".join(f"{fates[fate]} {fate.value}" for fate in Fate)
