"""Where the version of all content stands, so that every process sees it."""

import os
import time
from pathlib import Path
from typing import Protocol

from django.core.cache import caches

from faq_pages import conf

_KEY = "faq_pages.content_version"


class Stamp(Protocol):
    def read(self) -> str:
        """Return the version. Raises what the place raises if it does not answer."""

    def change(self) -> None:
        """Make it one that was never there before."""


class FileStamp:
    """A file that grows by a byte with each change, for the processes of one machine.

    Reading it is one `stat`. Its size alone would do; the time tells a file that was deleted
    and made anew from the old one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __str__(self) -> str:
        return str(self.path)

    def read(self) -> str:
        try:
            found = os.stat(self.path)
        except FileNotFoundError:
            # Empty: whoever misses it at the same time finds the same one.
            self._append(b"")
            found = os.stat(self.path)
        return f"{found.st_size}-{found.st_mtime_ns}"

    def change(self) -> None:
        self._append(b".")

    def _append(self, more: bytes) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            file.write(more)


class CacheStamp:
    """A number in a cache that several machines share, such as Redis."""

    def __init__(self, alias: str) -> None:
        self.alias = alias

    def __str__(self) -> str:
        return f'The cache "{self.alias}"'

    def read(self) -> str:
        cache = caches[self.alias]
        found = cache.get(_KEY)
        if found is None:
            # A cache may forget. The time is beyond all numbers that were counted up before.
            found = cache.get_or_set(_KEY, time.time_ns, timeout=None)
        return str(found)

    def change(self) -> None:
        try:
            caches[self.alias].incr(_KEY)
        except ValueError:
            # It has forgotten the number.
            caches[self.alias].set(_KEY, time.time_ns(), timeout=None)


def stamp() -> Stamp | None:
    """Return where the site keeps its version: a file, or else a shared cache, or nowhere."""
    if path := conf.version_file():
        return FileStamp(Path(path))
    if alias := conf.version_cache():
        return CacheStamp(alias)
    return None
