"""A page is read and rendered once for each change of content, and nobody can tell."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from faq_pages.models import ClinicalReview, FAQPage, Person
from home.models import HomePage
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db(transaction=True)

# The site and its root; what restricts the page.
QUERIES = 3


@pytest.fixture(autouse=True)
def version(settings, tmp_path):
    settings.FAQ_PAGES_VERSION_FILE = tmp_path / "version"


@pytest.fixture
def faq() -> FAQPage:
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="H", slug="h"))
    Site.objects.update(root_page=home)
    return samples.faq_page(
        samples.index_page(),
        samples.tldr(),
        samples.question("Is it safe?", "<p>Yes, it is.</p>"),
        author=samples.person(),
    )


def text(page: FAQPage, visitor: Client | None = None, **asked: str) -> str:
    response = (visitor or Client()).get(page.url, asked)
    assert response.status_code == 200
    return response.content.decode()


def test_a_second_view_asks_only_for_the_site_and_who_may_read_the_page(faq):
    text(faq)
    with CaptureQueriesContext(connection) as captured:
        text(faq)
    assert len(captured) <= QUERIES


def test_a_kept_page_is_the_page(faq, settings):
    first, second = text(faq), text(faq)
    settings.FAQ_PAGES_VERSION_FILE = ""
    assert first == second == text(faq)


def test_the_next_view_after_a_change_shows_it(faq):
    assert "Ada Moss" in text(faq)
    Person.objects.update(name="Ben Oak")
    assert "Ben Oak" in text(faq)
    faq.title = "All about ice"
    faq.save_revision().publish()
    assert "All about ice" in text(faq)


def test_a_moved_page_is_at_its_new_address_alone(faq):
    old = faq.url
    text(faq)
    faq.move(samples.index_page("Other", "other"), pos="last-child")
    faq.refresh_from_db()
    assert Client().get(old).status_code != 200
    assert 'href="http://localhost/other/' in text(faq)


def test_a_page_that_becomes_private_is_asked_for_its_password(faq):
    text(faq)
    PageViewRestriction.objects.create(page=faq, restriction_type="password", password="word")
    assert "Yes, it is." not in Client().get(faq.url).content.decode()


def test_a_preview_shows_the_draft_and_leaves_the_page_as_it_is(faq):
    text(faq)
    draft = FAQPage.objects.get(pk=faq.pk)
    draft.title = "Not yet said"
    request = draft.make_preview_request
    assert "Not yet said" in request().content.decode()
    assert "Not yet said" not in text(faq)


def test_an_editor_has_the_user_bar_and_a_visitor_has_not(faq):
    get_user_model().objects.create_superuser("ada", password="pass")
    editor = Client()
    assert editor.login(username="ada", password="pass")
    assert "wagtail-userbar" in text(faq, editor)
    assert "wagtail-userbar" not in text(faq)
    assert "wagtail-userbar" in text(faq, editor)


def test_two_sites_with_one_page_keep_each_its_own(faq):
    path = faq.url
    Site.objects.create(hostname="other.example", site_name="The other", root_page=faq.get_parent())
    there = Client(headers={"host": "other.example"})
    for _ in range(2):
        assert "The other" in there.get(f"/{faq.slug}/").content.decode()
        assert "The other" not in Client().get(path).content.decode()


def test_a_signature_is_there_at_once(faq):
    assert "Medically reviewed" not in text(faq)
    ClinicalReview.objects.record(faq, samples.reviewer())
    assert "Medically reviewed" in text(faq)
