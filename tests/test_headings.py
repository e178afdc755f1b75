"""The outline of every page: one h1, and no level left out on the way down."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.public_pages import everything

pytestmark = pytest.mark.django_db


def test_every_page_has_one_h1_and_no_gaps_below_it() -> None:
    wrong: list[str] = []
    for name, address in everything().addresses.items():
        html = BeautifulSoup(Client().get(address).content, "html.parser")
        levels = [int(heading.name[1]) for heading in html.find_all(["h1", "h2", "h3", "h4", "h5"])]
        gaps = [
            f"h{above} before h{level}"
            for above, level in zip([0, *levels], levels, strict=False)
            if level > above + 1
        ]
        # What stands above the title, such as the menu, has no heading: so the outline begins.
        if levels.count(1) != 1 or levels[0] != 1 or gaps:
            wrong.append(f"{name}: {levels} {gaps}")
    assert wrong == []


def test_the_error_page_has_one_h1() -> None:
    client = Client(raise_request_exception=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("faq_pages.views.robots.Site.find_for_request", lambda request: 1 / 0)
        response = client.get("/robots.txt")
    assert response.status_code == 500
    html = BeautifulSoup(response.content, "html.parser")
    assert [heading.name for heading in html.find_all(["h1", "h2", "h3"])] == ["h1"]
