"""What search engines and audit tools ask of each type, as a table with its sources.

Each row was read in November 2026. Google withdrew its FAQ rich result on 7 May 2026; what
it documented for it stays what Bing and audit tools (Screaming Frog, Sitebulb, Semrush,
Ahrefs: all check against Google's documentation and schema.org) ask of an FAQPage.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.schema_org.graph import Graph, Node

REQUIRED_PROPERTY = Rule(
    "required-property",
    "structured data",
    "error",
    60,
    gettext_lazy("Add it: without it, readers of structured data leave the whole node out."),
)
RECOMMENDED_PROPERTY = Rule(
    "recommended-property",
    "structured data",
    "advice",
    15,
    gettext_lazy("Add it if you know it."),
)
BREADCRUMB_ORDER = Rule(
    "breadcrumb-order",
    "structured data",
    "error",
    50,
    gettext_lazy("Number the items 1, 2, 3 and so on, from the home page down."),
)

_GOOGLE = "https://developers.google.com/search/docs/appearance/"


@dataclass(frozen=True)
class Row:
    """A node of the type `kind` has at least one of `properties`, as `source` says."""

    kind: str
    properties: tuple[str, ...]
    source: str

    @property
    def names(self) -> str:
        return _(" or ").join(f"“{name}”" for name in self.properties)

    @property
    def reader(self) -> str:
        return "Google" if self.source.startswith(_GOOGLE) else "schema.org"


REQUIRED = (
    # The FAQPage's own mainEntity is a truth of ours: see `truths.FAQ_PAGE_EMPTY`.
    Row("Question", ("name",), f"{_GOOGLE}structured-data/faqpage"),
    Row("Question", ("acceptedAnswer", "suggestedAnswer"), f"{_GOOGLE}structured-data/faqpage"),
    Row("Answer", ("text",), f"{_GOOGLE}structured-data/faqpage"),
    Row("BreadcrumbList", ("itemListElement",), f"{_GOOGLE}structured-data/breadcrumb"),
    Row("WebPage", ("name",), "https://schema.org/WebPage"),
    Row("WebPage", ("url",), "https://schema.org/WebPage"),
    Row("WebSite", ("name",), f"{_GOOGLE}site-names"),
    Row("WebSite", ("url",), f"{_GOOGLE}site-names"),
    Row("Organization", ("name",), f"{_GOOGLE}structured-data/organization"),
    Row("Person", ("name",), f"{_GOOGLE}structured-data/profile-page"),
    Row("ImageObject", ("contentUrl", "url"), f"{_GOOGLE}structured-data/image-license-metadata"),
    Row("OpeningHoursSpecification", ("opens",), f"{_GOOGLE}structured-data/local-business"),
    Row("OpeningHoursSpecification", ("closes",), f"{_GOOGLE}structured-data/local-business"),
    Row(
        "OpeningHoursSpecification",
        ("dayOfWeek", "validFrom"),
        f"{_GOOGLE}structured-data/local-business",
    ),
    Row("GeoCoordinates", ("latitude",), f"{_GOOGLE}structured-data/local-business"),
    Row("GeoCoordinates", ("longitude",), f"{_GOOGLE}structured-data/local-business"),
    Row(
        "PostalAddress",
        ("streetAddress", "addressLocality", "addressRegion", "postalCode"),
        f"{_GOOGLE}structured-data/local-business",
    ),
    Row("MedicalCode", ("codeValue",), "https://schema.org/MedicalCode"),
    Row("MedicalCode", ("codingSystem",), "https://schema.org/MedicalCode"),
    Row("MedicalEntity", ("name", "codeValue"), "https://schema.org/MedicalEntity"),
    Row("MedicalAudience", ("audienceType", "name"), "https://schema.org/MedicalAudience"),
)

RECOMMENDED = (
    Row("WebPage", ("inLanguage",), "https://schema.org/inLanguage"),
    Row("WebPage", ("publisher",), f"{_GOOGLE}structured-data/article"),
    Row("Person", ("url", "sameAs"), f"{_GOOGLE}structured-data/article"),
    Row("ImageObject", ("width",), f"{_GOOGLE}structured-data/image-license-metadata"),
    Row("ImageObject", ("height",), f"{_GOOGLE}structured-data/image-license-metadata"),
)

# The same on every page, so it is said once, of the home page. Google wants a local
# business to have an address before it shows it as one; a clinic may have none to tell.
RECOMMENDED_AT_HOME = (
    Row("Organization", ("url",), f"{_GOOGLE}structured-data/organization"),
    Row("Organization", ("logo",), f"{_GOOGLE}structured-data/organization"),
    Row("Organization", ("telephone", "contactPoint"), f"{_GOOGLE}structured-data/organization"),
    Row("Organization", ("address",), f"{_GOOGLE}structured-data/organization"),
    Row(
        "LocalBusiness", ("openingHoursSpecification",), f"{_GOOGLE}structured-data/local-business"
    ),
    Row("LocalBusiness", ("geo",), f"{_GOOGLE}structured-data/local-business"),
)


def check_required(page: PageFacts) -> Iterator[Finding]:
    """Whether each node has what its readers require."""
    for node, row in _lacking(page.graph.nodes, REQUIRED):
        yield REQUIRED_PROPERTY(
            _("%(node)s has no %(names)s, which %(reader)s requires.")
            % {"node": node.label, "names": row.names, "reader": row.reader},
            block=page.block_of(node.url),
        )
    for node in page.graph.of_kind("BreadcrumbList"):
        yield from _breadcrumbs(node, page.graph)


def check_recommended(page: PageFacts) -> Iterator[Finding]:
    """Whether each node has what its readers like to have."""
    lacking = list(_lacking(page.graph.nodes, RECOMMENDED))
    if page.url == page.around.root:
        roots = [node for node in page.graph.nodes if not node.owner]
        lacking += _lacking(roots, RECOMMENDED_AT_HOME)
    for node, row in lacking:
        yield RECOMMENDED_PROPERTY(
            _("%(node)s has no %(names)s, which %(reader)s recommends.")
            % {"node": node.label, "names": row.names, "reader": row.reader},
            block=page.block_of(node.url),
        )


def _lacking(nodes: list[Node], rows: tuple[Row, ...]) -> Iterator[tuple[Node, Row]]:
    for node in nodes:
        for row in rows:
            # What is there and empty is another matter.
            if row.kind in node.kinds and not any(name in node.values for name in row.properties):
                yield node, row


def _breadcrumbs(trail: Node, graph: Graph) -> Iterator[Finding]:
    items = graph.linked(trail, "itemListElement")
    for number, item in enumerate(items, start=1):
        target = next(iter(graph.linked(item, "item")), None)
        if "name" not in item.values and not (target and "name" in target.values):
            yield _lacks(item, "name")
        # The last item is the page itself, so its address may be left out.
        leads_nowhere = target and not (target.id or "url" in target.values)
        if leads_nowhere or ("item" not in item.values and number < len(items)):
            yield _lacks(item, "item")
        if "position" not in item.values:
            yield _lacks(item, "position")
    told = [value for item in items for value in item.of("position")]
    if len(told) == len(items) and [str(value) for value in told] != [
        str(number) for number in range(1, len(items) + 1)
    ]:
        yield BREADCRUMB_ORDER(
            _("The breadcrumbs have the positions %(told)s.")
            % {"told": ", ".join(map(str, told[:20]))}
        )


def _lacks(item: Node, name: str) -> Finding:
    return REQUIRED_PROPERTY(
        _("%(node)s has no “%(name)s”, which Google requires.") % {"node": item.label, "name": name}
    )
