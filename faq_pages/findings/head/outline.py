"""The outline of a page: one first heading, and no level left out below it."""

from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.document import seen_text
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.markup import shorten

HEADING_MISSING = Rule(
    "heading-missing",
    "head",
    "warning",
    49,
    gettext_lazy("Give the page one first heading (h1) that says what it is about."),
)
HEADINGS_SEVERAL = Rule(
    "headings-several",
    "head",
    "advice",
    25,
    gettext_lazy("Keep one, and put the others a level below it."),
)
HEADING_JUMPS = Rule(
    "heading-jumps",
    "head",
    "advice",
    23,
    gettext_lazy("Use the next level: who hears the page takes a gap for something missed."),
)

_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_QUOTE_LENGTH = 60


def headings(page: PageFacts) -> Iterator[Finding]:
    """Find a page without a first heading or with several, and the first level left out."""
    found = [
        (int(each.tag[1]), text)
        for each in page.document.root.iter(*_LEVELS)
        if (text := seen_text(each))
    ]
    firsts = [text for level, text in found if level == 1]
    if not firsts:
        yield HEADING_MISSING(_("The page has no first heading (h1)."))
    if len(firsts) > 1:
        yield HEADINGS_SEVERAL(
            _("The page has %(count)d first headings, the second is “%(text)s”.")
            % {"count": len(firsts), "text": shorten(firsts[1], _QUOTE_LENGTH)}
        )
    for (above, _text), (level, text) in pairwise(found):
        if level > above + 1:
            yield HEADING_JUMPS(
                _("The heading “%(text)s” is of level %(level)d, the one before it of %(above)d.")
                % {"text": shorten(text, _QUOTE_LENGTH), "level": level, "above": above},
                block=_block_of(page, text),
            )
            return


def _block_of(page: PageFacts, heading: str) -> str:
    """Return the block of the question that `heading` asks or that has it in its answer."""
    for question in page.faq.questions if page.faq else ():
        if heading == question.question or any(heading in part.words for part in question.answer):
            return question.id
    return ""
