"""One tap on a phone: without a script, without a cookie."""

from typing import Any

import pytest
from playwright.sync_api import Page, Response, expect
from pytest_playwright.pytest_playwright import CreateContextCallback
from wagtail.models import Site

from faq_pages.models import FAQPage, Feedback
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def faq(live_site: Site) -> FAQPage:
    return samples.faq_page(
        samples.index_page(), samples.question("Will it hurt?"), samples.question("May I walk?")
    )


def stored() -> list[tuple[Any, ...]]:
    return list(Feedback.objects.order_by("pk").values_list("question", "helpful"))


@pytest.mark.parametrize("java_script_enabled", [True, False], ids=["script", "no script"])
def test_a_tap_is_counted_and_thanked(
    new_context: CreateContextCallback, faq: FAQPage, java_script_enabled: bool
) -> None:
    context = new_context(java_script_enabled=java_script_enabled)
    page = context.new_page()
    cookies: list[str] = []

    def note(answer: Response) -> None:
        if "set-cookie" in answer.all_headers():
            cookies.append(answer.url)

    page.on("response", note)
    page.goto(faq.full_url)
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert page.url.endswith(f"/feedback/{faq.pk}/thanks/?answer=yes")
    page.reload()
    assert stored() == [("", True)]
    assert cookies == []
    assert context.cookies() == []


def test_after_a_no_one_more_tap_says_which_question(page: Page, faq: FAQPage) -> None:
    page.goto(faq.full_url)
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_role("button", name="May I walk?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    page.get_by_role("link", name="Back to “Steroid injections”").click()
    expect(page).to_have_url(faq.full_url)
    assert stored() == [("", False), ("may-i-walk", False)]


def test_two_taps_at_once_count_once(page: Page, faq: FAQPage) -> None:
    page.goto(faq.full_url)
    page.get_by_role("button", name="Yes", exact=True).dblclick(no_wait_after=True)
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert stored() == [("", True)]


def test_a_form_on_another_origin_is_refused(page: Page, faq: FAQPage) -> None:
    page.set_content(
        f'<form method="post" action="{faq.full_url.replace(faq.url, "")}/feedback/{faq.pk}/">'
        '<button name="answer" value="yes">Win</button></form>'
    )
    page.get_by_role("button", name="Win").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your answer was not counted")
    assert stored() == []


def test_it_is_not_printed(page: Page, faq: FAQPage) -> None:
    page.goto(faq.full_url)
    page.emulate_media(media="print")
    expect(page.locator("form.faq-feedback")).to_be_hidden()
