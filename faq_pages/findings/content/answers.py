"""Whether each answer says enough, says it once, and stands alone."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.content import Question, Table, Text
from faq_pages.findings.content.questions import QUOTE_LENGTH, elsewhere
from faq_pages.findings.facts import PageFacts, fold
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.languages import is_english
from faq_pages.findings.passages import answer_text, answer_words, links
from faq_pages.markup import shorten

ANSWER_TWICE = Rule(
    "answer-twice",
    "content",
    "warning",
    54,
    gettext_lazy("Ask both in one question, or answer each in its own words."),
)
ANSWER_ELSEWHERE = Rule(
    "answer-elsewhere",
    "content",
    "advice",
    37,
    gettext_lazy("Keep it on one page and link to it from the other."),
)
ANSWER_THIN = Rule(
    "answer-thin",
    "content",
    "advice",
    48,
    gettext_lazy("Say in a sentence more what it means for the patient, or link to where it is."),
)
ANSWER_STARTS_WITH_HEADING = Rule(
    "answer-starts-with-heading",
    "content",
    "advice",
    34,
    gettext_lazy("Answer in the first sentence and put the heading after it."),
)
ANSWER_POINTS_AWAY = Rule(
    "answer-points-away",
    "content",
    "advice",
    46,
    gettext_lazy("Say it again or link to it: from a search engine readers see this answer alone."),
)

# Fewer words than one plain English sentence has on average, 15 to 20 (Cutts, Oxford Guide
# to Plain English): who asks gets a "yes" and no reason.
THIN = 12

# As many characters make an answer that can point within itself, some hundred words.
LONG = 600

# "See above", "as mentioned below", "the previous question": what only a reader of the whole
# page can follow. "Above the knee" and "below 5 mg" are no such words.
_POINTING = re.compile(
    r"\b(?:"
    r"(?:as\s+)?(?:see|described|discussed|explained|listed|mentioned|noted|outlined|shown|"
    r"stated)\s+(?:above|below|earlier|previously|later)"
    r"(?!\s+(?:the|a|an|your|this|that|these|those|his|her|their|\d|in\s+(?:life|childhood|"
    r"pregnancy|adulthood)))"
    r"|(?:see|read)\s+(?:the\s+)?(?:previous|preceding|next|following|last)\s+"
    r"(?:question|answer|section|paragraph)"
    r"|(?:the\s+)?(?:previous|preceding)\s+(?:question|answer)"
    r"|(?:the\s+)?(?:question|answer|section|list|table|paragraph)\s+(?:above|below)"
    r"|above[-\s]mentioned|aforementioned"
    r")\b",
    re.I,
)
_HEADING = re.compile(r"\s*<h[1-6]\b[^>]*>(.*?)</h[1-6]>", re.I | re.S)
_TAGS = re.compile(r"<[^>]*>")


def repeated_answers(page: PageFacts) -> Iterator[Finding]:
    """Find answers that the page gives twice, or that another page of the site gives."""
    first: dict[str, Question] = {}
    for question in page.faq.questions if page.faq else ():
        key = fold(answer_words(question))
        if not key:
            continue
        if key in first:
            yield ANSWER_TWICE(
                _("“%(question)s” has the same answer as “%(other)s”.")
                % {
                    "question": shorten(question.question, QUOTE_LENGTH),
                    "other": shorten(first[key].question, QUOTE_LENGTH),
                },
                block=question.id,
                field="answer",
            )
            continue
        first[key] = question
        if others := elsewhere(page, page.around.answers.get(key, ())):
            yield ANSWER_ELSEWHERE(
                _("The answer to “%(question)s” also stands, word for word, at %(address)s.")
                % {
                    "question": shorten(question.question, QUOTE_LENGTH),
                    "address": others[0],
                },
                block=question.id,
                field="answer",
            )


def whole_answers(page: PageFacts) -> Iterator[Finding]:
    """Find answers that are thin, begin with a heading or cannot be read alone."""
    english = is_english(page)
    for question in page.faq.questions if page.faq else ():
        if not question.answer:
            continue
        quoted = {"question": shorten(question.question, QUOTE_LENGTH)}
        if is_thin(question):
            words = _count(question)
            yield ANSWER_THIN(
                (
                    _("The answer to “%(question)s” has one word: “%(answer)s”.")
                    if words == 1
                    else _("The answer to “%(question)s” has %(words)d words: “%(answer)s”.")
                )
                % {**quoted, "words": words, "answer": shorten(answer_words(question), 80)},
                block=question.id,
                field="answer",
            )
        if heading := first_heading(question):
            yield ANSWER_STARTS_WITH_HEADING(
                _("The answer to “%(question)s” begins with the heading “%(heading)s”.")
                % {**quoted, "heading": shorten(heading, QUOTE_LENGTH)},
                block=question.id,
                field="answer",
            )
        if english and (pointer := points_away(question)):
            yield ANSWER_POINTS_AWAY(
                _("The answer to “%(question)s” says “%(words)s”.") % {**quoted, "words": pointer},
                block=question.id,
                field="answer",
            )


def is_thin(question: Question) -> bool:
    """Whether the answer is a few words that neither show nor lead to more."""
    shown = [part for part in question.answer if not isinstance(part, Text)]
    linked = any(links(part.html) for part in question.answer if isinstance(part, Text))
    return not shown and not linked and _count(question) < THIN


def _count(question: Question) -> int:
    return len(answer_words(question).split())


def points_away(question: Question) -> str:
    """Return the words with which the answer points to others, "" if it stands alone.

    Where a long answer says "above" late or "below" early, and where a list or table follows
    the words, it means itself.
    """
    text = answer_text(question.answer)
    shows = any(not isinstance(part, Text) or "<li" in part.html for part in question.answer)
    for match in _POINTING.finditer(text):
        words = " ".join(match[0].split())
        if "table" in words.casefold():
            means_itself = any(isinstance(part, Table) for part in question.answer)
        elif re.search(r"\b(?:below|later)\b", words, re.I):
            means_itself = shows or len(text) - match.end() > LONG
        else:
            means_itself = match.start() > LONG and "question" not in words.casefold()
        if not means_itself:
            return words
    return ""


def first_heading(question: Question) -> str:
    """Return the heading that the answer begins with, or ""."""
    first = question.answer[0]
    found = _HEADING.match(first.html) if isinstance(first, Text) else None
    return " ".join(_TAGS.sub("", found[1]).split()) if found else ""
