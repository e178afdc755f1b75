"""What the last audit found, kept for the report, and brought up to date for it."""

from collections.abc import Iterable
from time import monotonic
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page, Site

from faq_pages.audit.pages import AuditedPage, PageAuditor
from faq_pages.audit.serving import Visitor
from faq_pages.audit.surroundings import Addresses
from faq_pages.findings import Finding
from faq_pages.models import AuditFinding, PageAudit

_BATCH = 500


@transaction.atomic
def save(
    addresses: Addresses, pages: Iterable[AuditedPage], between_pages: Iterable[Finding] = ()
) -> None:
    """Keep what was found in place of what was known of these pages before."""
    pages = list(pages)
    found = [*(finding for page in pages for finding in page.findings), *between_pages]
    numbers = sorted({page.page for page in pages if page.page is not None})
    # Databases take only so many values at once.
    for some in _batches(numbers):
        AuditFinding.objects.filter(page__in=some).delete()
        PageAudit.objects.filter(page__in=some).delete()
    now = timezone.now()
    PageAudit.objects.bulk_create(
        [PageAudit(page_id=number, audited_at=now) for number in numbers], batch_size=_BATCH
    )
    rows = [_row(finding, addresses.page_at(finding.url)) for finding in found]
    AuditFinding.objects.bulk_create(rows, batch_size=_BATCH)


def forget(under: str) -> None:
    """Drop what was found at the addresses that begin with `under`, before they are read anew."""
    AuditFinding.objects.filter(url__startswith=under).delete()


def outdated_pages() -> Any:
    """Return the live, public pages that changed since their audit, or had none."""
    known = Q(faq_audit__audited_at__gte=F("last_published_at"))
    return Page.objects.live().public().filter(depth__gt=1).exclude(known).order_by("pk")


def refresh(seconds: float) -> int:
    """Audit pages that changed since their audit, for about `seconds`; return how many are left.

    Each by itself: nothing is found out about the way from page to page.
    """
    until = monotonic() + seconds
    left = 0
    for site in Site.objects.select_related("root_page"):
        pages = outdated_pages().descendant_of(site.root_page, inclusive=True)
        waiting = list(pages.values_list("pk", flat=True))
        if not waiting:
            continue
        auditor, visitor = PageAuditor(site), Visitor(site)
        audited: list[AuditedPage] = []
        while waiting and monotonic() < until:
            number = waiting.pop()
            answer = visitor.get(auditor.addresses.by_page[number])
            if answer.status == 200 and answer.is_html:
                audited.append(auditor.audit(answer))
        save(auditor.addresses, audited)
        left += len(waiting)
    return left


def _row(finding: Finding, page: int | None) -> AuditFinding:
    return AuditFinding(
        page_id=page,
        rule=finding.id,
        group=finding.group,
        severity=finding.severity,
        weight=finding.weight,
        url=finding.url,
        block=finding.block,
        message=finding.message,
        remedy=finding.remedy,
    )


def _batches(items: list[Any]) -> Iterable[list[Any]]:
    return (items[start : start + _BATCH] for start in range(0, len(items), _BATCH))
