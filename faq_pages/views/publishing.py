"""Publishing by other roads than the editor's form."""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.models import Page

from faq_pages.findings import obstacles
from faq_pages.models import FAQPage


def incomplete_pages(
    pages: Iterable[Page], include_descendants: bool = False, **kwargs: Any
) -> Iterator[tuple[FAQPage, str]]:
    """Yield each obstacle to publishing the latest revisions of `pages`, with its page."""
    for page in _faq_pages(pages, include_descendants):
        latest = page.get_latest_revision_as_object()
        for finding in obstacles(latest.read()):
            yield latest, finding.sentence


def _faq_pages(pages: Iterable[Page], include_descendants: bool) -> Iterator[FAQPage]:
    for page in pages:
        specific = page.specific
        if isinstance(specific, FAQPage):
            yield specific
        if include_descendants:
            yield from FAQPage.objects.descendant_of(page).not_live()
