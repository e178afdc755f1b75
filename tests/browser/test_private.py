"""A visit leaves nothing behind and tells nobody."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response
from wagtail.models import Site

from tests.home import pages

pytestmark = pytest.mark.browser


@pytest.fixture
def addresses(live_site: Site) -> list[str]:
    home = pages.home_page(introduction="<p>Welcome.</p>", image=pages.picture())
    pages.contact_page(home)
    pages.content_page(home, "Pain", body=[("text", "<p>Words.</p>")])
    return [f"{live_site.root_url}{path}" for path in ("/", "/contact/", "/pain/", "/nowhere/")]


def test_public_pages_ask_only_this_site_and_set_no_cookie(addresses, page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in addresses:
        page.goto(address, wait_until="networkidle")
        assert page.locator("h1").count() == 1
    here = urlsplit(addresses[0]).netloc
    assert asked
    assert [url for url in asked if urlsplit(url).netloc != here] == []
    assert page.context.cookies() == []


def test_public_pages_run_no_script_and_miss_no_file(addresses, page: Page):
    missing: list[str] = []

    def note(answer: Response) -> None:
        if not answer.ok:
            missing.append(answer.url)

    page.on("response", note)
    for address in addresses:
        page.goto(address, wait_until="networkidle")
        assert page.locator("script:not([type='application/ld+json'])").count() == 0
    assert missing == [addresses[-1]]
