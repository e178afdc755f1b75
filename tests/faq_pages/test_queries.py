"""What a view costs: the same few queries, however long the page is."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from faq_pages.models import ClinicalReview, FAQPage
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db

LIMIT = 20


def queries(url: str) -> int:
    """Count a warm view's queries: the second of two."""
    Client().get(url)
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(url).status_code == 200
    return len(captured)


def page_with(questions: int, links: int) -> FAQPage:
    index = samples.index_page(slug=f"faqs-{questions}-{links}")
    anchors = f'<a linktype="page" id="{index.pk}">here</a> ' * links
    blocks = [samples.question(f"Number {n}?") for n in range(questions - 1)]
    page = samples.faq_page(
        index, samples.tldr(), *blocks, samples.question("Links?", f"<p>See {anchors}</p>")
    )
    user = samples.reviewer(f"user-{questions}-{links}")
    page.author = user.faq_person
    page.save_revision().publish()
    ClinicalReview.objects.record(page, user)
    return FAQPage.objects.get(pk=page.pk)


def test_two_hundred_questions_cost_as_many_queries_as_two() -> None:
    few, many = page_with(2, 1), page_with(200, 1)
    assert queries(few.url) == queries(many.url) <= LIMIT


def test_fifty_links_cost_as_many_queries_as_one() -> None:
    few, many = page_with(2, 1), page_with(2, 50)
    assert queries(few.url) == queries(many.url) <= LIMIT


def test_twenty_entries_cost_as_many_queries_as_two() -> None:
    few, many = samples.index_page(slug="few"), samples.index_page(slug="many")
    for number in range(20):
        samples.faq_page(many, samples.tldr(), samples.question(), title=f"Page {number}")
        if number < 2:
            samples.faq_page(few, samples.tldr(), samples.question(), title=f"Page {number}")
    assert queries(few.url) == queries(many.url) <= LIMIT
