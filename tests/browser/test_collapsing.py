"""Answers that fold: only where editors ask, and never so that somebody misses one."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import BrowserContext, Page, expect
from wagtail.models import Site

from faq_pages.models import FAQPage
from tests.faq_pages import samples

pytestmark = pytest.mark.browser

LONG = "".join(f"<p>Line {number} of a long answer.</p>" for number in range(12))


@pytest.fixture
def folded(live_site: Site) -> FAQPage:
    """A page that folds its answers, one of which had another anchor before."""
    page = samples.faq_page(
        samples.index_page(),
        samples.question("Will it hurt?", f"<p>A little.</p>{LONG}", id="q1"),
        samples.heading("Afterwards"),
        samples.question("May I drive?", f"<p>After a week, with care.</p>{LONG}", id="q2"),
        samples.question("When to call?", parts=[samples.callout()], id="q3"),
        collapses_answers=True,
    )
    page.body[2].value["anchor"] = "driving"
    page.save_revision().publish()
    return FAQPage.objects.get(pk=page.pk)


@pytest.fixture
def address(folded: FAQPage) -> str:
    return str(folded.full_url)


def toggle(page: Page, question: str):
    return page.get_by_role("button", name=question, exact=True)


def answer(page: Page, words: str):
    return page.get_by_text(words, exact=True)


def test_the_script_is_small() -> None:
    path = finders.find("faq_pages/collapse.js")
    assert Path(str(path)).stat().st_size <= 1536


def test_only_pages_that_ask_for_it_load_the_script(folded: FAQPage, address: str, page: Page):
    page.goto(address)
    assert page.locator("script[src*='collapse']").count() == 1
    folded.collapses_answers = False
    folded.save_revision().publish()
    page.goto(address)
    assert page.locator("script[src*='collapse']").count() == 0
    expect(answer(page, "A little.")).to_be_visible()
    assert page.locator(".faq-body button[aria-expanded]").count() == 0


def test_a_keyboard_opens_and_closes_an_answer(address: str, page: Page):
    page.goto(address)
    button = toggle(page, "Will it hurt?")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(answer(page, "A little.")).not_to_be_visible()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(answer(page, "A little.")).to_be_visible()
    expect(page.locator(f"#{button.get_attribute('aria-controls')}")).to_contain_text("A little.")
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(answer(page, "A little.")).not_to_be_visible()
    expect(button).to_be_focused()


def test_the_heading_stays_one_and_says_the_question(address: str, page: Page):
    page.goto(address)
    heading = page.get_by_role("heading", name="Will it hurt?", exact=True)
    assert heading.text_content() == "Will it hurt?"
    assert page.get_by_role("link", name="Link to: Will it hurt?").count() == 1


def test_what_is_urgent_is_never_folded(address: str, page: Page):
    page.goto(address)
    expect(page.get_by_text("Call us at once.")).to_be_visible()
    assert toggle(page, "When to call?").count() == 0


def test_one_button_opens_all_and_closes_them_again(address: str, page: Page):
    page.goto(address)
    page.get_by_role("button", name="Show all answers").click()
    expect(answer(page, "A little.")).to_be_visible()
    expect(answer(page, "After a week, with care.")).to_be_visible()
    page.get_by_role("button", name="Hide all answers").click()
    expect(answer(page, "A little.")).not_to_be_visible()
    toggle(page, "Will it hurt?").click()
    toggle(page, "May I drive?").click()
    assert page.get_by_role("button", name="Hide all answers").count() == 1


@pytest.mark.parametrize("anchor", ["driving", "may-i-drive"])
def test_an_address_opens_its_question_an_old_one_too(address: str, page: Page, anchor: str):
    page.goto(f"{address}#{anchor}")
    expect(answer(page, "After a week, with care.")).to_be_visible()
    expect(answer(page, "A little.")).not_to_be_visible()
    expect(toggle(page, "May I drive?")).to_be_in_viewport()
    mark = page.locator("#driving > .faq-question-head")
    assert mark.evaluate("head => getComputedStyle(head).borderInlineStartWidth") == "4px"


def test_an_address_that_changes_opens_its_question(address: str, page: Page):
    page.goto(address)
    page.evaluate("location.hash = 'may-i-drive'")
    expect(answer(page, "After a week, with care.")).to_be_visible()
    # Once more to the same place, after the reader has closed it.
    toggle(page, "May I drive?").click()
    page.evaluate("location.hash = 'will-it-hurt'")
    page.get_by_role("navigation", name="On this page").get_by_text("May I drive?").click()
    expect(answer(page, "After a week, with care.")).to_be_visible()
    toggle(page, "May I drive?").click()
    page.get_by_role("navigation", name="On this page").get_by_text("May I drive?").click()
    expect(answer(page, "After a week, with care.")).to_be_visible()


def test_an_address_that_is_not_one_breaks_nothing(address: str, page: Page):
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}#%")
    page.evaluate("location.hash = '#%E0%A4%A'")
    expect(page.get_by_role("button", name="Show all answers")).to_be_visible()
    toggle(page, "Will it hurt?").click()
    expect(answer(page, "A little.")).to_be_visible()
    page.evaluate("location.hash = 'may-i-drive'")
    expect(answer(page, "After a week, with care.")).to_be_visible()
    assert errors == []


def test_a_link_that_leads_elsewhere_opens_nothing_here(address: str, page: Page):
    """To the same anchor of another page, or into another tab."""
    page.goto(address)
    page.evaluate("""
        for (const href of ['/faqs/other/#driving', '?other=1#driving']) {
          const link = document.createElement('a');
          link.href = link.textContent = href;
          link.addEventListener('click', (event) => event.preventDefault());
          document.querySelector('h1').append(link);
        }
    """)
    for link in page.locator("h1 a").all():
        link.click()
    here = page.get_by_role("navigation", name="On this page").get_by_text("May I drive?")
    with page.context.expect_page():
        here.click(modifiers=["Control"])
    # Also when the address is the link's already.
    here.click()
    expect(answer(page, "After a week, with care.")).to_be_visible()
    toggle(page, "May I drive?").click()
    with page.context.expect_page():
        here.click(modifiers=["Control"])
    expect(toggle(page, "May I drive?")).to_have_attribute("aria-expanded", "false")


def test_a_link_that_leads_elsewhere_scrolls_nothing_here(address: str, page: Page):
    page.goto(address)
    here = page.get_by_role("navigation", name="On this page").get_by_text("May I drive?")
    with page.context.expect_page():
        here.click(modifiers=["Control"])
    expect(toggle(page, "May I drive?")).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("scrollY") == 0


def test_a_search_in_the_page_finds_and_opens(address: str, page: Page):
    """By the browser's own road: a text fragment searches as "find in page" does."""
    page.goto(f"{address}#:~:text=After%20a%20week")
    expect(answer(page, "After a week, with care.")).to_be_visible()
    expect(toggle(page, "May I drive?")).to_have_attribute("aria-expanded", "true")


def test_where_a_search_would_not_find_them_all_answers_stay_open(
    address: str, context: BrowserContext
):
    context.add_init_script("""
        for (let type = HTMLElement.prototype; type; type = Object.getPrototypeOf(type)) {
          delete type.onbeforematch;
        }
    """)
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("'onbeforematch' in document.body") is False
    expect(answer(page, "A little.")).to_be_visible()
    expect(answer(page, "After a week, with care.")).to_be_visible()
    assert page.locator(".faq-body > button, .faq-question button").count() == 0


def test_without_scripts_all_answers_are_open(address: str, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address)
    expect(answer(page, "A little.")).to_be_visible()
    expect(answer(page, "After a week, with care.")).to_be_visible()
    assert page.locator(".faq-body button[aria-expanded]").count() == 0


def test_nothing_is_seen_to_fold(address: str, page: Page):
    """The script runs before the first paint, so nothing jumps."""
    page.add_init_script("""
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shift += entry.value;
        }).observe({type: 'layout-shift', buffered: true});
    """)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") == 0
