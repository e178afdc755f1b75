"""An anchor's whole life, in a real editor with autosave on."""

import pytest
from playwright.sync_api import Page
from wagtail.models import Site

from faq_pages.models import FAQPage
from tests.browser.editor import Editor, superuser
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db(transaction=True)


def anchors(page: FAQPage) -> list[str]:
    return [question.anchor for question in page.read().questions]


def draft_anchors() -> list[str]:
    return anchors(FAQPage.objects.latest("pk").get_latest_revision_as_object())


def test_an_anchor_follows_the_words_and_stays_once_published(page: Page, live_site: Site) -> None:
    index = samples.index_page()
    editor = Editor(page, live_site)
    editor.sign_in(*superuser())

    # Typed slowly, so that autosave catches half a question several times.
    editor.open_new_page(index.pk)
    editor.title("Injections")
    editor.type_question(0, "Will it hurt much?", delay=120)
    editor.type_answer(0, "A little.")
    editor.autosaves(draft_anchors, ["will-it-hurt-much"])

    editor.type_question(0, "Is it painful?")
    editor.autosaves(draft_anchors, ["is-it-painful"])

    duplicate = editor.blocks("question").first.get_by_role("button", name="Duplicate").first
    editor.click(duplicate)
    editor.autosaves(draft_anchors, ["is-it-painful", "is-it-painful-2"])
    editor.type_question(1, "How long does it take?")
    editor.autosaves(draft_anchors, ["is-it-painful", "how-long-does-it-take"])

    editor.publish()
    published = FAQPage.objects.get()
    assert anchors(published) == ["is-it-painful", "how-long-does-it-take"]

    editor.open_page(published.pk)
    editor.blocks("question").first.locator("[data-panel-toggle]").first.click()
    editor.type_question(0, "Does it sting?")
    editor.publish()
    assert anchors(FAQPage.objects.get()) == ["is-it-painful", "how-long-does-it-take"]
    page.goto(f"{live_site.root_url}/faqs/injections/#is-it-painful")
    assert "Does it sting?" in page.locator("#is-it-painful").inner_text()

    # The copy is a new page: its anchors are those of its own words.
    editor.go(f"/admin/pages/{published.pk}/copy/")
    page.get_by_label("New slug").fill("a-copy")
    editor.click(page.get_by_role("button", name="Copy this page"))
    copy = FAQPage.objects.get(slug="a-copy").get_latest_revision_as_object()
    assert anchors(copy) == ["does-it-sting", "how-long-does-it-take"]


def test_an_anchor_typed_for_one_question_does_not_go_to_its_duplicate(
    page: Page, live_site: Site
) -> None:
    index = samples.index_page()
    samples.faq_page(index, samples.question("Will it hurt?", anchor="pain"))
    editor = Editor(page, live_site)
    editor.sign_in(*superuser())
    editor.open_page(FAQPage.objects.get().pk)
    editor.click(editor.blocks("question").first.get_by_role("button", name="Duplicate").first)
    editor.autosaves(draft_anchors, ["pain", "will-it-hurt"])
