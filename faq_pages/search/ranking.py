"""Which of the questions that were found comes first.

A page is found by its subject and a question by what sets it apart on its page:
"tiny bugs under the skin, how do I get rid of them" describes scabies in the
words of one answer and asks for another one. So the score of a question is that
of its page and its own.

Pure: rows and counts go in, scores come out, whatever database they are from.
How much of a word a text has is BM25F, the formula of Robertson and Zaragoza,
"The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends
in Information Retrieval 3(4), 2009, section 3.6.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from faq_pages.search.terms import Stems, Term


class Row(Protocol):
    """What is ranked; each text is stems with one space between them."""

    page_id: int
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
    Field("question_stems", 5.0, 0.3),
    Field("answer_stems", 1.0, 0.85),
    Field("title_stems", 0.9, 0.2),
    Field("names_stems", 0.8, 0.0),
)
SATURATION = 2.2


# What a term that asks weighs, whatever its rarity.
ASKS = 3.0
# The shares of the page's best question, of all its questions together, and of the
# question itself.
BEST, TOGETHER, OWN = 1.6, 1.0, 0.7


def rank(
    terms: Sequence[Term], rows: Iterable[AnyRow], counts: Mapping[Stems, int], total: int
) -> list[tuple[AnyRow, float]]:
    """Return `rows` with a score each, best first; those that no term is in are left out.

    `rows` are all questions of the pages that may have the answer. `counts`
    tells in how many of the `total` questions an alternative is. Rows with the
    same score keep their order.
    """
    pages: dict[int, list[tuple[AnyRow, list[float]]]] = {}
    for row, presences in _presences(terms, rows):
        pages.setdefault(row.page_id, []).append((row, presences))
    weights = [_rarity(term, counts, total) for term in terms]
    ranked = [pair for found in pages.values() for pair in _rank_page(found, weights)]
    return sorted((pair for pair in ranked if pair[1] > 0), key=lambda pair: -pair[1])


def best_pages(
    terms: Sequence[Term],
    rows: Iterable[Row],
    counts: Mapping[Stems, int],
    total: int,
    limit: int,
) -> list[int]:
    """Return the ids of the `limit` pages that `rows`, some of their questions, speak best for."""
    weights = [_rarity(term, counts, total) for term in terms]
    pages: dict[int, list[list[float]]] = {}
    for row, presences in _presences(terms, rows):
        pages.setdefault(row.page_id, []).append(presences)
    scores = {id: _page_score(found, weights) for id, found in pages.items()}
    return sorted(scores, key=lambda id: -scores[id])[:limit]


def covered(
    terms: Iterable[Term], rows: Iterable[Row], counts: Mapping[Stems, int], total: int
) -> float:
    """Return how much of what was asked `rows` speak of at all, from 0 to 1.

    A word that nobody wrote weighs as much as the rarest one.
    """
    subjects = [term for term in terms if not term.asks]
    weights = [_rarity(term, counts, total) or rarity(0, total) for term in subjects]
    columns = zip(*(presences for _, presences in _presences(subjects, rows)), strict=True)
    spoken_of = [max(column) > 0 for column in columns]
    return _weighted(weights, spoken_of) / sum(weights) if spoken_of else 1.0


def rarity(count: int, total: int) -> float:
    """Return BM25's weight of a word that is in `count` of `total` texts."""
    return math.log(1 + (max(total - count, 0) + 0.5) / (count + 0.5))


def _rank_page(
    found: Sequence[tuple[AnyRow, list[float]]], weights: Sequence[float]
) -> Iterator[tuple[AnyRow, float]]:
    page = _page_score([presences for _, presences in found], weights)
    for row, presences in found:
        if own := _weighted(weights, presences):
            yield row, page + OWN * own


def _page_score(found: Sequence[list[float]], weights: Sequence[float]) -> float:
    best = max(_weighted(weights, presences) for presences in found)
    together = [max(column) for column in zip(*found, strict=True)]
    return BEST * best + TOGETHER * _weighted(weights, together)


def _weighted(weights: Iterable[float], presences: Iterable[float]) -> float:
    return sum(weight * presence for weight, presence in zip(weights, presences, strict=True))


def _presences(
    terms: Sequence[Term], rows: Iterable[AnyRow]
) -> Iterator[tuple[AnyRow, list[float]]]:
    """Yield each row with how much of each term it has, from 0 to 1."""
    read = [(row, [_Text.of(getattr(row, field.name)) for field in FIELDS]) for row in rows]
    means = [_mean(column) for column in zip(*(texts for _, texts in read), strict=True)]
    for row, texts in read:
        yield row, [_presence(term, texts, means) for term in terms]


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
    if not known:
        return 0.0
    return ASKS if term.asks else rarity(max(known), total)


def _presence(term: Term, texts: Sequence[_Text], means: Sequence[float]) -> float:
    """Return how much of `term` a row has, from 0 to 1: by its best alternative."""
    best = 0.0
    fields = FIELDS[:1] if term.asks else FIELDS
    for stems, certainty in term.alternatives.items():
        phrase = f" {' '.join(stems)} "
        frequency = 0.0
        for field, text, mean in zip(fields, texts, means, strict=False):
            if found := text.stems.count(phrase):
                diluted = 1 - field.dilution + field.dilution * text.length / mean
                frequency += field.weight * found / diluted
        best = max(best, certainty * frequency / (SATURATION + frequency))
    return best
