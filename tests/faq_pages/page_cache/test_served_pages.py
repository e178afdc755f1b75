"""What visitors get of a real page, and what is never kept of it."""

import pytest
from django.core.cache import caches
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from tests.browser.editor import superuser

BACKEND = "django.core.cache.backends.locmem.LocMemCache"


@pytest.fixture(autouse=True)
def kept(settings, tmp_path):
    settings.CACHES = {**settings.CACHES, "pages": {"BACKEND": BACKEND, "LOCATION": "pages"}}
    settings.FAQ_PAGES_PAGE_CACHE = "pages"
    settings.FAQ_PAGES_VERSION_FILE = tmp_path / "version"
    caches["pages"].clear()


def test_the_second_view_asks_the_database_nothing(knees, django_assert_num_queries):
    first = Client().get(knees)
    Client().get(knees)
    with django_assert_num_queries(0):
        again = Client().get(knees)
        not_changed = Client().get(knees, headers={"if-none-match": first["ETag"]})
    assert again.content == first.content
    assert not_changed.status_code == 304


@pytest.mark.parametrize("kind", ["password", "login"])
@pytest.mark.parametrize("private", ["/faqs/", "/faqs/knees/"])
def test_a_private_page_and_those_under_it_never_enter(knees, kind, private):
    Client().get(knees)
    page = Page.objects.get(slug=private.strip("/").rpartition("/")[2])
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="secret")
    for _ in range(2):
        answer = Client().get(knees)
        assert b"Will it hurt?" not in answer.content
        assert "private" in answer["Cache-Control"]


def test_somebody_signed_in_gets_a_page_of_their_own(knees):
    client = Client()
    name, password = superuser()
    client.login(username=name, password=password)
    assert "private" in client.get(knees)["Cache-Control"]
    assert "private" not in Client().get(knees)["Cache-Control"]
    assert "private" in client.get(knees)["Cache-Control"]


def test_a_program_that_asks_for_markdown_is_led_there_also_from_a_kept_page(knees):
    Client().get(knees)
    assert Client().get(knees, headers={"accept": "text/markdown"}).status_code == 303
    assert Client().get(knees).status_code == 200
