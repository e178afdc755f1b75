"""A page is made once, and answered as it was made; no database is needed for that.

Long because each rule of the cache is a sentence here, beside those that it has to agree with.
"""

import gzip
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from threading import Barrier, Event, Lock
from typing import Any

import brotli
import pytest
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.core.signals import request_finished, request_started
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from faq_pages import content_version
from faq_pages.content_version import versions
from faq_pages.page_cache import PageCacheMiddleware, makings
from faq_pages.page_cache.entries import MOST_BYTES

PAGE = "/faqs/knees/"
BODY = "<p>It hurts a little.</p>" * 40
LAST = "Fri, 27 Nov 2026 10:00:00 GMT"


@pytest.fixture(autouse=True)
def kept(settings, tmp_path):
    settings.CACHES = {
        **settings.CACHES,
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"},
    }
    settings.FAQ_PAGES_PAGE_CACHE = "pages"
    settings.FAQ_PAGES_VERSION_FILE = tmp_path / "version"
    caches["pages"].clear()


def memory() -> dict[str, Any]:
    cache: Any = caches["pages"]
    return dict(cache._cache)


class Site:
    """All that is inside of the middleware."""

    def __init__(self, answer: Callable[[HttpRequest], Any]) -> None:
        self.made = 0
        self.answer = answer
        self.middleware = PageCacheMiddleware(self._get_response)

    def _get_response(self, request: HttpRequest) -> Any:
        self.made += 1
        return self.answer(request)

    def get(self, path: str = PAGE, method: str = "GET", **headers: Any) -> Any:
        return self.middleware(RequestFactory().generic(method, path, **headers))


def page(request: HttpRequest | None = None, body: str = BODY, **headers: str) -> HttpResponse:
    return HttpResponse(body, headers={name.replace("_", "-"): headers[name] for name in headers})


def _given(answer: HttpResponse, request: HttpRequest) -> HttpResponse:
    return answer


def dated(request: HttpRequest) -> HttpResponse:
    return page(ETag='"one"', Last_Modified=LAST, X_Robots_Tag="noindex")


# -- Kept and fresh --------------------------------------------------------------------


def test_a_page_is_made_once_and_answered_with_the_same_headers():
    site = Site(dated)
    first, second = site.get(), site.get()
    assert site.made == 1
    assert first.content == second.content == BODY.encode()
    assert dict(first.items()) == dict(second.items())
    assert second["X-Robots-Tag"] == "noindex"
    assert second["Content-Length"] == str(len(BODY))


def test_after_a_change_it_is_made_anew():
    site = Site(page)
    site.get()
    content_version.changed()
    site.get()
    assert site.made == 2


def test_what_changes_while_a_page_is_made_makes_it_useless():
    def changing(request: HttpRequest) -> HttpResponse:
        content_version.changed()
        return page()

    site = Site(changing)
    site.get()
    site.get()
    assert site.made == 2


@pytest.mark.django_db(transaction=True)
def test_what_a_request_began_with_counts_and_not_what_changed_before_it_came_here():
    site = Site(page)
    request_started.send(None)
    try:
        content_version.changed()
        site.get()
    finally:
        request_finished.send(None)
    site.get()
    assert site.made == 2


def test_one_address_has_one_entry_whatever_the_version():
    site = Site(page)
    for _ in range(5):
        site.get()
        content_version.changed()
    assert len(memory()) == 1


@pytest.mark.usefixtures("db")
def test_within_a_transaction_nothing_is_kept():
    site = Site(page)
    site.get()
    site.get()
    assert site.made == 2


def test_it_is_not_used_without_a_cache(settings):
    settings.FAQ_PAGES_PAGE_CACHE = ""
    with pytest.raises(MiddlewareNotUsed):
        Site(page)


def test_without_a_place_for_the_version_nothing_is_kept(settings):
    settings.FAQ_PAGES_VERSION_FILE = ""
    site = Site(page)
    site.get()
    site.get()
    assert site.made == 2


@pytest.mark.parametrize(
    ("now", "seconds"),
    [("2026-11-28T12:00:00+00:00", 3600), ("2026-11-28T23:59:30+00:00", 30)],
)
def test_it_is_kept_for_an_hour_and_never_past_midnight(settings, monkeypatch, now, seconds):
    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls.fromisoformat(now).astimezone(tz)

    monkeypatch.setattr(versions, "datetime", Clock)
    assert content_version.seconds_to_keep() == seconds


