"""Text as search compares it: words without accents, endings and filler.

Questions are stored and typed queries are read with the same functions, so a
database compares plain words and needs to know no language.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

# Longer ones are addresses and the like; `SearchWord` has room for these.
MAX_LENGTH = 64

_POSSESSIVE = re.compile(r"['’]s$")
_APOSTROPHES = str.maketrans("", "", "'’")

# By the first part of a language's code, as Snowball calls them.
_STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}

# What a typed question is wrapped in and what says nothing about its subject.
_FILLER = {
    "en": frozenset(
        "a about actually all already also although am an and any anyone are as ask at be "
        "because been being best but by can could dear did do does doing don done dont during "
        "each either else ever every for from get gets getting give given go going gonna got "
        "had has have having he hello help her hers hi him his how i id if ill im in into is it "
        "its ive just kind know let like lot make many may maybe me mean might mine more most "
        "much must my need needs no not now of off often ok on one only onto or our ours out "
        "own perhaps please possible probably really s she should so some somebody someone "
        "something sort such t tell than thank thanks that thats the their them then there "
        "these they thing things this those though till to too u until up upon us use used "
        "using usually very want wants was way ways we well were what whats when where whether "
        "which while who whom whose why will with without wonder would yet you your yours".split()
    ),
    "es": frozenset(
        "a al algo algun alguna algunos ante como con cual cuales cuando cuanto de del desde donde "
        "el ella ellos en era eres es esa ese eso esta estan este esto estoy fue ha hace hacer hay "
        "la las le les lo los mas me mi mis muy no nos o para pero por porque puede puedo que "
        "quien se ser si sin sobre son soy su sus te tengo tiene tu un una uno unos y ya yo".split()
    ),
}


@dataclass(frozen=True)
class Word:
    """A word of a text: as search writes it, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache
def _word() -> "re.Pattern[str]":
    """Return what a word looks like: made once, by who searches first and not at the start.

    Accents that stand for themselves, vowel signs, and what is not seen at all, such as a
    soft hyphen, belong to the word that they stand in.
    """
    unseen = "".join(
        char
        for char in map(chr, range(0x80, 0x10000))
        if unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"}
    )
    letters = rf"[^\W_](?:[^\W_]|[{unseen}])*"
    return re.compile(rf"{letters}(?:['’]{letters})*")


def spans(text: str) -> Iterator[Word]:
    """Yield the words of `text` with their places."""
    for match in _word().finditer(text):
        # Nothing is left of a lone mark of Japanese.
        if folded := _fold(match[0]):
            yield Word(folded, *match.span())


def words(text: str) -> list[str]:
    """Return the words of `text`: small letters, no accents, no possessive ending."""
    return [word.text for word in spans(text) if len(word.text) <= MAX_LENGTH]


def typed_words(query: str) -> list[str]:
    """Return the words of what a visitor typed, remembering none of them."""
    found = (_fold.__wrapped__(match[0]) for match in _word().finditer(query))
    return [word for word in found if 0 < len(word) <= MAX_LENGTH]


def typed_stem(word: str, language: str) -> str:
    """Return the stem of a word that a visitor typed, remembering nothing."""
    return stem.__wrapped__(word, language)


def stems(text: str, language: str) -> list[str]:
    """Return the stems of the words in `text` that say something, in order.

    A text that is all filler, such as "Who am I?", keeps its words.
    """
    return [stem(word, language) for word in telling(words(text), language)]


def telling(found: Iterable[str], language: str) -> list[str]:
    """Return the words that are no filler of `language`; all of them if there are no others."""
    found = list(found)
    filler = _FILLER.get(_family(language), frozenset())
    return [word for word in found if word not in filler] or found


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """Return `word` without its ending, or as it is in a language that Snowball does not know."""
    stemmer = _stemmer(_family(language))
    if stemmer is None:
        return word
    # A stemmer holds the word that it works on.
    with _lock:
        return str(stemmer.stemWord(word))


_lock = Lock()


@lru_cache
def _stemmer(family: str) -> Any:
    """Return Snowball's stemmer, None where it has none for the language."""
    # With all of its languages, which only who searches or publishes has to wait for.
    import snowballstemmer

    name = _STEMMERS.get(family)
    return snowballstemmer.stemmer(name) if name else None


def _family(language: str) -> str:
    return language.partition("-")[0].lower()


@lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    bare = _POSSESSIVE.sub("", word).translate(_APOSTROPHES)
    if bare.isascii():
        return bare.lower()
    parts = unicodedata.normalize("NFKD", bare)
    kept = (
        char
        for char in parts
        if not unicodedata.combining(char) and unicodedata.category(char) != "Cf"
    )
    return "".join(kept).casefold()
