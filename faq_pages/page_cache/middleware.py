"""The middleware that answers with kept pages."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import time

from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from faq_pages import conf, content_version
from faq_pages.page_cache.entries import HEADERS_OF_ONE, Entry, conditional, entry_of
from faq_pages.page_cache.makings import Makings
from faq_pages.page_cache.release import release
from faq_pages.page_cache.requests import is_for_keeping, is_own_address, key_of

logger = logging.getLogger(__name__)


class PageCacheMiddleware:
    """Answers with a page that was made before, as long as no content has changed since.

    First in MIDDLEWARE: what is kept has the headers of all others, and they are not asked
    again. Not used without `FAQ_PAGES_PAGE_CACHE`. Where the version or the cache does not
    answer, pages are made each time.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not conf.page_cache():
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.release = release()
        self.makings = Makings()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = key_of(request, self.release)
        # From before any content is read: what changes in between makes the entry useless.
        version = content_version.of_request() if key else None
        if key is None or version is None:
            return self.get_response(request)
        if entry := _found(key, version):
            return entry.answer(request)
        if request.method == "HEAD" or not is_for_keeping(request):
            return self.get_response(request)
        return self._made_once(key, version, request)

    def _made_once(self, key: str, version: str, request: HttpRequest) -> HttpResponseBase:
        """Return the page, made here unless another thread is making it already."""
        with self.makings.of((key, version)) as (making, is_mine):
            if not is_mine:
                entry = making.wait()
                return entry.answer(request) if entry else self.get_response(request)
            # Another thread may have made it since we looked.
            making.entry = _found(key, version)
            if making.entry:
                return making.entry.answer(request)
            with _as_anybody(request):
                ends = time() + content_version.seconds_to_keep()
                response = self.get_response(request)
            if is_own_address(request, response):
                making.entry = entry_of(response, version)
            if making.entry is None:
                return conditional(request, response)
            _keep(key, making.entry, ends - time())
            return making.entry.answer(request)


@contextmanager
def _as_anybody(request: HttpRequest) -> Iterator[None]:
    """Have `request` ask for the whole page as it is, with nothing that only this visitor has."""
    taken = {name: request.META.pop(name) for name in HEADERS_OF_ONE if name in request.META}
    try:
        yield
    finally:
        request.META.update(taken)


def _found(key: str, version: str) -> Entry | None:
    try:
        found = caches[conf.page_cache()].get(key)
    except Exception:  # each cache has errors of its own
        logger.exception("The cache of pages does not answer, so the page is made.")
        return None
    # Of another version it is out of date, and about to be replaced.
    return found if isinstance(found, Entry) and found.version == version else None


def _keep(key: str, entry: Entry, seconds: float) -> None:
    try:
        caches[conf.page_cache()].set(key, entry, timeout=seconds)
    except Exception:
        logger.exception("The cache of pages does not answer, so the page is not kept.")
