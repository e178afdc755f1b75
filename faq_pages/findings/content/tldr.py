"""Whether the short answer is short, and no harder than the long ones."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.languages import is_english
from faq_pages.findings.passages import answer_text, prose
from faq_pages.findings.reading import grade_in_words, level_of, reading_level, terms_of

TLDR_LONG = Rule(
    "tldr-long",
    "content",
    "advice",
    42,
    gettext_lazy("Keep what a patient must know first, and move the rest to the answers."),
)
TLDR_HARD = Rule(
    "tldr-hard",
    "content",
    "advice",
    44,
    gettext_lazy("Use shorter sentences and everyday words: many read nothing else."),
)

# A quarter of a minute at 238 words a minute, the mean of silent reading in English
# (Brysbaert, "How many words do we read per minute?", Journal of Memory and Language, 2019).
LONG = 60
# A grade's difference is within what the formulas err; so is one sentence.
HARDER = 2
# What the American Medical Association asks of patient education: nobody has to go below.
EASY_GRADE = 6
_WORDS_TO_JUDGE = 20


def short_answer(page: PageFacts) -> Iterator[Finding]:
    """Find a TLDR that is long, or harder to read than the answers below it."""
    if not page.faq or not page.faq.tldr:
        return
    tldr = page.faq.tldr
    words = len(tldr.words.split())
    if words > LONG:
        yield TLDR_LONG(
            _("The TLDR has %(words)d words; %(limit)d are read in a quarter of a minute.")
            % {"words": words, "limit": LONG},
            block=tldr.id,
            field="text",
        )
    if not is_english(page):
        return
    terms = terms_of(page.faq)
    answers = [answer_text(question.answer) for question in page.faq.questions]
    short, long = reading_level(prose(tldr.html), terms), level_of(answers, terms)
    if short.grade is None or long.grade is None or long.words < _WORDS_TO_JUDGE:
        return
    hard = max(long.grade + HARDER, EASY_GRADE + 0.5)
    if short.words >= _WORDS_TO_JUDGE and short.grade >= hard:
        yield TLDR_HARD(
            _("The TLDR reads at grade %(short)s, the answers at grade %(long)s.")
            % {"short": grade_in_words(short.grade), "long": grade_in_words(long.grade)},
            block=tldr.id,
            field="text",
        )
