"""Search knows exactly what visitors can read."""

from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page, PageViewRestriction

from faq_pages.models import FAQPage, PublishedQuestion, SearchWord, Topic
from faq_pages.models.published import questions_written
from faq_pages.search import rows
from faq_pages.search.words import words
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db


def known() -> list[str]:
    return list(
        PublishedQuestion.objects.order_by("page", "position").values_list("question", flat=True)
    )


def page(index, *questions: str, **fields) -> FAQPage:
    blocks = [samples.question(words) for words in questions or ("Will it hurt?",)]
    return samples.faq_page(index, *blocks, **fields)


@pytest.fixture(autouse=True)
def words_are_counted_right():
    """Whatever a test does, the counts of words are those of a count from nothing."""
    yield
    counts: Counter = Counter()
    for row in PublishedQuestion.objects.all():
        counts.update(set(words(f"{row.question} {row.answer} {row.title} {row.names}")))
    assert dict(SearchWord.objects.values_list("word", "questions")) == dict(counts)


def test_a_published_page_has_a_row_for_each_complete_question(index):
    faq_page = samples.faq_page(
        index,
        samples.heading("Afterwards"),
        samples.question(
            "Will it hurt?",
            "<p>A <b>little</b>.</p>",
            parts=[samples.table(("Day 1", "Rest"))],
        ),
        samples.question("And then?", ""),
        title="Steroid injections",
    )
    row = PublishedQuestion.objects.get()
    assert (row.page_id, row.anchor, row.position) == (faq_page.pk, "will-it-hurt", 0)
    assert row.question == "Will it hurt?"
    assert row.answer == "A little. Week by week When What Day 1 Rest"
    assert row.title == "Steroid injections"
    assert row.question_stems == "hurt"


def test_a_draft_has_none_and_new_words_count_when_they_are_published(index):
    faq_page = page(index, "Will it hurt?", live=False)
    assert known() == []
    faq_page.get_latest_revision().publish()
    faq_page = FAQPage.objects.get()
    faq_page.body = [samples.question("Can I drive?")]
    revision = faq_page.save_revision()
    assert known() == ["Will it hurt?"]
    revision.publish()
    assert known() == ["Can I drive?"]


def test_an_older_revision_that_is_published_again_comes_back(index):
    faq_page = page(index, "Will it hurt?")
    first = faq_page.get_latest_revision()
    faq_page.body = [samples.question("Can I drive?")]
    faq_page.save_revision().publish()
    first.publish()
    assert known() == ["Will it hurt?"]


def test_an_unpublished_page_is_gone_and_a_deleted_one_too(index):
    one, two = page(index, "Will it hurt?"), page(index, "Can I drive?", title="Two")
    one.unpublish()
    assert known() == ["Can I drive?"]
    two.delete()
    assert known() == []
    assert not SearchWord.objects.exists()


def test_a_deleted_list_takes_the_questions_of_its_pages_with_it(index):
    page(index)
    Page.objects.get(pk=index.pk).delete()
    assert known() == []


def test_an_alias_says_nothing_new(index):
    faq_page = page(index)
    faq_page.create_alias(update_slug="again")
    assert known() == ["Will it hurt?"]


def test_a_private_page_is_not_found_until_it_is_public_again(index):
    page(index)
    restriction = PageViewRestriction.objects.create(page=index, restriction_type="login")
    assert known() == []
    restriction.delete()
    assert known() == ["Will it hurt?"]


@pytest.mark.parametrize("restricted", ["the list", "the page", "both"])
def test_a_private_list_is_deleted_with_the_pages_on_it(index, restricted):
    faq_page = page(index)
    for each in {"the list": [index], "the page": [faq_page], "both": [faq_page, index]}[
        restricted
    ]:
        PageViewRestriction.objects.create(page=each, restriction_type="login")
    Page.objects.get(pk=index.pk).delete()
    connection.check_constraints()
    assert known() == []


