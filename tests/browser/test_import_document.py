"""A document on its way to patients: by upload, by paste, and without scripts."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_playwright.pytest_playwright import CreateContextCallback
from wagtail.models import Site

from demo import accounts
from faq_pages.models import DocumentUpload, FAQPage
from tests.browser.demo_site import copy, credentials, load_demo_at, sign_in
from tests.browser.editor import Editor, superuser
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db(transaction=True)

FILES = Path(__file__).parents[1] / "files"
WRIST = FILES / "import" / "wrist-fracture-pictures.docx"
EAR_WAX = FILES / "import" / "ear-wax-google-docs.docx"
QUESTIONS = [
    "What does a cast do?",
    "Which exercises are safe in a cast?",
    "How do I shower?",
]


@pytest.fixture
def editor(page: Page, live_site: Site) -> Editor:
    """A superuser at the screen that takes a document."""
    index = samples.index_page()
    editor = Editor(page, live_site)
    editor.sign_in(*superuser())
    editor.go(f"/admin/faq/{index.pk}/import-a-document/")
    return editor


def test_an_uploaded_word_document_becomes_a_page_with_its_picture(
    page: Page, live_site: Site
) -> None:
    load_demo_at(live_site)
    editor = Editor(page, live_site)
    sign_in(editor, accounts.EDITOR)
    editor.click(page.get_by_role("link", name="Import a document").first)
    page.get_by_label("File").set_input_files(EAR_WAX)
    editor.click(page.get_by_role("button", name="Read the document"))
    assert len(questions_of(recognised(page))) == 3
    assert is_drawn(recognised(page).get_by_role("img", name="A cotton bud in an ear canal"))
    editor.click(page.get_by_role("button", name="Make the draft"))
    expect(page.get_by_text("is a draft now")).to_contain_text("3 questions")

    draft = FAQPage.objects.latest("pk")
    sign_in(editor, accounts.PUBLISHER)
    editor.open_page(draft.pk)
    editor.publish()

    page.context.clear_cookies()
    page.goto(FAQPage.objects.get(pk=draft.pk).full_url)
    assert len(questions_of(page.locator("main"))) == 3
    assert is_drawn(page.get_by_role("img", name="A cotton bud in an ear canal"))


@pytest.mark.parametrize("program", ["word", "google-docs"])
def test_pasted_rich_text_keeps_its_questions_lists_links_and_table(
    editor: Editor, page: Page, program: str
) -> None:
    html = (FILES / "clipboard" / f"{program}.html").read_text()
    copy(editor, "Only the words, as plain text", html)
    editor.click(page.locator(".faq-paste"))
    page.keyboard.press("Control+V")
    editor.click(page.get_by_role("button", name="Read the document"))

    review = recognised(page)
    assert len(questions_of(review)) == 3
    expect(review.locator("li li")).to_have_count(2)
    link = review.get_by_role("link")
    expect(link).to_have_attribute("href", ADDRESSES[program])
    expect(review.locator("table tr").first).to_have_text(HEADERS[program])


ADDRESSES = {
    "word": "https://www.example.org/elbow",
    "google-docs": "https://www.example.org/dopamine",
}
HEADERS = {"word": "TreatmentWeeks", "google-docs": "StepWhen"}


def test_words_typed_after_a_paste_are_in_the_document(editor: Editor, page: Page) -> None:
    copy(editor, "Tea", "<h1>Tea</h1><h2>Is it hot?</h2><p>Often, but not</p>")
    editor.click(page.locator(".faq-paste"))
    page.keyboard.press("Control+V")
    page.keyboard.type(" always.")
    editor.click(page.get_by_role("button", name="Read the document"))
    assert questions_of(recognised(page)) == ["Is it hot?"]
    expect(recognised(page)).to_contain_text("Often, but not always.")


def test_what_was_pasted_stays_when_a_file_is_refused(editor: Editor, page: Page) -> None:
    copy(editor, "Tea\n\nIs it hot?\n\nOften.", "<h1>Tea</h1><h2>Is it hot?</h2><p>Often.</p>")
    box = page.locator(".faq-paste")
    editor.click(box)
    page.keyboard.press("Control+V")
    page.get_by_label("File").set_input_files(FILES / "import" / "truncated-word.docx")
    editor.click(page.get_by_role("button", name="Read the document"))
    expect(page.get_by_text("is damaged or not complete")).to_be_visible()
    expect(page.get_by_label("File")).to_be_focused()
    expect(box).to_contain_text("Is it hot?")
    editor.click(page.get_by_role("button", name="Read the document"))
    assert questions_of(recognised(page)) == ["Is it hot?"]


def test_a_file_that_is_too_large_is_named_before_it_is_sent(
    live_site: Site, page: Page, settings: Any
) -> None:
    settings.FAQ_PAGES_MAX_DOCUMENT_BYTES = 100
    index = samples.index_page()
    editor = Editor(page, live_site)
    editor.sign_in(*superuser())
    editor.go(f"/admin/faq/{index.pk}/import-a-document/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))

    too_large = page.get_by_text("This document is larger than the limit.")
    expect(too_large).to_be_hidden()
    page.get_by_label("File").set_input_files(WRIST)
    expect(too_large).to_be_visible()
    editor.click(page.get_by_role("button", name="Read the document"))
    expect(page.get_by_label("File")).to_be_focused()
    assert "POST" not in sent

    page.get_by_label("File").set_input_files([])
    expect(too_large).to_be_hidden()


def test_whoever_is_signed_out_meanwhile_is_asked_to_sign_in(editor: Editor, page: Page) -> None:
    page.get_by_label("File").set_input_files(WRIST)
    page.context.clear_cookies(name="sessionid")
    editor.click(page.get_by_role("button", name="Read the document"))
    page.wait_for_url("**/admin/login/?next=**/import-a-document/")


def test_a_document_is_uploaded_without_scripts(
    new_context: CreateContextCallback, live_site: Site
) -> None:
    load_demo_at(live_site)
    index = FAQPage.objects.first().get_parent()
    page = new_context(java_script_enabled=False).new_page()
    name, password = credentials(accounts.EDITOR)
    page.goto(f"{live_site.root_url}/admin/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"{live_site.root_url}/admin/faq/{index.pk}/import-a-document/")
    page.get_by_label("File").set_input_files(WRIST)
    page.get_by_role("button", name="Read the document").click()
    assert questions_of(recognised(page)) == QUESTIONS
    page.get_by_role("button", name="Make the draft").click()
    assert FAQPage.objects.filter(title="Broken Wrist FAQs", live=False).exists()
    assert not DocumentUpload.objects.exists()


def test_plain_text_is_pasted_without_scripts(
    new_context: CreateContextCallback, live_site: Site
) -> None:
    index = samples.index_page()
    name, password = superuser()
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_site.root_url}/admin/login/?next=/admin/faq/{index.pk}/import-a-document/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Or paste the document").fill("Tea\n\nIs it hot?\n\nOften.")
    page.get_by_role("button", name="Read the document").click()
    assert questions_of(recognised(page)) == ["Is it hot?"]


# -- In short --------------------------------------------------------------------


def recognised(page: Page) -> Locator:
    return page.get_by_role("region", name="Recognised")


def questions_of(where: Locator) -> list[str]:
    where.wait_for()
    return where.locator("h2, h3").filter(has_text="?").all_inner_texts()


def is_drawn(picture: Locator) -> bool:
    """Whether the browser has a picture there, and not the sign of a broken one."""
    picture.scroll_into_view_if_needed()
    width = "image => image.decode().then(() => image.naturalWidth)"
    return bool(picture.evaluate(width))
