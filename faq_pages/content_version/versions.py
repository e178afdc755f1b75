"""The version now, and how it becomes another."""

import logging
from datetime import datetime, time, timedelta
from time import monotonic, sleep

from django.db import connections
from django.utils import timezone

from faq_pages.content_version.stamps import Stamp, stamp

logger = logging.getLogger(__name__)

# However long content stays the same, a page is made again after an hour: so what no version
# can tell of, such as SQL that another program sends, shows by then.
MOST_SECONDS = 60 * 60

# Places that this process could not tell of a change. It tries again before it reads there,
# and before it ends: a command has no later request, and a cache may be back in some seconds.
_untold: set[str] = set()
_PATIENCE_AT_EXIT, _PAUSE = 10, 0.5


def current() -> str | None:
    """Return the version of all content; None if what is read now must not be kept.

    None where the site names no place for it (`FAQ_PAGES_VERSION_FILE`,
    `FAQ_PAGES_VERSION_CACHE`), where that does not answer, and within a transaction: there,
    what is read may be older than the version, or never be committed.
    """
    place = stamp()
    if place is None or in_transaction():
        return None
    if _untold and str(place) in _untold:
        _change(place)
        if str(place) in _untold:
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


def tell_again() -> None:
    """Tell of changes that could not be told yet; called before the process ends."""
    end = monotonic() + _PATIENCE_AT_EXIT
    while (place := stamp()) and str(place) in _untold and monotonic() < end:
        sleep(_PAUSE)
        _change(place)


def _change(place: Stamp) -> None:
    try:
        place.change()
        _untold.discard(str(place))
    except Exception:
        if str(place) in _untold:
            return
        _untold.add(str(place))
        logger.exception(
            "%s could not be told that content has changed. Until it can, and for an hour at "
            "most, visitors may see pages as they were before. Whoever runs the site or its "
            "commands has to be able to write there.",
            place,
        )


def in_transaction() -> bool:
    """Whether a connection of this thread sees what is not committed, or no longer the latest."""
    return any(
        each.in_atomic_block or (each.connection is not None and not each.autocommit)
        for each in connections.all(initialized_only=True)
    )


def seconds_to_keep() -> float:
    """Return for how long: never past midnight, as a template may print what day it is."""
    zone = timezone.get_default_timezone()
    now = datetime.now(zone)
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), zone)
    return min(MOST_SECONDS, midnight.timestamp() - now.timestamp())
