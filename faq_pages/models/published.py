"""What search knows: the questions that are live, and the words in them."""

from typing import Any

from django.db import connection, models
from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _
from wagtail.search import index
from wagtail.search.backends import get_search_backend, get_search_backends


def uses_fts5() -> bool:
    """Whether search asks SQLite's own full-text tables and not Wagtail's search.

    Wagtail's SQLite backend takes many seconds for a common word at 10,000
    pages. A site on SQLite that sets another search service uses that.
    """
    is_database = get_search_backend().__class__.__module__.startswith(_DATABASE_BACKENDS)
    return connection.vendor == "sqlite" and is_database


# Sent with `rows`, whenever rows were written anew.
questions_written = Signal()

_DATABASE_BACKENDS = ("modelsearch.backends.database", "wagtail.search.backends.database")


class PublishedQuestion(index.Indexed, models.Model):
    """One question that visitors can read, and its answer in plain text.

    There is a row for each complete question of each live, public page that is
    not an alias. Rows are made from the page's content and never edited: see
    `faq_pages.search.rows`. The `*_stems` fields hold the words as search
    compares them: see `faq_pages.search.words`.
    """

    page = models.ForeignKey(
        "faq_pages.FAQPage", on_delete=models.CASCADE, related_name="published_questions"
    )
    anchor = models.CharField(max_length=255)
    position = models.PositiveIntegerField()
    language = models.CharField(max_length=20)
    question = models.TextField()
    answer = models.TextField()
    title = models.CharField(max_length=255)
    # Other names of what the page is about, as its topics give them.
    names = models.TextField()

    question_stems = models.TextField()
    answer_stems = models.TextField()
    title_stems = models.TextField()
    names_stems = models.TextField()

    search_fields = [
        index.SearchField("question_stems", boost=4),
        index.SearchField("answer_stems"),
        index.SearchField("title_stems"),
        index.SearchField("names_stems"),
        index.FilterField("language"),
        index.RelatedFields("page", [index.FilterField("path")]),
    ]

    class Meta:
        verbose_name = _("published question")
        verbose_name_plural = _("published questions")
        ordering = ["page", "position"]
        constraints = [
            models.UniqueConstraint(fields=["page", "anchor"], name="faq_pages_one_row_per_anchor")
        ]

    def __str__(self) -> str:
        return self.question

    @classmethod
    def get_indexed_objects(cls) -> Any:
        rows = super().get_indexed_objects()
        return rows.none() if uses_fts5() else rows

    def get_indexed_instance(self) -> Any:
        return None if uses_fts5() else self


class SearchWord(models.Model):
    """A word of the published questions, to mend what is misspelt and to finish what is typed."""

    language = models.CharField(max_length=20)
    word = models.CharField(max_length=64)
    stem = models.CharField(max_length=64)
    # How many published questions have it in question, answer, title or other names.
    questions = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="faq_pages_one_row_per_word")
        ]
        indexes = [models.Index(fields=["language", "stem"])]

    def __str__(self) -> str:
        return self.word


def index_questions(rows: list[PublishedQuestion], **kwargs: Any) -> None:
    """Hand rows that were written to Wagtail's search, where that is used."""
    if rows and not uses_fts5():
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(PublishedQuestion, rows)
