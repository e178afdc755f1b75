"""Whether the questions of a page ask, and ask something once."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.facts import PageFacts, fold
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.languages import is_english, is_french
from faq_pages.markup import shorten

QUESTION_TWICE = Rule(
    "question-twice",
    "content",
    "warning",
    56,
    gettext_lazy("Join the two answers, or say in each question what sets it apart."),
)
QUESTION_ELSEWHERE = Rule(
    "question-elsewhere",
    "content",
    "advice",
    38,
    gettext_lazy("Answer it on one page and link to it from the other, or ask more precisely."),
)
QUESTION_NOT_ASKED = Rule(
    "question-not-asked",
    "content",
    "advice",
    36,
    gettext_lazy("Ask it as a patient would, with a question mark at its end."),
)
QUESTION_SHOUTED = Rule(
    "question-shouted",
    "content",
    "advice",
    24,
    gettext_lazy("Write it in small letters: capitals are slower to read."),
)
QUESTION_MARKS = Rule(
    "question-marks",
    "content",
    "advice",
    12,
    gettext_lazy("End it with one question mark, without a space before it."),
)

QUOTE_LENGTH = 60

# Question marks of Latin, Greek (which also writes a semicolon), Armenian, Arabic, Ethiopic
# and full-width scripts; Spanish also opens with one.
_MARKS = "?？؟;\u037e՞፧⁇"
_CLOSERS = " \u00a0\u202f\"'”’»)]"
# Words that begin an English question, or the clause in it that asks.
_ASKING = frozenset(
    """what what's whats which who who's whom whose when when's where where's why why's how how's
    is are am was were isn't aren't do does did don't doesn't didn't has have had can can't could
    should shouldn't shall will won't would may might must""".split()
)
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ILL_MARKED = re.compile(r"[?？؟]\s*[?？؟]|\s[?？؟]\s*$")


def repeated_questions(page: PageFacts) -> Iterator[Finding]:
    """Find questions that the page asks twice, or that another page of the site asks."""
    first: dict[str, int] = {}
    for number, question in enumerate(page.faq.questions if page.faq else (), start=1):
        key = fold(question.question)
        if not key:
            continue
        if key in first:
            yield QUESTION_TWICE(
                _("Questions %(first)d and %(second)d both ask “%(question)s”.")
                % {
                    "first": first[key],
                    "second": number,
                    "question": shorten(question.question, QUOTE_LENGTH),
                },
                block=question.id,
                field="question",
            )
            continue
        first[key] = number
        if others := elsewhere(page, page.around.questions.get(key, ())):
            yield QUESTION_ELSEWHERE(
                _("“%(question)s” is also asked at %(address)s.")
                % {
                    "question": shorten(question.question, QUOTE_LENGTH),
                    "address": others[0],
                },
                block=question.id,
                field="question",
            )


def elsewhere(page: PageFacts, addresses: Iterable[str]) -> list[str]:
    """Return those of `addresses` that are not on `page`."""
    return [address for address in addresses if urldefrag(address)[0] != page.url]


def wording_of_questions(page: PageFacts) -> Iterator[Finding]:
    """Find questions that do not ask, shout, or are marked twice."""
    english, french = is_english(page), is_french(page)
    for question in page.faq.questions if page.faq else ():
        text = question.question.strip()
        if not text:
            continue
        quoted = {"question": shorten(text, QUOTE_LENGTH)}
        if not asks(text, english=english):
            yield QUESTION_NOT_ASKED(
                _("“%(question)s” is not a question.") % quoted,
                block=question.id,
                field="question",
            )
        if shouts(text):
            yield QUESTION_SHOUTED(
                _("“%(question)s” is all in capitals.") % quoted,
                block=question.id,
                field="question",
            )
        # French sets a space before the mark.
        if not french and _ILL_MARKED.search(text):
            yield QUESTION_MARKS(
                _("“%(question)s” does not end as a question does.") % quoted,
                block=question.id,
                field="question",
            )


def asks(text: str, *, english: bool = True) -> bool:
    """Whether `text` is a question: by its mark, in English also by how it begins.

    “How to prepare for your injection” passes: it asks with the words that patients type,
    and a mark after it would be wrong in English.
    """
    if "¿" in text or text.rstrip(_CLOSERS).endswith(tuple(_MARKS)):
        return True
    if any(mark in text for mark in "?？؟"):  # it asks, and goes on: "In pain? What to do"
        return True
    found = _LETTERS.search(text) if english else None
    return found is not None and found[0].casefold().replace("’", "'") in _ASKING


def shouts(text: str) -> bool:
    """Whether `text` is words in capitals, more than the name of one thing."""
    words = [word for word in _LETTERS.findall(text) if len(word) > 1]
    return len(words) > 2 and text.upper() == text and text.lower() != text
