"""The search box in a browser: with a script it suggests, without one it searches."""

import pytest
from playwright.sync_api import Page, expect
from wagtail.models import Site

from tests.faq_pages import samples

pytestmark = pytest.mark.browser


@pytest.fixture
def address(live_site: Site) -> str:
    index = samples.index_page()
    samples.faq_page(
        index,
        samples.question("Will it hurt?", "<p>A little, for a day.</p>"),
        samples.question("When can I drive again?", "<p>After two weeks.</p>"),
    )
    return f"{live_site.root_url}/faqs/"


def box(page: Page):
    return page.get_by_label("What would you like to know?")


def test_the_arrow_keys_choose_a_suggestion_and_enter_leads_to_its_answer(address, page: Page):
    page.goto(address)
    box(page).press_sequentially("when can i dr")
    option = page.get_by_role("option", name="When can I drive again?")
    expect(option).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "true")
    box(page).press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    active = option.get_attribute("id")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-activedescendant", active or "")
    box(page).press("Enter")
    page.wait_for_url("**/faqs/steroid-injections/#when-can-i-drive-again")


def test_a_suggestion_can_be_clicked(address, page: Page):
    page.goto(address)
    box(page).press_sequentially("hurt")
    page.get_by_role("option", name="Will it hurt?").click()
    page.wait_for_url("**/#will-it-hurt")


def test_escape_and_leaving_close_the_list_and_the_words_stay(address, page: Page):
    page.goto(address)
    box(page).press_sequentially("hurt")
    expect(page.get_by_role("option").first).to_be_visible()
    box(page).press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert box(page).input_value() == "hurt"
    box(page).press_sequentially("s")
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(page.get_by_role("listbox")).to_be_hidden()


def slow(page: Page) -> None:
    """Let answers come late, from here, whatever is asked."""
    page.add_init_script("""
        window.answered = 0;
        window.fetch = () => new Promise((resolve) => setTimeout(() => {
          window.answered += 1;
          resolve({ok: true, json: () => ({questions: [{question: 'Will it hurt?', url: '#x'}]})});
        }, 400));
    """)


def test_nothing_opens_once_the_box_has_lost_the_focus(address, page: Page):
    slow(page)
    page.goto(address)
    # Before it is asked, and while it is being asked.
    for wait in (0, 250):
        box(page).fill("hurt")
        page.wait_for_timeout(wait)
        page.get_by_role("heading", level=1).click()
        page.wait_for_timeout(700)
        expect(page.get_by_role("listbox")).to_be_hidden()
        expect(page.get_by_label("What would you like to know?")).to_have_attribute(
            "aria-expanded", "false"
        )
    assert page.evaluate("window.answered") == 1


def test_words_that_a_script_puts_into_the_box_suggest_nothing(address, page: Page):
    slow(page)
    page.goto(address)
    box(page).evaluate(
        "box => { box.value = 'hurt'; box.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    page.wait_for_timeout(700)
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert page.evaluate("window.answered") == 0


def test_escape_cancels_what_has_not_come_yet_and_the_words_stay(address, page: Page):
    slow(page)
    page.goto(address)
    for wait in (0, 250):
        box(page).fill("hurt")
        page.wait_for_timeout(wait)
        box(page).press("Escape")
        page.wait_for_timeout(700)
        expect(page.get_by_role("listbox")).to_be_hidden()
        assert box(page).input_value() == "hurt"
    # Of the first, too, where the machine is so busy that Escape came after the pause in typing.
    assert page.evaluate("window.answered") in {1, 2}


def test_only_the_first_button_of_the_mouse_follows_a_suggestion(address, page: Page):
    page.goto(address)
    box(page).press_sequentially("hurt")
    option = page.get_by_role("option", name="Will it hurt?")
    for button in ("right", "middle"):
        option.click(button=button)
        page.wait_for_timeout(300)
        assert page.url == address


def test_enter_without_a_choice_searches_for_what_was_typed(address, page: Page):
    page.goto(address)
    box(page).press_sequentially("driveing")
    box(page).press("Enter")
    page.wait_for_url("**/search/?q=driveing")
    expect(page.get_by_role("link", name="When can I drive again?")).to_be_visible()


def test_hostile_words_are_only_words(live_site, page: Page):
    index = samples.index_page()
    samples.faq_page(index, samples.question("Is <img src=x onerror=alert(1)> safe?"))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{live_site.root_url}/faqs/")
    box(page).press_sequentially("safe")
    expect(page.get_by_role("option")).to_have_text("Is <img src=x onerror=alert(1)> safe?")
    box(page).press("Enter")
    page.wait_for_url("**/search/**")
    expect(page.get_by_role("heading", name="Is <img")).to_be_visible()


def test_without_a_script_the_box_leads_to_the_same_page(address, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    box(page).fill("drive")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="When can I drive again?").click()
    page.wait_for_url("**/faqs/steroid-injections/#when-can-i-drive-again")
    context.close()
