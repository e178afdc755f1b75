"""One version for all content: it changes whenever anything changes that a page may show.

What a page shows comes from many places: the page, those it links to, the menu, settings,
people, topics, images. Which of them a page showed is no list that anybody could keep right.
So there is one version for all, and what is kept under it is not used after any change. Every
statement that writes is looked at (see `statements`), by whatever part of the site or command
it is sent; the version changes right after its transaction is committed, and every process
sees that at its next request, without SQL (see `stamps`).

Whoever keeps something reads `current` first and the content after that. Then a change in
between at worst makes what is kept useless, never wrong.
"""

import logging
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from faq_pages.content_version.stamps import Stamp, stamp
from faq_pages.content_version.statements import changes_content

__all__ = ["changed", "connect", "current", "kept"]

T = TypeVar("T")

logger = logging.getLogger(__name__)


def current() -> str | None:
    """Return the version of all content; None if what is read now must not be kept.

    None where the site names no place for it (`FAQ_PAGES_VERSION_FILE`,
    `FAQ_PAGES_VERSION_CACHE`), where that does not answer, and within a transaction: there,
    what is read may be older than the version, or never be committed.
    """
    place = stamp()
    if place is None or _in_transaction():
        return None
    try:
        return place.read()
    except Exception:  # each cache has errors of its own
        logger.exception("%s does not answer, so nothing is kept.", place)
        return None


def changed() -> None:
    """Let every process know, from now on, that content has changed."""
    if place := stamp():
        _change(place)


def _change(place: Stamp) -> None:
    try:
        place.change()
    except Exception:
        logger.exception(
            "%s could not be written, so visitors may see pages as they were before a change "
            "that was just saved. Let everybody who runs the site or its commands write there, "
            "and restart the site.",
            place,
        )


# -- What is kept --------------------------------------------------------------------

# Of one version only: replaced as a whole, so that no thread sees half of a change.
_shelf: tuple[str, dict[Hashable, Any]] = ("", {})


def kept(key: Hashable, make: Callable[[], T]) -> T:
    """Return what `make` returned for `key` in this process, or make it if content has changed.

    Every request of the process gets the same object: nobody may change it. For what all
    pages share, as there is no bound but the number of keys.
    """
    global _shelf
    version = current()
    if version is None:
        return make()
    if _shelf[0] != version:
        _shelf = (version, {})
    # Not `_shelf` again below: it may be another version's by then.
    values = _shelf[1]
    if key not in values:
        values[key] = make()
    found: T = values[key]
    return found


# -- Noticing changes ----------------------------------------------------------------


def connect() -> None:
    """Look at what is written from now on; called when the app is ready."""
    connection_created.connect(_watch)


def _watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    if _note not in connection.execute_wrappers:
        connection.execute_wrappers.append(_note)


def _note(execute: Any, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run a statement as Django does, and have the version change if it writes content."""
    result = execute(sql, params, many, context)
    if stamp() is not None and changes_content(str(sql)):
        _change_after(context["connection"])
    return result


def _change_after(connection: BaseDatabaseWrapper) -> None:
    """Have the version change once the transaction is committed, now if there is none."""
    if not connection.in_atomic_block:
        changed()
        return
    # Once is enough, unless a savepoint that may still be rolled back would take it along.
    within = set(connection.savepoint_ids)
    if not any(ids <= within and hook is changed for ids, hook, *_ in connection.run_on_commit):
        connection.on_commit(changed)


def _in_transaction() -> bool:
    return any(each.in_atomic_block for each in connections.all(initialized_only=True))
