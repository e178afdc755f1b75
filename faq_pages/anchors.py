"""The address of a question within its page, which must outlive rewording.

An anchor follows the words until the question is first published. Publishing
records it by block id, on the server, and from then on it stays: through new
words, moves, restored revisions and forms that post it blank. An editor can
type another one; the one it replaces lives on as an alias.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import TypedDict

from anyascii import anyascii
from django.utils.text import slugify

# Ids that the page's layout or its graph use.
RESERVED = frozenset(
    {"main", "content", "header", "footer", "top", "webpage", "breadcrumb", "primaryimage"}
)
RESERVED_PREFIXES = ("faq-", "person-", "topic-")
MAX_LENGTH = 80


class Record(TypedDict):
    """What a published page remembers of one block's anchors."""

    anchor: str
    aliases: list[str]


@dataclass(frozen=True)
class Anchored:
    """A block that has an anchor: its id, its words, what an editor typed."""

    id: str
    words: str
    typed: str = ""


def settle(blocks: Iterable[Anchored], published: Mapping[str, Record]) -> dict[str, Record]:
    """Return each block's anchor and aliases by block id.

    `published` is what an earlier call returned when the page went live. A
    block that it knows keeps its anchor, a typed one wins over both, and a new
    block gets one from its words, unlike every other on the page. Anchors of
    blocks that are no longer on the page stay taken, so that an old link never
    lands on another question.
    """
    blocks = list(blocks)
    owner = {block.typed: block.id for block in reversed(blocks) if block.typed}
    taken = set(owner).union(*map(_names, published.values()))
    settled: dict[str, Record] = {}
    for block in blocks:
        names = [block.typed] if owner.get(block.typed) == block.id else []
        names += [
            name
            for name in _names(published.get(block.id))
            if owner.get(name, block.id) == block.id and name not in names
        ]
        if not names:
            names = [_fresh(block.words, taken)]
            taken.update(names)
        settled[block.id] = Record(anchor=names[0], aliases=names[1:])
    return settled


def remember(settled: Mapping[str, Record], published: Mapping[str, Record]) -> dict[str, Record]:
    """Return what a page that goes live now remembers: blocks that it lost, too."""
    used = {name for record in settled.values() for name in _names(record)}
    lost = {
        id: record
        for id, record in published.items()
        if id not in settled and used.isdisjoint(_names(record))
    }
    return {**lost, **settled}


def typed_twice(blocks: Iterable[Anchored], published: Mapping[str, Record]) -> Iterator[Anchored]:
    """Yield the blocks whose typed anchor belongs to another block of the page."""
    blocks = list(blocks)
    owners = {name: block.id for block in blocks for name in _names(published.get(block.id))}
    for block in blocks:
        if block.typed and owners.setdefault(block.typed, block.id) != block.id:
            yield block


def is_reserved(anchor: str) -> bool:
    """Whether the page's layout or graph may use `anchor` as an id of its own."""
    return anchor in RESERVED or anchor.startswith(RESERVED_PREFIXES)


def _names(record: Record | None) -> list[str]:
    return [record["anchor"], *record["aliases"]] if record else []


def _fresh(words: str, taken: set[str]) -> str:
    base = _shorten(slugify(anyascii(words))) or "question"
    if is_reserved(base):
        base = f"question-{base}"
    candidates = chain([base], (f"{base}-{number}" for number in count(2)))
    return next(name for name in candidates if name not in taken)


def _shorten(slug: str) -> str:
    if len(slug) <= MAX_LENGTH:
        return slug
    return slug[: MAX_LENGTH + 1].rpartition("-")[0] or slug[:MAX_LENGTH]
