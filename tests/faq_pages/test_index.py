"""The list of FAQ pages."""

import pytest

from faq_pages.models import FAQIndexPage, Topic
from tests.faq_pages import samples
from tests.faq_pages.pages import graph, soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> FAQIndexPage:
    return samples.index_page()


def test_the_index_lists_published_pages_with_their_tldr(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.tldr(), samples.question(), title="Shown")
    samples.faq_page(index, samples.question(), title="Draft", live=False)
    text = soup("/faqs/").get_text(" ")
    assert "Shown" in text
    assert "It is safe and quick." in text
    assert "Draft" not in text


def test_the_index_shows_twenty_pages_at_a_time(index: FAQIndexPage) -> None:
    for number in range(21):
        samples.faq_page(index, samples.question(), title=f"Page {number}")
    assert len(soup("/faqs/").find_all(class_="faq-entry")) == 20
    assert len(soup("/faqs/?page=2").find_all(class_="faq-entry")) == 1
    for nonsense in ("none", "0", "-1", "1.5", ""):
        assert len(soup(f"/faqs/?page={nonsense}").find_all(class_="faq-entry")) == 20, nonsense
    assert len(soup("/faqs/?page=99").find_all(class_="faq-entry")) == 1


def test_the_index_filters_by_topic(index: FAQIndexPage) -> None:
    topic = Topic.objects.create(name="Back pain", slug="back-pain")
    about = samples.faq_page(index, samples.question(), title="About it")
    about.topics.add(topic)
    about.save()
    samples.faq_page(index, samples.question(), title="Another")
    text = soup("/faqs/?topic=back-pain").get_text(" ")
    assert "About it" in text
    assert "Another" not in text
    assert "Another" in soup("/faqs/?topic=no-such-topic").get_text(" ")


def listed(url: str) -> list[tuple[int, str, str]]:
    """What the graph of the list at `url` says that it shows."""
    nodes = graph(soup(url))["@graph"]
    (shown,) = [node for node in nodes if node["@type"] == "ItemList"]
    assert nodes[0]["mainEntity"] == {"@id": shown["@id"]}
    assert shown["numberOfItems"] == len(shown["itemListElement"])
    return [(item["position"], item["name"], item["url"]) for item in shown["itemListElement"]]


def shown(url: str) -> list[tuple[int, str, str]]:
    links = soup(url).select(".faq-entry h2 a")
    return [
        (position, link.get_text(strip=True), f"http://localhost{link['href']}")
        for position, link in enumerate(links, start=1)
    ]


def test_the_graph_lists_the_entries_that_are_shown(index: FAQIndexPage) -> None:
    topic = Topic.objects.create(name="Back pain", slug="back-pain")
    for number in range(21):
        page = samples.faq_page(index, samples.question(), title=f"Page {number}")
    page.topics.add(topic)
    page.save()
    for url, count in (("/faqs/", 20), ("/faqs/?page=2", 1), ("/faqs/?topic=back-pain", 1)):
        assert listed(url) == shown(url)
        assert len(listed(url)) == count


def test_a_list_without_entries_has_no_empty_list_in_its_graph(index: FAQIndexPage) -> None:
    nodes = graph(soup("/faqs/"))["@graph"]
    assert nodes[0]["@type"] == "CollectionPage"
    assert "mainEntity" not in nodes[0]
    assert not [node for node in nodes if node["@type"] == "ItemList"]
