"""FAQ pages in the tree: where they live, how they are read, what publishing fixes."""

import pytest

from faq_pages.models import FAQIndexPage, FAQPage
from tests.faq_pages import samples
from tests.faq_pages.pages import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> FAQIndexPage:
    return samples.index_page()


def test_an_faq_page_lives_under_an_index_only() -> None:
    assert FAQPage.allowed_parent_page_models() == [FAQIndexPage]
    assert FAQIndexPage.allowed_subpage_models() == [FAQPage]
    assert FAQPage.allowed_subpage_models() == []


def test_a_new_page_opens_with_a_tldr_and_a_question_that_have_real_ids() -> None:
    first, second = FAQPage(), FAQPage()
    assert [child.block_type for child in first.body] == ["tldr", "question"]
    ids = [child.id for page in (first, second) for child in page.body]
    assert len(set(ids)) == 4
    assert None not in ids


def test_a_page_is_read_into_sections_by_the_headings_between_questions(
    index: FAQIndexPage,
) -> None:
    page = samples.faq_page(
        index,
        samples.callout(),
        samples.question("One?"),
        samples.heading("Afterwards"),
        samples.question("Two?"),
        samples.tldr(),
    )
    faq = page.read()
    assert [section.heading for section in faq.sections] == ["", "Afterwards"]
    assert [q.question for q in faq.questions] == ["One?", "Two?"]
    assert faq.tldr
    assert faq.tldr.words == "It is safe and quick."


def test_links_to_pages_are_expanded_and_follow_the_page(index: FAQIndexPage) -> None:
    page = samples.faq_page(
        index, samples.question(answer=f'<p><a linktype="page" id="{index.pk}">All</a></p>')
    )
    index.slug = "answers"
    index.save_revision().publish()
    page = FAQPage.objects.get(pk=page.pk)
    assert page.read().questions[0].answer[0].html == '<p><a href="/answers/">All</a></p>'


def test_unsafe_markup_in_the_database_never_reaches_a_reader(index: FAQIndexPage) -> None:
    page = samples.faq_page(
        index,
        samples.question(
            answer='<p onclick="x()">Hi<script>alert(1)</script>'
            '<a href="javascript:alert(1)">go</a><a href="https://example.org</p>'
        ),
        samples.question("Next?", answer="<p>Whole</p>"),
    )
    first, second = page.read().questions
    assert "alert(1)" not in first.answer[0].html.replace("go", "")
    assert second.answer[0].html == "<p>Whole</p>"


# -- Anchors --------------------------------------------------------------------


def test_an_anchor_follows_the_words_until_the_page_is_published(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", id="q1"), live=False)
    page.body[0].value["question"] = "Is it painful?"
    page.save_revision().publish()
    page = FAQPage.objects.get(pk=page.pk)
    assert page.read().questions[0].anchor == "is-it-painful"
    page.body[0].value["question"] = "Does it sting?"
    page.save_revision().publish()
    assert FAQPage.objects.get(pk=page.pk).read().questions[0].anchor == "is-it-painful"


def test_a_revision_from_before_publishing_keeps_the_published_anchor(
    index: FAQIndexPage,
) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", id="q1"))
    first = page.latest_revision
    page.body[0].value["anchor"] = "pain"
    page.save_revision().publish()
    first.publish()
    record = FAQPage.objects.get(pk=page.pk).anchors["q1"]
    assert record == {"anchor": "pain", "aliases": ["will-it-hurt"]}


def test_a_replaced_anchor_still_leads_to_its_question(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", id="q1"))
    page.body[0].value["anchor"] = "pain"
    page.save_revision().publish()
    html = soup("/faqs/steroid-injections/")
    question = html.find(id="pain")
    assert question.find(["h2", "h3"]).text.strip() == "Will it hurt?"
    assert html.find(id="will-it-hurt").find_parent("section") == question


def test_a_copied_page_starts_with_anchors_of_its_own(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", id="q1"))
    copy = page.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False)
    copy = copy.get_latest_revision_as_object()
    assert copy.anchors == {}
    copy.body[0].value["question"] = "Is it painful?"
    assert copy.read().questions[0].anchor == "is-it-painful"
