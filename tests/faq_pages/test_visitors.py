"""Who taps: from this site or another, and how often a day."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from faq_pages.models import FAQIndexPage, FAQPage
from faq_pages.views import visitors
from faq_pages.views.feedback import feedback_url
from tests.faq_pages import samples
from tests.faq_pages.feedback import HERE, page_to_tap, stored, tap

pytestmark = pytest.mark.django_db


@pytest.fixture
def faq(index: FAQIndexPage) -> FAQPage:
    return page_to_tap(index)


# -- Where it came from ----------------------------------------------------------------

ACCEPTED = {
    "a browser of today": HERE,
    "Safari on iOS 12": {"origin": "http://testserver"},
    "the site's own address": {"origin": "https://clinic.example"},
    "the standard port": {"origin": "http://testserver:80"},
    "a browser that hides Origin": {"sec-fetch-site": "same-origin"},
    "a browser that sends only Referer": {"referer": "http://testserver/faqs/"},
}
REFUSED = {
    "another site": {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
    "another site in an old browser": {"origin": "https://evil.example"},
    "a sandboxed frame": {"origin": "null"},
    "a sandboxed frame today": {"origin": "null", "sec-fetch-site": "same-origin"},
    "a neighbour below the same domain": {"sec-fetch-site": "same-site"},
    "an address typed by hand": {"sec-fetch-site": "none"},
    "headers that disagree": {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
    "headers that disagree too": {
        "origin": "https://evil.example",
        "sec-fetch-site": "same-origin",
    },
    "nobody says": {},
    "another site's Referer": {"referer": "https://evil.example/http://testserver/"},
    "an Origin that is no address": {"origin": "http://[testserver"},
    "another port": {"origin": "http://testserver:8080"},
    "a name that begins alike": {"origin": "http://testserver.evil.example"},
    "a user's name in front": {"origin": "http://testserver@evil.example"},
}


@pytest.mark.parametrize("headers", ACCEPTED.values(), ids=ACCEPTED)
def test_a_form_of_this_site_counts(faq: FAQPage, headers: dict[str, str]) -> None:
    Site.objects.filter(is_default_site=True).update(hostname="clinic.example", port=443)
    assert tap(faq, headers=headers).status_code == 303
    assert len(stored()) == 1


@pytest.mark.parametrize("headers", REFUSED.values(), ids=REFUSED)
def test_a_form_from_elsewhere_does_not(faq: FAQPage, headers: dict[str, str]) -> None:
    response = tap(faq, headers=headers)
    assert response.status_code == 403
    assert "Your answer was not counted" in response.content.decode()
    assert stored() == []


# -- How often ---------------------------------------------------------------------------


def test_a_second_tap_is_thanked_and_not_counted(faq: FAQPage) -> None:
    assert tap(faq, "yes").status_code == tap(faq, "no").status_code == 303
    assert tap(faq, "yes", address="192.0.2.8").status_code == 303
    assert [row[2] for row in stored()] == [True, True]


def test_a_home_with_ipv6_is_one_visitor(faq: FAQPage) -> None:
    for address in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1", "::ffff:192.0.2.7"):
        tap(faq, address=address)
    tap(faq, address="192.0.2.7")
    assert len(stored()) == 3


def test_one_visitor_is_counted_so_often_a_day(
    faq: FAQPage, index: FAQIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visitors, "MOST_A_DAY", 2)
    other = samples.faq_page(index, samples.question(), title="Other")
    tap(faq)
    tap(faq, "no", question="will-it-hurt")
    response = tap(other)
    assert response.status_code == 429
    assert "Try again tomorrow." in response.content.decode()
    assert tap(other).status_code == 429
    assert tap(faq).status_code == 303
    assert tap(other, address="192.0.2.8").status_code == 303
    assert len(stored()) == 3


def test_the_next_day_counts_anew_and_with_another_key(
    faq: FAQPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tap(faq)
    _, key = cache.get(visitors.KEY)
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)
    tap(faq)
    assert len(stored()) == 2
    day, next_key = cache.get(visitors.KEY)
    assert day == str(tomorrow)
    assert key != next_key
    assert len(key) == len(next_key) == 64


def test_what_is_remembered_ends_at_midnight_and_names_nobody(
    faq: FAQPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, tuple[Any, int]] = {}
    real = cache.add

    def add(key: str, value: Any, timeout: int, **more: Any) -> bool:
        kept[key] = (value, timeout)
        return bool(real(key, value, timeout, **more))

    monkeypatch.setattr(cache, "add", add)
    tap(faq, "no", question="will-it-hurt", address="192.0.2.77")
    assert kept
    assert all(0 < timeout <= 25 * 60 * 60 for _, timeout in kept.values())
    told = str(kept)
    assert "192.0.2.77" not in told
    assert "will-it-hurt" not in told


def test_no_query_holds_the_address(faq: FAQPage) -> None:
    with CaptureQueriesContext(connection) as captured:
        tap(faq, address="192.0.2.77")
    assert "192.0.2.77" not in str(captured.captured_queries)


def test_a_site_says_itself_who_asks(faq: FAQPage, settings: Any) -> None:
    settings.FAQ_PAGES_CLIENT_ADDRESS = "config.proxy.client_address"
    for forwarded in ("198.51.100.1, 192.0.2.1", "198.51.100.2, 192.0.2.1", "192.0.2.2"):
        tap(faq, headers={**HERE, "x-forwarded-for": forwarded})
    assert len(stored()) == 2


def test_an_address_that_is_not_known_is_one_visitor_too() -> None:
    request = RequestFactory().post("/", REMOTE_ADDR="")
    assert visitors.note_tap(request, 1, "") is visitors.Tap.NEW
    assert visitors.note_tap(request, 1, "") is visitors.Tap.REPEATED


# -- In files, as production keeps it without another service ----------------------------


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.CACHES = {
        **settings.CACHES,
        "feedback": {
            "BACKEND": "config.caches.LockedFiles",
            "LOCATION": str(tmp_path),
            "OPTIONS": {"MAX_ENTRIES": 10},
        },
    }
    settings.FAQ_PAGES_FEEDBACK_CACHE = "feedback"
    return tmp_path


@pytest.fixture(autouse=True)
def new_process() -> Iterator[None]:
    yield
    forget_the_process()


def forget_the_process() -> None:
    visitors._Memory.day = visitors._Memory.key = visitors._Memory.tidied = ""


def entries(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.djcache")}


def wait_until_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)


@pytest.mark.parametrize("restarted", [False, True])
def test_the_next_days_first_tap_leaves_nothing_of_the_day_before(
    faq: FAQPage, folder: Path, monkeypatch: pytest.MonkeyPatch, restarted: bool
) -> None:
    tap(faq, address="192.0.2.1")
    before = entries(folder)
    assert len(before) == 3
    if restarted:
        forget_the_process()
    wait_until_tomorrow(monkeypatch)
    tap(faq, address="192.0.2.2")
    after = entries(folder)
    assert len(after) == 3
    assert not set(before.values()) & {after[name] for name in before if name in after}
    assert len(set(before) & set(after)) == 1  # the name of the key


def test_so_does_its_first_reader(
    faq: FAQPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tap(faq)
    feedback_url(faq)
    assert len(entries(folder)) == 3
    wait_until_tomorrow(monkeypatch)
    feedback_url(faq)
    assert entries(folder) == {}
    assert visitors._Memory.key == ""


def test_a_cache_for_everything_loses_the_key_and_is_not_emptied(
    faq: FAQPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.set("somebody's", 1)
    tap(faq)
    wait_until_tomorrow(monkeypatch)
    feedback_url(faq)
    assert cache.get(visitors.KEY) is None
    assert cache.get("somebody's") == 1


def test_a_full_cache_does_not_lose_the_days_key(faq: FAQPage, folder: Path) -> None:
    tap(faq)
    kept = caches["feedback"].get(visitors.KEY)
    for number in range(20):
        tap(faq, address=f"192.0.2.{number}")
        caches["feedback"].delete(visitors.KEY)
    tap(faq, address="192.0.2.99")
    # The cache may drop it again at that very tap, by chance: the process puts it back.
    assert caches["feedback"].get(visitors.KEY) in {None, kept}
    assert visitors._Memory.key == kept[1]


def test_of_many_taps_at_once_one_is_the_first(folder: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        for number in range(20):
            added = threads.map(lambda _, n=number: caches["feedback"].add(f"tap{n}", 1), range(8))
            assert sum(added) == 1


# -- Without an answer -------------------------------------------------------------------


def test_a_cache_that_is_down_counts_nothing_and_says_so(
    faq: FAQPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **more: Any) -> None:
        raise ConnectionError("no route to the cache")

    for name in ("get", "add", "set", "delete", "get_many"):
        monkeypatch.setattr(cache, name, fail)
    response = tap(faq)
    assert response.status_code == 503
    assert "Your answer was not counted" in response.content.decode()
    assert stored() == []
    assert feedback_url(faq)
