"""FAQ pages in the tree: where they live, how they are read, what publishing fixes."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page, Site

from faq_pages.models import ClinicalReview, FAQIndexPage, FAQPage, Topic
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> FAQIndexPage:
    return samples.index_page()


def soup(url: str) -> BeautifulSoup:
    response = Client().get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def graph(page: BeautifulSoup) -> dict:
    (script,) = page.find_all("script", type="application/ld+json")
    return json.loads(script.string or "")


def webpage(page: BeautifulSoup) -> dict:
    return graph(page)["@graph"][0]


def test_an_faq_page_lives_under_an_index_only() -> None:
    assert FAQPage.allowed_parent_page_models() == [FAQIndexPage]
    assert FAQIndexPage.allowed_subpage_models() == [FAQPage]
    assert FAQPage.allowed_subpage_models() == []


def test_a_new_page_opens_with_a_tldr_and_a_question_that_have_real_ids() -> None:
    first, second = FAQPage(), FAQPage()
    assert [child.block_type for child in first.body] == ["tldr", "question"]
    ids = [child.id for page in (first, second) for child in page.body]
    assert len(set(ids)) == 4
    assert None not in ids


def test_a_page_is_read_into_sections_by_the_headings_between_questions(
    index: FAQIndexPage,
) -> None:
    page = samples.faq_page(
        index,
        samples.callout(),
        samples.question("One?"),
        samples.heading("Afterwards"),
        samples.question("Two?"),
        samples.tldr(),
    )
    faq = page.read()
    assert [section.heading for section in faq.sections] == ["", "Afterwards"]
    assert [q.question for q in faq.questions] == ["One?", "Two?"]
    assert faq.tldr
    assert faq.tldr.words == "It is safe and quick."


def test_links_to_pages_are_expanded_and_follow_the_page(index: FAQIndexPage) -> None:
    page = samples.faq_page(
        index, samples.question(answer=f'<p><a linktype="page" id="{index.pk}">All</a></p>')
    )
    index.slug = "answers"
    index.save_revision().publish()
    page = FAQPage.objects.get(pk=page.pk)
    assert page.read().questions[0].answer[0].html == '<p><a href="/answers/">All</a></p>'


def test_unsafe_markup_in_the_database_never_reaches_a_reader(index: FAQIndexPage) -> None:
    page = samples.faq_page(
        index,
        samples.question(
            answer='<p onclick="x()">Hi<script>alert(1)</script>'
            '<a href="javascript:alert(1)">go</a><a href="https://example.org</p>'
        ),
        samples.question("Next?", answer="<p>Whole</p>"),
    )
    first, second = page.read().questions
    assert "alert(1)" not in first.answer[0].html.replace("go", "")
    assert second.answer[0].html == "<p>Whole</p>"


# -- Anchors --------------------------------------------------------------------


def test_an_anchor_follows_the_words_until_the_page_is_published(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", id="q1"), live=False)
    page.body[0].value["question"] = "Is it painful?"
    page.save_revision().publish()
    page = FAQPage.objects.get(pk=page.pk)
    assert page.read().questions[0].anchor == "is-it-painful"
    page.body[0].value["question"] = "Does it sting?"
    page.save_revision().publish()
    assert FAQPage.objects.get(pk=page.pk).read().questions[0].anchor == "is-it-painful"


def test_a_revision_from_before_publishing_keeps_the_published_anchor(
    index: FAQIndexPage,
) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", id="q1"))
    first = page.latest_revision
    page.body[0].value["anchor"] = "pain"
    page.save_revision().publish()
    first.publish()
    record = FAQPage.objects.get(pk=page.pk).anchors["q1"]
    assert record == {"anchor": "pain", "aliases": ["will-it-hurt"]}


def test_a_replaced_anchor_still_leads_to_its_question(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", id="q1"))
    page.body[0].value["anchor"] = "pain"
    page.save_revision().publish()
    html = soup("/faqs/steroid-injections/")
    question = html.find(id="pain")
    assert question.find(["h2", "h3"]).text.strip() == "Will it hurt?"
    assert html.find(id="will-it-hurt").find_next_sibling("section") == question


def test_a_copied_page_starts_with_anchors_of_its_own(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", id="q1"))
    copy = page.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False)
    copy = copy.get_latest_revision_as_object()
    assert copy.anchors == {}
    copy.body[0].value["question"] = "Is it painful?"
    assert copy.read().questions[0].anchor == "is-it-painful"


# -- Aliases of pages --------------------------------------------------------------


def test_an_alias_names_its_source_as_canonical_and_is_no_faq_page(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question(id="q1"))
    page.create_alias(update_slug="the-alias")
    html = soup("/faqs/the-alias/")
    assert html.find("link", rel="canonical")["href"] == page.full_url
    assert webpage(html)["@type"] == "MedicalWebPage"
    assert "steroid-injections" in Client().get("/sitemap.xml").content.decode()
    assert "the-alias" not in Client().get("/sitemap.xml").content.decode()


def test_an_alias_has_the_anchors_of_its_source(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", id="q1"))
    page.body[0].value["question"] = "Is it painful?"
    page.save_revision().publish()
    alias = FAQPage.objects.get(pk=page.pk).create_alias(update_slug="the-alias")
    assert alias.read().questions[0].anchor == "will-it-hurt"


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


# -- The index ---------------------------------------------------------------------------


def test_the_index_lists_published_pages_with_their_tldr(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.tldr(), samples.question(), title="Shown")
    samples.faq_page(index, samples.question(), title="Draft", live=False)
    text = soup("/faqs/").get_text(" ")
    assert "Shown" in text
    assert "It is safe and quick." in text
    assert "Draft" not in text


def test_the_index_shows_twenty_pages_at_a_time(index: FAQIndexPage) -> None:
    for number in range(21):
        samples.faq_page(index, samples.question(), title=f"Page {number}")
    assert len(soup("/faqs/").find_all(class_="faq-entry")) == 20
    assert len(soup("/faqs/?page=2").find_all(class_="faq-entry")) == 1
    assert len(soup("/faqs/?page=none").find_all(class_="faq-entry")) == 20


def test_the_index_filters_by_topic(index: FAQIndexPage) -> None:
    topic = Topic.objects.create(name="Back pain", slug="back-pain")
    about = samples.faq_page(index, samples.question(), title="About it")
    about.topics.add(topic)
    about.save()
    samples.faq_page(index, samples.question(), title="Another")
    text = soup("/faqs/?topic=back-pain").get_text(" ")
    assert "About it" in text
    assert "Another" not in text
    assert "Another" in soup("/faqs/?topic=no-such-topic").get_text(" ")


def test_a_draft_is_nowhere_to_be_read(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.question(), live=False)
    assert Client().get("/faqs/steroid-injections/").status_code == 404
    assert "steroid-injections" not in Client().get("/sitemap.xml").content.decode()


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
    sitemap = BeautifulSoup(Client().get("/sitemap.xml").content, "xml")
    changed = {url.loc.text: url.lastmod.text for url in sitemap.find_all("url") if url.lastmod}
    assert changed[page.full_url].startswith(f"{page.last_published_at:%Y-%m-%d}")


def test_a_page_outside_every_site_can_still_be_previewed(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    Site.objects.all().delete()
    page = FAQPage.objects.get(pk=page.pk)
    for mode, _ in page.preview_modes:
        assert page.make_preview_request(preview_mode=mode).status_code == 200
    assert Page.objects.filter(pk=page.pk).exists()
