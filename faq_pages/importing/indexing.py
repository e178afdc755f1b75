"""The search index, written for many pages at once.

Wagtail writes a page to it at every save, three times for one that is made and
published, and its database backends then go through the titles of all pages. So
the time for a page would grow with the number of pages.
"""

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models.signals import post_save
from wagtail.search.backends import get_search_backends_with_name
from wagtail.search.signal_handlers import post_save_signal_handler

from faq_pages.models import FAQPage

logger = logging.getLogger(__name__)


@contextmanager
def indexed_together() -> Iterator[None]:
    """Write the FAQ pages that are saved within to the search index at the end.

    For commands only: it holds for all threads of the process.
    """
    saved: set[int] = set()

    def note(instance: FAQPage, **kwargs: Any) -> None:
        saved.add(instance.pk)

    # Nothing was connected where a site keeps its index in another way.
    is_indexed = post_save.disconnect(post_save_signal_handler, sender=FAQPage)
    post_save.connect(note, sender=FAQPage)
    try:
        yield
    finally:
        post_save.disconnect(note, sender=FAQPage)
        if is_indexed:
            post_save.connect(post_save_signal_handler, sender=FAQPage)
    if is_indexed and saved:
        _index(saved)


def _index(ids: Collection[int]) -> None:
    pages = list(FAQPage.get_indexed_objects().filter(pk__in=ids))
    for name, backend in get_search_backends_with_name(with_auto_update=True):
        try:
            backend.add_bulk(FAQPage, pages)
        except Exception:
            # As Wagtail does: a search service that is down loses no page.
            logger.exception("The search backend “%s” did not take %d pages.", name, len(pages))
            if not backend.catch_indexing_errors:
                raise