def test_a_page_that_moves_under_a_private_one_is_not_found(index):
    private = samples.index_page("Staff", "staff")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    faq_page = page(index)
    faq_page.move(Page.objects.get(pk=private.pk), pos="last-child")
    assert known() == []
    FAQPage.objects.get().move(Page.objects.get(pk=index.pk), pos="last-child")
    assert known() == ["Will it hurt?"]


def test_other_names_of_a_topic_count_for_its_pages(index):
    topic = Topic.objects.create(name="Sciatica", slug="sciatica", also_called="leg pain")
    page(index, topics=[topic])
    assert PublishedQuestion.objects.get().names == "Sciatica\nleg pain"
    topic.also_called = "pinched nerve"
    topic.save()
    assert PublishedQuestion.objects.get().names_stems == "sciatica pinch nerv"
    topic.delete()
    assert PublishedQuestion.objects.get().names == ""


def test_other_names_of_a_page_count_for_it(index):
    page(index, also_called="Slipped disc\n\nHerniated disk")
    assert PublishedQuestion.objects.get().names == "Slipped disc\nHerniated disk"


def test_publishing_the_same_words_again_writes_nothing(index):
    faq_page = page(index)
    before = PublishedQuestion.objects.get().pk
    faq_page.save_revision().publish()
    assert PublishedQuestion.objects.get().pk == before


def test_rebuilding_mends_whatever_is_wrong(index, capsys):
    kept, hidden = page(index, "Will it hurt?"), page(index, "Can I drive?", title="Two")
    FAQPage.objects.filter(pk=hidden.pk).update(live=False)
    PublishedQuestion.objects.filter(page=kept).update(question="Wrong")
    SearchWord.objects.update(questions=99)
    call_command("rebuild_questions")
    assert known() == ["Will it hurt?"]
    assert "2 pages were looked at: 1 questions" in capsys.readouterr().out


def test_pages_from_before_an_upgrade_are_written_and_no_others(index):
    page(index, "Will it hurt?")
    kept = page(index, "Can I drive?", title="Two")
    before = PublishedQuestion.objects.get(page=kept).pk
    rows.remove(FAQPage.objects.get(title="Steroid injections").pk)
    assert known() == ["Can I drive?"]
    call_command("rebuild_questions", missing=True, verbosity=0)
    assert known() == ["Will it hurt?", "Can I drive?"]
    assert PublishedQuestion.objects.get(page=kept).pk == before


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch):
    """What a search index is told of, at once: the questions of two pages."""
    monkeypatch.setattr(rows, "PAGES_TOGETHER", 2)
    told: list[list[str]] = []

    def note(rows: list[PublishedQuestion], **kwargs) -> None:
        told.append([row.question for row in rows])

    questions_written.connect(note)
    yield told
    questions_written.disconnect(note)


def test_rebuilding_tells_a_search_index_of_several_pages_at_once(index, told):
    for number in range(5):
        page(index, f"Is it number {number}?", title=f"Page {number}")
    PublishedQuestion.objects.update(question="Wrong")
    told.clear()
    assert len(list(rows.rebuild())) == 5
    assert told == [
        ["Is it number 0?", "Is it number 1?"],
        ["Is it number 2?", "Is it number 3?"],
        ["Is it number 4?"],
    ]


def test_rebuilding_that_stops_has_told_the_search_index_of_all_that_it_wrote(
    index, told, monkeypatch
):
    for number in range(2):
        page(index, f"Is it number {number}?", title=f"Page {number}")
    PublishedQuestion.objects.update(question="Wrong")
    told.clear()
    read = rows._rows

    def read_the_first(page_id: int) -> list[PublishedQuestion]:
        if told or known() != ["Wrong", "Wrong"]:
            raise OSError("The disk is full.")
        return read(page_id)

    with monkeypatch.context() as patched:
        patched.setattr(rows, "_rows", read_the_first)
        with pytest.raises(OSError, match="full"):
            list(rows.rebuild())
    assert told == [["Is it number 0?"]]
    list(rows.rebuild())


def test_writing_a_page_that_is_gone_is_no_error():
    rows.write(10_000)
    assert known() == []
