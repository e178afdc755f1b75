"""Make the files of the pictures at the top of live pages."""

from typing import Any

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.progress import track

from faq_pages.models.covers import live_public_pages, make_cover_of


class Command(BaseCommand):
    help = (
        "Make the image files that the tops of live pages show, where they are missing. Publishing "
        "makes them; this is for pages from before an upgrade, or after files were lost."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(stderr=True)
        quiet = not console.is_terminal or options["verbosity"] == 0
        number = 0
        for page in track(live_public_pages(), "Pages", console=console, disable=quiet):
            make_cover_of(page)
            number += 1
        if options["verbosity"]:
            self.stdout.write(f"The pictures at the top of {number} pages are ready.")
