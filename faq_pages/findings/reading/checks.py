"""Answers, and pages, that are harder to read than most patients can read with ease."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.content import FAQ
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.languages import language
from faq_pages.findings.passages import answer_text
from faq_pages.findings.reading.formulas import ReadingLevel, level_of, reading_level
from faq_pages.markup import shorten

ANSWER_HARD = Rule(
    "answer-hard",
    "reading",
    "advice",
    26,
    gettext_lazy("Divide the longest sentences and say hard words in everyday ones."),
)
PAGE_HARD = Rule(
    "page-hard",
    "reading",
    "advice",
    40,
    gettext_lazy("Begin with the answers that are read most: shorter sentences, everyday words."),
)

# The US National Library of Medicine asks for grades 7 to 8 in what patients read
# (MedlinePlus, "How to write easy-to-read health materials"), the AMA for 6. A grade is
# within what the formula errs, so only what is clearly above is told.
HARD_GRADE = 9
# Björnsson's scale: official texts begin here.
HARD_LIX = 50
# The formulas were made on passages of a hundred words; below half of that one long word
# makes a grade.
WORDS_TO_JUDGE = 50

QUOTE_LENGTH = 60
SENTENCE_LENGTH = 120


def reading(page: PageFacts) -> Iterator[Finding]:
    """Find answers that are hard to read, and whether all of them together are."""
    if not page.faq:
        return
    terms, spoken = terms_of(page.faq), language(page)
    texts = [answer_text(question.answer) for question in page.faq.questions]
    whole = level_of(texts, terms, spoken)
    if is_hard(whole):
        yield PAGE_HARD(
            _("All answers together read at %(level)s.") % {"level": level_in_words(whole)}
        )
    for question, text in zip(page.faq.questions, texts, strict=True):
        level = reading_level(text, terms, spoken)
        if is_hard(level):
            yield ANSWER_HARD(
                " ".join(_sentences(level, shorten(question.question, QUOTE_LENGTH))),
                block=question.id,
                field="answer",
            )


def terms_of(faq: FAQ) -> tuple[str, ...]:
    """Return what the page cannot but say: its title, and the names of its topics."""
    names = (name for topic in faq.topics for name in (topic.name, *topic.also_called))
    return (faq.title, *names)


def is_hard(level: ReadingLevel) -> bool:
    """Whether a text of such a level is harder than most patients read with ease."""
    if level.words < WORDS_TO_JUDGE:
        return False
    if level.grade is not None:
        return level.grade >= HARD_GRADE + 0.5  # as it is rounded when shown
    return level.lix is not None and level.lix > HARD_LIX


def level_in_words(level: ReadingLevel) -> str:
    """Return the level as a sentence names it."""
    if level.grade is None:
        return _("LIX %(lix).0f (50 is hard)") % {"lix": level.lix or 0}
    return _("grade %(grade)s (7 or 8 is easy for most)") % {"grade": grade_in_words(level.grade)}


def grade_in_words(grade: float) -> str:
    """Return a grade as a sentence names it; beyond school and college it says no more."""
    return _("16 or more") if grade >= 16 else str(max(round(grade), 1))


def _sentences(level: ReadingLevel, question: str) -> Iterator[str]:
    yield _("The answer to “%(question)s” reads at %(level)s.") % {
        "question": question,
        "level": level_in_words(level),
    }
    yield _("Its longest sentence: “%(sentence)s”") % {
        "sentence": shorten(level.longest_sentences[0], SENTENCE_LENGTH)
    }
    if level.hardest_words:
        words = ", ".join(f"“{word}”" for word in level.hardest_words)
        yield _("Its hardest words: %(words)s.") % {"words": words}