def test_a_page_that_is_made_across_midnight_is_not_kept_for_another_hour(monkeypatch):
    moments = [0.1, 3600.0]
    monkeypatch.setattr(content_version, "seconds_to_keep", lambda: moments.pop(0))
    monkeypatch.setattr(content_version, "of_request", lambda: "1")

    def slow(request: HttpRequest) -> HttpResponse:
        time.sleep(0.2)
        return page()

    site = Site(slow)
    site.get()
    site.get()
    assert site.made == 2


# -- What never enters -----------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        lambda request: HttpResponse(BODY, status=404),
        lambda request: HttpResponse(BODY, status=410),
        lambda request: HttpResponse(status=301, headers={"Location": "/"}),
        lambda request: HttpResponse(BODY, status=500),
        lambda request: StreamingHttpResponse([BODY]),
        lambda request: page(Cache_Control="private, no-cache"),
        lambda request: page(Cache_Control="max-age=60, No-Store"),
        lambda request: page(Cache_Control='no-cache="Set-Cookie"'),
        lambda request: page(Vary="*"),
        lambda request: page(Vary="Cookie, Accept-Language"),
        lambda request: page(Content_Encoding="gzip"),
        lambda request: page(body="x" * (MOST_BYTES + 1)),
    ],
)
def test_what_is_no_page_for_everybody_is_not_kept(answer):
    site = Site(answer)
    for _ in range(2):
        assert site.get().status_code == answer(None).status_code
    assert site.made == 2


def test_a_page_that_sets_a_cookie_is_not_kept():
    def remembering(request: HttpRequest) -> HttpResponse:
        response = page()
        response.set_cookie("seen", "1")
        return response

    site = Site(remembering)
    site.get()
    assert site.get().cookies["seen"].value == "1"
    assert site.made == 2


def test_who_sends_a_cookie_neither_gets_a_kept_page_nor_leaves_one():
    site = Site(lambda request: page(body="mine" if request.COOKIES else "everybody's"))
    assert site.get(HTTP_COOKIE="sessionid=1").content == b"mine"
    assert site.get().content == b"everybody's"
    assert site.get(HTTP_COOKIE="sessionid=1").content == b"mine"
    assert site.get().content == b"everybody's"
    assert site.made == 3


def test_an_invented_address_leaves_nothing():
    site = Site(page)
    for number in range(2, 9):
        site.get(f"{PAGE}?page={number}")
        site.get(f"{PAGE}?topic=t{number}")
    assert not memory()


# -- For this visitor ------------------------------------------------------------------


@pytest.mark.parametrize("header", ['"one"', 'W/"one"', '"none", "one"', "*"])
@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_who_has_the_page_already_is_told_so_without_making_it(header, coding):
    site = Site(dated)
    site.get()
    answer = site.get(HTTP_IF_NONE_MATCH=header, HTTP_ACCEPT_ENCODING=coding)
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["ETag"] == ('W/"one"' if coding else '"one"')
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.has_header("Content-Type")
    assert site.made == 1


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"HTTP_IF_MODIFIED_SINCE": LAST}, 304),
        ({"HTTP_IF_MODIFIED_SINCE": "Fri, 27 Nov 2026 09:59:59 GMT"}, 200),
        ({"HTTP_IF_MODIFIED_SINCE": "some day"}, 200),
        ({"HTTP_IF_NONE_MATCH": '"two"'}, 200),
        ({"HTTP_IF_NONE_MATCH": '"two"', "HTTP_IF_MODIFIED_SINCE": LAST}, 200),
        ({"HTTP_IF_MATCH": '"two"'}, 412),
    ],
)
def test_a_condition_is_answered_the_same_from_a_new_page_and_a_kept_one(headers, status):
    site = Site(dated)
    new, old = site.get(**headers), site.get(**headers)
    assert (new.status_code, old.status_code) == (status, status)
    # The first to ask, of those who have the page, leaves it to all others.
    assert site.get().status_code == 200
    assert site.made == 1


def test_a_condition_is_answered_too_where_the_page_is_not_kept():
    site = Site(lambda request: page(ETag='"one"', Cache_Control="private"))
    assert site.get(HTTP_IF_NONE_MATCH='"one"').status_code == 304


