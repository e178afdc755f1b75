"""Where the version of all content stands, so that every process sees it."""

import os
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import Any, Protocol
from uuid import uuid4

from django.core.cache import caches
from django.core.cache.backends.redis import RedisCache

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
    """A word in a cache that several machines share, such as Redis.

    A change takes it away, which Redis also does when it is full, and whoever misses it puts
    a new one there.
    """

    def __init__(self, alias: str) -> None:
        self.alias = alias

    def __str__(self) -> str:
        return f'The cache "{self.alias}"'

    def read(self) -> str:
        run = _run_of(self.alias, int(monotonic()))
        word = caches[self.alias].get_or_set(_KEY, _new_word, timeout=None)
        return f"{run}-{word}"

    def change(self) -> None:
        caches[self.alias].delete(_KEY)


def _new_word() -> str:
    return uuid4().hex


@lru_cache(maxsize=2)
def _run_of(alias: str, second: int) -> str:
    """Return which run of Redis it is that answers; "" of another kind of cache.

    A Redis that writes itself to disk comes back with an old word, and the pages of that time.
    It is asked once in each `second`.
    """
    cache = caches[alias]
    if not isinstance(cache, RedisCache):
        return ""
    from redis.exceptions import ResponseError

    client: Any = cache._cache.get_client(_KEY, write=True)
    try:
        return str(client.info("server")["run_id"])
    except ResponseError:  # a rented one may keep that to itself
        return ""


def stamp() -> Stamp | None:
    """Return where the site keeps its version: a file, or else a shared cache, or nowhere."""
    if path := conf.version_file():
        return FileStamp(Path(path))
    if alias := conf.version_cache():
        return CacheStamp(alias)
    return None
