"""Imports written documents as FAQ pages."""

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from faq_pages.importing import Refusal
from faq_pages.importing.report import as_json, as_text
from faq_pages.importing.runs import Destination, run
from faq_pages.importing.sites import index_at, surroundings_of
from faq_pages.models import FAQIndexPage


class Command(BaseCommand):
    help = (
        "Makes a draft FAQ page of each written document: Word (.docx), zipped or plain web page, "
        "Markdown or plain text."
    )

    # A dry run has no database, and none of the checks is about documents.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a document to import")
        parser.add_argument(
            "--parent",
            metavar="PATH",
            help="the FAQ index page that the drafts go under, by its URL path, such as /faqs/",
        )
        parser.add_argument("--publish", action="store_true", help="publish what is complete")
        parser.add_argument(
            "--update",
            action="store_true",
            help="replace the page that was made from a file of the same name",
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="only say what would be imported; needs no --parent and no database",
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object a file")

    def handle(self, *args: Any, **options: Any) -> None:
        index = self._index(options["parent"], is_dry_run=options["dry_run"])
        site = surroundings_of(index) if index else None
        destination = None
        if index and site and not options["dry_run"]:
            _refuse_namesakes(options["files"])
            destination = Destination(
                index=index, site=site, live=options["publish"], update=options["update"]
            )
        failed = 0
        for name in options["files"]:
            outcome = run(name, destination, site)
            failed += outcome.has_failed
            self.stdout.write(
                json.dumps(as_json(outcome), ensure_ascii=False)
                if options["json"]
                else as_text(outcome)
            )
        if failed:
            raise CommandError(
                f"{failed} of {len(options['files'])} could not be imported as asked."
            )

    def _index(self, path: str | None, *, is_dry_run: bool) -> FAQIndexPage | None:
        if not path and is_dry_run:
            return None
        if not path:
            raise CommandError(
                "Say where the drafts go with --parent PATH, such as --parent /faqs/, "
                "or add --dry-run to only look."
            )
        try:
            return index_at(path)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal


def _refuse_namesakes(files: list[str]) -> None:
    """Refuse files that share a name, by which a page remembers where it is from."""
    names = Counter(Path(file).name for file in files)
    for name, count in names.items():
        if count > 1:
            raise CommandError(
                f"{count} of the files are called “{name}”, and a page remembers its file by that "
                "name. Rename all but one, or import them into other indexes one by one."
            )
