"""A rule's true and its false example, as the tables of cases list them."""

from dataclasses import dataclass
from datetime import UTC, datetime

from faq_pages.findings import PageFacts, Surroundings

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
AROUND = Surroundings(now=NOW, root="https://clinic.example/")


@dataclass(frozen=True, kw_only=True)
class Case:
    """`rule` is found on the page `bad` and not on the page `good`."""

    rule: str
    bad: PageFacts
    good: PageFacts
    name: str = ""

    def __str__(self) -> str:
        return f"{self.rule} {self.name}".strip()
