"""Words that nobody wrote, mended to words that are there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from django.db.models import Sum
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from faq_pages.models.published import SearchWord
from faq_pages.search.terms import Stems, Term
from faq_pages.search.words import stem, telling

# Of the words that a misspelt one may mean; each further one counts less.
GUESSES = 3
FINISHED = 8
_SHORTEST = 3
_LIKE = 0.75


def counts_of(phrases: Iterable[Stems], language: str) -> dict[Stems, int]:
    """Return in how many questions each phrase can be, those that are in none left out."""
    phrases = set(phrases)
    stems = {stem for phrase in phrases for stem in phrase}
    rows = SearchWord.objects.filter(language=language, stem__in=stems)
    counts = dict(rows.values_list("stem").annotate(Sum("questions")))
    return {
        phrase: min(counts[stem] for stem in phrase)
        for phrase in phrases
        if all(stem in counts for stem in phrase)
    }


def endings(beginning: str, language: str) -> list[str]:
    """Return the commonest words that start with `beginning`."""
    rows = SearchWord.objects.filter(language=language, word__startswith=beginning)
    return list(rows.order_by("-questions", "word").values_list("word", flat=True)[:FINISHED])


class Speller:
    """Mends the words of one query. Whatever their number, that takes two queries."""

    def __init__(self, language: str) -> None:
        self.language = language

    @cached_property
    def _words(self) -> dict[str, int]:
        """All words, and in how many questions each is: read once something is misspelt."""
        rows = SearchWord.objects.filter(language=self.language)
        return dict(rows.values_list("word", "questions"))

    def joined(self, found: Sequence[str], *, unfinished: bool = False) -> list[str]:
        """Return the words with two put together where only that is known: "sacro iliac".

        An `unfinished` last word is no slip of another one: it may go on.
        """
        asked = {*found, *(first + second for first, second in pairwise(found))}
        rows = SearchWord.objects.filter(language=self.language, word__in=asked)
        known = set(rows.values_list("word", flat=True))
        result: list[str] = []
        for place, word in enumerate(found, start=1):
            is_finished = not unfinished or place < len(found)
            both = result[-1] + word if result else ""
            if not both or (result[-1] in known and word in known):
                result.append(word)
            elif both in known:
                result[-1] = both
            elif is_finished and (meant := self._meant_together(result[-1], word)):
                result[-1] = meant
            else:
                result.append(word)
        return result

    def guesses(self, word: str) -> list[str]:
        """Return the words that `word` may be a misspelling of, the likeliest first.

        A slip of the finger changes letters, one of the ear keeps the sound: words
        that sound the same may be further off, and come first.
        """
        if len(word) < _SHORTEST or word.isdigit():
            return []
        allowed, heard = _allowed(word), sound(word)
        near = []
        # All words in one call: a library has as many as a dictionary.
        found = process.extract(
            word, self._words.keys(), scorer=OSA.distance, score_cutoff=allowed + 1, limit=None
        )
        for other, distance, _ in found:
            if likeness(word, other) < _LIKE or other.isdigit():
                continue
            sounds_alike = heard == sound(other)
            # Who mistypes a word rarely begins with another letter: ringworm is no pinworm.
            slips = allowed if word[0] == other[0] else min(allowed, 1)
            if sounds_alike or distance <= slips:
                far = distance - 2 * sounds_alike
                near.append((far, word[0] != other[0], -self._words[other], other))
        return [other for *_, other in sorted(near)[:GUESSES]]

    def split(self, word: str) -> tuple[str, str] | None:
        """Return the two known words that `word` is, such as "heartattack"; None if it is not."""
        halves = [(word[:place], word[place:]) for place in range(3, len(word) - 2)]
        known = [
            (min(self._words[first], self._words[second]), first, second)
            for first, second in halves
            if first in self._words and second in self._words
        ]
        return max(known)[1:] if known else None

    def mend(self, term: Term, counts: Mapping[Stems, int]) -> str:
        """Add to `term` what it may mean where nobody wrote it; return the likeliest, or ""."""
        if term.asks or any(counts.get(stems) for stems in term.alternatives):
            return ""
        found = self.guesses(term.word)
        for place, guess in enumerate(found):
            term.add((stem(guess, self.language),), likeness(term.word, guess) - 0.2 * place)
        if found:
            return found[0]
        if halves := self.split(term.word):
            term.add(tuple(stem(half, self.language) for half in halves), 1.0)
            return " ".join(halves)
        return ""

    def _meant_together(self, first: str, second: str) -> str:
        """Return the long word that two are a slip of, "pin wurms" say; "" if they are none."""
        both = first + second
        if len(both) < 7 or len(telling([first, second], self.language)) < 2:
            return ""
        near = self.guesses(both)
        return near[0] if near and OSA.distance(both, near[0]) == 1 else ""


def sound(word: str) -> str:
    """Return a key that is the same for words that sound alike in English: "newmonia", "pneumonia".

    Consonants as they are spoken; vowels are what people mix up.
    """
    for spelling, spoken in _SPOKEN:
        word = spelling.sub(spoken, word)
    return word


_SPOKEN = [
    (re.compile(spelling), spoken)
    for spelling, spoken in (
        ("^(?:kn|gn|pn)", "n"),
        ("^(?:ps|x)", "s"),
        ("^wr|rh", "r"),
        ("ph|ght?(?=$)", "f"),
        ("gh", ""),
        ("wh", "w"),
        ("tch|ch|ck|c(?![eiy])|q", "k"),
        ("c|z|sc(?=[eiy])", "s"),
        ("x", "ks"),
        ("dge?|g(?=[eiy])", "j"),
        ("^[aeiouy]+", "a"),
        ("(?<!^)[aeiouyhw]", ""),
        (r"(.)\1+", r"\1"),
    )
]


def likeness(word: str, other: str) -> float:
    """Return how much of both words is the same, from 0 to 1."""
    return fuzz.ratio(word, other) / 100


def _allowed(word: str) -> int:
    """Return how many slips of the finger or the ear are forgiven."""
    if len(word) < 4:
        return 0
    if len(word) < 6:
        return 1
    return 2 if len(word) < 8 else 3
