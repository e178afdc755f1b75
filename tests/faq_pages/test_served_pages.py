"""What is served: the words that patients read, and the same words for machines."""

from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page, Site

from faq_pages.models import ClinicalReview, FAQIndexPage, FAQPage
from tests.faq_pages import samples
from tests.faq_pages.pages import graph, soup, webpage

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> FAQIndexPage:
    return samples.index_page()


# -- What machines and people read ---------------------------------------------------


def test_what_the_json_ld_claims_is_what_the_page_shows(index: FAQIndexPage) -> None:
    table = samples.table(("Week 1", "Rest & walk"), ("Week 2", "Drive"))
    samples.faq_page(
        index,
        samples.tldr(),
        samples.question("One?", "<p>First,</p><ul><li>rest</li><li>walk</li></ul>"),
        samples.heading("Afterwards"),
        samples.question("Two <b>?", parts=[table, samples.callout()]),
    )
    html = soup("/faqs/steroid-injections/")
    by_id = {node["@id"]: node for node in graph(html)["@graph"]}
    for reference in webpage(html)["mainEntity"]:
        node = by_id[reference["@id"]]
        shown = html.find(id=node["@id"].partition("#")[2])
        assert node["name"] == shown.find(["h2", "h3"]).text.strip()
        told = BeautifulSoup(node["acceptedAnswer"]["text"], "html.parser")
        seen = shown.find(class_="faq-answer")
        assert told.get_text(" ").split() == seen.get_text(" ").split()
    assert webpage(html)["abstract"] == "It is safe and quick."


def test_a_heading_in_an_answer_is_one_level_below_its_question(index: FAQIndexPage) -> None:
    answer = "<h3>At home</h3><p>Rest.</p>"
    samples.faq_page(
        index,
        samples.question("One?", answer),
        samples.heading("Afterwards"),
        samples.question("Two?", answer),
    )
    headings = soup("/faqs/steroid-injections/").select(".faq-body :is(h2, h3, h4)")
    assert [heading.name for heading in headings] == ["h2", "h3", "h2", "h3", "h4"]


def test_what_is_live_but_incomplete_has_no_faq_page_node(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.question("Asked, not answered?", ""))
    html = soup("/faqs/steroid-injections/")
    assert webpage(html)["@type"] == "MedicalWebPage"
    assert "Asked, not answered?" not in html.text


def test_the_description_falls_back_to_the_tldr_cut_at_a_word(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.tldr(f"<p>{'calm words ' * 30}</p>"), samples.question())
    description = soup("/faqs/steroid-injections/").find("meta", attrs={"name": "description"})
    assert description["content"].endswith(("calm…", "words…"))
    assert len(description["content"]) <= 155


def test_nothing_in_the_head_is_empty(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.question())
    head = soup("/faqs/steroid-injections/").head
    assert all(tag["content"].strip("@ ") for tag in head.find_all("meta", content=True))
    assert head.title.text.strip()


def test_addresses_come_from_the_site_never_from_the_host_header(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.question())
    Site.objects.update(hostname="clinic.example", port=443)
    response = Client().get("/faqs/steroid-injections/", headers={"host": "evil.example"})
    assert b"evil.example" not in response.content
    assert b"https://clinic.example/faqs/steroid-injections/" in response.content


def test_a_visitor_gets_no_cookie(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.question())
    for url in ("/", "/faqs/", "/faqs/steroid-injections/"):
        assert not Client().get(url).cookies


# -- Reviews ---------------------------------------------------------------------------


def test_a_reviewer_appears_only_after_signing(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    assert "reviewedBy" not in webpage(soup(page.url))
    ClinicalReview.objects.record(page, samples.reviewer())
    html = soup(page.url)
    assert "Ada Moss, MD" in html.find(class_="faq-byline").text
    assert webpage(html)["lastReviewed"]


def test_words_that_nobody_signed_show_no_reviewer(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question(id="q1"))
    ClinicalReview.objects.record(page, samples.reviewer())
    page.body[0].value["question"] = "Will it hurt a lot?"
    page.save_revision().publish()
    assert "reviewedBy" not in webpage(soup(page.url))


def test_a_page_that_only_moves_keeps_its_review(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    ClinicalReview.objects.record(page, samples.reviewer())
    page.slug = "elsewhere"
    page.save_revision().publish()
    assert "reviewedBy" in webpage(soup("/faqs/elsewhere/"))


# -- Aliases of pages --------------------------------------------------------------


def test_an_alias_names_its_source_as_canonical_and_is_no_faq_page(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question(id="q1"))
    page.create_alias(update_slug="the-alias")
    html = soup("/faqs/the-alias/")
    assert html.find("link", rel="canonical")["href"] == page.full_url
    assert webpage(html)["@type"] == "MedicalWebPage"
    assert "steroid-injections" in Client().get("/sitemap.xml").getvalue().decode()
    assert "the-alias" not in Client().get("/sitemap.xml").getvalue().decode()


def test_an_alias_has_the_anchors_of_its_source(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", id="q1"))
    page.body[0].value["question"] = "Is it painful?"
    page.save_revision().publish()
    alias = FAQPage.objects.get(pk=page.pk).create_alias(update_slug="the-alias")
    assert alias.read().questions[0].anchor == "will-it-hurt"


def test_a_draft_is_nowhere_to_be_read(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.question(), live=False)
    assert Client().get("/faqs/steroid-injections/").status_code == 404
    assert "steroid-injections" not in Client().get("/sitemap.xml").getvalue().decode()


def test_a_changed_slug_redirects(
    index: FAQIndexPage, django_capture_on_commit_callbacks: Any
) -> None:
    page = samples.faq_page(index, samples.question())
    page.slug = "elsewhere"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    response = Client().get("/faqs/steroid-injections/")
    assert (response.status_code, response["Location"]) == (301, "/faqs/elsewhere/")


def test_the_sitemap_tells_when_a_page_really_changed(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    sitemap = ElementTree.fromstring(Client().get("/sitemap.xml").getvalue())
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    changed = {url.findtext(f"{name}loc"): url.findtext(f"{name}lastmod") for url in sitemap}
    assert changed[page.full_url] == page.last_published_at.isoformat(timespec="seconds")


def test_a_page_outside_every_site_can_still_be_previewed(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    Site.objects.all().delete()
    page = FAQPage.objects.get(pk=page.pk)
    for mode, _ in page.preview_modes:
        assert page.make_preview_request(preview_mode=mode).status_code == 200
    assert Page.objects.filter(pk=page.pk).exists()
