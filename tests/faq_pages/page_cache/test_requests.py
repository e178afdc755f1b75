"""Who gets a kept page, and that nothing else than the page makes its key."""

from typing import Any

import pytest
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.test import RequestFactory

from faq_pages.page_cache.requests import is_for_keeping, is_own_address, key_of

PAGE = "/faqs/knees/"


def asked(path: str = PAGE, method: str = "GET", **headers: Any) -> HttpRequest:
    return RequestFactory().generic(method, path, **headers)


def key(path: str = PAGE, method: str = "GET", release: str = "1", **headers: Any) -> str | None:
    return key_of(asked(path, method, **headers), release)


def test_a_visitor_without_anything_of_their_own_gets_a_kept_page():
    assert key()
    assert key() == key(method="HEAD")


@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS", "PATCH"])
def test_what_is_not_read_passes_by(method):
    assert key(method=method) is None


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_COOKIE": "sessionid=1"},
        {"HTTP_COOKIE": "csrftoken=1"},
        {"HTTP_COOKIE": "consent=yes"},
        {"HTTP_AUTHORIZATION": "Basic YTpi"},
        {"HTTP_ACCEPT": "text/markdown"},
        {"HTTP_ACCEPT": "text/html, Text/MarkDown;q=0.1"},
        {"HTTP_HOST": "EXAMPLE.org"},
        {"HTTP_HOST": "example.org."},
        {"HTTP_HOST": "example.org:81"},
    ],
)
def test_whoever_says_something_of_their_own_passes_by(headers):
    assert key(**headers) is None


def test_a_cookie_that_no_page_looks_at_can_be_ignored(settings):
    settings.FAQ_PAGES_IGNORED_COOKIES = ["_ga*", "_pk_id"]
    assert key(HTTP_COOKIE="_ga=1; _ga_X=2; _pk_id=3") == key()
    assert key(HTTP_COOKIE="_ga=1; sessionid=2") is None
    assert key(HTTP_COOKIE="x_ga=1") is None


@pytest.mark.parametrize("mark", ["is_dummy", "is_preview"])
def test_a_preview_passes_by(mark):
    request = asked()
    setattr(request, mark, True)
    assert key_of(request, "1") is None


def test_a_host_may_name_the_port_of_the_server():
    assert key(HTTP_HOST="example.org:8000", SERVER_PORT="8000")
    assert key(HTTP_HOST="[::1]:8000", SERVER_PORT="8000")
    assert key(HTTP_HOST="example.org", SERVER_PORT="8000")


def test_a_host_that_is_not_allowed_is_left_to_django(settings):
    settings.ALLOWED_HOSTS = ["example.org"]
    assert key(HTTP_HOST="example.org")
    assert key(HTTP_HOST="evil.example") is None


def test_each_page_has_a_key_of_its_own(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    keys = {
        key(),
        key("/faqs/hips/"),
        key("/faqs/knees/?page=2"),
        key("/faqs/knees/?topic=a&page=2"),
        key(HTTP_HOST="example.org"),
        key(HTTP_HOST="example.org:81", SERVER_PORT="81"),
        key(SERVER_PORT="81"),
        key(HTTP_X_FORWARDED_PROTO="https"),
        key(release="2"),
    }
    assert None not in keys
    assert len(keys) == 9


@pytest.mark.parametrize(
    "name",
    ["X_FORWARDED_HOST", "X_FORWARDED_PROTO", "X_FORWARDED_PORT", "X_ORIGINAL_URL", "FORWARDED"],
)
def test_what_a_client_claims_makes_no_other_key(name):
    assert key(**{f"HTTP_{name}": "evil.example"}) == key()


@pytest.mark.parametrize(
    "query", ["q=my+secret", "utm_source=x", "page=2&q=x", "page=x", "page=2&page=3", "topic"]
)
def test_an_address_with_anything_else_passes_by(query):
    assert key(f"{PAGE}?{query}") is None


def test_an_address_in_any_letters_has_a_key():
    assert key("/faqs/käse/")
    assert key("/faqs/%ff%00/")


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/", True),
        (PAGE, True),
        ("/faqs/knees.md", True),
        ("/robots.txt", True),
        ("/sitemap.xml", False),
        ("/search/", False),
        ("/search/suggest/", False),
        ("/feedback/1/thanks/", False),
        ("/admin/", False),
        ("/api/v2/pages/", False),
        ("/documents/1/form.pdf", False),
        ("/static/site.css", False),
    ],
)
def test_only_views_that_show_content_alone_are_kept(path, kept):
    assert is_for_keeping(asked(path)) is kept


def test_a_site_names_views_of_its_own(settings):
    settings.FAQ_PAGES_CACHED_VIEWS = ["faq_pages:sitemap"]
    assert is_for_keeping(asked("/sitemap.xml"))
    assert not is_for_keeping(asked(PAGE))


class Shown:
    def __init__(self, **fields: object) -> None:
        vars(self).update(fields)


@pytest.mark.parametrize(
    ("query", "number", "topic", "own"),
    [
        ("", 1, None, True),
        ("page=2", 2, None, True),
        ("page=02", 2, None, False),
        ("page=1", 1, None, False),
        ("page=999", 5, None, False),
        ("topic=hip", 1, "hip", True),
        ("topic=hip&page=2", 2, "hip", True),
        ("page=2&topic=hip", 2, "hip", False),
        ("topic=none", 1, None, False),
    ],
)
def test_a_list_is_kept_at_the_address_that_the_site_links_to(query, number, topic, own):
    context = {"page_obj": Shown(number=number), "topic": topic and Shown(slug=topic)}
    request = asked(f"/faqs/?{query}")
    assert is_own_address(request, TemplateResponse(request, "x", context)) is own


def test_a_page_that_is_no_list_has_no_address_with_a_query():
    request = asked(f"{PAGE}?page=2")
    assert not is_own_address(request, TemplateResponse(request, "x", {}))
