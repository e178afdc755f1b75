"""The audit: it reads pages as visitors get them, gathers what is known around them, and asks
`findings` what is to be mended."""

from faq_pages.audit.drafts import draft_findings
from faq_pages.audit.pages import AuditedPage, PageAuditor
from faq_pages.audit.records import forget, outdated_pages, refresh, save
from faq_pages.audit.serving import plain_url
from faq_pages.audit.site import SiteAudit

__all__ = [
    "AuditedPage",
    "PageAuditor",
    "SiteAudit",
    "draft_findings",
    "forget",
    "outdated_pages",
    "plain_url",
    "refresh",
    "save",
]
