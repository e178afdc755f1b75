"""Words of a web page that its readers do not see, or only hear."""

import re
from collections.abc import Collection, Iterator

from bs4 import BeautifulSoup, Tag

from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.fragments import words_of
from faq_pages.importing.readers.furniture import HEADINGS
from faq_pages.importing.vocabulary import ends_asking, ends_sentence
from faq_pages.markup import shorten

_QUOTE = 160
# What is read aloud, what is only printed, as the page numbers of Word's contents, and
# what shows a formula again.
_FOR_OTHERS = (
    ".screen-reader-text, .sr-only, .visually-hidden, .katex-mathml + .katex-html, "
    "[style*='mso-hide:screen' i]"
)
_NEVER_SHOWN = re.compile(r"mso-hide\s*:\s*all", re.I)
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.I)
_INLINE = ["a", "b", "font", "i", "span", "strong", "em", "small"]
_BLOCKS = ["p", "li", "td"]
# What shows hidden words when it is pressed.
_CONTROLS = 'button, [role=button], a[rel=button], a[href^="#"]'


def hidden(words: str) -> str:
    """Return what an editor must know of words that the document hides."""
    return f"“{shorten(words, _QUOTE)}” is hidden in the document and was left out."


def without_hidden_words(soup: BeautifulSoup) -> tuple[list[LeftOut], list[LeftOut]]:
    """Take out what is only read aloud or printed, and what is hidden; return both.

    Answers are hidden as well, until somebody presses their question: only words
    that nothing can show are taken out.
    """
    for_others = [*_taken_out(soup.select(_FOR_OTHERS), Reason.NAVIGATION)]
    controlled = _controlled(soup)
    unseen = [each for each in soup.find_all(True) if _is_hidden(each, controlled)]
    return for_others, [*_taken_out(unseen, Reason.UNSUPPORTED)]


def _is_hidden(element: Tag, controlled: Collection[int]) -> bool:
    style = str(element.get("style", ""))
    if _NEVER_SHOWN.search(style):
        return True
    if not (_NOT_SHOWN.search(style) or element.has_attr("hidden")):
        return False
    block = element.find_parent(_BLOCKS) if element.name in _INLINE else element
    if block is None or block.name not in _BLOCKS or id(block.parent) in controlled:
        return False
    before = element.find_previous(string=re.compile(r"\S"))
    if before is None or before.find_parent(HEADINGS) or ends_asking(before.strip()):
        return False
    return block is not element or (element.name == "p" and ends_sentence(before))


def _controlled(soup: BeautifulSoup) -> frozenset[int]:
    """Return the ids of the elements in which, or in whose children, something can be pressed."""
    parents = [each.parent for each in soup.select(_CONTROLS)]
    parents += [each.parent for each in parents if each is not None]
    return frozenset(map(id, parents))


def _taken_out(elements: list[Tag], reason: Reason) -> Iterator[LeftOut]:
    for element in elements:
        words = "" if element.decomposed else words_of(element)
        if not words or element.name in HEADINGS or element.find(HEADINGS):
            continue
        heading = element.find_parent(HEADINGS)
        if heading is not None and words_of(heading) == words:
            continue  # it is all that the heading says
        element.decompose()
        yield LeftOut(words, reason)
