"""Whether a page's graph is JSON-LD, and says what it says in the words of schema.org."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.facts import PageFacts, parse_json
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.schema_org import vocabulary
from faq_pages.findings.schema_org.graph import Graph, Node, literal, quoted
from faq_pages.findings.schema_org.values import fits

JSON_LD_MISSING = Rule(
    "json-ld-missing",
    "structured data",
    "advice",
    30,
    gettext_lazy("Switch it on in the SEO settings, so that machines read what the page is."),
)
JSON_LD_INVALID = Rule(
    "json-ld-invalid",
    "structured data",
    "error",
    80,
    gettext_lazy("Mend the template or the setting that it comes from."),
)
JSON_LD_SEVERAL = Rule(
    "json-ld-several",
    "structured data",
    "advice",
    15,
    gettext_lazy("Put all nodes into the “@graph” of one script, so that they are read together."),
)
JSON_LD_CONTEXT = Rule(
    "json-ld-context",
    "structured data",
    "error",
    80,
    gettext_lazy("Give it the “@context” “https://schema.org”."),
)
NODE_WITHOUT_TYPE = Rule(
    "node-without-type",
    "structured data",
    "error",
    60,
    gettext_lazy("Say with “@type” what it is."),
)
UNKNOWN_TYPE = Rule(
    "unknown-type",
    "structured data",
    "error",
    60,
    gettext_lazy("Use a type of https://schema.org/docs/full.html."),
)
UNKNOWN_PROPERTY = Rule(
    "unknown-property",
    "structured data",
    "error",
    55,
    gettext_lazy("Remove it, or use a property that the type has on schema.org."),
)
MISPLACED_PROPERTY = Rule(
    "misplaced-property",
    "structured data",
    "error",
    55,
    gettext_lazy("Remove it, or move it to a node that may have it."),
)
WRONG_VALUE = Rule(
    "wrong-value",
    "structured data",
    "error",
    55,
    gettext_lazy("Give a value of that kind."),
)
SUPERSEDED_TERM = Rule(
    "superseded-term",
    "structured data",
    "warning",
    25,
    gettext_lazy("Use the newer term."),
)

_CONTEXTS = frozenset(
    f"{scheme}://{host}{end}"
    for scheme in ("http", "https")
    for host in ("schema.org", "www.schema.org")
    for end in ("", "/", "/docs/jsonldcontext.jsonld", "/docs/jsonldcontext.json")
)

# https://schema.org/docs/actions.html: what an action asks for, as in “query-input”.
_ACTION_ENDINGS = ("-input", "-output")


def check_scripts(page: PageFacts) -> Iterator[Finding]:
    """Whether there is one script, of JSON, in the vocabulary of schema.org."""
    texts = page.document.json_ld
    if not texts:
        # What search engines shall not read needs nothing that is for them.
        if not any("noindex" in content for content in page.document.metas("robots")):
            yield JSON_LD_MISSING(_("The page has no structured data."))
        return
    if len(texts) > 1:
        yield JSON_LD_SEVERAL(
            _("The page has %(number)d scripts of structured data.") % {"number": len(texts)}
        )
    if len(page.graphs) < len(texts):
        yield from _invalid(texts)
    for graph in page.graphs:
        if not isinstance(graph, (dict, list)):
            yield JSON_LD_INVALID(
                _("A script of structured data holds “%(text)s” and no object.")
                % {"text": quoted(graph)}
            )
        for part in graph if isinstance(graph, list) else [graph]:
            if isinstance(part, dict) and not _is_of_schema_org(part.get("@context")):
                yield JSON_LD_CONTEXT(
                    _("Structured data has the context “%(context)s”, not that of schema.org.")
                    % {"context": quoted(part.get("@context", ""))}
                )


def _invalid(texts: list[str]) -> Iterator[Finding]:
    for text in texts:
        try:
            reason = "" if parse_json(text) is not None else "null"
        except (ValueError, RecursionError) as error:
            reason = str(error) if isinstance(error, ValueError) else _("it is nested too deep")
        if reason:
            yield JSON_LD_INVALID(
                _("A script of structured data is not valid JSON-LD (%(reason)s): “%(text)s”")
                % {"reason": reason, "text": quoted(text)}
            )


def _is_of_schema_org(context: Any) -> bool:
    for part in context if isinstance(context, list) else [context]:
        address = part.get("@vocab") if isinstance(part, dict) else part
        if isinstance(address, str) and address in _CONTEXTS:
            return True
    return False


def check_terms(page: PageFacts) -> Iterator[Finding]:
    """Whether every type, property and value is one that schema.org has there."""
    for node in page.graph.nodes:
        yield from judge(node, page.graph, page.block_of(node.url))


def judge(node: Node, graph: Graph, block: str = "") -> Iterator[Finding]:
    """What `node` of `graph` says in words that schema.org does not have, or not there."""
    yield from _types(node, block)
    # What is wrong with the type is not said again of each property.
    is_known = bool(node.types) and all(map(vocabulary.is_type, node.types))
    for name in node.values:
        yield from _property(node, name, is_known, block)
        for value in node.of(name):
            yield from _value(node, name, value, graph, block)


def _types(node: Node, block: str) -> Iterator[Finding]:
    if not node.types and node.raw:
        yield NODE_WITHOUT_TYPE(
            _("%(node)s has no type, so nobody can tell what it is.") % {"node": node.label},
            block=block,
        )
    for name in node.types:
        if _is_foreign(name):
            continue
        if not vocabulary.is_type(name):
            yield UNKNOWN_TYPE(
                _("Schema.org has no type “%(name)s”.") % {"name": quoted(name)}
                + _suggestion(vocabulary.closest_type(name)),
                block=block,
            )
        yield from _superseded(name, block)


def _property(node: Node, name: str, is_known: bool, block: str) -> Iterator[Finding]:
    base = _without_ending(name)
    if _is_foreign(base):
        return
    if not vocabulary.is_property(base):
        yield UNKNOWN_PROPERTY(
            _("%(node)s has a property “%(name)s”, which schema.org does not have.")
            % {"node": node.label, "name": quoted(name)}
            + _suggestion(vocabulary.closest_property(base)),
            block=block,
        )
    elif is_known and not vocabulary.allows(base, node.types) and not _is_lent(node, name, base):
        yield MISPLACED_PROPERTY(
            _("%(node)s has the property “%(name)s”, which schema.org does not give to its type.")
            % {"node": node.label, "name": name},
            block=block,
        )
    yield from _superseded(base, block)


def _value(node: Node, name: str, value: Any, graph: Graph, block: str) -> Iterator[Finding]:
    if vocabulary.is_property(name) and not fits(value, name, graph):
        yield WRONG_VALUE(
            _("“%(name)s” of %(node)s is “%(value)s”, where schema.org expects %(kinds)s.")
            % {
                "name": name,
                "node": node.label,
                "value": quoted(value),
                "kinds": _(" or ").join(vocabulary.ranges(name)),
            },
            block=block,
        )
    text = value.id if isinstance(value, Node) and value.is_reference else literal(value)
    if any(map(vocabulary.is_enumeration, vocabulary.ranges(name))):
        yield from _superseded(vocabulary.term(text), block)


def _is_lent(node: Node, name: str, base: str) -> bool:
    """Whether a node has a property of another: a role that of its owner, an action any."""
    return base != name or (name == node.role and "Role" in node.kinds)


def _superseded(name: str, block: str) -> Iterator[Finding]:
    if newer := vocabulary.superseded_by(name):
        yield SUPERSEDED_TERM(
            _("Schema.org replaced “%(old)s” by “%(new)s”.") % {"old": name, "new": newer},
            block=block,
        )


def _suggestion(name: str) -> str:
    return " " + _("Did you mean “%(name)s”?") % {"name": name} if name else ""


def _is_foreign(name: str) -> bool:
    """Whether `name` is of another vocabulary: it has a prefix, or is an address."""
    return ":" in name


def _without_ending(name: str) -> str:
    return next((name.removesuffix(end) for end in _ACTION_ENDINGS if name.endswith(end)), name)
