"""Measures the sitemap against Wagtail's own: ratios of time and memory, no pass and no fail.

    .venv/bin/python benchmarks/sitemap.py [PAGES]

It makes that many FAQ pages in a SQLite database that is gone afterwards, and asks both views
for the whole sitemap, in turn. Below 0.20 is what we want of the time.
"""

import os
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGES = 10_000
ROUNDS = 5

Answer = Callable[[], int]


def main(pages: int = PAGES) -> None:
    with TemporaryDirectory() as folder:
        set_up(Path(folder))
        make(pages)
        ours, theirs = views()
        # What both keep for later is not measured.
        assert ours() == theirs() >= pages
        times = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
        own, other = (median(each) for each in zip(*times, strict=True))
        print(f"{pages} pages: {own:.3f} s, Wagtail's {other:.3f} s, ratio {own / other:.3f}")
        own, other = peak(ours), peak(theirs)
        print(f"peak memory: {own / 1e6:.1f} MB, Wagtail's {other / 1e6:.1f} MB")


def set_up(folder: Path) -> None:
    """Start Django on an empty database."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    os.environ["TEST_DATABASE_URL"] = f"sqlite:///{folder / 'db.sqlite3'}"
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def make(pages: int) -> None:
    """Make FAQ pages in bulk, a third of them with a picture, under /faqs/."""
    from django.utils import timezone
    from wagtail.images import get_image_model
    from wagtail.images.tests.utils import get_test_image_file
    from wagtail.models import Site

    from faq_pages.models import FAQIndexPage, FAQPage

    root = Site.objects.get(is_default_site=True).root_page
    index = root.add_child(instance=FAQIndexPage(title="FAQs", slug="faqs"))
    image = get_image_model().objects.create(title="A hip", file=get_test_image_file())
    first = index.add_child(instance=FAQPage(title="Page 0", slug="page-0", body=[]))
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
        for number in range(1, pages)
    ]
    insert(wanted)
    index.numchild = pages
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
    tracemalloc.start()
    answer()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
