"""What a view costs: the same few queries, however long the page is."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from faq_pages.models import (
    CallToAction,
    ClinicalReview,
    FAQIndexPage,
    FAQPage,
    FAQSettings,
    Topic,
    TopicCode,
)
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
    """A page that has everything, and so many questions and links."""
    index = samples.index_page(slug=f"faqs-{questions}-{links}")
    anchors = f'<a linktype="page" id="{index.pk}">here</a> ' * links
    image = get_image_model().objects.create(title="A hip", file=get_test_image_file())
    page = samples.faq_page(
        index,
        samples.tldr(),
        samples.image(image.pk),
        *(samples.question(f"Number {n}?") for n in range(questions - 2)),
        samples.question("Seen?", parts=[samples.image(image.pk), samples.table(("a", "b"))]),
        samples.question("Links?", f"<p>See {anchors}</p>"),
        samples.sources("A guideline"),
        samples.call(snippet=shared_call(index).pk),
        cover_image=image,
        cover_alt="A hip",
    )
    sign(page, samples.reviewer(f"user-{questions}-{links}"))
    return FAQPage.objects.get(pk=page.pk)


def shared_call(index: FAQIndexPage) -> CallToAction:
    return CallToAction.objects.create(name="Book", button="Book a visit", page=index)


def sign(page: FAQPage, user: Any) -> None:
    topic, _ = Topic.objects.get_or_create(name="Hip pain", slug="hip-pain")
    TopicCode.objects.get_or_create(topic=topic, system=TopicCode.System.MESH, value="D000001")
    page.topics.add(topic)
    author = user.faq_person
    author.photo, author.biography = page.cover_image, "Ada treats hips."
    author.save()
    page.author = author
    FAQSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True),
        defaults={"publishing_principles": page.get_parent(), "contact_page": page.get_parent()},
    )
    page.related_pages.create(page=page.get_parent())
    page.save_revision().publish()
    ClinicalReview.objects.record(page, user)


def test_two_hundred_questions_cost_as_many_queries_as_two() -> None:
    few, many = page_with(2, 1), page_with(200, 1)
    assert queries(few.url) == queries(many.url) <= LIMIT


def test_fifty_links_cost_as_many_queries_as_one() -> None:
    few, many = page_with(2, 1), page_with(2, 50)
    assert queries(few.url) == queries(many.url) <= LIMIT


def test_twenty_entries_cost_as_many_queries_as_two() -> None:
    few, many = samples.index_page(slug="few"), samples.index_page(slug="many")
    image = get_image_model().objects.create(title="A hip", file=get_test_image_file())
    blocks = [samples.tldr(), samples.question(parts=[samples.image(image.pk)])]
    for number in range(20):
        samples.faq_page(many, *blocks, title=f"Page {number}", cover_image=image)
        if number < 2:
            samples.faq_page(few, *blocks, title=f"Page {number}", cover_image=image)
    assert queries(few.url) == queries(many.url) <= LIMIT
