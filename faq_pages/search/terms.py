"""A typed query as terms, each with the other ways to say it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

# Words beyond these are not looked at: nobody asks such a question by hand.
MAX_WORDS = 32
SYNONYM_WEIGHT = 0.7

Stems = tuple[str, ...]


@dataclass
class Term:
    """One word of a query: its stem, and what counts as the same with which weight (0 to 1).

    An alternative of several stems is a phrase. A term that `asks` says what is
    wanted of a subject, such as its treatment or its causes: it is looked for in
    questions alone, since answers speak of all of these.
    """

    word: str
    alternatives: dict[Stems, float] = field(default_factory=dict)
    asks: bool = False

    def add(self, stems: Stems, weight: float) -> None:
        self.alternatives[stems] = max(weight, self.alternatives.get(stems, 0.0))


@dataclass(frozen=True)
class Group:
    """Words and phrases, each as stems, that mean the same; `asks` as a `Term` has it."""

    phrases: tuple[Stems, ...]
    asks: bool = False

    @property
    def name(self) -> str:
        return " ".join(self.phrases[0])


@dataclass(frozen=True)
class Match:
    """The words from `start` to `end` of a query are a phrase of `group`."""

    start: int
    end: int
    group: Group
    others: frozenset[Stems]


class Synonyms:
    """Groups of words that mean the same, found in a query."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups: dict[Stems, list[Group]] = {}
        for group in groups:
            for phrase in group.phrases:
                self._groups.setdefault(phrase, []).append(group)
        self._longest = max(map(len, self._groups), default=0)

    def matches(self, stems: Sequence[str]) -> Iterator[Match]:
        """Yield what is known in `stems`, the stems of a query with its filler."""
        for start in range(len(stems)):
            for end in range(start + 1, min(start + self._longest, len(stems)) + 1):
                phrase = tuple(stems[start:end])
                for group in self._groups.get(phrase, ()):
                    yield Match(start, end, group, frozenset(group.phrases) - {phrase})
