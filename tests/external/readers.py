"""Independent readers of JSON-LD: what each says of a page or a graph.

extruct finds the data in HTML, pyld is a JSON-LD 1.1 processor, Adobe's
structured-data-validator knows what Google asks of each type, and schema-dts is
schema.org as types for the TypeScript compiler. None of them calls anybody here.
"""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import extruct
from pyld import jsonld

from faq_pages.findings.schema_org import vocabulary
from tests import programs

Graph = dict[str, Any]

SCHEMA = "https://schema.org/"
# Where an address would lead that is not absolute.
NOWHERE = "https://nowhere.invalid/"


def found_in(html: str) -> list[Any]:
    """Return the JSON-LD that extruct finds in `html`."""
    found: list[Any] = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    return found


class Triple(NamedTuple):
    subject: str
    predicate: str
    object: str


def triples(graph: Graph) -> list[Triple]:
    """Return what `graph` says as RDF; what is no proper JSON-LD is lost on the way."""
    options = {"documentLoader": _context, "base": NOWHERE}
    flat = jsonld.flatten(jsonld.expand(graph, options), options=options)
    return [
        Triple(*(statement[part]["value"] for part in Triple._fields))
        for statements in jsonld.to_rdf(flat, options).values()
        for statement in statements
    ]


def _context(url: str, options: Any) -> dict[str, Any]:
    assert url.rstrip("/") == "https://schema.org", f"{url} is no context of ours"
    context = {"@context": {"@vocab": SCHEMA}}
    return {"contextUrl": None, "documentUrl": url, "document": context}


def adobe_issues(graphs: Mapping[str, Graph]) -> dict[str, list[str]]:
    """Return what Adobe's validator says of each of `graphs`, by its name."""
    asked = json.dumps({"vocabulary": _release(), "graphs": graphs})
    ran = _run(programs.node(), "adobe.mjs", input=asked)
    issues: dict[str, list[str]] = json.loads(ran.stdout)
    return issues


def _release() -> Graph:
    """Return our facts of schema.org in the form of its own release, which Adobe's asks for."""
    facts = json.loads(vocabulary.PATH.read_text(encoding="utf-8"))
    types = {**facts["types"], **facts["data_types"]}
    classes = [
        {"@id": f"schema:{name}", "@type": "rdfs:Class", "rdfs:subClassOf": _ids(parents)}
        for name, parents in types.items()
    ]
    properties = [
        {"@id": f"schema:{name}", "@type": "rdf:Property", "schema:domainIncludes": _ids(of)}
        for name, (of, _holds) in facts["properties"].items()
    ]
    return {"@graph": [*classes, *properties]}


def _ids(names: str) -> list[dict[str, str]]:
    return [{"@id": f"schema:{name}"} for name in names.split()]


# A node of two types is what schema-dts calls merged leaves; its own Graph has none.
_TYPED = """\
import type { FAQPageLeaf, Graph, MedicalWebPageLeaf, MergeLeafTypes } from "schema-dts";

type FAQ = MergeLeafTypes<[MedicalWebPageLeaf, FAQPageLeaf]>;
type Page = Omit<Graph, "@graph"> & { "@graph": (Graph["@graph"][number] | FAQ)[] };

export const graph: Page = %s;
"""


def typescript_errors(graphs: Mapping[str, Graph], folder: Path) -> dict[str, list[str]]:
    """Return the compiler's errors in each of `graphs`, by its name; `folder` is scratch."""
    (folder / "node_modules").symlink_to(programs.readers())
    names = {f"page{number}.ts": name for number, name in enumerate(graphs)}
    for file, name in names.items():
        (folder / file).write_text(_TYPED % json.dumps(graphs[name], indent=1))
    ran = subprocess.run(
        ["node_modules/.bin/tsc", "--noEmit", "--strict", "--skipLibCheck", *names],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    errors: dict[str, list[str]] = {name: [] for name in graphs}
    for file, error in re.findall(r"^(page\d+\.ts)\S* (.*)$", ran.stdout, re.M):
        errors[names[file]].append(error)
    assert bool(ran.returncode) == any(errors.values()), ran.stdout + ran.stderr
    return errors


def _run(*command: object, input: str) -> "subprocess.CompletedProcess[str]":
    programs.readers()
    return subprocess.run(
        list(map(str, command)),
        cwd=programs.EXTERNAL,
        input=input,
        capture_output=True,
        text=True,
        check=True,
    )
