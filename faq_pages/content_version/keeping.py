"""What is made of content and kept in this process, until content changes."""

import time
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from asgiref.local import Local
from django.core.signals import request_finished, request_started

from faq_pages.content_version.versions import current, in_transaction, seconds_to_keep

T = TypeVar("T")

# How many values at most, whatever visitors ask for: about a hundred pages of four values and
# 230 kB each.
MOST = 400


class Shelf:
    """What was made of one version of content."""

    def __init__(self, version: str) -> None:
        self.version = version
        self.values: dict[Hashable, Any] = {}
        self.ends = time.time() + seconds_to_keep()


# Replaced as a whole, so that no thread finds what belongs to another version.
_shelf = Shelf("")

# The shelf of the request that this thread answers: that of the version at its beginning.
# Content that is read later in the request is as new as that version, or newer.
_of_request = Local()


def kept(key: Hashable, make: Callable[[], T]) -> T:
    """Return what `make` returned for `key` before, or make it if content has changed since.

    Every request of the process gets the same object: nobody may change it. None is not kept,
    so that what is not there takes no room; nor is anything outside of a request, within a
    transaction, or once the request itself has changed content.
    """
    shelf: Shelf | None = getattr(_of_request, "shelf", None)
    if shelf is None or in_transaction():
        return make()
    values = shelf.values
    if key in values:
        found: T = values[key]
        return found
    made = make()
    # `make` may have changed content.
    if made is not None and getattr(_of_request, "shelf", None) is shelf:
        values[key] = made
    return made


def of_request() -> str | None:
    """Return the version that the request being answered began with; outside of one, `current`.

    What a request makes may hold what was kept under that version, so it must not be kept
    under a later one. None as for `current`.
    """
    shelf: Shelf | None = getattr(_of_request, "shelf", None)
    return current() if shelf is None else shelf.version


def forget_request() -> None:
    """Have the request that is being answered find and keep nothing from now on."""
    _of_request.shelf = None


def connect() -> None:
    request_started.connect(_begin)
    request_finished.connect(_end)


def _begin(**kwargs: Any) -> None:
    global _shelf
    version = current()
    if version is None:
        _of_request.shelf = None
        return
    is_full = len(_shelf.values) >= MOST
    if _shelf.version != version or is_full or time.time() >= _shelf.ends:
        _shelf = Shelf(version)
    _of_request.shelf = _shelf


def _end(**kwargs: Any) -> None:
    forget_request()
