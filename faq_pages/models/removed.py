"""Addresses whose page was removed on purpose: 410 Gone, so that search engines drop them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Site


class RemovedAddress(models.Model):
    """An address of a site that had a page which somebody deleted.

    `path` begins and ends with a slash, such as /faqs/old-page/. A page or a redirect that
    stands there later comes first.
    """

    site = models.ForeignKey(
        Site, on_delete=models.CASCADE, related_name="+", verbose_name=_("site")
    )
    path = models.CharField(
        max_length=255,
        verbose_name=_("address"),
        help_text=_("Without the site's name, such as /faqs/old-page/."),
    )
    removed_at = models.DateTimeField(auto_now_add=True, verbose_name=_("removed"))

    panels = [FieldPanel("site"), FieldPanel("path")]

    class Meta:
        verbose_name = _("removed address")
        verbose_name_plural = _("removed addresses")
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["site", "path"], name="faq_pages_removed_once")
        ]

    def __str__(self) -> str:
        return self.path
