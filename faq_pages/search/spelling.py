"""Words that nobody wrote, mended to words that are there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from django.db.models import Sum
from rapidfuzz import fuzz
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


def joined(found: Sequence[str], language: str) -> list[str]:
    """Return the words with two put together where only that is known: "sacro iliac"."""
    pairs = {first + second for first, second in pairwise(found)}
    known = _known({*found, *pairs}, language)
    result: list[str] = []
    for word in found:
        both = result[-1] + word if result else ""
        if not both or (result[-1] in known and word in known):
            result.append(word)
        elif both in known:
            result[-1] = both
        elif meant := _meant_together(result[-1], word, language):
            result[-1] = meant
        else:
            result.append(word)
    return result


def _meant_together(first: str, second: str, language: str) -> str:
    """Return the long word that two are a slip of, "pin wurms" say; "" if they are none."""
    both = first + second
    if len(both) < 7 or len(telling([first, second], language)) < 2:
        return ""
    near = guesses(both, language)
    return near[0] if near and OSA.distance(both, near[0]) == 1 else ""


def guesses(word: str, language: str) -> list[str]:
    """Return the words that `word` may be a misspelling of, the likeliest first.

    A slip of the finger changes letters, one of the ear keeps the sound: words
    that sound the same may be further off, and come first.
    """
    if len(word) < _SHORTEST or word.isdigit():
        return []
    allowed = _allowed(word)
    reach = allowed + 1
    rows = SearchWord.objects.filter(
        language=language, length__range=(len(word) - reach, len(word) + reach)
    )
    near = []
    for other, questions in rows.values_list("word", "questions"):
        distance = OSA.distance(word, other, score_cutoff=reach)
        if distance <= reach and likeness(word, other) >= _LIKE and not other.isdigit():
            sounds_alike = sound(word) == sound(other)
            if sounds_alike or distance <= allowed:
                near.append((distance - 2 * sounds_alike, word[0] != other[0], -questions, other))
    return [other for *_, other in sorted(near)[:GUESSES]]


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


def split(word: str, language: str) -> tuple[str, str] | None:
    """Return the two known words that `word` is, such as "heartattack"; None if it is not."""
    places = range(3, len(word) - 2)
    known = _known({part for place in places for part in (word[:place], word[place:])}, language)
    halves = [
        (min(known[word[:place]], known[word[place:]]), word[:place], word[place:])
        for place in places
        if word[:place] in known and word[place:] in known
    ]
    return max(halves)[1:] if halves else None


def endings(beginning: str, language: str) -> list[str]:
    """Return the commonest words that start with `beginning`."""
    rows = SearchWord.objects.filter(language=language, word__startswith=beginning)
    return list(rows.order_by("-questions", "word").values_list("word", flat=True)[:FINISHED])


def mend(term: Term, counts: Mapping[Stems, int], language: str) -> str:
    """Add to `term` what it may mean where nobody wrote it; return the likeliest, or ""."""
    if any(counts.get(stems) for stems in term.alternatives):
        return ""
    found = guesses(term.word, language)
    for place, guess in enumerate(found):
        term.add((stem(guess, language),), likeness(term.word, guess) - 0.2 * place)
    if found:
        return found[0]
    if halves := split(term.word, language):
        term.add(tuple(stem(half, language) for half in halves), 1.0)
        return " ".join(halves)
    return ""


def _known(words: Iterable[str], language: str) -> dict[str, int]:
    rows = SearchWord.objects.filter(language=language, word__in=set(words))
    return dict(rows.values_list("word", "questions"))


def _allowed(word: str) -> int:
    """Return how many slips of the finger or the ear are forgiven."""
    if len(word) < 4:
        return 0
    if len(word) < 6:
        return 1
    return 2 if len(word) < 8 else 3
