"""What visitors get of a page behind nginx: how new it is, and what it costs the site."""

import time
from concurrent.futures import ThreadPoolExecutor

from tests.deploy.shipped import Nginx
from tests.deploy.upstream import FOR_ALL, Says, Upstream

PAGE = "/faqs/x/"
# A second and 2 more, in nginx's whole seconds: then a copy is not shown as if it were new.
TOO_OLD = 4.1


# -- What a page costs -------------------------------------------------------------


def test_visitors_within_a_second_cost_the_site_one_rendering(site: Upstream, nginx: Nginx) -> None:
    site.answers[PAGE] = Says("The page")
    for _ in range(3):
        assert nginx.ask(PAGE).text == "The page"
    assert site.times(PAGE) == 1


def test_a_hundred_at_once_for_a_cold_page_cost_one(site: Upstream, nginx: Nginx) -> None:
    site.answers[PAGE] = Says("The page", seconds=0.3)
    with ThreadPoolExecutor(100) as visitors:
        texts = list(visitors.map(lambda _: nginx.ask(PAGE).text, range(100)))
    assert texts == ["The page"] * 100
    assert site.times(PAGE) == 1


def test_head_comes_from_the_same_copy(site: Upstream, nginx: Nginx) -> None:
    site.answers[PAGE] = Says("The page")
    assert nginx.ask(PAGE, "HEAD").headers["Content-Length"] == "8"
    assert nginx.ask(PAGE).text == "The page"
    assert site.times(PAGE) == 1


def test_a_browser_that_has_the_page_is_told_so_without_the_site(
    site: Upstream, nginx: Nginx
) -> None:
    site.answers[PAGE] = Says("The page", headers={"Cache-Control": FOR_ALL, "ETag": '"1"'})
    assert nginx.ask(PAGE, if_none_match='"1"').status == 304
    again = nginx.ask(PAGE, if_none_match='"1"')
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", '"1"')
    assert again.headers["Cache-Control"] == "max-age=0, must-revalidate"
    assert nginx.ask(PAGE, if_none_match='"0"').text == "The page"
    assert site.times(PAGE) == 1


def test_browsers_are_told_to_ask_each_time_and_nothing_of_shared_caches(
    site: Upstream, nginx: Nginx
) -> None:
    site.answers |= {
        PAGE: Says("The page"),
        "/styles/1.css": Says("", headers={"Cache-Control": "public, max-age=60"}),
        "/nowhere/": Says("", 404, {}),
    }
    for _ in ("from the site", "from the cache"):
        assert nginx.ask(PAGE).headers["Cache-Control"] == "max-age=0, must-revalidate"
        assert nginx.ask("/styles/1.css").headers["Cache-Control"] == "public, max-age=60"
        assert "Cache-Control" not in nginx.ask("/nowhere/").headers


def test_an_address_that_is_not_there_is_asked_for_once(site: Upstream, nginx: Nginx) -> None:
    site.answers |= {
        "/nowhere/": Says("Not here", 404, {}),
        "/faqs/y": Says("", 301, {"Location": "/faqs/y/"}),
    }
    for _ in range(2):
        assert nginx.ask("/nowhere/").status == 404
        assert nginx.ask("/faqs/y").headers["Location"] == "/faqs/y/"
    assert site.times("/nowhere/") == site.times("/faqs/y") == 1


# -- How new it is -----------------------------------------------------------------


def test_a_change_is_shown_within_5_seconds_while_visitors_come(
    site: Upstream, nginx: Nginx
) -> None:
    site.answers[PAGE] = Says("Old")
    nginx.ask(PAGE)
    site.answers[PAGE] = Says("New", seconds=1)
    start, waits = time.monotonic(), []
    while (asked := time.monotonic()) < start + 5:
        new = nginx.ask(PAGE).text == "New"
        waits.append(time.monotonic() - asked)
        if new:
            break
        time.sleep(0.1)
    assert new
    # Nobody waited for it: who came meanwhile got what was there.
    assert max(waits) < 0.9
    assert site.times(PAGE) == 2


def test_the_first_visitor_after_hours_gets_what_is_true_now(site: Upstream, nginx: Nginx) -> None:
    gone, changed = "/faqs/gone/", PAGE
    for path in (gone, changed):
        site.answers[path] = Says("Old")
        nginx.ask(path)
    site.answers[changed] = Says("New")
    site.answers[gone] = Says("Not here any more", 404, {})
    time.sleep(TOO_OLD)
    assert nginx.ask(changed).text == "New"
    assert nginx.ask(gone).status == 404


def test_what_has_not_changed_is_not_sent_to_nginx_again(site: Upstream, nginx: Nginx) -> None:
    says = {"Cache-Control": FOR_ALL, "ETag": '"1"'}
    site.answers[PAGE] = Says("The page", headers=says)
    nginx.ask(PAGE)
    time.sleep(TOO_OLD)
    # It answers 304, and the copy counts as new from then on.
    for _ in range(2):
        again = nginx.ask(PAGE)
        assert (again.status, again.text) == (200, "The page")
    assert [asked["If-None-Match"] for asked in site.asked[PAGE]] == [None, '"1"']


# -- When something is wrong -------------------------------------------------------


def test_while_the_site_is_down_its_last_pages_are_shown_for_as_long_as_it_allows(
    site: Upstream, nginx: Nginx
) -> None:
    allows_a_second = FOR_ALL.replace("86400", "1")
    site.answers |= {
        PAGE: Says("The page"),
        "/short/": Says("For a second", headers={"Cache-Control": allows_a_second}),
        "/nowhere/": Says("Not here", 404, {}),
    }
    for path in site.answers:
        nginx.ask(path)
    site.stop()
    time.sleep(TOO_OLD)
    for _ in range(2):
        shown = nginx.ask(PAGE)
        assert (shown.status, shown.text) == (200, "The page")
        assert shown.headers["Cache-Control"] == "max-age=0, must-revalidate"
    for path in ("/short/", "/nowhere/", "/never-seen/", "/admin/"):
        assert_says_it_is_down(nginx, path)
    site.answers[PAGE] = Says("Back")
    site.start()
    assert nginx.ask(PAGE).text == "Back"


def assert_says_it_is_down(nginx: Nginx, path: str) -> None:
    answer = nginx.ask(path)
    assert answer.status == 503
    assert "Please wait a few minutes" in answer.text
    assert answer.headers["Content-Type"] == "text/html"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Retry-After"] == "60"


def test_a_site_that_answers_with_an_error_is_up_and_its_error_is_shown(
    site: Upstream, nginx: Nginx
) -> None:
    # A day-old copy would hide from editors, and from us, that a page is broken.
    site.answers[PAGE] = Says("The page")
    nginx.ask(PAGE)
    time.sleep(TOO_OLD)
    for status in (500, 503):
        site.answers[PAGE] = Says("Something went wrong", status, {})
        assert (nginx.ask(PAGE).status, nginx.ask(PAGE).text) == (status, "Something went wrong")
    site.answers[PAGE] = Says("Mended")
    assert nginx.ask(PAGE).text == "Mended"
