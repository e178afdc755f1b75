"""The findings of a draft, in the preview beside the editor."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from faq_pages.models import FAQIndexPage, FAQPage
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db


def preview(
    client: Client, url: str, data: dict[str, Any], mode: str = "findings"
) -> BeautifulSoup:
    """What the preview shows for a form as it was posted, unsaved."""
    posted = client.post(url, data)
    assert posted.json()["is_available"], posted.content
    response = client.get(f"{url}?mode={mode}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_a_new_page_is_judged_before_it_is_saved(editor: Client, index: FAQIndexPage):
    url = reverse("wagtailadmin_pages:preview_on_add", args=["faq_pages", "faqpage", index.pk])
    thin = samples.question("Why?", "<p>So.</p>")

    found = preview(editor, url, samples.form_data("Knees", thin))

    messages = [message.get_text() for message in found.select(".finding-message")]
    assert [message for message in messages if "“Why?”" in message]
    assert FAQPage.objects.count() == 0


def test_a_finding_leads_to_its_block_in_the_editor_that_shows_the_preview(
    editor: Client, index: FAQIndexPage
):
    page = samples.faq_page(index, samples.question())
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    thin = samples.question("Why?", "<p>So.</p>")

    found = preview(editor, url, samples.form_data("Knees", thin))

    links = {(link["href"], link["target"]) for link in found.select("a.finding-link")}
    assert (f"/admin/pages/{page.pk}/edit/#block-{thin['id']}-section", "_top") in links


def test_the_unsaved_words_are_judged_and_not_the_published_ones(
    editor: Client, index: FAQIndexPage
):
    page = samples.faq_page(index, samples.question("Why?", "<p>So.</p>"))
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    mended = samples.question("Why does it help?", f"<p>{'It calms the joint. ' * 6}</p>")

    found = preview(editor, url, samples.form_data("Knees", mended))

    assert "“Why?”" not in found.get_text()


def test_a_draft_is_judged_as_visitors_would_get_it_without_what_a_preview_adds(
    editor: Client, index: FAQIndexPage
):
    page = samples.faq_page(index, samples.question())
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    found = preview(
        editor, url, samples.form_data("Knees", samples.question(), samples.question("", ""))
    )

    assert not found.select(".finding-error")


def test_an_editor_sees_five_things_first_and_the_rest_folded(editor: Client, index: FAQIndexPage):
    page = samples.faq_page(index, samples.question())
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    blocks = [samples.question(f"Why {number}", "<p>See above.</p>") for number in range(6)]

    found = preview(editor, url, samples.form_data("Knees", *blocks))

    shown = found.select("main > ol.findings > li")
    assert len(shown) == 5
    assert len(found.select("details li.finding")) > 3


def test_the_same_question_elsewhere_and_a_link_to_nowhere_are_known(
    editor: Client, index: FAQIndexPage
):
    samples.faq_page(index, samples.question("Will it hurt?"), title="Elsewhere")
    page = samples.faq_page(index, samples.question("May I walk?"))
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    asked = samples.question(
        "Will it hurt?", '<p>Only a little, as <a href="/faqs/nowhere/">we say</a> there.</p>'
    )

    text = preview(editor, url, samples.form_data("Knees", asked)).get_text(" ")

    assert "/faqs/elsewhere/#will-it-hurt" in text
    assert "/faqs/nowhere/" in text


def test_hostile_words_are_harmless(editor: Client, index: FAQIndexPage):
    page = samples.faq_page(index, samples.question())
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    hostile = samples.question("<script>alert(1)</script>?", "<p>So.</p>")

    found = preview(editor, url, samples.form_data("<img src=x onerror=alert(1)>", hostile))

    assert not found.select("main script")
    assert not found.select("main img")


def test_how_each_text_reads_is_shown_with_its_longest_sentences_and_hardest_words(
    editor: Client, index: FAQIndexPage
):
    page = samples.faq_page(index, samples.question())
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    short = "The knee rests."
    long = "Physiotherapy for the sacroiliac joint continues for several weeks after the visit."
    asked = samples.question("What follows?", f"<p>{short} {long}</p>")

    found = preview(editor, url, samples.form_data("Physiotherapy", asked), mode="reading")

    (text,) = found.select("section.reading")
    figures = text.select_one(".figures").get_text(" ", strip=True)
    assert "Flesch-Kincaid grade" in figures
    assert "SMOG grade" in figures
    assert "LIX" in figures
    assert text.select_one("li").get_text() == long
    hardest = text.select("p")[0].get_text()
    assert "sacroiliac" in hardest
    assert "physiotherapy" not in hardest.lower()


def test_the_preview_of_a_reviser_leads_to_no_editor(editor: Client, index: FAQIndexPage):
    page = samples.faq_page(index, samples.question("Why?", "<p>So.</p>"))
    url = reverse("wagtailadmin_pages:view_draft", args=[page.pk])

    found = BeautifulSoup(editor.get(f"{url}?mode=findings").content, "html.parser")

    assert not found.select("a.finding-link")
