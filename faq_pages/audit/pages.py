"""The audit of one page after another of a site."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from wagtail.models import Site

from faq_pages.audit.serving import Answer, plain_url
from faq_pages.audit.surroundings import Addresses, around_site
from faq_pages.findings import Document, Finding, PageFacts, find
from faq_pages.findings.passages import passages
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
        """Return what is to be mended on the page of `answer`; `document` is its HTML if read.

        An answer that is no page, or not for everybody, has nothing to mend.
        """
        number = self.addresses.page_at(answer.url)
        if answer.status != 200 or not answer.is_html or answer.is_private:
            return AuditedPage(url=answer.url, page=number, findings=(), graphs=())
        page = _faq_page(number)
        facts = PageFacts(
            url=answer.url,
            html=answer.text,
            parsed=document,
            around=self._around,
            faq=page.read() if page else None,
        )
        found = find(facts)
        if page and page.alias_of_id:
            # Its words are its source's, and there alone can they be mended.
            found = tuple(each for each in found if each.group == "structured data")
        return AuditedPage(
            url=answer.url,
            page=number,
            findings=tuple(replace(each, url=each.url or answer.url) for each in found),
            graphs=facts.graphs,
        )

    def block_of(self, url: str, link: str) -> str:
        """Return the id of the block of the page at `url` that links to the address `link`.

        It is "" if no block does: the menu and the footer have links, too.
        """
        page = _faq_page(self.addresses.page_at(url))
        for passage in passages(page.read()) if page else ():
            if any(_leads_to(link, url, each.href) for each in passage.links):
                return passage.block
        return ""


def _faq_page(number: int | None) -> FAQPage | None:
    return FAQPage.objects.filter(pk=number).first() if number else None


def _leads_to(link: str, url: str, href: str | None) -> bool:
    try:
        return bool(href) and plain_url(urljoin(url, href)) == link
    except ValueError:  # such as the unclosed bracket of "http://[a"
        return False
