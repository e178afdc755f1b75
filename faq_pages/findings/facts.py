"""What the checks look at: one page as it is served, and what is known around it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from faq_pages.content import FAQ, Question
from faq_pages.findings.document import Document
from faq_pages.findings.schema_org.graph import Graph


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What is known around a page; what nobody looked up is empty and not judged.

    `now` has a time zone. `root` is the site's address with a slash at its end. The
    mappings lead to the addresses at which the site has a title, a description, a question
    (folded: see `fold`) or an answer (likewise), a question's with its anchor.
    `statuses` has the HTTP status of addresses of the site, `words` how often the site uses
    a word, in lower case. `review_months` is how long a clinician's signature holds.
    """

    now: datetime
    root: str = ""
    titles: Mapping[str, Sequence[str]] = field(default_factory=dict)
    descriptions: Mapping[str, Sequence[str]] = field(default_factory=dict)
    questions: Mapping[str, Sequence[str]] = field(default_factory=dict)
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    statuses: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)
    review_months: int = 12


@dataclass(frozen=True, kw_only=True)
class PageFacts:
    """One page: its address, its HTML as visitors get it, and what it says if it is an FAQ page.

    A draft has not been online as it is here. `parsed` is the HTML as a document if somebody
    has parsed it.
    """

    url: str
    html: str
    around: Surroundings
    faq: FAQ | None = None
    is_draft: bool = False
    parsed: Document | None = None

    @cached_property
    def document(self) -> Document:
        return self.parsed or Document(self.html)

    @cached_property
    def graphs(self) -> tuple[Any, ...]:
        """The values of the page's JSON-LD scripts that are JSON at all."""
        return tuple(value for text in self.document.json_ld if (value := _json(text)) is not None)

    @cached_property
    def graph(self) -> Graph:
        """The page's graphs as one."""
        return Graph(self.graphs)

    @cached_property
    def questions_by_anchor(self) -> Mapping[str, Question]:
        return {question.anchor: question for question in (self.faq.questions if self.faq else ())}

    def block_of(self, url: object) -> str:
        """Return the id of the block of the question at `url`, an address with an anchor; or ""."""
        question = self.questions_by_anchor.get(anchor_of(url) if isinstance(url, str) else "")
        return question.id if question else ""


def anchor_of(url: str) -> str:
    """Return the anchor that the address `url` ends with, as an element's id has it; or ""."""
    try:
        return unquote(urlsplit(url).fragment)
    except ValueError:  # such as the unclosed bracket of "http://[a"
        return ""


def fold(words: str) -> str:
    """Return `words` as two texts are compared: no case, one space, no mark at the end."""
    return " ".join(words.casefold().split()).rstrip(" ?!.")


def parse_json(text: str) -> Any:
    """Return the value of a JSON text; raise ValueError or RecursionError if there is none.

    Python also reads NaN and Infinity, which nobody else does.
    """
    return json.loads(text, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no value of JSON")


def _json(text: str) -> Any:
    try:
        return parse_json(text)
    except (ValueError, RecursionError):
        return None
