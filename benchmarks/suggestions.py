"""Measures `promises` as the pages of the site grow: ratios, no pass and no fail.

    .venv/bin/python benchmarks/suggestions.py [PAGES]

It makes up titles and one text from the same words, so many titles share theirs
with a sentence. A ratio far below that of the pages says that a text does not
look at all of them; making their index, once for a site, has to.
"""

import random
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Run as a file, it would find the modules beside it only.
sys.path.insert(0, str(ROOT))

from faq_pages.content import FAQ, Link, Question, Section, Text  # noqa: E402
from faq_pages.importing.promises import promises  # noqa: E402
from faq_pages.importing.suggestions import PageIndex  # noqa: E402

FEW, MANY = 100, 10_000
QUESTIONS = 40
RUNS = 5
SYLLABLES = "ba der fi gol hep kin lum mor nel pas rit sto".split()
WORDS = ["".join(each) for each in product(SYLLABLES, repeat=3)]
# As in a language: the word that comes second is half as common as the first.
WEIGHTS = [1 / place for place in range(1, len(WORDS) + 1)]


def main(many: int = MANY) -> None:
    chance = random.Random(7)
    faq = text(chance)
    pages = [Link(text=words(chance, 3), url=f"/{number}/") for number in range(many)]
    few_seconds, many_seconds = (
        seconds(partial(promises, faq, PageIndex(some))) for some in (pages[:FEW], pages)
    )
    index_seconds = seconds(lambda: [PageIndex(pages)])
    print(f"  time of one text with {many} pages to {FEW}: {many_seconds / few_seconds:.2f}")
    print(f"  the same in ms: {1000 * many_seconds:.0f} to {1000 * few_seconds:.0f}")
    print(f"  the index of {many} pages, once for a site: {1000 * index_seconds:.0f} ms")


def text(chance: random.Random) -> FAQ:
    """Return an FAQ whose every answer has five sentences, one of them with a promise."""
    questions = (
        Question(question=f"{words(chance, 6)}?", answer=(Text(html=answer(chance)),))
        for _ in range(QUESTIONS)
    )
    return FAQ(title="Tea", sections=(Section(items=tuple(questions)),))


def answer(chance: random.Random) -> str:
    sentences = " ".join(f"{words(chance, 14)}." for _ in range(4))
    return f"<p>{sentences} Read about {words(chance, 3)}.</p>"


def words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choices(WORDS, WEIGHTS, k=number))


def seconds(call: Callable[[], Iterable[object]]) -> float:
    """Return how long `call` takes, at best: a machine has other work, too."""
    return min(map(timed, [call] * RUNS))


def timed(call: Callable[[], Iterable[object]]) -> float:
    start = time.perf_counter()
    list(call())
    return time.perf_counter() - start


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
