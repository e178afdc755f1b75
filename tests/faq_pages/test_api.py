"""Wagtail's API gives an FAQ page's content from the same reading as the page."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from faq_pages.models import ClinicalReview
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db


def answer(**blocks: Any) -> tuple[Any, dict[str, Any]]:
    index = samples.index_page()
    link = f'<p>See <a linktype="page" id="{index.pk}">all</a>.</p>'
    page = samples.faq_page(index, samples.tldr(), samples.question("Will it hurt?", link, id="q1"))
    user = samples.reviewer()
    page.author = user.faq_person
    page.save_revision().publish()
    ClinicalReview.objects.record(page, user)
    return page, Client().get(f"/api/v2/pages/{page.pk}/").json()


def test_questions_have_stable_ids_anchors_and_expanded_answers() -> None:
    page, said = answer()
    assert said["questions"] == [
        {
            "id": "q1",
            "anchor": "will-it-hurt",
            "aliases": [],
            "url": f"{page.full_url}#will-it-hurt",
            "question": "Will it hurt?",
            "answer": '<div class="faq-text"><p>See <a href="http://localhost/faqs/">all</a>.</p></div>',
        }
    ]


def test_summary_people_and_dates_are_told() -> None:
    _, said = answer()
    assert said["tldr"] == {"heading": "", "html": "<p>It is safe and quick.</p>"}
    assert said["author"]["name"] == "Ada Moss"
    assert said["review"]["reviewer"]["credentials"] == "MD"
    assert said["dates"]["published"]


def test_the_graph_is_the_one_in_the_page() -> None:
    page, said = answer()
    html = BeautifulSoup(Client().get(page.url).content, "html.parser")
    assert said["structured_data"] == json.loads(html.select_one("script").text)


def test_all_pages_are_listed_with_their_questions() -> None:
    answer()
    listed = Client().get("/api/v2/pages/?type=faq_pages.FAQPage&fields=questions").json()
    assert listed["items"][0]["questions"][0]["id"] == "q1"
