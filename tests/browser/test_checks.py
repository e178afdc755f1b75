"""Wagtail's own Checks panel works on our pages."""

import re

import pytest
from playwright.sync_api import Page, expect
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from tests.browser.editor import UNTIL_WAGTAIL_LOOKS, Editor, superuser
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_missing_alternative_text_shows_in_the_checks_panel(page: Page, live_site: Site) -> None:
    image = get_image_model().objects.create(title="A hip", file=get_test_image_file())
    planted = samples.block(
        "image",
        {"image": {"image": image.pk, "alt_text": "", "decorative": False}, "caption": ""},
    )
    faq = samples.faq_page(samples.index_page(), samples.question(), planted)
    editor = Editor(page, live_site)
    editor.sign_in(*superuser())
    editor.open_page(faq.pk)
    editor.click(page.get_by_role("button", name="Toggle checks"))
    checks = page.locator("[data-side-panel=checks]")
    expect(checks).to_contain_text("Image without alternative text", timeout=30_000)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            samples.question(answer='<p>See <a linktype="page" id="9999">our page</a>.</p>'),
            "Link without a page",
        ),
        (samples.question("Why?", ""), "Blank, and needed"),
    ],
    ids=["lost link", "blank"],
)
def test_what_the_page_itself_can_tell_shows_in_the_checks_panel(
    page: Page, live_site: Site, question: samples.Block, said: str
) -> None:
    faq = samples.faq_page(samples.index_page(), samples.question(), question, live=False)
    editor = Editor(page, live_site)
    editor.sign_in(*superuser())
    editor.open_page(faq.pk)

    editor.click(page.get_by_role("button", name="Toggle checks"))

    expect(page.locator("[data-side-panel=checks]")).to_contain_text(said, timeout=30_000)


def test_a_page_in_order_has_none_of_these(page: Page, live_site: Site) -> None:
    faq = samples.faq_page(samples.index_page(), samples.tldr(), samples.question())
    editor = Editor(page, live_site)
    editor.sign_in(*superuser())
    editor.open_page(faq.pk)

    editor.click(page.get_by_role("button", name="Toggle checks"))

    checks = page.locator("[data-side-panel=checks]")
    expect(checks.locator("[data-content-word-count]")).to_have_text(
        re.compile("[1-9]"), timeout=30_000
    )
    page.wait_for_timeout(UNTIL_WAGTAIL_LOOKS)
    for words in ("Link without a page", "Blank, and needed"):
        expect(checks).not_to_contain_text(words)
