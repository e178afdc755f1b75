"""The pages of a list: one canonical address each, and none more than a click away."""

import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.test import Client

from faq_pages import conf
from faq_pages.models import FAQIndexPage, Topic
from faq_pages.models.index import MOST_NUMBERS, numbers_of
from tests.faq_pages import samples
from tests.faq_pages.pages import soup

LIST = "http://localhost/faqs/"


@pytest.fixture
def index(db: None, monkeypatch: pytest.MonkeyPatch) -> FAQIndexPage:
    """A list of five pages, the first three about a topic that two pages of the list show."""
    monkeypatch.setattr(conf, "ENTRIES_PER_INDEX_PAGE", 1)
    index = samples.index_page()
    topic = Topic.objects.create(name="Hip pain", slug="hip-pain")
    for number in range(5):
        page = samples.faq_page(index, samples.question(), title=f"Page {number}")
        if number < 3:
            page.topics.add(topic)
            page.save()
    return index


def head(query: str) -> tuple[str, bool]:
    """The canonical address of the list with `query`, and whether search engines may have it."""
    page = soup(f"/faqs/{query}")
    robots = page.find("meta", attrs={"name": "robots"})
    return str(page.find("link", rel="canonical")["href"]), robots is None


def numbered(page: BeautifulSoup) -> dict[str, str]:
    return {link.text: str(link["href"]) for link in page.select(".faq-pages a")}


# -- Canonical addresses -----------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", LIST),
        ("?", LIST),
        ("?page=1", LIST),
        ("?page=none", LIST),
        ("?page=0", LIST),
        ("?utm_source=x&sort=title", LIST),
        ("?topic=no-such-topic", LIST),
        ("?page=2", f"{LIST}?page=2"),
        ("?page=2&utm_source=x", f"{LIST}?page=2"),
        ("?topic=none&page=2", f"{LIST}?page=2"),
        ("?page=5", f"{LIST}?page=5"),
        ("?page=999", f"{LIST}?page=5"),
    ],
)
def test_each_page_of_the_list_has_one_address(
    index: FAQIndexPage, query: str, canonical: str
) -> None:
    assert head(query) == (canonical, True)


@pytest.mark.parametrize("query", ["?topic=hip-pain", "?topic=hip-pain&page=2"])
def test_a_filtered_list_is_kept_out(index: FAQIndexPage, query: str) -> None:
    assert head(query) == (LIST, False)


def test_beyond_a_list_of_one_page_is_the_list(
    index: FAQIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conf, "ENTRIES_PER_INDEX_PAGE", 20)
    assert head("?page=7") == (LIST, True)


# -- Links between them ------------------------------------------------------------


def test_every_page_is_a_click_from_every_other(index: FAQIndexPage) -> None:
    for query in ("", "?page=3", "?page=5"):
        page = soup(f"/faqs/{query}")
        assert numbered(page) == {
            "1": "/faqs/",
            **{str(number): f"/faqs/?page={number}" for number in range(2, 6)},
        }
        here = page.select(".faq-pages [aria-current=page]")
        assert [link.text for link in here] == [query.partition("=")[2] or "1"]


def test_links_lead_to_canonical_addresses_only(index: FAQIndexPage) -> None:
    for query in ("", "?page=2", "?page=3"):
        for link in soup(f"/faqs/{query}").select(".faq-pagination a"):
            address = str(link["href"])
            response = Client().get(address)
            canonical = f'rel="canonical" href="http://localhost{address}"'
            assert canonical in response.content.decode()


def test_the_topic_is_kept(index: FAQIndexPage) -> None:
    assert numbered(soup("/faqs/?topic=hip-pain&page=2")) == {
        "1": "/faqs/?topic=hip-pain",
        "2": "/faqs/?topic=hip-pain&page=2",
        "3": "/faqs/?topic=hip-pain&page=3",
    }


def test_the_query_of_a_search_is_kept(
    index: FAQIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("faq_pages.views.search.RESULTS_PER_PAGE", 1)
    found = numbered(soup("/search/?q=will+it+%26+hurt&page=2"))
    assert found["1"] == "/search/?q=will+it+%26+hurt"
    assert found["3"] == "/search/?q=will+it+%26+hurt&page=3"


@pytest.mark.parametrize("pages", [1, 2, 25, MOST_NUMBERS, MOST_NUMBERS + 1, 999, 5000])
def test_of_very_many_pages_none_is_more_than_two_clicks_away(pages: int) -> None:
    paginator = Paginator(range(pages), 1)

    def linked(number: int) -> set[int]:
        return set(numbers_of(paginator.page(number)))

    first = linked(1)
    assert {1, pages} <= first
    if pages <= MOST_NUMBERS:
        assert first == set(range(1, pages + 1))
    assert len(first) <= MOST_NUMBERS + 2 * (1 + pages // MOST_NUMBERS)
    assert first.union(*map(linked, first)) == set(range(1, pages + 1))
    middle = max(1, pages // 2)
    assert {max(1, middle - 1), middle, min(pages, middle + 1)} <= linked(middle)


def test_all_topics_lead_to_the_list_itself(index: FAQIndexPage) -> None:
    links = soup("/faqs/?topic=hip-pain").select(".faq-filter a")
    assert [link["href"] for link in links] == ["/faqs/", "?topic=hip-pain"]
