"""What a crawler meets on the way through a site: where its links lead, and what is left out.

Pure: what was visited goes in. https://developers.google.com/search/docs/crawling-indexing
(read November 2026) is what the rules rest on, where no other source is named.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.finding import Finding, Rule
from faq_pages.markup import shorten

# More clicks from the home page than this, and crawlers come seldom and readers not at all.
DEEPEST = 3

QUOTE_LENGTH = 60

# The one parameter that leads to a page of its own: the next page of a list.
PAGE_PARAMETER = "page"

ADDRESS_FAILS = Rule(
    "address-fails",
    "crawl",
    "error",
    95,
    gettext_lazy("Look at the address and the server's log, and mend what answers there."),
)
LINK_BROKEN = Rule(
    "internal-link-broken",
    "crawl",
    "error",
    80,
    gettext_lazy("Lead the link to a page that is online, or remove it."),
)
LINK_REDIRECTED = Rule(
    "internal-link-redirected",
    "crawl",
    "warning",
    40,
    gettext_lazy("Link to the final address, so that nobody has to wait for the detour."),
)
SITEMAP_NOT_CANONICAL = Rule(
    "sitemap-not-canonical",
    "crawl",
    "error",
    60,
    gettext_lazy("Leave it out of the sitemap, or let search engines have the page."),
)
NOT_IN_SITEMAP = Rule(
    "not-in-sitemap",
    "crawl",
    "warning",
    35,
    gettext_lazy("Add it to the sitemap, or mark the page as “keep out of search engines”."),
)
ORPHAN = Rule(
    "orphan",
    "crawl",
    "warning",
    45,
    gettext_lazy("Link to the page from a list, a menu or a related page."),
)
TOO_DEEP = Rule(
    "too-deep",
    "crawl",
    "warning",
    35,
    gettext_lazy("Link to the page from one that is nearer to the home page."),
)
FILTER_INDEXABLE = Rule(
    "filter-indexable",
    "crawl",
    "error",
    50,
    gettext_lazy("Give the filtered list “noindex”, or the canonical address of the whole list."),
)
LATER_PAGE_CANONICAL = Rule(
    "later-page-canonical",
    "crawl",
    "error",
    50,
    gettext_lazy("Let each page of a list name its own address as canonical."),
)
CANONICAL_FAILS = Rule(
    "canonical-fails",
    "crawl",
    "error",
    60,
    gettext_lazy("Name a canonical address that answers with the page itself."),
)
TITLE_REPEATED = Rule(
    "crawled-title-repeated",
    "crawl",
    "warning",
    40,
    gettext_lazy("Give each page a title of its own under “Search and sharing”."),
)
DESCRIPTION_REPEATED = Rule(
    "crawled-description-repeated",
    "crawl",
    "warning",
    35,
    gettext_lazy("Give each page a description of its own under “Search and sharing”."),
)


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One address of the site and what answered there.

    `location` is where a redirect leads, absolute. `links` are the addresses on this site
    that the page links to, without their anchors. What is private asks who is there: a form
    for the password, or a redirect to one. `depth` counts clicks from the home page;
    it is None where no page links.
    """

    url: str
    status: int
    location: str = ""
    is_page: bool = False
    is_private: bool = False
    title: str = ""
    description: str = ""
    canonical: str = ""
    is_indexable: bool = True
    links: Sequence[str] = field(default=())
    depth: int | None = None
    in_sitemap: bool = False

    @property
    def is_online(self) -> bool:
        return self.status == 200

    @property
    def stands_for_itself(self) -> bool:
        """Whether a search engine may list exactly this address."""
        own = self.canonical in ("", self.url)
        return self.is_page and self.is_online and self.is_indexable and own

    @property
    def parameters(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.url).query))


# Leads from a page and an address that it links to, to the id of the block with the link, or "".
BlockOf = Callable[[str, str], str]


def crawl_findings(
    visits: Mapping[str, Visit], block_of: BlockOf = lambda page, link: ""
) -> Iterator[Finding]:
    """Yield what is wrong between the pages of a site that was crawled whole."""
    for visit in visits.values():
        if not visit.is_online or visit.is_private:
            yield from _answer(visit)
        elif visit.is_page:
            yield from _canonical(visit, visits)
            yield from _place(visit)
            # What stands for another address has its text, and that tells of the links.
            if visit.canonical in ("", visit.url):
                yield from _links(visit, visits, block_of)
    yield from _repeated(visits)


