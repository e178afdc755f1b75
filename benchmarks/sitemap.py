"""Measures the sitemap: its time beside Wagtail's own, and its memory as pages are added.

    .venv/bin/python benchmarks/sitemap.py [PAGES] [--json]

It makes that many FAQ pages in a SQLite database that is gone afterwards, a quarter of them first,
and asks both views for the whole sitemap, in turn. It prints a table, or with --json what
scale.py makes a part of its own table, and exits with 1 if a bound is missed.
"""

import argparse
import gc
import json
import os
import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scale_results import Measure, milliseconds, table

ROOT = Path(__file__).resolve().parents[1]
PAGES = 10_000
ROUNDS = 5
MOST_TIME = 0.2
# Four times the pages may take so much more memory: the answer is sent as it is made.
MOST_MEMORY = 1.25

Answer = Callable[[], int]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pages", nargs="?", type=int, default=PAGES)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    measures = measured(given.pages)
    if given.json:
        print(json.dumps([asdict(each) for each in measures]))
        return
    print(table(measures))
    if missed := [sentence for measure in measures for sentence in measure.sentences]:
        sys.exit("\n".join(missed))


def measured(pages: int) -> list[Measure]:
    with TemporaryDirectory() as folder:
        set_up(Path(folder))
        few = pages // 4
        make(0, few)
        ours, theirs = views()
        # What both keep for later is not measured.
        assert ours() == theirs() >= few
        little = peak(ours)
        make(few, pages)
        assert ours() == theirs() >= pages
        own, other = zip(*((seconds(ours), seconds(theirs)) for _ in range(ROUNDS)), strict=True)
        much, their_much = peak(ours), peak(theirs)
    return [
        Measure(
            f"sitemap of {pages:,} pages, to Wagtail's own",
            milliseconds(own, other),
            [mine / its for mine, its in zip(own, other, strict=True)],
            MOST_TIME,
        ),
        Measure(
            f"memory of the sitemap of {pages:,} pages, to that of {few:,}",
            f"{much / 1e6:.1f} MB to {little / 1e6:.1f} MB (Wagtail's {their_much / 1e6:.1f} MB)",
            [much / little],
            MOST_MEMORY,
        ),
    ]


def set_up(folder: Path) -> None:
    """Start Django on an empty database."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    os.environ["TEST_DATABASE_URL"] = f"sqlite:///{folder / 'db.sqlite3'}"
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def make(start: int, end: int) -> None:
    """Make FAQ pages in bulk, those from `start` on, every third with a picture, under /faqs/."""
    from django.utils import timezone
    from wagtail.images import get_image_model
    from wagtail.images.tests.utils import get_test_image_file
    from wagtail.models import Site

    from faq_pages.models import FAQIndexPage, FAQPage

    if not start:
        root = Site.objects.get(is_default_site=True).root_page
        index = root.add_child(instance=FAQIndexPage(title="FAQs", slug="faqs"))
        index.add_child(instance=FAQPage(title="Page 0", slug="page-0", body=[]))
        get_image_model().objects.create(title="A hip", file=get_test_image_file())
    index, image = FAQIndexPage.objects.get(), get_image_model().objects.get()
    first = FAQPage.objects.get(slug="page-0")
    wanted = [
        FAQPage(
            title=f"Page {number}",
            slug=f"page-{number}",
            url_path=f"{index.url_path}page-{number}/",
            path=FAQPage._get_path(index.path, index.depth + 1, number + 1),
            depth=index.depth + 1,
            locale=first.locale,
            content_type=first.content_type,
            body=[],
            live=True,
            last_published_at=timezone.now(),
            cover_image=image if number % 3 == 0 else None,
        )
        for number in range(max(1, start), end)
    ]
    insert(wanted)
    index.numchild = end
    index.save()


def insert(pages: list[Any]) -> None:
    """Insert pages as rows of both of their tables, which `bulk_create` refuses to do."""
    from django.db import connection, transaction
    from wagtail.models import Page

    model = type(pages[0])
    columns = [field.name for field in Page._meta.local_concrete_fields if field.name != "id"]
    with transaction.atomic():
        Page.objects.bulk_create(
            [Page(**{name: getattr(page, name) for name in columns}) for page in pages], 200
        )
        ids = dict(Page.objects.values_list("path", "pk"))
        fields = model._meta.local_concrete_fields
        names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
        marks = ", ".join(["%s"] * len(fields))
        for page in pages:
            page.pk = page.id = page.page_ptr_id = ids[page.path]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({marks})",
                [
                    [
                        field.get_db_prep_save(field.pre_save(page, add=True), connection)
                        for field in fields
                    ]
                    for page in pages
                ],
            )


def views() -> tuple[Answer, Answer]:
    """Return our view and Wagtail's, each as a call that asks for all and counts the addresses."""
    from django.test import RequestFactory
    from wagtail.contrib.sitemaps.views import sitemap as theirs
    from wagtail.models import Site

    from faq_pages.sitemaps import file_count
    from faq_pages.views.sitemap import sitemap as ours

    def ask(view: Any, **query: int) -> Any:
        return view(RequestFactory().get("/sitemap.xml", query, headers={"host": "localhost"}))

    def ask_ours() -> int:
        files = range(1, file_count(Site.objects.get()) + 1)
        parts = (part for file in files for part in ask(ours, p=file).streaming_content)
        return sum(part.count(b"<loc>") for part in parts)

    def ask_theirs() -> int:
        found: int = ask(theirs).render().content.count(b"<loc>")
        return found

    return ask_ours, ask_theirs


def seconds(answer: Answer) -> float:
    start = time.perf_counter()
    answer()
    return time.perf_counter() - start


def peak(answer: Answer) -> int:
    """Return the most bytes that were in use at once."""
    # The collector comes when it likes: in one answer, and not in the next.
    gc.collect()
    gc.disable()
    tracemalloc.start()
    answer()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    gc.enable()
    return most


if __name__ == "__main__":
    main()
