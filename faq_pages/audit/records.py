"""What the last audit found, kept for the report, and brought up to date for it."""

from collections.abc import Iterable
from time import monotonic
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Site

from faq_pages.audit.pages import AuditedPage, PageAuditor
from faq_pages.audit.serving import Visitor
from faq_pages.audit.surroundings import Addresses, live_pages
from faq_pages.findings import Finding
from faq_pages.models import AuditFinding, PageAudit

_BATCH = 500


@transaction.atomic
def save(
    addresses: Addresses,
    pages: Iterable[AuditedPage],
    between_pages: Iterable[Finding] | None = None,
) -> None:
    """Keep what was found in place of what was known of these pages before.

    What was known of the way between pages stays if `between_pages` is None.
    """
    # One at a time: two would both add what neither has seen of the other.
    list(Site.objects.select_for_update().order_by("pk"))
    pages = list(pages)
    found = [*(finding for page in pages for finding in page.findings), *(between_pages or ())]
    numbers = sorted({page.page for page in pages if page.page is not None})
    # Databases take only so many values at once.
    for some in _batches(numbers):
        known = AuditFinding.objects.filter(page__in=some)
        (known if between_pages is not None else known.exclude(group="crawl")).delete()
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


def outdated_pages(site: Site) -> Any:
    """Return the pages of `site` that were published since their audit, or had none."""
    audited = Q(faq_audit__audited_at__gte=F("last_published_at")) | Q(
        # An alias, which was never published itself.
        last_published_at=None,
        faq_audit__isnull=False,
    )
    return live_pages(site).public().exclude(audited).order_by("pk")


def refresh(seconds: float) -> int:
    """Audit pages that changed since their audit, for about `seconds`; return how many are left.

    Each by itself: what is known of the way from page to page stays as it was.
    """
    until = monotonic() + seconds
    left = 0
    for site in Site.objects.select_related("root_page"):
        waiting = list(outdated_pages(site).values_list("pk", flat=True))
        if not waiting:
            continue
        auditor, visitor = PageAuditor(site), Visitor(site)
        audited: list[AuditedPage] = []
        while waiting and monotonic() < until:
            url = auditor.addresses.by_page.get(waiting.pop())
            if url:
                audited.append(auditor.audit(visitor.get(url)))
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
