"""Which page of a site a phrase may mean."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

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

_WORD = re.compile(r"\w+")
# An underscore is part of a word or between two; these letters have two lower cases.
_UNEVEN = re.compile("[_İı]")


@dataclass(frozen=True, slots=True)
class _Title:
    """A page, its place among the others, and what its title says.

    `name` is every word but "FAQ", in order; `telling` are those that tell pages apart.
    """

    place: int
    page: Link
    name: tuple[str, ...]
    telling: frozenset[str]


_ByStem = Mapping[str, Collection[_Title]]


class PageIndex:
    """The pages of a site, found by the words of their titles.

    A site may have very many: a title is only looked at for a text with one of
    its rarest words, since every text that fits the title has one of these.
    """

    def __init__(self, pages: Iterable[Link]) -> None:
        titles = [_title(place, page) for place, page in enumerate(pages)]
        counts = Counter(stem for title in titles for stem in title.name)
        self._fitting: _ByStem = _by_stem(
            (title, _rarest(title.telling, counts, _spare(title) + 1)) for title in titles
        )
        # A title of one word is no name: every text on backs says "back".
        self._named: _ByStem = _by_stem(
            (title, _rarest(title.name, counts, 1)) for title in titles if len(title.telling) > 1
        )

    def best(self, phrase: str, *, besides: str = "") -> Link | None:
        """Return the page whose title fits `phrase` best, None if none does.

        Pages with the title `besides` are not meant.
        """
        words = stems(phrase)
        found = {title.place: title for word in words for title in self._fitting.get(word, ())}
        scored = [
            (_score(words, title.telling), -len(title.page.url), -title.place, title.page)
            for title in found.values()
        ]
        own = normal(besides)
        scored = [each for each in scored if each[0] > (0.0, 0.0) and normal(each[3].text) != own]
        return max(scored, key=lambda each: each[:3])[3] if scored else None

    def named_in(self, sentence: str, *, besides: str = "") -> Iterator[tuple[int, str, Link]]:
        """Yield where `sentence` names a page by its title, what it says, and the page.

        Pages with the title `besides` are not meant.
        """
        words = frozenset(map(stem, normal(sentence).split()))
        said = _Sentence(sentence)
        found = [
            title
            for word in words
            for title in self._named.get(word, ())
            if words.issuperset(title.name) and said.may_say(title.name)
        ]
        own = normal(besides)
        for title in sorted(found, key=lambda title: title.place):
            pattern = r"[\W_]+".join(rf"{re.escape(word)}\w{{0,3}}" for word in title.name)
            match = re.search(rf"\b{pattern}\b", sentence, re.I)
            if match and normal(title.page.text) != own:
                yield match.start(), match[0], title.page


class _Sentence:
    """The words of a sentence as a pattern sees them.

    To ask whether they can match takes much less time than compiling the pattern.
    """

    def __init__(self, sentence: str) -> None:
        self._is_even = not (_UNEVEN.search(sentence) or _UNEVEN.search(normal(sentence)))
        self._words = [word.casefold() for word in _WORD.findall(sentence)]
        self._sorted = sorted((word, place) for place, word in enumerate(self._words))

    def may_say(self, name: Sequence[str]) -> bool:
        """Return False if no words in a row begin as those of `name` do."""
        return not self._is_even or any(
            all(map(str.startswith, following, name))
            for start in self._places(name[0])
            if len(following := self._words[start : start + len(name)]) == len(name)
        )

    def _places(self, beginning: str) -> Iterator[int]:
        first = bisect_left(self._sorted, (beginning, 0))
        words = map(self._sorted.__getitem__, range(first, len(self._sorted)))
        found = takewhile(lambda each: each[0].startswith(beginning), words)
        return (place for _, place in found)


def _title(place: int, page: Link) -> _Title:
    words = normal(page.text).split()
    name = tuple(stem(word) for word in words if word not in {"faq", "faqs"})
    return _Title(place, page, name, stems(page.text))


def _spare(title: _Title) -> int:
    """Return how many words of `title` a phrase that fits it may leave out."""
    return len(title.telling) - math.ceil(_OF_TITLE * len(title.telling))


def _rarest(words: Iterable[str], counts: Mapping[str, int], number: int) -> list[str]:
    return sorted(set(words), key=lambda word: (counts[word], word))[:number]


def _by_stem(titles: Iterable[tuple[_Title, Iterable[str]]]) -> _ByStem:
    found: defaultdict[str, list[_Title]] = defaultdict(list)
    for title, words in titles:
        for word in words:
            found[word].append(title)
    return found


def _score(phrase: frozenset[str], title: frozenset[str]) -> tuple[float, float]:
    common = len(phrase & title)
    if not common or common < _OF_TITLE * len(title) or common < _OF_PHRASE * len(phrase):
        return (0.0, 0.0)
    return (common / len(phrase), common / len(title))


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that tell pages apart."""
    return frozenset(stem(word) for word in normal(text).split() if word not in _EMPTY)


def stem(word: str) -> str:
    """Return `word` without the ending of an English plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