def _answer(visit: Visit) -> Iterator[Finding]:
    if visit.status >= 500 or visit.status == 400:
        yield ADDRESS_FAILS(
            _("“%(url)s” answers with status %(status)d.")
            % {"url": visit.url, "status": visit.status},
            url=visit.url,
        )
    elif visit.in_sitemap and visit.is_private:
        yield SITEMAP_NOT_CANONICAL(
            _("The sitemap lists “%(url)s”, which not everybody may read.") % {"url": visit.url},
            url=visit.url,
        )
    elif visit.in_sitemap:
        yield SITEMAP_NOT_CANONICAL(
            _("The sitemap lists “%(url)s”, which answers with status %(status)d.")
            % {"url": visit.url, "status": visit.status},
            url=visit.url,
        )


def _links(visit: Visit, visits: Mapping[str, Visit], block_of: BlockOf) -> Iterator[Finding]:
    for url in visit.links:
        target = visits.get(url)
        if target is None or target.is_online or target.is_private:
            continue
        if target.location:
            yield LINK_REDIRECTED(
                _("A link leads to “%(url)s”, which leads on to “%(location)s”.")
                % {"url": url, "location": target.location},
                url=visit.url,
                block=block_of(visit.url, url),
            )
        else:
            yield LINK_BROKEN(
                _("A link leads to “%(url)s”, which answers with status %(status)d.")
                % {"url": url, "status": target.status},
                url=visit.url,
                block=block_of(visit.url, url),
            )


def _canonical(visit: Visit, visits: Mapping[str, Visit]) -> Iterator[Finding]:
    target = visits.get(visit.canonical)
    if target and not target.is_online:
        yield CANONICAL_FAILS(
            _("The canonical address “%(url)s” answers with status %(status)d.")
            % {"url": visit.canonical, "status": target.status},
            url=visit.url,
        )
    parameters = visit.parameters
    number = parameters.pop(PAGE_PARAMETER, "")
    if parameters and visit.stands_for_itself:
        yield FILTER_INDEXABLE(
            _("“%(url)s” is a filtered view of a page, and search engines may list it by itself.")
            % {"url": visit.url},
            url=visit.url,
        )
    elif number not in ("", "1") and visit.is_indexable and visit.canonical != visit.url:
        yield LATER_PAGE_CANONICAL(
            _("Page %(number)s of a list names “%(canonical)s” as canonical: its links are lost.")
            % {"number": number, "canonical": visit.canonical or "-"},
            url=visit.url,
        )


def _place(visit: Visit) -> Iterator[Finding]:
    if visit.in_sitemap and not visit.stands_for_itself:
        yield SITEMAP_NOT_CANONICAL(
            _("The sitemap lists “%(url)s”, which search engines are told not to list.")
            % {"url": visit.url},
            url=visit.url,
        )
    elif visit.stands_for_itself and not visit.in_sitemap and not visit.parameters:
        yield NOT_IN_SITEMAP(
            _("Search engines may list “%(url)s”, and the sitemap does not name it.")
            % {"url": visit.url},
            url=visit.url,
        )
    if visit.depth is None:
        yield ORPHAN(_("No page links to “%(url)s”.") % {"url": visit.url}, url=visit.url)
    elif visit.depth > DEEPEST:
        yield TOO_DEEP(
            _("“%(url)s” is %(depth)d clicks from the home page; %(limit)d are enough.")
            % {"url": visit.url, "depth": visit.depth, "limit": DEEPEST},
            url=visit.url,
        )


def _repeated(visits: Mapping[str, Visit]) -> Iterator[Finding]:
    listed = [visit for visit in visits.values() if visit.stands_for_itself]
    for text, url, other in _copies((visit.title, visit.url) for visit in listed):
        yield TITLE_REPEATED(
            _("The title “%(title)s” is that of “%(other)s” as well.")
            % {"title": text, "other": other},
            url=url,
        )
    # The later pages of a list have the description of the whole.
    described = ((visit.description, visit.url) for visit in listed if not visit.parameters)
    for text, url, other in _copies(described):
        yield DESCRIPTION_REPEATED(
            _("The description “%(description)s” is that of “%(other)s” as well.")
            % {"description": shorten(text, QUOTE_LENGTH), "other": other},
            url=url,
        )


def _copies(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield each text that an earlier address had, with its own address and the earlier one."""
    first: dict[str, str] = {}
    for text, url in texts:
        other = first.setdefault(text, url)
        if text and other != url:
            yield text, url, other
