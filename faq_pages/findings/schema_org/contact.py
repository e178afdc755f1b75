"""Whether the phone number and the address that a page shows are those in its graph."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.document import is_shown, seen_text
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.schema_org.graph import Node, literal, quoted
from faq_pages.markup import telephone_url

TELEPHONE_DIFFERS = Rule(
    "telephone-differs",
    "structured data",
    "error",
    75,
    gettext_lazy("Let the page and its structured data give the same number."),
)
ADDRESS_DIFFERS = Rule(
    "address-differs",
    "structured data",
    "error",
    65,
    gettext_lazy("Let the page and its structured data give the same address."),
)

# Where a phone number is the clinic's own; what an editor writes may name any.
_OURS = frozenset({"faq-bar", "faq-call", "faq-call-link", "faq-ways"})
_FRAME = frozenset({"header", "footer"})
_CONTENT = frozenset({"main", "article"})


def _publishers(page: PageFacts) -> list[Node]:
    """Who publishes the page: nobody, then nobody's number has to be told."""
    return page.graph.linked(page.graph.webpage, "publisher") if page.graph.webpage else []


def check_telephone(page: PageFacts) -> Iterator[Finding]:
    """Whether the clinic's number on the page is one of those in the graph."""
    publishers = _publishers(page)
    if not publishers:
        return
    told = {
        telephone_url(literal(value)) for node in page.graph.nodes for value in node.of("telephone")
    }
    shown = [each for each in page.document.root.iter("a") if _is_our_number(each)]
    addresses = [each.get("href") for each in shown]
    if addresses and told.isdisjoint(addresses):
        yield TELEPHONE_DIFFERS(
            _("The page shows the phone number “%(shown)s”, its structured data tells “%(told)s”.")
            % {"shown": seen_text(shown[0]), "told": quoted(publishers[0].text("telephone"))}
        )


def _is_our_number(link: Any) -> bool:
    if not (link.get("href") or "").startswith("tel:") or not is_shown(link):
        return False
    around = [link, *link.iterancestors()]
    if any(_OURS.intersection((each.get("class") or "").split()) for each in around):
        return True
    tags = {each.tag for each in around}
    return not tags.isdisjoint(_FRAME) and tags.isdisjoint(_CONTENT)


def check_address(page: PageFacts) -> Iterator[Finding]:
    """Whether an address on the page is one of those in the graph."""
    shown = [each for each in page.document.root.iter("address") if is_shown(each)]
    told = page.graph.of_kind("PostalAddress")
    if not shown or not _publishers(page):
        return
    seen = [_marks_off(seen_text(each)) for each in shown]
    texts = [_marks_off(" ".join(_parts(node))) for node in told]
    if not any(text in seen for text in texts):
        yield ADDRESS_DIFFERS(
            _("The page shows the address “%(shown)s”, its structured data tells “%(told)s”.")
            % {"shown": quoted(seen_text(shown[0])), "told": quoted("; ".join(texts))}
        )


def _parts(address: Node) -> Iterator[str]:
    for name in ("streetAddress", "addressLocality", "addressRegion", "postalCode"):
        yield address.text(name)


def _marks_off(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())
