"""Every kind of page against axe-core, on phones and desktops, in light and in dark."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from wagtail.models import Site

from home.models import HomePage
from tests.public_pages import PublicPages, everything

pytestmark = pytest.mark.django_db(transaction=True)

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def site_pages(live_site: Site) -> PublicPages:
    made = everything()
    # The home page that was made has become the site's.
    Site.objects.filter(pk=live_site.pk).update(hostname=live_site.hostname, port=live_site.port)
    return made


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_any_page(
    site_pages: PublicPages, live_site: Site, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found: list[str] = []
    for name, address in site_pages.addresses.items():
        page.goto(f"{live_site.root_url}{address}")
        found += [f"{name}, {problem}" for problem in problems(page)]
        if name == "faq, collapsed":
            open_all(page)
            found += [f"{name} and opened, {problem}" for problem in problems(page)]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_an_error_page(
    site_pages: PublicPages,
    live_site: Site,
    page: Page,
    width: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("Only for this test.")

    monkeypatch.setattr(HomePage, "serve", fail)
    page.set_viewport_size({"width": width, "height": 800})
    answer = page.goto(live_site.root_url)
    assert answer is not None
    assert answer.status == 500
    found = list(problems(page))
    assert found == [], "\n".join(found)


def problems(page: Page) -> Iterator[str]:
    """Yield what axe finds on the page as it is, in each colour scheme."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for violation in Axe().run(page, options=RULES).response["violations"]:
            for node in violation["nodes"]:
                yield f"{scheme}: {violation['id']}: {node['html'][:200]} {node['target']}"


def open_all(page: Page) -> None:
    for button in page.locator("main [aria-expanded=false]").all():
        if button.is_visible():
            button.click()


def test_axe_would_find_something(page: Page) -> None:
    page.set_content("<main><h1>Hips</h1><img src='hip.png'></main>")
    assert any("image-alt" in problem for problem in problems(page))
