"""The audit of one page after another of a site."""

from dataclasses import dataclass, replace
from typing import Any

from wagtail.models import Site

from faq_pages.audit.serving import Answer
from faq_pages.audit.surroundings import Addresses, around_site
from faq_pages.findings import Document, Finding, PageFacts, find
from faq_pages.models import FAQPage


@dataclass(frozen=True, kw_only=True)
class AuditedPage:
    """A page that was read. `page` is its number, None if it is no page of the tree."""

    url: str
    page: int | None
    findings: tuple[Finding, ...]
    graphs: tuple[Any, ...]


class PageAuditor:
    """Knows a site, and audits what its addresses answer.

    An audit costs the answer itself, which is one rendering, and one more reading of the page.
    """

    def __init__(self, site: Site) -> None:
        self.addresses = Addresses(site)
        self._around = around_site(site, self.addresses)

    def audit(self, answer: Answer, document: Document | None = None) -> AuditedPage:
        """Return what is to be mended on the page of `answer`; `document` is its HTML if read."""
        number = self.addresses.page_at(answer.url)
        page = FAQPage.objects.filter(pk=number).first() if number else None
        facts = PageFacts(
            url=answer.url,
            html=answer.text,
            parsed=document,
            around=self._around,
            faq=page.read() if page else None,
            headers=answer.headers,
        )
        return AuditedPage(
            url=answer.url,
            page=number,
            findings=tuple(replace(each, url=each.url or answer.url) for each in find(facts)),
            graphs=facts.graphs,
        )
