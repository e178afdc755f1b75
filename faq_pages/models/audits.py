"""What the last audit of each page found."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


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
    group = models.CharField(max_length=40, verbose_name=_("group"))
    severity = models.CharField(max_length=10, verbose_name=_("severity"))
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
