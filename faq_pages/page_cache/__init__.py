"""Whole pages, kept as they were answered until any content changes.

A view of a kept page is one `stat` of the version (see `faq_pages.content_version`) and one
look into Django's cache: no SQL, no routing, no session. Only what is the same for every
visitor is kept: `requests` says who gets a kept page, `entries` what is kept, `middleware`
how a page is made once and not by everybody who waits for it.
"""

from faq_pages.page_cache.middleware import PageCacheMiddleware

__all__ = ["PageCacheMiddleware"]
