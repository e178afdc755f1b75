"""Where a page leads its readers next."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

from faq_pages.content import Link
from faq_pages.models.privacy import is_restricted


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


def read_related(related: Any) -> tuple[Link, ...]:
    """Return links to the pages of `related`, a page's or a draft's, that visitors may read."""
    chosen = related.select_related("page")
    if isinstance(chosen, models.QuerySet):
        chosen = chosen.exclude(is_restricted("page__path"))
    pages = [item.page for item in chosen if item.page_id]
    return tuple(
        Link(text=page.title, url=url) for page in pages if page.live and (url := page.url)
    )
