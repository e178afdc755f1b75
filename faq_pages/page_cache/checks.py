"""What `manage.py check` says of settings with which pages would be out of date, or not kept."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import InvalidCacheBackendError, caches
from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from faq_pages import conf

MIDDLEWARE = "faq_pages.page_cache.PageCacheMiddleware"

_NO_CACHE = (
    'FAQ_PAGES_PAGE_CACHE is "{alias}", and CACHES has no cache of that name.',
    'Write a name of CACHES, or "" to keep no pages.',
    "faq_pages.E001",
)
_NO_PLACE = (
    "Pages are to be kept (FAQ_PAGES_PAGE_CACHE), and there is no place for the version that "
    "says when they are out of date.",
    "Set FAQ_PAGES_VERSION_FILE to a file that all processes of the site can write, or "
    "FAQ_PAGES_VERSION_CACHE to the name of a Redis cache in CACHES. Until then none are kept.",
    "faq_pages.E002",
)
_NO_VERSION_CACHE = (
    'FAQ_PAGES_VERSION_CACHE is "{alias}", and CACHES has no cache of that name.',
    "Write the name of a Redis or Memcached cache in CACHES.",
    "faq_pages.E003",
)
_UNSHARED = (
    'FAQ_PAGES_VERSION_CACHE is "{alias}", which is a {backend}: {why}.',
    "Use Redis or Memcached there or, on one machine, FAQ_PAGES_VERSION_FILE.",
    "faq_pages.E004",
)
_UNWRITABLE = (
    "FAQ_PAGES_VERSION_FILE is {path}, which cannot be written here, so visitors would not see "
    "what is changed.",
    "Let everybody who runs the site or its commands write that file and its folder.",
    "faq_pages.E005",
)
_NOT_FIRST = (
    "{middleware} is not the first in MIDDLEWARE, so what stands before it works for each "
    "kept page, and its headers are not kept.",
    "Move it to the top.",
    "faq_pages.W001",
)
_NOT_LISTED = (
    "FAQ_PAGES_PAGE_CACHE is set, and {middleware} is not in MIDDLEWARE: no page is kept.",
    "Write it at the top of MIDDLEWARE.",
    "faq_pages.W002",
)

# Each of Django's that cannot count so that every process sees it.
_WHY = {
    LocMemCache: "each process has its own and would not see what another changes",
    DummyCache: "it keeps nothing",
    FileBasedCache: "of two changes at once it may count one",
    DatabaseCache: "it takes SQL for each view, and counting would itself be a change",
}


def register_all() -> None:
    """Called when the app is ready."""
    register(check_settings, Tags.caches)
    register(check_version_file, Tags.caches, deploy=True)


def check_settings(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Return what is wrong with the cache of pages and the place of the version."""
    return [*_about_version(), *_about_pages()]


def check_version_file(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Return an error where the file could not be written: in production alone it has to be."""
    path = conf.version_file()
    return [] if not path or _can_write(Path(path)) else [_said(Error, _UNWRITABLE, path=path)]


def _about_version() -> Iterator[CheckMessage]:
    alias = conf.version_cache()
    # The file comes first, if both are set.
    if not alias or conf.version_file():
        return
    cache = _cache(alias)
    if cache is None:
        yield _said(Error, _NO_VERSION_CACHE, alias=alias)
    for backend, why in _WHY.items():
        if isinstance(cache, backend):
            yield _said(Error, _UNSHARED, alias=alias, backend=backend.__name__, why=why)


def _about_pages() -> Iterator[CheckMessage]:
    alias = conf.page_cache()
    if not alias:
        return
    if _cache(alias) is None:
        yield _said(Error, _NO_CACHE, alias=alias)
    if not conf.version_file() and not conf.version_cache():
        yield _said(Error, _NO_PLACE)
    if MIDDLEWARE not in settings.MIDDLEWARE:
        yield _said(Warning, _NOT_LISTED, middleware=MIDDLEWARE)
    elif settings.MIDDLEWARE[0] != MIDDLEWARE:
        yield _said(Warning, _NOT_FIRST, middleware=MIDDLEWARE)


def _cache(alias: str) -> Any:
    try:
        return caches[alias]
    except InvalidCacheBackendError:
        return None


def _can_write(path: Path) -> bool:
    if path.exists():
        return path.is_file() and os.access(path, os.W_OK)
    # The folders that are missing are made with the file.
    above = next(folder for folder in path.absolute().parents if folder.exists())
    return above.is_dir() and os.access(above, os.W_OK | os.X_OK)


def _said(kind: type[Error | Warning], said: tuple[str, str, str], **words: str) -> CheckMessage:
    message, hint, id = said
    return kind(message.format(**words), hint=hint, id=id)