def test_it_is_compressed_once_and_sent_as_the_browser_can_read_it(monkeypatch):
    site = Site(dated)
    site.get()
    monkeypatch.setattr("faq_pages.codings.compressed", None)
    small, zipped, plain = (site.get(HTTP_ACCEPT_ENCODING=each) for each in ("br", "gzip", ""))
    assert brotli.decompress(small.content) == gzip.decompress(zipped.content) == plain.content
    for answer, coding in ((small, "br"), (zipped, "gzip")):
        assert answer["Content-Encoding"] == coding
        assert answer["Content-Length"] == str(len(answer.content))
    assert {answer["Vary"] for answer in (small, zipped, plain)} == {"Accept-Encoding"}
    assert not plain.has_header("Content-Encoding")


def test_what_is_short_or_no_text_is_sent_as_it_is():
    for answer in (page(body="short"), HttpResponse(BODY, content_type="image/png")):
        caches["pages"].clear()
        site = Site(partial(_given, answer))
        site.get()
        again = site.get(HTTP_ACCEPT_ENCODING="br")
        assert again.content == answer.content
        assert not again.has_header("Content-Encoding")


def test_what_is_inside_is_asked_for_the_whole_page_as_it_is():
    asked: dict[str, str] = {}

    def looking(request: HttpRequest) -> HttpResponse:
        asked.update(request.headers)
        return page()

    request = RequestFactory().get(PAGE, HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH='"x"')
    PageCacheMiddleware(looking)(request)
    assert not {"Accept-Encoding", "If-None-Match"} & asked.keys()
    assert request.META["HTTP_IF_NONE_MATCH"] == '"x"'


def test_head_is_answered_from_a_kept_page_and_leaves_none():
    site = Site(page)
    site.get(method="HEAD")
    site.get()
    answer = site.get(method="HEAD")
    assert site.made == 2
    assert answer["Content-Length"] == str(len(BODY))


# -- Many at once, and nobody there ----------------------------------------------------


def all_at_once(site: Site, number: int = 8, path: str = PAGE) -> list[Any]:
    start = Barrier(number)

    def ask(_: int) -> Any:
        start.wait()
        return site.get(path)

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(ask, range(number)))


def test_of_many_who_ask_at_once_one_makes_the_page():
    ready = Event()

    def slow(request: HttpRequest) -> HttpResponse:
        ready.wait(0.3)
        return page()

    site = Site(slow)
    answers = all_at_once(site)
    assert {answer.content for answer in answers} == {BODY.encode()}
    assert site.made == 1
    assert not site.middleware.makings._running


def test_those_who_wait_make_a_page_that_cannot_be_shared_all_at_once():
    # The first makes it alone; the others then wait for each other, which a queue could not.
    others, first = Barrier(7), Lock()

    def private(request: HttpRequest) -> HttpResponse:
        if first.acquire(blocking=False):
            Event().wait(0.5)
        else:
            others.wait(5)
        return page(Cache_Control="private")

    site = Site(private)
    assert {answer.status_code for answer in all_at_once(site)} == {200}


def test_nobody_waits_for_ever(monkeypatch):
    monkeypatch.setattr(makings, "PATIENCE", 0.1)
    stuck, entered = Event(), Event()

    def hanging(request: HttpRequest) -> HttpResponse:
        if site.made == 1:
            entered.set()
            stuck.wait(10)
        return page()

    site = Site(hanging)
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(site.get)
        entered.wait(5)
        assert site.get().status_code == 200
        stuck.set()
        assert first.result().status_code == 200


def test_an_error_inside_leaves_nobody_waiting():
    def failing(request: HttpRequest) -> HttpResponse:
        raise RuntimeError

    site = Site(failing)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            site.get()
    assert not site.middleware.makings._running


def test_a_cache_that_does_not_answer_costs_the_page_only(settings, caplog):
    settings.CACHES = {
        **settings.CACHES,
        "pages": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            # A port where nothing is.
            "LOCATION": "redis://127.0.0.1:1/0",
        },
    }
    site = Site(page)
    assert site.get().content == BODY.encode()
    assert site.get().content == BODY.encode()
    assert site.made == 2
    assert "The cache of pages does not answer, so the page is made." in caplog.text


def test_what_somebody_else_wrote_under_a_key_is_no_page(settings):
    site = Site(page)
    site.get()
    for name in list(memory()):
        caches["pages"].set(name.rpartition(":")[2], "not a page")
    assert site.get().content == BODY.encode()
    assert site.made == 2
