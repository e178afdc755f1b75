"""What the last audit of each page found."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from faq_pages.findings import GROUP_NAMES, SEVERITIES, SEVERITY_NAMES


class PageAudit(models.Model):
    """That a page was audited, and when; its findings are rows of their own."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="faq_audit")
    audited_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.page} {self.audited_at}"


class AuditFinding(models.Model):
    """A `findings.Finding` as it was found. `rule` is its id.

    `page` is the page that the address belongs to; None for one that is no page of the tree,
    such as the search.
    """

    page = models.ForeignKey(
        Page, null=True, on_delete=models.CASCADE, related_name="faq_audit_findings"
    )
    rule = models.CharField(max_length=80, db_index=True, verbose_name=_("check"))
    group = models.CharField(
        max_length=40, choices=list(GROUP_NAMES.items()), verbose_name=_("group")
    )
    severity = models.CharField(
        max_length=10, choices=list(SEVERITY_NAMES.items()), verbose_name=_("severity")
    )
    weight = models.PositiveSmallIntegerField(default=0)
    url = models.TextField(verbose_name=_("address"))
    block = models.CharField(max_length=64, blank=True)
    message = models.TextField(verbose_name=_("finding"))
    remedy = models.TextField(verbose_name=_("what to do"))

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return self.message


def findings_for(user: Any) -> "models.QuerySet[AuditFinding]":
    """Return the findings on live pages that `user` may edit, the gravest first.

    What stands at no page of the tree is for those who may edit the site's root.
    """
    mine = page_permission_policy.instances_user_has_any_permission_for(user, ["change"])
    editable = models.Q(page__in=mine.filter(live=True).values("pk"))
    if mine.filter(depth__lte=2).exists():
        editable |= models.Q(page=None)
    gravity = models.Case(
        *(
            models.When(severity=severity, then=number)
            for number, severity in enumerate(SEVERITIES)
        ),
        output_field=models.PositiveSmallIntegerField(),
    )
    found = AuditFinding.objects.filter(editable).select_related("page")
    return found.annotate(gravity=gravity).order_by("gravity", "-weight", "rule", "url", "pk")
