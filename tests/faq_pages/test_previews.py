"""Every preview mode renders, whatever is blank."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from faq_pages.models import FAQIndexPage, FAQPage, Person
from tests.faq_pages import samples

blank_or = st.sampled_from


def blocks_of(maker: Any, *choices: Any) -> Any:
    return st.builds(maker, *choices)


any_block = st.one_of(
    st.builds(
        samples.tldr, blank_or(["", "<p></p>", "<p>Short</p>"]), blank_or(["", "Key points"])
    ),
    st.builds(
        samples.question, blank_or(["", " ", "Why?"]), blank_or(["", "<p></p>", "<p>So.</p>"])
    ),
    st.builds(samples.heading, blank_or(["", "Afterwards"])),
    st.builds(samples.callout, blank_or(["", "<p>Call</p>"]), blank_or(["urgent", "note"])),
    st.just(samples.table()),
    st.just(samples.table(("", "x"), header=("", ""))),
    st.just(samples.sources()),
    st.just(samples.sources("", "A guideline")),
    st.builds(
        samples.call,
        heading=blank_or(["", "In pain?"]),
        button=blank_or(["", "Book"]),
        url=blank_or(["", "https://example.org/"]),
        phone=blank_or(["", "+1 216 555 0100"]),
    ),
    st.just(samples.block("text", "")),
    st.just(samples.block("image", {"image": None, "caption": ""})),
)


class AnyBlankPageTests(TestCase):
    index: FAQIndexPage
    person: Person

    @classmethod
    def setUpTestData(cls) -> None:
        cls.index = samples.index_page()
        cls.person = samples.person()

    @settings(max_examples=60)
    @given(
        blocks=st.lists(any_block, max_size=6),
        title=blank_or(["", "Injections"]),
        search_description=blank_or(["", "What to expect"]),
        has_author=st.booleans(),
    )
    def test_every_mode_renders_for_any_mix_of_blank_fields(
        self, blocks: list, title: str, search_description: str, has_author: bool
    ) -> None:
        page = FAQPage(
            title=title,
            slug="draft",
            body=blocks,
            search_description=search_description,
            author=self.person if has_author else None,
        )
        page.path = self.index.path + "0001"
        page.depth = self.index.depth + 1
        page.set_url_path(self.index)
        for mode, _ in page.preview_modes:
            response = page.make_preview_request(preview_mode=mode)
            response.render()
            assert response.status_code == 200


@pytest.fixture
def index(db: None) -> FAQIndexPage:
    return samples.index_page()


def preview(index: FAQIndexPage, mode: str, *blocks: samples.Block) -> str:
    page = samples.faq_page(index, *blocks, live=False)
    response = page.make_preview_request(preview_mode=mode)
    response.render()
    return response.content.decode()


def test_a_blank_answer_says_so_in_the_preview_only(index: FAQIndexPage) -> None:
    assert "No answer yet" in preview(index, "", samples.question("Why?", ""))
    samples.faq_page(index, samples.question("Why?", ""), title="Live")
    assert "No answer yet" not in Client().get("/faqs/live/").content.decode()


def test_the_machines_mode_tells_what_is_missing_in_sentences(index: FAQIndexPage) -> None:
    html = preview(index, "machines", samples.question("Why?", ""))
    assert "Question 1, “Why?”, has nothing in its “Answer” field." in html
    assert "Nobody is named as the author." in html
    assert "<details>" in html


def test_the_machines_mode_shows_each_answer_as_machines_get_it(index: FAQIndexPage) -> None:
    html = preview(index, "machines", samples.question("Why?", parts=[samples.table(("a", "b"))]))
    assert "<li>a<br>b</li>" in html


def test_the_search_mode_says_that_a_description_is_missing(index: FAQIndexPage) -> None:
    assert "No description yet" in preview(index, "search", samples.question())


def test_the_print_mode_shows_the_print_rules_on_the_screen(index: FAQIndexPage) -> None:
    html = preview(index, "print", samples.question())
    assert "@media all" in html
    assert "@media print" not in html


@pytest.mark.django_db
def test_sizes_for_phone_and_desktop_are_offered() -> None:
    assert [size["device_width"] for size in FAQPage().preview_sizes] == [360, 1280]


def test_an_unsaved_new_page_can_be_previewed_in_every_mode(index: FAQIndexPage) -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    url = reverse("wagtailadmin_pages:preview_on_add", args=["faq_pages", "faqpage", index.pk])
    posted = client.post(url, samples.form_data("", samples.question("Why?", "")))
    assert posted.json() == {"is_valid": True, "is_available": True}
    for mode, _ in FAQPage().preview_modes:
        assert client.get(url, {"mode": mode}).status_code == 200
