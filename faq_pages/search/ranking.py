"""Which of the questions that were found comes first: BM25F over four short texts.

Pure: rows and counts go in, scores come out, whatever database they are from.
The formula is that of Robertson and Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval
3(4), 2009, section 3.6.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from faq_pages.search.terms import Stems, Term


class Row(Protocol):
    """What is ranked; each text is stems with one space between them."""

    question_stems: str
    answer_stems: str
    title_stems: str
    names_stems: str


AnyRow = TypeVar("AnyRow", bound=Row)


@dataclass(frozen=True)
class Field:
    """How much a text counts, and how much a longer one dilutes (0 to 1)."""

    name: str
    weight: float
    dilution: float


# A question says best what its answer is about. Names are many for one thing, so
# their number says nothing.
FIELDS = (
    Field("question_stems", 4.0, 0.5),
    Field("answer_stems", 1.0, 0.75),
    Field("title_stems", 0.8, 0.3),
    Field("names_stems", 0.8, 0.0),
)
SATURATION = 1.2


def rank(
    terms: Sequence[Term], rows: Iterable[AnyRow], counts: Mapping[Stems, int], total: int
) -> list[tuple[AnyRow, float]]:
    """Return `rows` with a score each, best first; those that no term is in are left out.

    `counts` tells in how many of the `total` questions an alternative is. Rows
    with the same score keep their order.
    """
    read = [(row, [_Text.of(getattr(row, field.name)) for field in FIELDS]) for row in rows]
    means = [_mean(column) for column in zip(*(texts for _, texts in read), strict=True)]
    weighted = [(term, _rarity(term, counts, total)) for term in terms]
    scored = [
        (row, sum(weight * _presence(term, texts, means) for term, weight in weighted if weight))
        for row, texts in read
    ]
    return sorted((pair for pair in scored if pair[1] > 0), key=lambda pair: -pair[1])


def rarity(count: int, total: int) -> float:
    """Return BM25's weight of a word that is in `count` of `total` texts."""
    return math.log(1 + (max(total - count, 0) + 0.5) / (count + 0.5))


@dataclass(frozen=True)
class _Text:
    stems: str
    length: int

    @classmethod
    def of(cls, stems: str) -> "_Text":
        return cls(stems=f" {stems} ", length=stems.count(" ") + 1 if stems else 0)


def _mean(column: Sequence[_Text]) -> float:
    return max(sum(text.length for text in column) / len(column), 1.0)


def _rarity(term: Term, counts: Mapping[Stems, int], total: int) -> float:
    known = [counts[stems] for stems in term.alternatives if counts.get(stems)]
    return rarity(max(known), total) if known else 0.0


def _presence(term: Term, texts: Sequence[_Text], means: Sequence[float]) -> float:
    """Return how much of `term` a row has, from 0 to 1: by its best alternative."""
    best = 0.0
    for stems, certainty in term.alternatives.items():
        phrase = f" {' '.join(stems)} "
        frequency = 0.0
        for field, text, mean in zip(FIELDS, texts, means, strict=True):
            if found := text.stems.count(phrase):
                diluted = 1 - field.dilution + field.dilution * text.length / mean
                frequency += field.weight * found / diluted
        best = max(best, certainty * frequency / (SATURATION + frequency))
    return best
