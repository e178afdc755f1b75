"""A visitor with nothing but Tab and Enter gets everywhere."""

import pytest
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Locator, Page, expect
from wagtail.models import Site

from faq_pages.models import FAQPage, Feedback
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db(transaction=True)

# Further than from one end of a page to the other.
FAR = 80


@pytest.fixture
def faq(live_site: Site) -> FAQPage:
    return samples.faq_page(
        samples.index_page(),
        samples.tldr(),
        samples.question("Will it hurt?"),
        samples.question("May I walk?"),
    )


def tab_to(page: Page, where: Locator) -> None:
    """Press Tab until `where` has the focus, with a ring that can be seen."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if where.evaluate("element => element === document.activeElement"):
            outline = where.evaluate(RING)
            assert outline, "Nobody sees where the focus is."
            return
    raise AssertionError(f"{FAR} times Tab, and {where} is not reached.")


RING = """element => {
  const style = getComputedStyle(element);
  return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
}"""


def test_the_skip_link_comes_first_and_leads_past_the_header(page: Page, faq: FAQPage) -> None:
    page.goto(faq.full_url)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_question_is_reached_from_the_contents(page: Page, faq: FAQPage) -> None:
    page.goto(faq.full_url)
    tab_to(page, page.locator(".faq-contents").get_by_role("link", name="May I walk?"))
    page.keyboard.press("Enter")
    assert page.url.endswith("#may-i-walk")
    expect(page.get_by_role("heading", name="May I walk?")).to_be_in_viewport()


def test_feedback_takes_one_key(page: Page, faq: FAQPage) -> None:
    page.goto(faq.full_url)
    tab_to(page, page.locator(".faq-feedback").get_by_role("button", name="No", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    tab_to(page, page.get_by_role("button", name="Will it hurt?"))
    page.keyboard.press("Enter")
    expect(page.locator("form.faq-feedback-questions")).to_have_count(0)
    tab_to(page, page.locator(".faq-thanks-back a"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(faq.full_url)
    assert sorted(Feedback.objects.values_list("question", flat=True)) == ["", "will-it-hurt"]


def test_search_is_reached_and_answers(page: Page, faq: FAQPage) -> None:
    try:
        address = reverse("faq_pages:search")
    except NoReverseMatch:
        pytest.skip("The site has no search.")
    page.goto(faq.full_url.replace(faq.url, address))
    box = page.locator("main input[type=search]")
    if not box.evaluate("element => element === document.activeElement"):
        tab_to(page, box)
    page.keyboard.type("hurt")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=hurt**")
    result = page.locator("main").get_by_role("link", name="Will it hurt?")
    tab_to(page, result)
    page.keyboard.press("Enter")
    page.wait_for_url("**#will-it-hurt")
