"""Make the rows of the published questions anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from rich.console import Console
from rich.progress import track

from faq_pages.models import FAQPage, PublishedQuestion
from faq_pages.models.published import uses_fts5
from faq_pages.search import rows


class Command(BaseCommand):
    help = (
        "Make the rows that search asks anew, from all live FAQ pages. Publishing keeps them "
        "true; this is for after an import into the database itself, or a doubt. Where search "
        "is Wagtail's, run update_index afterwards."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--missing",
            action="store_true",
            help="only the pages that have no rows, as after an upgrade",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(stderr=True)
        pages = track(
            rows.write_missing() if options["missing"] else rows.rebuild(),
            description="Pages",
            total=None if options["missing"] else FAQPage.objects.count(),
            console=console,
            disable=not console.is_terminal or options["verbosity"] == 0,
        )
        number = sum(1 for _ in pages)
        if options["verbosity"]:
            self.stdout.write(
                f"{number} pages were looked at: "
                f"{PublishedQuestion.objects.count()} questions are in search."
            )
            if not uses_fts5():
                self.stdout.write("Now run update_index, which tells Wagtail's search of them.")
