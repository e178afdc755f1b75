"""From schema.org's published release to the facts that we ship.

The release is one JSON-LD graph of terms, https://schema.org/docs/developers.html; most of
it is prose and what other vocabularies say. What checks ask about is a tenth of that.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from django.utils.translation import gettext as _

SOURCE = (
    "https://github.com/schemaorg/schemaorg/blob/main/data/releases/"
    "{release}/schemaorg-current-https.jsonld"
)
LICENCE = "CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/"
ABOUT = (
    "Facts of the schema.org vocabulary (https://schema.org), reduced: names, parents, domains, "
    "ranges, successors and enumeration members, without prose."
)

Term: TypeAlias = Mapping[str, Any]

_SCHEMAS = ("schema:", "https://schema.org/", "http://schema.org/")


class NotARelease(ValueError):
    """What was given is no release of schema.org; the sentence says why."""


def reduce(release: Any, version: str) -> dict[str, Any]:
    """Return the facts of `release`, schema.org's JSON-LD of that `version`.

    Raises NotARelease if it is something else.
    """
    terms = release.get("@graph") if isinstance(release, Mapping) else None
    if not isinstance(terms, list):
        raise NotARelease(_("There is no “@graph” with terms in it."))
    found = {
        name: term
        for term in terms
        if isinstance(term, Mapping) and (name := _name(term.get("@id")))
    }
    data_types = _data_types(found)
    types = {
        name: " ".join(_names(term, "rdfs:subClassOf"))
        for name, term in found.items()
        if name not in data_types and (_is(term, "rdfs:Class") or "rdfs:subClassOf" in term)
    }
    properties = {
        name: [
            " ".join(_names(term, "schema:domainIncludes")),
            " ".join(_names(term, "schema:rangeIncludes")),
        ]
        for name, term in found.items()
        if _is(term, "rdf:Property")
    }
    if "Thing" not in types or "name" not in properties:
        raise NotARelease(_("The type “Thing” and the property “name” are not in its “@graph”."))
    return {
        "about": ABOUT,
        "source": SOURCE.format(release=version),
        "release": version,
        "licence": LICENCE,
        "data_types": data_types,
        "types": types,
        "properties": properties,
        "superseded": {
            name: successors[0]
            for name, term in found.items()
            if (successors := _names(term, "schema:supersededBy"))
        },
        "members": _members(found),
    }


def dump(facts: Mapping[str, Any]) -> str:
    """Return `facts` as the file has them: a line for each term, so that a renewal is read."""
    parts = ",\n".join(f"{json.dumps(key)}: {_lines(value)}" for key, value in facts.items())
    return f"{{\n{parts}\n}}\n"


def _lines(value: Any) -> str:
    if not isinstance(value, Mapping):
        return json.dumps(value)
    rows = (f"{json.dumps(key)}:{json.dumps(value[key])}" for key in sorted(value))
    return "{\n" + ",\n".join(rows) + "\n}"


def _data_types(terms: Mapping[str, Term]) -> dict[str, str]:
    """The data types and those below them, such as URL below Text.

    Quantity has types below it that are written as text ("7 cm"), PronounceableText is
    both a kind of text and a node that has properties: both stay types.
    """
    found = {name for name, term in terms.items() if _is(term, "schema:DataType")} - {"Quantity"}
    while below := {
        name
        for name, term in terms.items()
        if name not in found | {"PronounceableText"}
        and not found.isdisjoint(_names(term, "rdfs:subClassOf"))
    }:
        found |= below
    return {name: " ".join(_names(terms[name], "rdfs:subClassOf")) for name in found}


def _members(terms: Mapping[str, Term]) -> dict[str, str]:
    found = defaultdict(list)
    for name, term in sorted(terms.items()):
        for enumeration in map(_name, _listed(term.get("@type"))):
            if enumeration and enumeration != "DataType":
                found[enumeration].append(name)
    return {enumeration: " ".join(names) for enumeration, names in found.items()}


def _is(term: Term, type_: str) -> bool:
    return type_ in _listed(term.get("@type"))


def _names(term: Term, key: str) -> list[str]:
    """The terms of schema.org that `term` refers to with `key`, in alphabetical order."""
    return sorted(_references(term, key))


def _references(term: Term, key: str) -> Iterator[str]:
    for value in _listed(term.get(key)):
        if name := _name(value.get("@id") if isinstance(value, Mapping) else value):
            yield name


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(address: Any) -> str:
    """The name in `address`, or "" if it is no term of schema.org."""
    for prefix in _SCHEMAS:
        if isinstance(address, str) and address.startswith(prefix):
            return address[len(prefix) :]
    return ""
