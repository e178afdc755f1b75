"""Runs a command of a site of scale.py and prints what it took, as JSON.

    python benchmarks/scale_commands.py load FILE | rebuild | update_index | audit

For the site that DJANGO_SETTINGS_MODULE names. `pages` is how many there were, `seconds` what
they took in all, and `quarters` what each quarter of them took, where one can be told from the
next. Seconds are those of the processor, PostgreSQL's included, where the system tells them:
other work on the machine counts for less.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

INDEX = "/library/"
# So many that a page of the list is full at 100 documents, too.
TOPICS = 4


def prepare() -> Iterable[object]:
    """Make the list that the documents go under, and the topics."""
    from wagtail.models import Site

    from faq_pages.models import FAQIndexPage, Topic

    root = Site.objects.get(is_default_site=True).root_page
    root.add_child(instance=FAQIndexPage(title="Library", slug=INDEX.strip("/")))
    for number in range(TOPICS):
        Topic.objects.create(name=f"Topic {number}", slug=f"topic-{number}")
    return ()


def load(file: str) -> Iterator[object]:
    from faq_pages.importing.json_lines import lines_of
    from faq_pages.importing.loading import load
    from faq_pages.importing.sites import index_at

    yield from load(lines_of(Path(file)), index_at(INDEX), live=True)


def assign() -> Iterable[object]:
    """Give the documents their topics in turn, and let PostgreSQL look at its tables."""
    from django.db import connection

    from faq_pages.models import FAQPage, Topic

    topics = list(Topic.objects.filter(name__startswith="Topic ").order_by("pk"))
    through = FAQPage.topics.through
    pages = FAQPage.objects.exclude(source_id="").order_by("pk").values_list("pk", flat=True)
    through.objects.bulk_create(
        [
            through(faqpage_id=page, topic=topics[number % TOPICS])
            for number, page in enumerate(pages)
        ],
        batch_size=300,
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # What it does by itself a minute later. SQLite never does.
            cursor.execute("ANALYZE")
    return ()


def rebuild() -> Iterator[object]:
    """Write the rows of all questions from nothing."""
    from faq_pages.models import PublishedQuestion, SearchWord
    from faq_pages.search import rows

    PublishedQuestion.objects.all().delete()
    SearchWord.objects.all().delete()
    yield from rows.rebuild()


def update_index() -> Iterable[object]:
    from django.core.management import call_command

    from faq_pages.models import FAQPage

    call_command("update_index", stdout=StringIO())
    return range(FAQPage.objects.count())


def audit() -> Iterator[object]:
    from wagtail.models import Site

    from faq_pages.audit import SiteAudit

    site_audit = SiteAudit(Site.objects.get(is_default_site=True))
    yield from site_audit
    site_audit.between_pages()


def facts() -> dict[str, Any]:
    """Return what there is, and where."""
    from django.core.paginator import Paginator
    from django.db.models import Count

    from faq_pages import conf
    from faq_pages.models import FAQIndexPage, FAQPage, PublishedQuestion

    index = FAQIndexPage.objects.get(slug=INDEX.strip("/"))
    pages = FAQPage.objects.child_of(index).live()
    usual = pages.annotate(number=Count("published_questions")).filter(number=3).order_by("pk")
    return {
        "documents": pages.count(),
        "questions": PublishedQuestion.objects.filter(page__in=pages).count(),
        "index": INDEX,
        "last_page": Paginator(index.get_entries(), conf.ENTRIES_PER_INDEX_PAGE).num_pages,
        "page": f"{INDEX}{usual[0].slug}/",
        "topic": "topic-1",
    }


def measured(pages: Callable[[], Iterable[object]]) -> dict[str, Any]:
    seconds = clock()
    start = seconds()
    times = [seconds() - start for _ in pages()]
    took = seconds() - start
    ends = [times[len(times) * quarter // 4 - 1] for quarter in range(1, 5)] if times else []
    quarters = [end - begin for begin, end in pairwise([0.0, *ends])]
    return {"pages": len(times), "seconds": took, "quarters": quarters}


def clock() -> Callable[[], float]:
    """Return what tells the seconds that this process and its database have worked."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return time.process_time
    connection.ensure_connection()
    status = Path(f"/proc/{connection.connection.info.backend_pid}/stat")
    if not status.exists():
        return time.perf_counter
    ticks = os.sysconf("SC_CLK_TCK")

    def seconds() -> float:
        # After the name, which may hold spaces: user and system time are fields 14 and 15.
        user, system = status.read_text().rpartition(")")[2].split()[11:13]
        return time.process_time() + (int(user) + int(system)) / ticks

    return seconds


COMMANDS = {each.__name__: each for each in (prepare, load, assign, rebuild, update_index, audit)}


def main(name: str, *arguments: str) -> None:
    import django

    django.setup()
    if name == facts.__name__:
        print(json.dumps(facts()))
        return
    print(json.dumps(measured(partial(COMMANDS[name], *arguments))))


if __name__ == "__main__":
    main(*sys.argv[1:])
