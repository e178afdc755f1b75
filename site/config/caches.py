"""A cache in files that several processes can rely on."""

from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache
from django.core.files import locks


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
