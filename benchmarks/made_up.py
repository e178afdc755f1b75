"""FAQs that are made up for a benchmark, in the shape and size of public collections.

Their words are as many and as unevenly used as those of 600 documents of MedQuAD, of which half
stand in one document only: how long a search takes depends on how rare its words are.
"""

import gzip
import json
import random
from itertools import accumulate, product
from pathlib import Path

_SYLLABLES = ["".join(each) for each in product("bdfgklmnprstv", "aeiou", ["", "l", "n", "r", "s"])]
_WORDS = 15_000


def _vocabulary() -> list[str]:
    """Return words, no two alike, of one syllable for the commonest and up to four."""
    chance = random.Random(1)
    words = dict.fromkeys(_SYLLABLES[:100])
    while len(words) < _WORDS:
        syllables = 2 if len(words) < 1_000 else chance.choice((3, 4))
        words["".join(chance.choices(_SYLLABLES, k=syllables))] = None
    return list(words)


_VOCABULARY = _vocabulary()
# Zipf's law: the hundredth word is used a hundredth as often as the first.
_SHARES = list(accumulate(1 / rank for rank in range(1, _WORDS + 1)))


def write(path: Path, records: int) -> None:
    """Write so many FAQs to `path`, one a line, as `load_faqs` reads them."""
    chance = random.Random(7)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for number in range(records):
            file.write(json.dumps(record(str(number), chance)) + "\n")


def record(id: str, chance: random.Random) -> dict[str, object]:
    """Return an FAQ of about 4,000 characters, whose title is two rare words."""
    title = " ".join(chance.sample(_VOCABULARY[1_000:], 2))
    questions = [
        {"question": f"{_sentence(chance)[:-1]}?", "answer": _answer(title, chance)}
        for _ in range(5)
    ]
    return {
        "id": id,
        "title": title.capitalize(),
        "url": f"https://example.org/{id}",
        "questions": questions,
    }


def _answer(title: str, chance: random.Random) -> str:
    items = "    - ".join(_sentence(chance) for _ in range(4))
    sentences = "  ".join(_sentence(chance) for _ in range(4))
    return f"Of {title}.  {sentences} They include        - {items}"


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_VOCABULARY, cum_weights=_SHARES, k=14)
    return " ".join(words).capitalize() + "."
