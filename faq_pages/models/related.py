"""Where a page leads its readers next."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable


class RelatedPage(Orderable):
    """A page to read next, chosen by an editor."""

    faq_page = ParentalKey(
        "faq_pages.FAQPage", on_delete=models.CASCADE, related_name="related_pages"
    )
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [PageChooserPanel("page")]

    def __str__(self) -> str:
        return str(self.page)
