"""Wagtail's own Checks panel works on our pages."""

import pytest
from playwright.sync_api import Page, expect
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from tests.browser.editor import Editor, superuser
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
