"""Everything that people do works under the site's policies, in a real browser.

Each test fails if the browser reports that a policy stopped anything on the way.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Page, Response, expect
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from tests.browser import violations
from tests.browser.editor import UNTIL_WAGTAIL_LOOKS, Editor, superuser
from tests.faq_pages import samples
from tests.home import pages

pytestmark = pytest.mark.django_db(transaction=True)

DOCUMENT = Path(__file__).parents[1] / "files" / "import" / "ear-wax-google-docs.docx"


@pytest.fixture(autouse=True)
def told(page: Page) -> Iterator[list[str]]:
    """What the browser has told of broken policies so far; at the end it has to be nothing."""
    with violations.none_expected(page.context) as found:
        yield found


@pytest.fixture
def editor(page: Page, live_site: Site) -> Editor:
    editor = Editor(page, live_site)
    editor.sign_in(*superuser())
    return editor


def search_address() -> list[str]:
    try:
        return [reverse("faq_pages:search") + "?q=hurt"]
    except NoReverseMatch:
        return []


# -- Visitors ----------------------------------------------------------------------


def test_public_pages_break_no_policy(page: Page, live_site: Site) -> None:
    home = pages.home_page(introduction="<p>Welcome.</p>", image=pages.picture())
    pages.contact_page(home)
    pages.content_page(home, "Pain", body=[("text", "<p>Words.</p>")])
    faq = samples.faq_page(
        samples.index_page(), samples.question(), cover_image=pages.picture(), cover_alt="A hip"
    )
    thanks = f"/feedback/{faq.pk}/thanks/?answer=no"
    addresses = ["/", "/contact/", "/pain/", "/faqs/", faq.url, thanks, "/nowhere/"]
    for address in [*addresses, *search_address()]:
        answer = page.goto(f"{live_site.root_url}{address}", wait_until="networkidle")
        assert isinstance(answer, Response)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert page.locator("h1").count() == 1


def test_a_violation_would_be_seen(page: Page, live_site: Site, told: list[str]) -> None:
    """The other tests prove nothing if the browser did not tell."""
    pages.home_page()
    page.goto(live_site.root_url)
    page.evaluate(ADD_SCRIPT)
    page.wait_for_timeout(100)
    assert any(words.startswith("violation of script-src-elem") for words in told)
    assert page.evaluate("window.ran") is None
    told.clear()


ADD_SCRIPT = """document.head.append(
  Object.assign(document.createElement('script'), {textContent: 'window.ran = true'}))"""


# -- Editors -----------------------------------------------------------------------


def test_the_user_bar_opens_on_the_live_page_with_its_checks(page: Page, editor: Editor) -> None:
    faq = samples.faq_page(samples.index_page(), samples.question())
    editor.go(faq.url)
    editor.click(page.get_by_role("button", name="View Wagtail quick actions"))
    expect(page.get_by_role("menuitem", name="Edit this page")).to_be_visible()
    checks = page.locator("#checker-trigger")
    expect(checks).to_be_visible()
    editor.click(checks)
    expect(page.locator("#checker-results").first).to_be_attached()
    page.wait_for_timeout(UNTIL_WAGTAIL_LOOKS)


def test_preview_and_checks_work_beside_the_form(page: Page, editor: Editor) -> None:
    image = get_image_model().objects.create(title="A hip", file=get_test_image_file())
    without_alt = {"image": {"image": image.pk, "alt_text": "", "decorative": False}}
    faq = samples.faq_page(
        samples.index_page(),
        samples.question("Will it hurt?"),
        samples.block("image", {**without_alt, "caption": ""}),
    )
    editor.open_page(faq.pk)
    editor.click(page.get_by_role("button", name="Toggle preview"))
    frame = page.frame_locator("#w-preview-iframe")
    expect(frame.locator("h1")).to_have_text(faq.title, timeout=20_000)
    expect(frame.locator(".faq-question")).to_have_count(1)
    for mode, words in PREVIEWS.items():
        page.locator("#id_preview_mode").select_option(mode)
        expect(frame.locator("body")).to_contain_text(words, timeout=20_000)
        # Wagtail ignores a choice while it still loads the one before.
        page.wait_for_timeout(UNTIL_WAGTAIL_LOOKS)
    editor.click(page.get_by_role("button", name="Toggle checks"))
    checks = page.locator("[data-side-panel=checks]")
    expect(checks).to_contain_text("Image without alternative text", timeout=30_000)
    expect(checks.locator("[data-content-word-count]")).to_have_text(re.compile("[1-9]"))
    expect(
        page.locator("[data-side-panel-toggle=checks] [data-side-panel-toggle-counter]")
    ).to_have_text(re.compile("[1-9]"))


# The mode that shows the page comes last, since Checks look at what is shown.
PREVIEWS = {
    "print": "Will it hurt?",
    "search": "Steroid injections",
    "machines": "What machines read",
    "findings": "to look at first",
    "reading": "Flesch-Kincaid grade",
    "markdown": "# Steroid injections",
    "": "On this page",
}


def test_writing_linking_choosing_and_uploading_work(page: Page, editor: Editor) -> None:
    index = samples.index_page()
    editor.open_new_page(index.pk)
    editor.title("Getting ready")
    editor.type_question(0, "What do I bring?")
    editor.type_answer(0, "Your insurance card.")
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+B")
    page.keyboard.press("Control+K")
    editor.choose_page("FAQs")
    editor.click(page.get_by_role("button", name="Add question"))
    expect(editor.blocks("question")).to_have_count(2)
    editor.click(page.get_by_role("tab", name="Trust"))
    editor.click(page.get_by_role("button", name="Add page"))
    editor.click(page.get_by_role("tab", name="Settings"))
    editor.click(
        page.get_by_role("button", name="Set schedule")
        .or_(page.get_by_role("button", name="Toggle status"))
        .first
    )
    page.wait_for_timeout(UNTIL_WAGTAIL_LOOKS)


def test_an_image_is_uploaded_in_the_chooser(page: Page, editor: Editor, tmp_path: Path) -> None:
    file = tmp_path / "hip.png"
    file.write_bytes(get_test_image_file().file.getvalue())
    faq = samples.faq_page(samples.index_page(), samples.question())
    editor.open_page(faq.pk)
    editor.click(page.locator("[data-panel-toggle][aria-controls*=cover_image]").first)
    editor.click(page.get_by_role("button", name="Choose an image").first)
    modal = page.locator(".modal-content")
    editor.click(modal.get_by_role("tab", name="Upload"))
    modal.get_by_label("File").set_input_files(file)
    modal.get_by_label("Title").fill("A hip")
    editor.click(modal.get_by_role("button", name="Upload"))
    expect(modal).to_have_count(0)
    expect(page.locator("#panel-child-content-cover_image-section")).to_contain_text("A hip")


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/images/multiple/add/",
        "/admin/reports/feedback/",
        "/admin/reports/aging-pages/",
        "/admin/snippets/faq_pages/topic/add/",
        "/admin/settings/faq_pages/faqsettings/",
        "/admin/account/",
        "/admin/pages/",
        "/admin/users/",
    ],
)
def test_the_screens_of_the_admin_break_no_policy(page: Page, editor: Editor, address: str) -> None:
    samples.index_page()
    page.goto(f"{editor.root}{address}", wait_until="networkidle")
    expect(page.locator("main, .content-wrapper").first).to_be_visible()
    page.wait_for_timeout(500)


def test_many_images_are_uploaded_at_once(page: Page, editor: Editor, tmp_path: Path) -> None:
    file = tmp_path / "hip.png"
    file.write_bytes(get_test_image_file().file.getvalue())
    editor.go("/admin/images/multiple/add/")
    page.locator("input[type=file]").first.set_input_files([file])
    expect(page.get_by_role("button", name="Update").first).to_be_visible(timeout=20_000)


def test_the_import_shows_its_pictures(page: Page, editor: Editor) -> None:
    index = samples.index_page()
    editor.go(f"/admin/faq/{index.pk}/import-a-document/")
    page.get_by_label("File").set_input_files(DOCUMENT)
    editor.click(page.get_by_role("button", name="Read the document"))
    picture = page.get_by_role("img", name="A cotton bud in an ear canal")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
