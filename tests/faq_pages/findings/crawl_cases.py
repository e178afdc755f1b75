"""Small sites with one fault each, and the same sites without it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from faq_pages.findings.crawl import Visit

ROOT = "https://clinic.example/"
LIST = f"{ROOT}faqs/"
PAGE = f"{LIST}knees/"
LATER = f"{LIST}?page=2"
TOPIC = f"{LIST}?topic=knees"


def page(url: str, **facts: object) -> Visit:
    known = {
        "url": url,
        "status": 200,
        "is_page": True,
        "title": f"About {url}",
        "description": f"What stands at {url.partition('?')[0]}",
        "canonical": url,
        "depth": 1,
        "in_sitemap": "?" not in url,
        **facts,
    }
    return Visit(**known)  # type: ignore[arg-type]


GOOD = {
    visit.url: visit
    for visit in (
        page(ROOT, depth=0, links=(LIST,)),
        page(LIST, links=(PAGE, LATER, TOPIC)),
        page(PAGE, depth=2, links=(ROOT,)),
        page(LATER, depth=2, links=(LIST,)),
        page(TOPIC, depth=2, is_indexable=False),
    )
}


@dataclass(frozen=True)
class SiteCase:
    """`rule` is found on a site that is as the good one but for one visit."""

    rule: str
    visits: Sequence[Visit]
    name: str = ""

    @property
    def bad(self) -> dict[str, Visit]:
        return {**GOOD, **{visit.url: visit for visit in self.visits}}

    def __str__(self) -> str:
        return f"{self.rule} {self.name}".strip()


def changed(url: str, **facts: object) -> Visit:
    return replace(GOOD[url], **facts)  # type: ignore[arg-type]


GONE = Visit(url=f"{ROOT}gone/", status=404)
MOVED = Visit(url=f"{ROOT}old/", status=301, location=PAGE)

CASES = [
    SiteCase("address-fails", [Visit(url=f"{ROOT}broken/", status=500)]),
    SiteCase("address-fails", [Visit(url=f"{ROOT}odd/", status=400)], "a bad host"),
    SiteCase("internal-link-broken", [GONE, changed(PAGE, links=(ROOT, GONE.url))]),
    SiteCase("internal-link-redirected", [MOVED, changed(PAGE, links=(ROOT, MOVED.url))]),
    SiteCase("sitemap-not-canonical", [replace(GONE, in_sitemap=True)], "not there"),
    SiteCase("sitemap-not-canonical", [replace(MOVED, in_sitemap=True)], "moved"),
    SiteCase("sitemap-not-canonical", [changed(PAGE, is_private=True)], "private"),
    SiteCase("sitemap-not-canonical", [changed(PAGE, is_indexable=False)], "noindex"),
    SiteCase("sitemap-not-canonical", [changed(PAGE, canonical=LIST)], "canonical elsewhere"),
    SiteCase("not-in-sitemap", [changed(PAGE, in_sitemap=False)]),
    SiteCase("orphan", [changed(PAGE, depth=None)]),
    SiteCase("too-deep", [changed(PAGE, depth=4)]),
    SiteCase("filter-indexable", [changed(TOPIC, is_indexable=True)]),
    SiteCase("filter-indexable", [changed(TOPIC, is_indexable=True, canonical="")], "none named"),
    SiteCase("later-page-canonical", [changed(LATER, canonical=LIST)], "the first page"),
    SiteCase("later-page-canonical", [changed(LATER, canonical="")], "none named"),
    SiteCase(
        "canonical-fails",
        [GONE, page(f"{ROOT}copy/", canonical=GONE.url, in_sitemap=False)],
    ),
    SiteCase("crawled-description-repeated", [changed(PAGE, description=GOOD[LIST].description)]),
    SiteCase("crawled-title-repeated", [changed(PAGE, title=GOOD[LIST].title)]),
]
