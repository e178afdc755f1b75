"""Whether the facts that a page shows are those that its graph tells.

Facts are found by the classes of our templates, which a site that writes its own keeps:
who reviewed and wrote the page and when, the short answer, breadcrumbs, sources, topics
and related pages.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.document import is_shown, seen_text
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule, Severity
from faq_pages.findings.schema_org.graph import Node, quoted


def _rule(id_: str, weight: int = 55, severity: Severity = "error") -> Rule:
    remedy = gettext_lazy("Let the page and its structured data say the same.")
    return Rule(id_, "structured data", severity, weight, remedy)


NAME_DIFFERS = _rule("name-differs")
# Search results show it, the page does not: a warning is enough.
DESCRIPTION_DIFFERS = _rule("description-differs", 30, "warning")
ABSTRACT_DIFFERS = _rule("abstract-differs", 70)
REVIEWER_DIFFERS = _rule("reviewer-differs", 75)
REVIEW_DATE_DIFFERS = _rule("review-date-differs", 70)
AUTHOR_DIFFERS = _rule("author-differs", 65)
CHANGE_DATE_DIFFERS = _rule("change-date-differs")
BREADCRUMBS_DIFFER = _rule("breadcrumbs-differ", 40)
SOURCES_DIFFER = _rule("sources-differ", 65)
TOPICS_DIFFER = _rule("topics-differ", 50)
RELATED_DIFFER = _rule("related-pages-differ", 40)
ENTRIES_DIFFER = _rule("entries-differ", 40)

Texts = list[str]


@dataclass(frozen=True)
class Fact:
    """A fact as the page shows it, None if it shows none, and as its own node tells it.

    A fact that is `seen_anywhere` must stand on the page in any place if the graph tells it.
    """

    rule: Rule
    name: str | Promise
    shown: Callable[[PageFacts], Texts | None]
    told: Callable[[PageFacts, Node], Texts]
    seen_anywhere: bool = False


def check_facts(page: PageFacts) -> Iterator[Finding]:
    """Whether each fact that is shown is told, and the other way round."""
    webpage = page.graph.webpage
    if not webpage:
        return
    for fact in FACTS:
        shown, told = fact.shown(page), fact.told(page, webpage)
        if shown is None and fact.seen_anywhere:
            shown = [text for text in told if _is_seen(page, text)]
        if shown is not None and _words(shown) != _words(told):
            yield fact.rule(
                _("The page shows %(shown)s as %(fact)s, its structured data tells %(told)s.")
                % {"fact": fact.name, "shown": _listed(shown), "told": _listed(told)}
            )


def _words(texts: Texts) -> list[Texts]:
    return [text.split() for text in texts]


def _listed(texts: Texts) -> str:
    return f"“{quoted('; '.join(texts))}”" if any(texts) else _("nothing")


def _is_seen(page: PageFacts, text: str) -> bool:
    return f" {' '.join(text.split())} " in f" {' '.join(page.document.words)} "


# -- What the page shows -----------------------------------------------------------------


def _inside(page: PageFacts, name: str, path: str) -> list[Any] | None:
    """The elements at `path` in the first one of the class `name`; None if that is not shown."""
    found = next(filter(is_shown, page.document.by_class(name)), None)
    return None if found is None else list(found.iterfind(path))


def _texts(name: str, path: str, take: int | None = None) -> Callable[[PageFacts], Texts | None]:
    def shown(page: PageFacts) -> Texts | None:
        elements = _inside(page, name, path)
        return None if elements is None else [seen_text(each) for each in elements[:take]]

    return shown


def _days(name: str) -> Callable[[PageFacts], Texts | None]:
    def shown(page: PageFacts) -> Texts | None:
        elements = _inside(page, name, ".//time")
        return [each.get("datetime") or "" for each in elements[:1]] if elements else None

    return shown


def _title(page: PageFacts) -> Texts | None:
    """What the author is, which follows the name after a comma."""
    names = _inside(page, "faq-author", ".//b")
    if not names:
        return None
    title = (names[0].tail or "").strip().removeprefix(",").strip()
    return [title] if title else []


def _biography(page: PageFacts) -> Texts | None:
    paragraphs = _inside(page, "faq-author", ".//p")
    told = [each for each in (paragraphs or [])[1:] if each.get("class") != "faq-quiet"]
    return None if paragraphs is None else list(filter(None, [" ".join(map(seen_text, told))]))


def _entries(page: PageFacts) -> Texts | None:
    if all("BreadcrumbList" in node.types for node in page.graph.of_kind("ItemList")):
        return None
    titles = page.document.by_class("faq-entry-title")
    return [seen_text(each) for each in filter(is_shown, titles)] or None


def _heading(page: PageFacts) -> Texts | None:
    headings = page.document.by_class("faq-title")
    if not headings and page.graph.of_kind("FAQPage"):
        headings = list(page.document.root.iter("h1"))
    return [seen_text(each) for each in filter(is_shown, headings[:1])] or None


def _crumbs(page: PageFacts) -> Texts | None:
    return _texts("faq-breadcrumbs", ".//li")(page)


def _addresses(page: PageFacts) -> Texts | None:
    links = _inside(page, "faq-related", ".//a")
    return None if links is None else [_absolute(page, each.get("href")) for each in links]


def _absolute(page: PageFacts, address: str | None) -> str:
    try:
        return urljoin(page.url, address or "")
    except ValueError:
        return address or ""


# -- What the graph tells ----------------------------------------------------------------


def _text(name: str) -> Callable[[PageFacts, Node], Texts]:
    return lambda page, webpage: list(filter(None, [webpage.text(name)]))


def _day(name: str) -> Callable[[PageFacts, Node], Texts]:
    return lambda page, webpage: list(filter(None, [webpage.text(name)[:10]]))


def _people(name: str) -> Callable[[PageFacts, Node], Texts]:
    def told(page: PageFacts, webpage: Node) -> Texts:
        return [_full_name(person) for person in page.graph.linked(webpage, name)]

    return told


def _of_author(name: str) -> Callable[[PageFacts, Node], Texts]:
    def told(page: PageFacts, webpage: Node) -> Texts:
        authors = page.graph.linked(webpage, "author")
        return [text for author in authors if (text := author.text(name))]

    return told


def _full_name(person: Node) -> str:
    return ", ".join(filter(None, (person.text("name"), person.text("honorificSuffix"))))


def _names(name: str) -> Callable[[PageFacts, Node], Texts]:
    def told(page: PageFacts, webpage: Node) -> Texts:
        return [node.text("name") for node in page.graph.linked(webpage, name)]

    return told


def _sources(page: PageFacts, webpage: Node) -> Texts:
    found = []
    for source in page.graph.linked(webpage, "citation"):
        publishers = [node.text("name") for node in page.graph.linked(source, "publisher")]
        found.append(" ".join([source.text("name"), *publishers]))
    return found


def _trail(page: PageFacts, webpage: Node) -> Texts:
    """The names of the breadcrumbs; the last one is the page, whose title is shown instead."""
    for trail in page.graph.linked(webpage, "breadcrumb"):
        items = page.graph.linked(trail, "itemListElement")
        return [item.text("name") for item in items][:-1]
    return []


def _listed_names(page: PageFacts, webpage: Node) -> Texts:
    lists = [node for node in page.graph.of_kind("ItemList") if "BreadcrumbList" not in node.types]
    items = [item for each in lists[:1] for item in page.graph.linked(each, "itemListElement")]
    return [item.text("name") for item in items]


def _related(page: PageFacts, webpage: Node) -> Texts:
    return [value for value in webpage.of("relatedLink") if isinstance(value, str)]


FACTS = (
    Fact(NAME_DIFFERS, gettext_lazy("its title"), _heading, _text("name")),
    Fact(
        DESCRIPTION_DIFFERS,
        gettext_lazy("its description"),
        lambda page: page.document.metas("description")[:1] or None,
        _text("description"),
    ),
    Fact(
        ABSTRACT_DIFFERS,
        gettext_lazy("its short answer"),
        _texts("faq-tldr", "div[@class='faq-text']"),
        _text("abstract"),
        seen_anywhere=True,
    ),
    Fact(
        REVIEWER_DIFFERS,
        gettext_lazy("its reviewer"),
        _texts("faq-reviewed", ".//b", 1),
        _people("reviewedBy"),
        seen_anywhere=True,
    ),
    Fact(
        REVIEW_DATE_DIFFERS,
        gettext_lazy("the day of its review"),
        _days("faq-reviewed"),
        _day("lastReviewed"),
    ),
    Fact(
        AUTHOR_DIFFERS,
        gettext_lazy("its author"),
        _texts("faq-author", ".//b", 1),
        _people("author"),
        seen_anywhere=True,
    ),
    Fact(AUTHOR_DIFFERS, gettext_lazy("its author's job"), _title, _of_author("jobTitle")),
    Fact(
        AUTHOR_DIFFERS,
        gettext_lazy("its author's biography"),
        _biography,
        _of_author("description"),
    ),
    Fact(
        CHANGE_DATE_DIFFERS,
        gettext_lazy("the day of its last change"),
        _days("faq-author"),
        _day("dateModified"),
    ),
    Fact(BREADCRUMBS_DIFFER, gettext_lazy("its breadcrumbs"), _crumbs, _trail),
    Fact(
        SOURCES_DIFFER,
        gettext_lazy("its sources"),
        _texts("faq-sources", ".//li"),
        _sources,
        seen_anywhere=True,
    ),
    Fact(TOPICS_DIFFER, gettext_lazy("its topics"), _texts("faq-topics", ".//li"), _names("about")),
    Fact(RELATED_DIFFER, gettext_lazy("its related pages"), _addresses, _related),
    Fact(ENTRIES_DIFFER, gettext_lazy("the pages that it lists"), _entries, _listed_names),
)
