"""A page that goes out as Markdown or HTML comes in again as the same FAQ."""

from dataclasses import replace

from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from faq_pages.content import FAQ, Callout, Item, Part, Question, Table, Text
from faq_pages.importing import read_file
from faq_pages.importing.drafts import create_draft, publish
from faq_pages.markdown import faq_markdown
from faq_pages.models import FAQIndexPage
from tests.faq_pages import samples
from tests.faq_pages.faqs import faqs


def words(faq: FAQ) -> FAQ:
    """What `faq` says, without what only a page gives it: ids, anchors, people."""
    return FAQ(
        title=faq.title,
        tldr=faq.tldr and replace(faq.tldr, id="", html=one_way(faq.tldr.html)),
        sections=tuple(
            replace(section, anchor="", items=tuple(map(words_of_item, section.items)))
            for section in faq.sections
        ),
        sources=faq.sources,
        call_to_action=faq.call_to_action and replace(faq.call_to_action, id=""),
    )


def words_of_item(item: Item) -> Item:
    if isinstance(item, Question):
        answer = tuple(map(words_of_part, item.answer))
        return replace(item, answer=answer, id="", anchor="", aliases=())
    return words_of_part(item)


def words_of_part(part: Part) -> Part:
    """`part` with its line breaks written one way."""
    match part:
        case Text(html=html) | Callout(html=html):
            return replace(part, html=one_way(html))
        case Table(rows=rows):
            return replace(part, rows=tuple(tuple(map(one_way, row)) for row in rows))
    return part


def one_way(html: str) -> str:
    return html.replace("<br/>", "<br>")


@given(faqs())
def test_an_faq_that_is_written_as_markdown_is_read_as_the_same(faq):
    assert words(read_file("faq.md", faq_markdown(faq).encode()).faq) == words(faq)


class PageTests(TestCase):
    index: FAQIndexPage

    @classmethod
    def setUpTestData(cls) -> None:
        cls.index = samples.index_page("Hot drinks", "faqs")

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(faqs())
    def test_a_page_is_read_as_the_same_from_its_html_and_its_markdown(self, faq: FAQ) -> None:
        page = create_draft(faq, self.index)
        assert publish(page) == ()
        page.refresh_from_db()
        on_page = page.read()
        assert words(on_page) == words(faq)
        html = Client().get(page.url).content
        assert words(read_file("page.html", html).faq) == words(faq)
        markdown = faq_markdown(on_page).encode()
        assert words(read_file("page.md", markdown).faq) == words(faq)
