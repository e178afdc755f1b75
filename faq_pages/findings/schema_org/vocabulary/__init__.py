"""The vocabulary of schema.org, as facts: which types and properties there are, and what fits.

The facts are in `schema_org.json` beside this file. They are the names, parents, domains,
ranges and successors of schema.org's release 30.0 without its prose, made from
https://github.com/schemaorg/schemaorg/blob/main/data/releases/30.0/schemaorg-current-https.jsonld
by `manage.py update_vocabulary`. Schema.org publishes its vocabulary under the Creative
Commons Attribution-ShareAlike licence 3.0 (https://schema.org/docs/terms.html), so that one
file is under the same licence, https://creativecommons.org/licenses/by-sa/3.0/, whatever
the licence of the code is.

Names are without a prefix: "FAQPage". Where several are asked for, an unknown one counts as
one that has nothing.
"""

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from faq_pages.findings.schema_org.vocabulary.release import NotARelease, Term, dump, reduce

__all__ = [
    "PATH",
    "NotARelease",
    "Term",
    "Vocabulary",
    "allows",
    "ancestors",
    "closest_property",
    "closest_type",
    "dump",
    "is_data_type",
    "is_enumeration",
    "is_property",
    "is_type",
    "members",
    "ranges",
    "reduce",
    "release",
    "superseded_by",
    "term",
]

PATH = Path(__file__).parent / "schema_org.json"

_PREFIXES = ("https://schema.org/", "http://schema.org/", "schema:")


@dataclass(frozen=True)
class Vocabulary:
    """The facts as the file has them, each list of names split.

    `types` and `data_types` lead to their parents, `properties` to what they are of and
    what they hold, `superseded` to the term to use instead, `members` of an enumeration
    to its values.
    """

    release: str
    types: Mapping[str, tuple[str, ...]]
    data_types: Mapping[str, tuple[str, ...]]
    properties: Mapping[str, tuple[frozenset[str], tuple[str, ...]]]
    superseded: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]


@cache
def _facts() -> Vocabulary:
    data = json.loads(PATH.read_text(encoding="utf-8"))
    return Vocabulary(
        release=data["release"],
        types=_split(data["types"]),
        data_types=_split(data["data_types"]),
        properties={
            name: (frozenset(of.split()), tuple(holds.split()))
            for name, (of, holds) in data["properties"].items()
        },
        superseded=data["superseded"],
        members=_split(data["members"]),
    )


def _split(names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(others.split()) for name, others in names.items()}


def term(name: str) -> str:
    """Return `name` without the prefix of schema.org; one of another vocabulary as it is."""
    for prefix in _PREFIXES:
        if name.startswith(prefix):
            return name[len(prefix) :]
    return name


def release() -> str:
    return _facts().release


def is_type(name: str) -> bool:
    return name in _facts().types


def is_property(name: str) -> bool:
    return name in _facts().properties


def is_data_type(name: str) -> bool:
    return name in _facts().data_types


@cache
def ancestors(name: str) -> frozenset[str]:
    """Return the type or data type `name` and all above it; nothing if it is unknown."""
    facts = _facts()
    parents = facts.types.get(name, facts.data_types.get(name))
    if parents is None:
        return frozenset()
    return frozenset({name}).union(*map(ancestors, parents))


def allows(name: str, types: Iterable[str]) -> bool:
    """Whether a node of `types` may have the property `name`: one of them is enough."""
    of, _ = _facts().properties.get(name, (frozenset[str](), ()))
    return any(not of.isdisjoint(ancestors(type_)) for type_ in types)


def ranges(name: str) -> tuple[str, ...]:
    """Return the types and data types of which the property `name` holds one."""
    return _facts().properties.get(name, (frozenset[str](), ()))[1]


def superseded_by(name: str) -> str:
    """Return the term that schema.org wants instead of `name`, or ""."""
    return _facts().superseded.get(name, "")


@cache
def is_enumeration(name: str) -> bool:
    return "Enumeration" in ancestors(name) or name in _facts().members


@cache
def members(enumeration: str) -> frozenset[str]:
    """Return the values of `enumeration` and of those below it."""
    return frozenset(
        value
        for name, values in _facts().members.items()
        if enumeration in ancestors(name)
        for value in values
    )


@cache
def closest_property(name: str) -> str:
    """Return the property that `name` is most like, or ""."""
    return _closest(name, _facts().properties)


@cache
def closest_type(name: str) -> str:
    """Return the type that `name` is most like, or ""."""
    return _closest(name, _facts().types)


def _closest(name: str, names: Iterable[str]) -> str:
    # Longer than any term: it is none, and comparing takes its time.
    if len(name) > 60:
        return ""
    return next(iter(difflib.get_close_matches(name, names, n=1, cutoff=0.8)), "")
