"""The search index, written for many pages at once.

Wagtail writes a page to it at every save, three times for one that is made and
published, and its database backends then go through the titles of all pages. So
the time for a page would grow with the number of pages.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import post_save
from wagtail.search.backends import get_search_backends_with_name
from wagtail.search.signal_handlers import post_save_signal_handler

from faq_pages.models import FAQPage, PublishedQuestion
from faq_pages.models.published import index_questions, questions_written

logger = logging.getLogger(__name__)


@contextmanager
def indexed_together() -> Iterator[None]:
    """Write the FAQ pages saved within, and their questions, to the search index at the end.

    For commands only: it holds for all threads of the process.
    """
    saved: set[int] = set()

    def note(instance: FAQPage, **kwargs: Any) -> None:
        saved.add(instance.pk)

    # Nothing was connected where a site keeps its index in another way.
    is_indexed = post_save.disconnect(post_save_signal_handler, sender=FAQPage)
    at_once = questions_written.disconnect(index_questions, sender=PublishedQuestion)
    post_save.connect(note, sender=FAQPage)
    try:
        yield
    finally:
        post_save.disconnect(note, sender=FAQPage)
        if is_indexed:
            post_save.connect(post_save_signal_handler, sender=FAQPage)
        if at_once:
            questions_written.connect(index_questions, sender=PublishedQuestion)
    if saved and is_indexed:
        _index(FAQPage.get_indexed_objects().filter(pk__in=saved))
    if saved and at_once:
        _index(PublishedQuestion.get_indexed_objects().filter(page__in=saved))


def _index(rows: QuerySet[Any]) -> None:
    found = list(rows)
    for name, backend in get_search_backends_with_name(with_auto_update=True):
        try:
            backend.add_bulk(rows.model, found)
        except Exception:
            # As Wagtail does: a search service that is down loses no page.
            logger.exception("The search backend “%s” did not take %d rows.", name, len(found))
            if not backend.catch_indexing_errors:
                raise
