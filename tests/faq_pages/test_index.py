"""The list of FAQ pages."""

import pytest

from faq_pages.models import FAQIndexPage, Topic
from tests.faq_pages import samples
from tests.faq_pages.pages import soup

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
