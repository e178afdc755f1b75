"""The findings of a draft, while it is being written."""

import copy
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template.loader import get_template
from wagtail.models import Site

from faq_pages.audit.surroundings import around_draft
from faq_pages.findings import Finding, PageFacts, find
from faq_pages.models import FAQPage


def draft_findings(
    page: FAQPage, request: HttpRequest, content: Mapping[str, Any]
) -> tuple[Finding, ...]:
    """Return what is to be mended on the draft `page`, the gravest first.

    `content` is its template context, read before: the page is rendered once more as
    visitors would get it, without what a preview adds.
    """
    visitor = copy.copy(request)
    visitor.user = AnonymousUser()
    visitor.is_preview = False  # type: ignore[attr-defined]
    html = get_template(page.get_template(visitor)).render({**content, "request": visitor}, visitor)
    webpage, faq = content["webpage"], content["faq"]
    site = page.get_site() or Site.find_for_request(request)
    facts = PageFacts(
        url=webpage.url,
        html=html,
        around=around_draft(page, site, webpage, faq),
        faq=faq,
        is_draft=True,
    )
    return find(facts)
