"""What all tests share: the browser, a site that it can visit, a whole database."""

import os
from collections.abc import Generator
from typing import Any

import hypothesis
import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import TestCase, TransactionTestCase
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker, blocking_manager_key
from pytest_playwright.pytest_playwright import CreateContextCallback
from wagtail.models import Site

from tests import programs

# Playwright runs an event loop on the tests' own thread, where Django would
# refuse every query. No other code shares that loop, so there is no danger.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

Rows = dict[str, list[tuple[Any, ...]]]
MIGRATED = pytest.StashKey[Rows]()

# A busy machine is no reason for a test to fail.
hypothesis.settings.register_profile("faq_pages", deadline=None, print_blob=True)
# `--hypothesis-profile fuzz`: what docs/importing.md promises of the importer.
hypothesis.settings.register_profile(
    "fuzz",
    parent=hypothesis.settings.get_profile("faq_pages"),
    max_examples=10_000,
    suppress_health_check=list(hypothesis.HealthCheck),
)
hypothesis.settings.load_profile("faq_pages")


# -- The browser ---------------------------------------------------------------


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's own browser, kept from calling anybody."""
    return {
        **browser_type_launch_args,
        "executable_path": str(programs.chromium()),
        "args": [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture
def live_site(live_server: LiveServer) -> Site:
    """The default site, served at its own address: `live_site.root_url`."""
    site = Site.objects.get(is_default_site=True)
    site.hostname = live_server.thread.host
    site.port = live_server.thread.port
    site.save()
    return site


@pytest.fixture
def new_context(live_site: Site, new_context: CreateContextCallback) -> CreateContextCallback:
    """As it was, but set up after the site: so no page still asks while the site ends."""
    return new_context


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


# -- The same start for every test ---------------------------------------------


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """A rolled-back test leaves what it cached: addresses of pages that never were."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """Keep what the migrations put into the database: the tree's root, groups, the site."""
    if any(map(empties_database, request.session.items)):
        with django_db_blocker.unblock():
            request.config.stash[MIGRATED] = rows_by_table()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None]:
    """Put that back after a test that really commits, since Django empties every table.

    Django would run such tests last; with several processes there is no last.
    """
    yield
    if nextitem and empties_database(item) and MIGRATED in item.config.stash:
        with item.config.stash[blocking_manager_key].unblock():
            put_back(item.config.stash[MIGRATED])


def rows_by_table() -> Rows:
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    rows = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows[table] = cursor.fetchall()
    return {table: found for table, found in rows.items() if found}


def put_back(rows: Rows) -> None:
    # Django has filled two tables again, with other numbers than before. The
    # numbering itself goes on where it was, past the rows that come back.
    options = {"inhibit_post_migrate": True, "reset_sequences": False}
    call_command("flush", interactive=False, verbosity=0, **options)
    with transaction.atomic(), connection.cursor() as cursor:
        for table, found in rows.items():
            values = ", ".join(["%s"] * len(found[0]))
            name = connection.ops.quote_name(table)
            cursor.executemany(f"INSERT INTO {name} VALUES ({values})", found)
    ContentType.objects.clear_cache()


def empties_database(item: pytest.Item) -> bool:
    """Whether the test really commits, so that Django empties the database after it."""
    mark = item.get_closest_marker("django_db")
    case = getattr(item, "cls", None)
    return (
        (mark is not None and bool(mark.kwargs.get("transaction")))
        or not {"transactional_db", "live_server"}.isdisjoint(getattr(item, "fixturenames", ()))
        or (
            case is not None
            and issubclass(case, TransactionTestCase)
            and not issubclass(case, TestCase)
        )
    )
