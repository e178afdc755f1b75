"""Who makes a page that is not kept yet, while others wait for it."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from threading import Event, Lock

from faq_pages.page_cache.entries import Entry

# Longer than any page takes. Whoever has waited that long makes the page for themselves.
PATIENCE = 10


class Making:
    """A page that one thread makes. `entry` stays None if it turns out not to be for keeping."""

    def __init__(self) -> None:
        self.entry: Entry | None = None
        self._done = Event()

    def wait(self) -> Entry | None:
        """Return what was made, as soon as it is; None if nothing can be shared."""
        self._done.wait(PATIENCE)
        return self.entry

    def end(self) -> None:
        self._done.set()


class Makings:
    """What the threads of this process make right now, each thing by one of them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: dict[Hashable, Making] = {}

    @contextmanager
    def of(self, key: Hashable) -> Iterator[tuple[Making, bool]]:
        """Give the making of `key`, and whether it is the caller's to do within this context."""
        with self._lock:
            is_mine = key not in self._running
            making = self._running.setdefault(key, Making())
        try:
            yield making, is_mine
        finally:
            if is_mine:
                with self._lock:
                    del self._running[key]
                making.end()
