"""Which page of a site a phrase may mean."""

import re
from collections.abc import Iterator, Sequence

from faq_pages.content import Link
from faq_pages.importing.vocabulary import normal

# Words that tell pages apart no better than "page" does.
_EMPTY = frozenset(
    """a an and are about at by faq faqs for from how in is it of on or our page pages question
    questions site the their to us we website what with you your""".split()
)

# How much of a title the phrase has to name, and how much of the phrase the title.
_OF_TITLE = 0.6
_OF_PHRASE = 0.3


def best_page(phrase: str, pages: Sequence[Link]) -> Link | None:
    """Return the page whose title fits `phrase` best, None if none does."""
    words = _stems(phrase)
    scored = [(_score(words, _stems(page.text)), -len(page.url), page) for page in pages]
    scored = [each for each in scored if each[0] > (0.0, 0.0)]
    return max(scored, key=lambda each: each[:2])[2] if scored else None


def _score(phrase: frozenset[str], title: frozenset[str]) -> tuple[float, float]:
    common = len(phrase & title)
    if not common or common < _OF_TITLE * len(title) or common < _OF_PHRASE * len(phrase):
        return (0.0, 0.0)
    return (common / len(phrase), common / len(title))


def mentioned_pages(sentence: str, pages: Sequence[Link]) -> Iterator[tuple[int, str, Link]]:
    """Yield where `sentence` names a page by its title, what it says, and the page.

    A title of one word is no name: every text on backs says "back".
    """
    words = frozenset(map(_stem, normal(sentence).split()))
    for page in pages:
        title = [word for word in normal(page.text).split() if word not in {"faq", "faqs"}]
        if len(_stems(page.text)) < 2 or not words.issuperset(map(_stem, title)):
            continue
        pattern = r"[\W_]+".join(rf"{re.escape(_stem(word))}\w{{0,3}}" for word in title)
        if match := re.search(rf"\b{pattern}\b", sentence, re.I):
            yield match.start(), match[0], page


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in normal(text).split() if word not in _EMPTY)


def _stem(word: str) -> str:
    """Return `word` without the ending of an English plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
