"""Who taps: from this site or another, and how often a day."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from faq_pages.models import FAQIndexPage, FAQPage
from faq_pages.views import visitors
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
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)
    tap(faq)
    assert len(stored()) == 2
    today, next_day = (
        cache.get(f"faq_pages.day.{day}") for day in (tomorrow - timedelta(days=1), tomorrow)
    )
    assert today != next_day
    assert len(today) == len(next_day) == 64


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
