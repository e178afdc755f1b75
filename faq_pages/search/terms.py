"""A typed query as terms, each with the other ways to say it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# Words beyond these are not looked at: nobody asks such a question by hand.
MAX_WORDS = 32
SYNONYM_WEIGHT = 0.7

Stems = tuple[str, ...]


@dataclass
class Term:
    """One word of a query: its stem, and what counts as the same with which weight (0 to 1).

    An alternative of several stems is a phrase.
    """

    word: str
    alternatives: dict[Stems, float] = field(default_factory=dict)

    def add(self, stems: Stems, weight: float) -> None:
        self.alternatives[stems] = max(weight, self.alternatives.get(stems, 0.0))


class Synonyms:
    """Groups of words and phrases that mean the same.

    `groups` holds each as stems. Asked for the stems of a query, it tells
    which other ones stand for which of its words.
    """

    def __init__(self, groups: Iterable[Iterable[Stems]]) -> None:
        self._groups: dict[Stems, set[Stems]] = {}
        for group in map(set, groups):
            for phrase in group:
                if phrase:
                    self._groups.setdefault(phrase, set()).update(group - {phrase, ()})
        self._longest = max(map(len, self._groups), default=0)

    def of(self, stems: Stems) -> Mapping[int, set[Stems]]:
        """Return the synonyms that stand for the stem at each place of `stems`."""
        found: dict[int, set[Stems]] = {}
        for start in range(len(stems)):
            for length in range(1, self._longest + 1):
                others = self._groups.get(stems[start : start + length])
                if others and start + length <= len(stems):
                    for place in range(start, start + length):
                        found.setdefault(place, set()).update(others)
        return found
