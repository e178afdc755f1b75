"""A cache in files that several processes can rely on, and one that may be gone."""

import logging
from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache
from django.core.files import locks

logger = logging.getLogger(__name__)

_SILENT = "Redis does not answer."


class LockedFiles(FileBasedCache):
    """Django's file cache, with an `add` that is one step: of two, one is the first."""

    def __init__(self, folder: str, params: dict[str, Any]) -> None:
        super().__init__(folder, params)
        self.folder = Path(folder)

    def add(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        # As Django makes it, and again if somebody has deleted it.
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.folder / "lock").open("wb") as lock:
            locks.lock(lock, locks.LOCK_EX)  # until it is closed
            return super().add(key, value, timeout, version)


class OptionalRedis(RedisCache):
    """Django's Redis cache, empty while Redis does not answer: then a page is made without it.

    For what is looked up again if it is not there. `add` and `incr` raise as ever: who asks
    for these relies on the answer.
    """

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        try:
            return super().get(key, default, version)
        except Exception:  # of a package that only those have who use Redis
            logger.exception(_SILENT)
            return default

    def set(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        try:
            super().set(key, value, timeout, version)
        except Exception:
            logger.exception(_SILENT)

    def delete(self, key: Any, version: int | None = None) -> bool:
        try:
            return bool(super().delete(key, version))
        except Exception:
            logger.exception(_SILENT)
            return False
