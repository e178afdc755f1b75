"""What must be true of a graph whatever its types: its links, addresses, dates and answers."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.document import fragment, seen_words
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.schema_org import vocabulary
from faq_pages.findings.schema_org.graph import Node, literal, quoted
from faq_pages.findings.schema_org.values import holds_addresses, is_absolute, looks_like_address
from faq_pages.markup import URL_SCHEMES

SEVERAL_FAQ_PAGES = Rule(
    "several-faq-pages",
    "structured data",
    "error",
    70,
    gettext_lazy("Keep one FAQPage, with all questions of the page."),
)
FAQ_PAGE_EMPTY = Rule(
    "faq-page-empty",
    "structured data",
    "error",
    70,
    gettext_lazy("Add a question with its answer, or do not call the page an FAQPage."),
)
DANGLING_REFERENCE = Rule(
    "dangling-reference",
    "structured data",
    "error",
    60,
    gettext_lazy("Put the node into the page's graph, or remove the reference."),
)
DUPLICATE_ID = Rule(
    "duplicate-id",
    "structured data",
    "error",
    60,
    gettext_lazy("Give each node an “@id” of its own, and refer to it elsewhere."),
)
UNLINKED_NODE = Rule(
    "unlinked-node",
    "structured data",
    "warning",
    40,
    gettext_lazy("Refer to it from the node that it belongs to, or remove it."),
)
RELATIVE_ADDRESS = Rule(
    "relative-address",
    "structured data",
    "error",
    60,
    gettext_lazy("Write the whole address, with “https://” and the host."),
)
FOREIGN_HOST = Rule(
    "foreign-host",
    "structured data",
    "error",
    70,
    gettext_lazy("Set the site's host in the settings of the site, and use it for its pages."),
)
CANONICAL_DIFFERS = Rule(
    "canonical-differs",
    "structured data",
    "error",
    70,
    gettext_lazy("Give both the address that stands for the page."),
)
EMPTY_VALUE = Rule(
    "empty-value",
    "structured data",
    "error",
    50,
    gettext_lazy("Leave the property out, or give it a value."),
)
ANSWER_TAGS = Rule(
    "answer-tags",
    "structured data",
    "error",
    55,
    gettext_lazy("Say it with headings, paragraphs, lists, bold, italics and links only."),
)
ANSWER_LINKS = Rule(
    "answer-links",
    "structured data",
    "error",
    60,
    gettext_lazy("Write a whole web address, a mail address or a phone number."),
)
LANGUAGE_DIFFERS = Rule(
    "language-differs",
    "structured data",
    "error",
    50,
    gettext_lazy("Name the language that the page is written in, at both places."),
)

# What Google documented for an answer's text, with `div` and `em`:
# https://developers.google.com/search/docs/appearance/structured-data/faqpage (May 2026)
ALLOWED_IN_ANSWERS = frozenset("h1 h2 h3 h4 h5 h6 br ol ul li a p div b strong i em".split())

# What only has a meaning by what refers to it.
_LINKED = ("Person", "Question", "ImageObject", "MedicalEntity", "BreadcrumbList", "Organization")


def check_faq_page(page: PageFacts) -> Iterator[Finding]:
    """Whether there is at most one FAQPage, and a complete question in it."""
    faq_pages = page.graph.of_kind("FAQPage")
    if len(faq_pages) > 1:
        yield SEVERAL_FAQ_PAGES(
            _("The page says %(number)d times that it is an FAQPage.") % {"number": len(faq_pages)}
        )
    if faq_pages and not any(_is_complete(page, node) for node in page.graph.questions):
        yield FAQ_PAGE_EMPTY(_("The page says that it is an FAQPage and has no answered question."))


def _is_complete(page: PageFacts, question: Node) -> bool:
    answers = page.graph.linked(question, "acceptedAnswer")
    return bool(question.text("name")) and any(
        seen_words(fragment(answer.text("text"))) for answer in answers
    )


def check_links(page: PageFacts) -> Iterator[Finding]:
    """Whether every node can be told from the others, and is reached."""
    graph = page.graph
    for reference in graph.references:
        if reference.id not in graph.by_id and not _is_term(reference.id):
            yield DANGLING_REFERENCE(
                _("“%(role)s” refers to “%(id)s”, which is not in the page's graph.")
                % {"role": reference.role or "@graph", "id": quoted(reference.id)},
                block=page.block_of(reference.url),
            )
    for id_, nodes in graph.by_id.items():
        if len(nodes) > 1:
            yield DUPLICATE_ID(
                _("%(number)d nodes have the “@id” “%(id)s”.")
                % {"number": len(nodes), "id": quoted(id_)},
                block=page.block_of(id_),
            )
    if not graph.webpage:
        return
    referred = {reference.id for reference in graph.references if reference.owner}
    for node in graph.nodes:
        if node.owner or node.id in referred or node.kinds.isdisjoint(_LINKED):
            continue
        if node is not graph.webpage:
            yield UNLINKED_NODE(
                _("Nothing refers to %(node)s.") % {"node": node.label},
                block=page.block_of(node.url),
            )


def _is_term(id_: str) -> bool:
    return vocabulary.term(id_) != id_


def check_addresses(page: PageFacts) -> Iterator[Finding]:
    """Whether addresses are whole, and those of the page are the site's own."""
    for node in page.graph.everything:
        for name, address in _addresses(node):
            if not is_absolute(address, URL_SCHEMES) and looks_like_address(address):
                quotes = {"name": name, "node": node.label, "address": quoted(address)}
                yield RELATIVE_ADDRESS(
                    # Such as “ftp://host/file”: whole, and of no use here.
                    _("“%(name)s” of %(node)s is “%(address)s”, which is no web address.") % quotes
                    if "://" in address
                    else _("“%(name)s” of %(node)s is “%(address)s”, which is no whole address.")
                    % quotes,
                    block=page.block_of(node.url),
                )
    webpage = page.graph.webpage
    canonical = next(iter(page.document.links_in_head("canonical")), "")
    told = webpage.text("url") if webpage else ""
    # Where an editor chose another site's address for the page, its graph is at home there:
    # the check of the head says so, once.
    homes = [page.around.root, *([canonical] if canonical == told else [])]
    own = [*([webpage] if webpage else []), *page.graph.questions]
    for node in own:
        for address in dict.fromkeys([node.id, node.text("url")]):
            if page.around.root and all(_is_elsewhere(address, home) for home in homes):
                yield FOREIGN_HOST(
                    _("%(node)s has the address “%(address)s”, and the site is at “%(root)s”.")
                    % {"node": node.label, "address": address, "root": page.around.root},
                    block=page.block_of(node.url),
                )
    if canonical and told and canonical != told:
        yield CANONICAL_DIFFERS(
            _(
                "The page's canonical address is “%(canonical)s”, and its structured data says "
                "“%(told)s”."
            )
            % {"canonical": canonical, "told": told}
        )


