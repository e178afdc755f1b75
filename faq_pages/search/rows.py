"""The rows of `PublishedQuestion` and `SearchWord`, made from what is live."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, transaction
from wagtail.models import Page

from faq_pages.blocks.materials import Materials
from faq_pages.content import FAQ
from faq_pages.markup import lines
from faq_pages.models import FAQPage, PublishedQuestion, SearchWord
from faq_pages.models.published import questions_written, uses_fts5
from faq_pages.models.topics import read_topics
from faq_pages.search import fts5
from faq_pages.search.words import stem, stems, words

# (language, word) -> in how many questions
Counts = Counter[tuple[str, str]]

# A search index learns of so many pages at once when all are written.
PAGES_TOGETHER = 25

# SQLite once took no more than 999 parameters, and a row of words has four.
_BATCH = 999 // 4
_MADE = [
    field.attname for field in PublishedQuestion._meta.concrete_fields if not field.primary_key
]


def write(page_id: int) -> None:
    """Make the rows of a page say what its visitors read; none if it has no visitors."""
    if made := _write(page_id):
        questions_written.send(PublishedQuestion, rows=made)


def _write(page_id: int) -> list[PublishedQuestion]:
    """Do as `write`, and return the rows that are new for others to be told of."""
    with transaction.atomic():
        # Two editors who publish at once must not both count the same words.
        FAQPage.objects.select_for_update(of=("self",)).filter(pk=page_id).only("pk").first()
        before = list(PublishedQuestion.objects.filter(page_id=page_id))
        after = _rows(page_id)
        if [_facts(row) for row in before] == [_facts(row) for row in after]:
            return []
        PublishedQuestion.objects.filter(page_id=page_id).delete()
        made = PublishedQuestion.objects.bulk_create(after)
        change = _words(after)
        change.subtract(_words(before))
        _count(change)
    return made


def remove(page_id: int) -> None:
    """Take the rows of a page away, as before it is deleted."""
    with transaction.atomic():
        before = PublishedQuestion.objects.filter(page_id=page_id)
        change: Counts = Counter()
        change.subtract(_words(list(before)))
        before.delete()
        _count(change)


def write_below(page: Page) -> None:
    """Write the rows of `page` and of all under it, as after a move or a restriction."""
    for page_id in _ids(FAQPage.objects.descendant_of(page, inclusive=True)):
        write(page_id)


def rebuild() -> Iterator[int]:
    """Make all rows anew; yield the id of each page when its rows are true.

    Search goes on meanwhile. The words are counted at the end.
    """
    PublishedQuestion.objects.exclude(page__live=True).delete()
    yield from _write_all(_ids(FAQPage.objects.all()))
    with transaction.atomic():
        SearchWord.objects.all().delete()
        counts: Counts = Counter()
        for row in PublishedQuestion.objects.iterator(chunk_size=500):
            counts.update(_words([row]))
        _count(counts)
    if uses_fts5():
        fts5.refill()


def write_missing() -> Iterator[int]:
    """Write the rows of live pages that have none, as after an upgrade; yield each page's id."""
    live = FAQPage.objects.live().filter(alias_of=None, published_questions=None)
    yield from _write_all(_ids(live))


def _write_all(page_ids: Sequence[int]) -> Iterator[int]:
    """Write the rows of these pages, and yield the id of each.

    A search index is told of several pages at once: Wagtail's goes through all of its entries
    whenever some are added.
    """
    for start in range(0, len(page_ids), PAGES_TOGETHER):
        batch = page_ids[start : start + PAGES_TOGETHER]
        made: list[PublishedQuestion] = []
        try:
            for page_id in batch:
                made += _write(page_id)
        finally:
            if made:
                questions_written.send(PublishedQuestion, rows=made)
        yield from batch


def _ids(pages: Any) -> list[int]:
    return list(pages.order_by("pk").values_list("pk", flat=True))


def _rows(page_id: int) -> list[PublishedQuestion]:
    page = FAQPage.objects.live().filter(pk=page_id, alias_of=None).first()
    if page is None or page.get_view_restrictions().exists():
        return []
    language = page.get_language()
    topics = read_topics(page.topics.all())
    of_topics = [name for topic in topics for name in (topic.name, *topic.also_called)]
    names = "\n".join([*of_topics, *lines(page.also_called)])
    stemmed = {
        "title_stems": " ".join(stems(page.title, language)),
        "names_stems": " ".join(stems(names, language)),
    }
    body = page.read_body(Materials(page.body))
    faq = FAQ(title=page.title, sections=body.sections)
    rows = []
    for position, question in enumerate(faq.complete_questions):
        answer = " ".join(filter(None, (part.words for part in question.answer)))
        rows.append(
            PublishedQuestion(
                page_id=page.pk,
                anchor=question.anchor,
                position=position,
                language=language,
                question=question.question,
                answer=answer,
                title=page.title,
                names=names,
                question_stems=" ".join(stems(question.question, language)),
                answer_stems=" ".join(stems(answer, language)),
                **stemmed,
            )
        )
    return rows


def _facts(row: PublishedQuestion) -> list[Any]:
    return [getattr(row, name) for name in _MADE]


def _words(rows: Sequence[PublishedQuestion]) -> Counts:
    """Count in how many of `rows` each word is."""
    counts: Counts = Counter()
    for row in rows:
        texts = (row.question, row.answer, row.title, row.names)
        found = {word for text in texts for word in words(text)}
        counts.update((row.language, word) for word in found)
    return counts


def _count(change: Counts) -> None:
    """Add `change` to the counts of words, less than nothing included."""
    # In one order, so that two publications never wait for each other.
    changed = sorted(key for key, number in change.items() if number)
    with connection.cursor() as cursor:
        for start in range(0, len(changed), _BATCH):
            batch = changed[start : start + _BATCH]
            values = [
                value
                for language, word in batch
                for value in (language, word, stem(word, language), change[language, word])
            ]
            marks = ", ".join(["(%s, %s, %s, %s)"] * len(batch))
            cursor.execute(f"{_INSERT} {marks} {_ADD}", values)
    fewer = [word for (_, word), number in change.items() if number < 0]
    for start in range(0, len(fewer), _BATCH):
        words_of_batch = fewer[start : start + _BATCH]
        SearchWord.objects.filter(questions__lte=0, word__in=words_of_batch).delete()


_TABLE = SearchWord._meta.db_table
_INSERT = f"INSERT INTO {_TABLE} (language, word, stem, questions) VALUES"
_ADD = (
    "ON CONFLICT (language, word) DO UPDATE "
    f"SET questions = {_TABLE}.questions + excluded.questions"
)
