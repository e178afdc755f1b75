"""Drafts: the part of the importer with a database."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse
from wagtail.models import Page, Site

from faq_pages.content import Image, Part
from faq_pages.importing import Refusal, read_paste
from faq_pages.importing.decoding import decode
from faq_pages.importing.drafts import create_draft, publish, replace_body
from faq_pages.importing.library import bring_in
from faq_pages.importing.sites import index_at, surroundings_of
from faq_pages.models import FAQIndexPage, FAQPage
from tests.faq_pages import samples

FILES = Path(__file__).parents[2] / "files" / "import"
COMPLETE = "Tea\n\nIs it safe?\n\nYes.\n\nIs it hot?\n\nOften."


@pytest.fixture
def index(db) -> FAQIndexPage:
    return samples.index_page("Hot drinks", "faqs")


@pytest.fixture
def draft(index):
    def make(text: str, *, is_html: bool = False, user: User | None = None) -> FAQPage:
        imported = read_paste(text, is_html=is_html)
        images = bring_in(imported.pictures.values()).ids
        page = create_draft(imported.faq, index, user=user, images=images)
        return FAQPage.objects.get(pk=page.pk)

    return make


# -- Drafts --------------------------------------------------------------------


def test_a_draft_is_under_its_index_and_not_live(draft, index):
    page = draft(COMPLETE)
    assert page.get_parent().pk == index.pk
    assert (page.title, page.slug, page.live, page.has_unpublished_changes) == (
        "Tea",
        "tea",
        False,
        True,
    )


def test_a_draft_says_what_the_document_does(draft):
    for path in sorted(FILES.glob("*.html")):
        source = decode(path.name, path.read_bytes())
        faq = read_paste(source, is_html=True).faq
        read = draft(source, is_html=True).read()

        assert read.title == faq.title
        assert [each.question for each in read.questions] == [
            each.question for each in faq.questions
        ]
        assert list(read.all_words) == list(faq.all_words)
        assert [in_the_library(each.answer) for each in read.questions] == [
            in_the_library(each.answer) for each in faq.questions
        ]


def in_the_library(answer: tuple[Part, ...]) -> list[Part]:
    """The parts of an answer, with no address of a picture: on a page it has another one."""
    return [
        replace(part, url="", srcset="") if isinstance(part, Image) else part for part in answer
    ]


def test_a_draft_s_revision_says_the_same_with_the_same_block_ids(draft):
    page = draft(COMPLETE)
    latest = page.get_latest_revision_as_object()
    assert [block.id for block in latest.body] == [block.id for block in page.body]
    assert all(block.id for block in page.body)


def test_a_draft_belongs_to_whoever_imported_it(draft, django_user_model):
    editor = django_user_model.objects.create_user("editor")
    page = draft(COMPLETE, user=editor)
    assert page.owner == editor
    assert page.latest_revision.user == editor


def test_the_same_document_twice_gives_two_pages(draft):
    assert [draft(COMPLETE).slug, draft(COMPLETE).slug] == ["tea", "tea-2"]


@pytest.mark.parametrize("title", ["☕☕☕", "?!", "שאלות על תה"])
def test_every_title_gets_a_slug(draft, title):
    assert draft(f"<h1>{title}</h1><h2>Safe?</h2><p>Yes.</p>", is_html=True).slug


def test_a_very_long_title_is_shortened(draft):
    title = "word " * 100
    page = draft(f"<h1>{title}</h1><h2>Safe?</h2><p>Yes.</p>", is_html=True)
    assert len(page.title) <= 255
    assert page.title.endswith("word…")


def test_links_to_pages_of_the_site_become_page_links(draft, index):
    site = Site.objects.get()
    site.site_name = "Maywell Health"
    site.save()
    page = draft(
        "<h1>Tea</h1><h2>Safe?</h2><p>Ask "
        f'<a href="https://www.maywellhealth.example{index.url}">us</a> or '
        '<a href="https://example.org/">them</a>.</p>',
        is_html=True,
    )
    assert page.body[0].value["answer"].source == (
        f'<p>Ask <a linktype="page" id="{index.pk}">us</a> or '
        '<a href="https://example.org/">them</a>.</p>'
    )


def test_a_draft_opens_in_the_editor(draft, client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("admin"))
    for path in sorted(FILES.glob("*.html")):
        page = draft(decode(path.name, path.read_bytes()), is_html=True)
        response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert response.status_code == 200


def test_publishing_an_incomplete_page_says_why_and_leaves_the_draft(draft):
    page = draft("<h1>Tea</h1><h2>Safe?</h2><h2>Hot?</h2><p>No.</p>", is_html=True)
    (why,) = publish(page)
    assert "“Safe?”" in why
    assert not FAQPage.objects.get(pk=page.pk).live


def test_a_complete_page_is_published(draft):
    page = draft(COMPLETE)
    assert publish(page) == ()
    assert FAQPage.objects.get(pk=page.pk).live


# -- The site around -----------------------------------------------------------


def test_an_index_is_found_by_its_path(index):
    assert index_at(index.url) == index
    assert index_at(index.url.strip("/")) == index


@pytest.mark.parametrize("path", ["/nowhere/", "", "/", "?"])
def test_a_wrong_path_is_named_with_the_right_ones(index, path):
    with pytest.raises(Refusal, match=f"index pages are: {index.url}"):
        index_at(path)


@pytest.mark.django_db
def test_a_site_without_an_index_is_told_so():
    with pytest.raises(Refusal, match="none yet"):
        index_at("/faqs/")
    Site.objects.all().delete()
    with pytest.raises(Refusal, match="no default site"):
        index_at("/faqs/")


def test_the_pages_of_the_site_are_known_by_title_and_address(index, draft):
    draft(COMPLETE)  # not live, so nobody can be sent there
    links = {link.url: link.text for link in surroundings_of(index).pages}
    assert links == {"/": Page.objects.get(depth=2).title, index.url: index.title}


def test_the_home_page_is_known_by_the_site_s_name(index):
    Site.objects.update(site_name="Maywell Health")
    pages = {link.url: link.text for link in surroundings_of(index).pages}
    assert pages["/"] == "Maywell Health"


@pytest.mark.django_db
def test_a_page_outside_every_site_has_no_links():
    assert surroundings_of(Page(path="0009", depth=1)).pages == ()


def test_an_anonymous_user_is_nobody(index):
    page = create_draft(read_paste(COMPLETE, is_html=False).faq, index, user=AnonymousUser())
    assert page.owner is None


def test_a_draft_that_nobody_asked_for_belongs_to_nobody(draft):
    page = draft(COMPLETE)
    assert page.owner is None
    assert page.latest_revision.user is None


def test_the_history_of_a_page_leads_back_to_the_body_before(draft, client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("admin"))
    page = draft(COMPLETE)
    before = page.latest_revision_id
    replace_body(page, read_paste("Milk\n\nIs it white?\n\nYes.", is_html=False).faq)
    history = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    back = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, before])
    assert back in history
    assert "Is it hot?" in client.get(back).content.decode()
