"""Findings beside the form: each leads to its block, and nothing unsaved is lost."""

import re

import pytest
from playwright.sync_api import FrameLocator, Page, expect
from wagtail.models import Site

from faq_pages.models import FAQIndexPage, FAQPage
from tests.browser.editor import PATIENCE, UNTIL_WAGTAIL_LOOKS, Editor, superuser
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def index(live_site: Site) -> FAQIndexPage:
    return samples.index_page()


@pytest.fixture
def editor(page: Page, live_site: Site) -> Editor:
    editor = Editor(page, live_site)
    editor.sign_in(*superuser())
    return editor


def open_findings(editor: Editor) -> FrameLocator:
    editor.click(editor.page.get_by_role("button", name="Toggle preview"))
    frame = editor.page.frame_locator("#w-preview-iframe")
    expect(frame.locator("h1")).to_be_visible(timeout=PATIENCE)
    # Wagtail ignores a choice while it still loads the one before.
    editor.page.wait_for_timeout(UNTIL_WAGTAIL_LOOKS)
    editor.page.locator("#id_preview_mode").select_option("findings")
    expect(frame.get_by_role("heading", name="Findings")).to_be_visible(timeout=PATIENCE)
    return frame


def follow(frame: FrameLocator, words: str) -> None:
    """Click on the way to the block of the first finding that says `words`, folded or not."""
    finding = frame.locator(".finding", has_text=words).first
    expect(finding).to_be_attached(timeout=PATIENCE)
    if not finding.is_visible():
        frame.locator("summary").first.click()
    finding.get_by_role("link", name="Go to the block").click()


def test_a_finding_leads_to_its_block_and_what_is_not_saved_stays(
    editor: Editor, index: FAQIndexPage
) -> None:
    filler = [samples.question(f"What is number {number}?") for number in range(8)]
    faq = samples.faq_page(index, samples.tldr(), *filler, samples.question("Why?", "<p>So.</p>"))
    first, *_, block = (question.id for question in faq.read().questions)
    page = editor.page
    editor.open_page(faq.pk)
    frame = open_findings(editor)
    # Questions that have words are folded.
    page.locator(f"#block-{first}-section [data-panel-toggle]").first.click()
    editor.type_question(0, "What have I typed and not saved?")

    follow(frame, "“Why?”")

    expect(page).to_have_url(re.compile(f"/edit/#block-{block}-section$"))
    expect(page.locator(f"#block-{block}-section")).to_be_in_viewport()
    expect(editor.question_field(0)).to_have_value("What have I typed and not saved?")


def test_a_block_that_is_folded_and_on_another_tab_is_opened(
    editor: Editor, index: FAQIndexPage
) -> None:
    faq = samples.faq_page(index, samples.question("Why?", "<p>So.</p>"))
    page = editor.page
    editor.open_page(faq.pk)
    frame = open_findings(editor)
    page.get_by_role("tab", name="Trust").click()
    expect(editor.question_field(0)).not_to_be_visible()

    follow(frame, "“Why?”")

    expect(editor.question_field(0)).to_be_visible()


def test_the_same_finding_can_be_followed_again(editor: Editor, index: FAQIndexPage) -> None:
    faq = samples.faq_page(index, samples.question("Why?", "<p>So.</p>"))
    page = editor.page
    editor.open_page(faq.pk)
    frame = open_findings(editor)
    follow(frame, "“Why?”")
    expect(editor.question_field(0)).to_be_visible()
    page.get_by_role("tab", name="Trust").click()
    expect(editor.question_field(0)).not_to_be_visible()

    follow(frame, "“Why?”")

    expect(editor.question_field(0)).to_be_visible()


def test_a_new_page_has_findings_while_it_is_typed_and_loses_no_word(
    editor: Editor, index: FAQIndexPage
) -> None:
    page = editor.page
    editor.open_new_page(index.pk)
    editor.title("Knees")
    editor.type_question(0, "Why rest")
    editor.type_answer(0, "See above.")
    frame = open_findings(editor)

    follow(frame, "“Why rest”")

    expect(page).to_have_url(re.compile("#block-.*-section$"))
    expect(editor.question_field(0)).to_have_value("Why rest")
    editor.autosaves(lambda: FAQPage.objects.latest("pk").title, "Knees")
    editor.type_question(0, "Why rest so long")
    follow(frame, "“Why rest so long”")
    expect(editor.question_field(0)).to_have_value("Why rest so long")
