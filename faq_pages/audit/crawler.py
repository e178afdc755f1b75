"""The way through a site as a crawler takes it: link by link, then what only the sitemap has."""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from defusedxml import ElementTree
from django.conf import settings
from django.urls import NoReverseMatch, reverse

from faq_pages.audit.serving import Answer, Visitor, plain_url
from faq_pages.findings import Document
from faq_pages.findings.crawl import Visit

# Addresses of one site beyond this many are not a clinic's: a link that makes new ones for ever.
MOST_VISITS = 100_000


class Read(NamedTuple):
    """A page that was read."""

    visit: Visit
    answer: Answer
    document: Document


class Crawler:
    """Visits the pages of a site, each once. What it saw stands in `visits`.

    `under` is a path: with it only addresses that begin with it are visited, and how deep
    they are is not known.
    """

    def __init__(self, visitor: Visitor, under: str = "/") -> None:
        self._visitor = visitor
        self._root = urljoin(visitor.root, under)
        self._closed = tuple(urljoin(visitor.root, path) for path in _not_pages())
        self.sitemap = dict.fromkeys(filter(self._is_wanted, self._read_sitemap("sitemap.xml")))
        self.visits: dict[str, Visit] = {}

    def __iter__(self) -> Iterator[Read]:
        """Yield each page that is online, the nearest to the home page first."""
        yield from self._follow({self._root: 0})
        for url in self.sitemap:
            if url not in self.visits:
                yield from self._follow({url: None})

    def _follow(self, depths: "dict[str, int | None]") -> Iterator[Read]:
        waiting = deque(depths)
        while waiting and len(self.visits) < MOST_VISITS:
            url = waiting.popleft()
            if url in self.visits:
                continue
            answer = self._visitor.get(url)
            document = Document(answer.text) if answer.is_html else Document("")
            visit = self._visit(answer, document, depths[url])
            self.visits[url] = visit
            if visit.is_private:
                continue
            if visit.is_page and visit.is_online:
                yield Read(visit, answer, document)
            # A detour is a click all the same.
            for link in [*visit.links, *filter(self._is_wanted, [visit.location])]:
                if link not in self.visits and link not in depths:
                    depth = depths[url]
                    depths[link] = None if depth is None else depth + 1
                    waiting.append(link)

    def _visit(self, answer: Answer, document: Document, depth: int | None) -> Visit:
        robots = [*document.metas("robots"), answer.headers.get("x-robots-tag", "")]
        return Visit(
            url=answer.url,
            status=answer.status,
            location=plain_url(answer.location) if answer.location else "",
            is_page=answer.is_html,
            is_private=answer.is_private,
            title=document.titles[0] if document.titles else "",
            description=" ".join(next(iter(document.metas("description")), "").split()),
            canonical=next(map(plain_url, document.links_in_head("canonical")), ""),
            is_indexable=not any("noindex" in each.lower() for each in robots),
            links=tuple(dict.fromkeys(self._links(answer, document))),
            depth=depth,
            in_sitemap=answer.url in self.sitemap,
        )

    def _links(self, answer: Answer, document: Document) -> Iterator[str]:
        for address in document.addresses:
            try:
                url = plain_url(urljoin(answer.url, address))
            except ValueError:  # such as the unclosed bracket of "http://[a"
                continue
            if self._is_wanted(url):
                yield url

    def _is_wanted(self, url: str) -> bool:
        return url.startswith(self._root) and not url.startswith(self._closed)

    def _read_sitemap(self, address: str) -> Iterator[str]:
        """Yield the addresses that the sitemap lists, those of a sitemap index included."""
        answer = self._visitor.get(urljoin(self._visitor.root, address))
        if answer.status != 200 or not answer.text:
            return
        for each in ElementTree.fromstring(answer.text.encode()):
            location = next((part.text for part in each if part.tag.endswith("}loc")), None)
            if location and each.tag.endswith("}sitemap"):
                yield from self._read_sitemap(location)
            elif location:
                yield plain_url(location)


def _not_pages() -> Iterator[str]:
    """Yield where addresses begin that are not pages of this site, or not for visitors."""
    for url in (settings.MEDIA_URL, settings.STATIC_URL):
        # A relative or empty one would be the whole site.
        if url and urlsplit(url).path.strip("/"):
            yield url
    try:
        yield reverse("wagtailadmin_home")
    except NoReverseMatch:
        return
