"""What a view costs: the same few queries, however long the page is."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from faq_pages.models import (
    CallToAction,
    ClinicalReview,
    FAQIndexPage,
    FAQPage,
    FAQSettings,
    Topic,
    TopicCode,
)
from home.models import HomePage
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db

# Of a whole view, of what of it is ours, and of a page of the list.
LIMIT = 14
OWN_LIMIT = 7
LIST_LIMIT = 16

DEMO_PAGE = "/faqs/sacroiliac-joint-fusion/"


@pytest.fixture
def home(db: None) -> HomePage:
    """A site as ours is: its root is a home page."""
    page: HomePage = Page.objects.get(depth=1).add_child(instance=HomePage(title="H", slug="h"))
    Site.objects.update(root_page=page)
    return page


def queries(url: str) -> int:
    """Count a warm view's queries: the second of two."""
    Client().get(url)
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(url).status_code == 200
    return len(captured)


def own_queries(url: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Count those that are made once Wagtail has found the page and let the visitor in."""
    counted: list[int] = []

    def serve(page: FAQPage, request: Any, *args: Any, **kwargs: Any) -> Any:
        with CaptureQueriesContext(connection) as captured:
            response = original(page, request, *args, **kwargs).render()
        counted.append(len(captured))
        return response

    original = FAQPage.serve
    with monkeypatch.context() as patch:
        patch.setattr(FAQPage, "serve", serve)
        Client().get(url)
        Client().get(url)
    return counted[-1]


def bare_queries(page: FAQPage, monkeypatch: pytest.MonkeyPatch) -> int:
    """Count what Wagtail alone would ask at this address to answer with a constant."""

    def serve(page: FAQPage, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse("constant")

    with monkeypatch.context() as patch:
        patch.setattr(FAQPage, "serve", serve)
        for type_ in (HomePage, FAQIndexPage, FAQPage):
            patch.setattr(type_, "route", Page.route)
            patch.setattr(type_, "get_view_restrictions", Page.get_view_restrictions)
        return queries(page.url)


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


@pytest.mark.usefixtures("home")
def test_two_hundred_questions_cost_as_many_queries_as_two() -> None:
    few, many = page_with(2, 1), page_with(200, 1)
    assert queries(few.url) == queries(many.url) <= LIMIT


@pytest.mark.usefixtures("home")
def test_fifty_links_cost_as_many_queries_as_one() -> None:
    few, many = page_with(2, 1), page_with(2, 50)
    assert queries(few.url) == queries(many.url) <= LIMIT


@pytest.mark.usefixtures("home")
def test_what_is_ours_of_a_view_is_at_most_seven(monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_with(5, 3)
    assert own_queries(page.url, monkeypatch) <= OWN_LIMIT
    assert queries(page.url) - bare_queries(page, monkeypatch) <= OWN_LIMIT


def test_the_demo_costs_as_little(monkeypatch: pytest.MonkeyPatch) -> None:
    call_command("load_demo", verbosity=0)
    assert queries(DEMO_PAGE) <= LIMIT
    assert own_queries(DEMO_PAGE, monkeypatch) <= OWN_LIMIT
    assert queries("/faqs/") <= LIST_LIMIT


@pytest.mark.usefixtures("home")
def test_twenty_entries_cost_as_many_queries_as_two() -> None:
    few, many = samples.index_page(slug="few"), samples.index_page(slug="many")
    image = get_image_model().objects.create(title="A hip", file=get_test_image_file())
    blocks = [samples.tldr(), samples.question(parts=[samples.image(image.pk)])]
    for number in range(20):
        samples.faq_page(many, *blocks, title=f"Page {number}", cover_image=image)
        if number < 2:
            samples.faq_page(few, *blocks, title=f"Page {number}", cover_image=image)
    assert queries(few.url) == queries(many.url) <= LIST_LIMIT


@pytest.mark.usefixtures("home")
def test_every_page_of_a_long_list_costs_the_same() -> None:
    index = samples.index_page()
    index.introduction = f'<p>See <a linktype="page" id="{index.pk}">here</a>.</p>'
    index.og_image = image = get_image_model().objects.create(
        title="A hip", file=get_test_image_file()
    )
    index.save()
    topic = Topic.objects.create(name="Hip pain", slug="hip-pain")
    for number in range(45):
        page = samples.faq_page(
            index, samples.question(), title=f"Page {number}", cover_image=image
        )
        page.topics.add(topic)
        page.save()
    first, last = queries(index.url), queries(f"{index.url}?page=3")
    assert first == last <= LIST_LIMIT
    filtered = queries(f"{index.url}?topic=hip-pain")
    assert filtered == queries(f"{index.url}?topic=hip-pain&page=3") <= LIST_LIMIT
