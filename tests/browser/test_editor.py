"""The editor's form: what is open, what is collapsed, what one click adds."""

import pytest
from playwright.sync_api import Locator, Page, expect
from wagtail.models import Site

from tests.browser.editor import Editor, superuser
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor(page: Page, live_site: Site) -> Editor:
    editor = Editor(page, live_site)
    editor.sign_in(*superuser())
    return editor


def field(block: Locator, name: str) -> Locator:
    return block.locator(f"[data-contentpath={name}]").first


def test_a_new_page_opens_with_a_tldr_and_a_question_laid_out(editor: Editor) -> None:
    editor.go("/admin/")
    samples.index_page()
    editor.go("/admin/")
    editor.click(editor.page.get_by_role("link", name="New FAQ page in FAQs"))
    expect(field(editor.blocks("tldr"), "text")).to_be_visible()
    expect(field(editor.blocks("question"), "question")).to_be_visible()


def test_questions_with_words_load_collapsed_and_the_rest_open(editor: Editor) -> None:
    page = samples.faq_page(
        samples.index_page(),
        samples.tldr(),
        samples.question("Will it hurt?"),
        samples.question("", ""),
        live=False,
    )
    editor.open_page(page.pk)
    expect(field(editor.blocks("tldr"), "text")).to_be_visible()
    expect(editor.blocks("question")).to_have_count(2)
    first, second = editor.blocks("question").all()
    expect(first.get_by_text("Will it hurt?").first).to_be_visible()
    expect(field(first, "answer")).to_be_hidden()
    expect(field(second, "answer")).to_be_visible()


def test_one_click_adds_a_question_after_the_last_one_open(editor: Editor) -> None:
    page = samples.faq_page(
        samples.index_page(), samples.question("One?"), samples.call(button="Book")
    )
    editor.open_page(page.pk)
    editor.click(editor.page.get_by_role("button", name="Add question"))
    expect(editor.blocks("question")).to_have_count(2)
    expect(editor.question_field(1)).to_be_focused()
    kinds = editor.page.locator("input[name^='body-'][name$='-order']").all()
    assert len(kinds) == 3


def test_a_faulty_question_opens_with_the_reason_at_its_field(editor: Editor) -> None:
    page = samples.faq_page(
        samples.index_page(),
        samples.question("One?"),
        samples.question("Two?", ""),
        live=False,
    )
    editor.open_page(page.pk)
    editor.click(editor.page.get_by_role("button", name="More actions"))
    editor.click(editor.page.get_by_role("button", name="Publish", exact=True))
    expect(editor.page.get_by_text("could not be saved")).to_be_visible()
    expect(editor.blocks("question")).to_have_count(2)
    first, second = editor.blocks("question").all()
    expect(field(first, "answer")).to_be_hidden()
    expect(field(second, "answer")).to_be_visible()
    expect(second).to_contain_text("Question 2, “Two?”, has nothing in its “Answer” field.")