def _addresses(node: Node) -> Iterator[tuple[str, str]]:
    # A name that begins with “_:” holds within the graph: no address is meant.
    if node.id and not node.id.startswith("_:"):
        yield "@id", node.id
    for name in node.values:
        if holds_addresses(name):
            yield from ((name, text) for value in node.of(name) if (text := literal(value)))


def _is_elsewhere(address: str, home: str) -> bool:
    if not is_absolute(address):
        return False
    return not is_absolute(home) or urlsplit(address)[:2] != urlsplit(home)[:2]


def check_values(page: PageFacts) -> Iterator[Finding]:
    """Whether no value is empty, and the language is that of the page."""
    for node in page.graph.nodes:
        for name, values in node.values.items():
            if not values or any(map(_is_empty, values)):
                yield EMPTY_VALUE(
                    _("“%(name)s” of %(node)s is empty.") % {"name": name, "node": node.label},
                    block=page.block_of(node.url),
                )
    language = page.document.language
    told = page.graph.webpage.text("inLanguage") if page.graph.webpage else ""
    if language and told and language.casefold() != told.casefold():
        yield LANGUAGE_DIFFERS(
            _("The page is marked as “%(language)s”, and its structured data says “%(told)s”.")
            % {"language": language, "told": told}
        )


def _is_empty(value: object) -> bool:
    if isinstance(value, Node):
        return not value.raw
    if isinstance(value, dict):
        value = value["@value"]
    return value is None or (isinstance(value, str) and not value.strip())


def check_answers(page: PageFacts) -> Iterator[Finding]:
    """Whether the HTML of each answer is what readers of answers know."""
    for node in page.graph.of_kind("Answer"):
        elements = list(fragment(node.text("text")).iterdescendants())[1:]
        block = page.block_of(node.url)
        tags = {each.tag for each in elements if isinstance(each.tag, str)} - ALLOWED_IN_ANSWERS
        if tags:
            yield ANSWER_TAGS(
                _("An answer has HTML that its readers may not know: %(tags)s.")
                % {"tags": ", ".join(f"“{tag}”" for tag in sorted(tags))},
                block=block,
            )
        for each in elements:
            address = each.get("href") if each.tag == "a" else None
            if address is not None and not is_absolute(address, URL_SCHEMES):
                yield ANSWER_LINKS(
                    _("An answer links to “%(address)s”, which leads nowhere from elsewhere.")
                    % {"address": quoted(address)},
                    block=block,
                )
