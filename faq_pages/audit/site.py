"""The audit of a whole site, or of what stands below a path."""

from collections.abc import Iterator

from wagtail.models import Site

from faq_pages.audit.crawler import Crawler
from faq_pages.audit.pages import AuditedPage, PageAuditor
from faq_pages.audit.serving import Visitor
from faq_pages.findings import Finding
from faq_pages.findings.crawl import Visit, crawl_findings


class SiteAudit:
    """Reads a site as its visitors get it. Iterate over it once; then ask `between_pages`.

    `under` is a path: with it, only pages whose path begins so are read, and nothing is said
    about the way to them.
    """

    def __init__(self, site: Site, under: str = "/") -> None:
        self._auditor = PageAuditor(site)
        self._crawler = Crawler(Visitor(site), under)
        self._is_whole = under == "/"
        self.addresses = self._auditor.addresses

    def __len__(self) -> int:
        """How many pages the sitemap promises; the site may have more."""
        return len(self._crawler.sitemap)

    def __iter__(self) -> Iterator[AuditedPage]:
        for read in self._crawler:
            yield self._auditor.audit(read.answer, read.document)

    @property
    def visits(self) -> dict[str, Visit]:
        """All addresses that were visited, and what answered there."""
        return self._crawler.visits

    def between_pages(self) -> tuple[Finding, ...]:
        """Return the findings about the way from page to page."""
        # Only who has read all knows the way from the home page, and what nothing links to.
        if not self._is_whole:
            return ()
        return tuple(crawl_findings(self.visits, self._auditor.block_of))
