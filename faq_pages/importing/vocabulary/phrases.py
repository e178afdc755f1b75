"""Phrases, and how a text is compared with them."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import product


def normal(text: str) -> str:
    """Return `text` for comparison: lower case, words only, one space between."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", folded.replace("tl;dr", "tldr")))


def phrases(listed: str) -> frozenset[str]:
    """Return the phrases in `listed`, which has "|" between them."""
    return frozenset(map(normal, listed.split("|")))


def combined(*choices: str) -> frozenset[str]:
    """Return each phrase made of one of each of `choices`: "in|on" and "here|there" make four."""
    return frozenset(normal(" ".join(words)) for words in product(*(c.split("|") for c in choices)))


def any_of(listed: str) -> str:
    """Return a pattern for one of the phrases in `listed`, in a text that is `normal`.

    Words in scripts without spaces are found anywhere in it.
    """
    found = sorted(filter(None, phrases(listed)), key=len, reverse=True)
    return "|".join(
        re.escape(each) if _HAS_NO_SPACES.match(each) else rf"\b{re.escape(each)}\b"
        for each in found
    )


# Chinese and Japanese.
_HAS_NO_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def is_one_of(text: str, phrases: Iterable[str]) -> bool:
    """Whether `text` says exactly one of `phrases`, punctuation apart."""
    return normal(text) in phrases
