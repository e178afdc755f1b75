"""How hard a text is to read, by three formulas of long standing.

- Flesch-Kincaid grade level: J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom,
  "Derivation of new readability formulas for Navy enlisted personnel", 1975.
- SMOG: G. H. McLaughlin, "SMOG grading: a new readability formula", Journal of Reading 12(8),
  1969: ten sentences each from the beginning, the middle and the end; shorter texts are
  scaled up to thirty sentences, as Harold C. McGraw's tables for them do.
- LIX: C.-H. Björnsson, "Läsbarhet", 1968, made for Swedish and used for many languages.

The first two are grades of US schools and count English syllables, LIX runs from about 20
(very easy) to 60 (very hard). All are estimates: a grade up or down says nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from faq_pages.findings.reading.sentences import sentences, words
from faq_pages.findings.reading.syllables import syllables

SHOWN = 3
# SMOG counts words of three and more syllables, LIX words of more than six letters.
_POLYSYLLABIC = 3
_LONG = 6
_SAMPLE = 30


# No word of three syllables is shorter: "idea".
_SHORTEST = 4


class Sentence(NamedTuple):
    """A sentence and its words."""

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReadingLevel:
    """What the formulas say of a text; None where they do not apply.

    `grade` is Flesch-Kincaid's, `smog` SMOG's. The longest sentences and the hardest words
    come first in their lists, which hold at most three.
    """

    words: int = 0
    sentences: int = 0
    grade: float | None = None
    smog: float | None = None
    lix: float | None = None
    longest_sentences: tuple[str, ...] = ()
    hardest_words: tuple[str, ...] = ()


def reading_level(text: str, terms: Iterable[str] = (), language: str = "en") -> ReadingLevel:
    """Return how hard `text` is: sentences, and lines for items and paragraphs.

    The words of `terms`, which the text must use, count as short words of two syllables, and
    are none of its hardest. Other languages than English get LIX only.
    """
    return level_of([text], terms, language)


def level_of(texts: Iterable[str], terms: Iterable[str] = (), language: str = "en") -> ReadingLevel:
    """Return how hard `texts` are together; the rest as for `reading_level`."""
    return _level(tuple(texts), tuple(terms), language)


# A draft is judged again after each change, and most of its answers have not changed.
@lru_cache(maxsize=1024)
def _level(texts: tuple[str, ...], terms: tuple[str, ...], language: str) -> ReadingLevel:
    divided = [sentence for text in texts for sentence in _divided(text)]
    total = sum(len(sentence.words) for sentence in divided)
    if not total:
        return ReadingLevel()
    known = frozenset(_singular(word.casefold()) for term in terms for word in words(term))
    spoken = [[_syllables(word, known) for word in sentence.words] for sentence in divided]
    long = sum(1 for each in divided for word in each.words if _letters(word, known) > _LONG)
    level = ReadingLevel(
        words=total,
        sentences=len(divided),
        lix=total / len(divided) + 100 * long / total,
        longest_sentences=_longest(divided),
    )
    if language.partition("-")[0].casefold() != "en":
        return replace(level, hardest_words=_hardest(divided, known, _letters, _LONG + 1))
    return replace(
        level,
        grade=0.39 * total / len(divided) + 11.8 * sum(map(sum, spoken)) / total - 15.59,
        smog=_smog([sum(1 for count in each if count >= _POLYSYLLABIC) for each in spoken]),
        hardest_words=_hardest(divided, known, _syllables, _POLYSYLLABIC),
    )


# -- Words -------------------------------------------------------------------------


@lru_cache(maxsize=512)
def _divided(text: str) -> tuple[Sentence, ...]:
    found = (Sentence(sentence, tuple(words(sentence))) for sentence in sentences(text))
    return tuple(sentence for sentence in found if sentence.words)


# A page says most of its words more than once.
@lru_cache(maxsize=20_000)
def _syllables(word: str, known: frozenset[str]) -> int:
    count = syllables(word)
    return 2 if count >= _POLYSYLLABIC and _is_term(word, known) else count


@lru_cache(maxsize=20_000)
def _letters(word: str, known: frozenset[str]) -> int:
    count = sum(map(str.isalpha, word))
    return _LONG if count > _LONG and _is_term(word, known) else count


def _is_term(word: str, known: frozenset[str]) -> bool:
    """Whether `word`, or each part of a hyphenated one, is among the words `known`."""
    if not known:
        return False
    small = word.casefold()
    return _singular(small) in known or (
        "-" in small and all(_singular(part) in known for part in small.split("-"))
    )


def _singular(word: str) -> str:
    word = word.replace("’", "'").removesuffix("'s")
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


# -- Texts -------------------------------------------------------------------------


def _smog(polysyllables: Sequence[int]) -> float:
    """Return the SMOG grade of sentences with so many words of three and more syllables."""
    chosen = list(polysyllables)
    if len(chosen) > _SAMPLE:
        ten, middle = _SAMPLE // 3, (len(chosen) - _SAMPLE // 3) // 2
        chosen = [*chosen[:ten], *chosen[middle : middle + ten], *chosen[-ten:]]
    return 3.1291 + 1.0430 * sqrt(sum(chosen) * _SAMPLE / len(chosen))


def _longest(divided: Iterable[Sentence]) -> tuple[str, ...]:
    ranked = sorted(divided, key=lambda sentence: -len(sentence.words))
    return tuple(dict.fromkeys(sentence.text for sentence in ranked))[:SHOWN]


def _hardest(
    divided: Iterable[Sentence],
    known: frozenset[str],
    measure: Callable[[str, frozenset[str]], int],
    least: int,
) -> tuple[str, ...]:
    """Return the words that measure most, and of those the ones that come up most often."""
    times = Counter(
        word.lower()
        for sentence in divided
        for word in sentence.words
        if len(word) >= _SHORTEST and not word.isupper()  # "MRI" has a rule of its own
    )
    measured = {word: size for word in times if (size := measure(word, known)) >= least}
    return tuple(sorted(measured, key=lambda word: (-measured[word], -times[word], word))[:SHOWN])
