"""What browsers may keep of a page, and how they learn that it changed."""

from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from faq_pages import middleware
from faq_pages.models import FAQPage, FAQSettings
from home.models import ContentPage
from tests.deploy.upstream import FOR_ALL
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db

START = 1_800_000_000


class Clock:
    def __init__(self) -> None:
        self.now = float(START)

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(middleware, "time", clock)
    return clock


@pytest.fixture
def page() -> FAQPage:
    return samples.faq_page(samples.index_page(), samples.tldr(), samples.question())


def get(address: str, **headers: str) -> Any:
    return Client().get(address, headers=headers)


def since(response: Any) -> float:
    return parsedate_to_datetime(response["Last-Modified"]).timestamp()


# -- A visitor ---------------------------------------------------------------------


def test_a_visitor_s_browser_asks_each_time(page: FAQPage) -> None:
    for address in (page.url, "/faqs/", "/faqs/?page=1", "/robots.txt"):
        said = set(get(address)["Cache-Control"].split(", "))
        assert {"max-age=0", "must-revalidate"} <= said, address


def test_a_shared_cache_keeps_a_page_for_a_second_and_for_a_day_while_the_site_is_down(
    page: FAQPage,
) -> None:
    # What tests/deploy shows to nginx.
    assert get(page.url)["Cache-Control"] == FOR_ALL


def test_robots_txt_is_not_sent_again() -> None:
    first = get("/robots.txt")
    assert first["Last-Modified"]
    assert get("/robots.txt", if_none_match=first["ETag"]).status_code == 304


def test_what_has_not_changed_is_not_sent_again(page: FAQPage) -> None:
    first = get(page.url)
    again = get(page.url, if_none_match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    by_time = get(page.url, if_modified_since=first["Last-Modified"])
    assert (by_time.status_code, by_time["ETag"]) == (304, first["ETag"])


def test_the_time_is_that_of_the_first_sending(page: FAQPage, clock: Clock) -> None:
    assert since(get(page.url)) == START
    clock.now += 100
    assert since(get(page.url)) == START


@pytest.mark.parametrize("part", ["page", "settings", "menu"])
def test_whatever_changes_on_the_page_changes_both(page: FAQPage, clock: Clock, part: str) -> None:
    first = get(page.url)
    clock.now += 100
    if part == "page":
        page.title = "Another title"
        page.save_revision().publish()
    elif part == "settings":
        FAQSettings.objects.create(site=Site.objects.get(), disclaimer="No advice.")
    else:
        root = Site.objects.get().root_page
        root.add_child(instance=ContentPage(title="Menu", slug="menu", show_in_menus=True))
    second = get(page.url, if_none_match=first["ETag"])
    assert second.status_code == 200
    assert second["ETag"] != first["ETag"]
    assert since(second) == START + 100
    assert get(page.url, if_modified_since=first["Last-Modified"]).status_code == 200


def test_two_edits_in_one_second_are_two(page: FAQPage, clock: Clock) -> None:
    first = get(page.url)
    FAQPage.objects.update(title="At once")
    second = get(page.url)
    assert "Last-Modified" not in second  # no time that is still to come
    assert get(page.url, if_modified_since=first["Last-Modified"]).status_code == 200
    clock.now += 1
    assert since(get(page.url)) == START + 1
    # Back to what it was before is a change as well.
    FAQPage.objects.update(title="Steroid injections")
    clock.now += 5
    third = get(page.url)
    assert (third["ETag"], since(third)) == (first["ETag"], START + 6)


def test_head_says_what_get_says(page: FAQPage) -> None:
    whole, head = get(page.url), Client().head(page.url)
    assert head.content == b""
    for name in ("ETag", "Last-Modified", "Cache-Control", "Content-Type"):
        assert head[name] == whole[name], name


def test_an_invented_query_is_not_remembered(page: FAQPage) -> None:
    response = get(f"{page.url}?utm=1")
    assert response["ETag"]
    assert "Last-Modified" not in response


def test_a_cache_that_is_down_breaks_no_page(
    page: FAQPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr(middleware, "_first_sent", fail)
    response = get(page.url)
    assert response.status_code == 200
    assert "Last-Modified" not in response


def test_a_cache_that_forgot_makes_no_page_older(page: FAQPage, clock: Clock) -> None:
    get(page.url)
    clock.now += 50
    cache.clear()
    assert since(get(page.url)) == START + 50


# -- Whoever is known --------------------------------------------------------------


def test_what_an_editor_sees_is_theirs(page: FAQPage) -> None:
    editor = Client()
    editor.force_login(User.objects.create_superuser("editor"))
    response = editor.get(page.url)
    assert response["Cache-Control"] == "private, no-cache"
    assert "Last-Modified" not in response
    admin = editor.get(f"/admin/pages/{page.pk}/edit/")
    assert "no-store" in admin["Cache-Control"]
    assert "Last-Modified" not in admin
    preview = page.make_preview_request()
    assert preview["Cache-Control"] == "private"
    assert "Last-Modified" not in preview


def test_what_a_password_opened_is_never_for_others(page: FAQPage) -> None:
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="open"
    )
    response = get(page.url)
    assert "no-store" in response["Cache-Control"]
    assert "Last-Modified" not in response


def test_other_answers_are_left_alone(page: FAQPage) -> None:
    for address in ("/nowhere/", "/faqs", "/search/?q=hurt"):
        response = get(address)
        assert "must-revalidate" not in response.get("Cache-Control", ""), address
        assert "Last-Modified" not in response, address
