"""Who asks, as far as that may be known: from this site or another, and how often today.

Nothing goes into the database. What is in the cache serves one day; when it is really gone
depends on the cache: docs/privacy.md says it for each.
"""

import hashlib
import hmac
import ipaddress
import logging
import secrets
from datetime import datetime, time, timedelta
from enum import Enum
from urllib.parse import urlsplit

from django.core.cache import BaseCache, caches
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Site

from faq_pages import conf

# One visitor's answers a day. A waiting room may share one address, so it is no small number.
MOST_A_DAY = 30

# One name for every day's key, so that the next one overwrites it wherever it is.
KEY = "faq_pages.day"

logger = logging.getLogger(__name__)


# -- Where a form was -------------------------------------------------------------


def comes_from_here(request: HttpRequest) -> bool:
    """Whether the form that `request` posts stood on a page of this site.

    A visitor has no cookie, so there is no CSRF token to compare. Browsers say where a form
    was: `Sec-Fetch-Site` (https://w3c.github.io/webappsec-fetch-metadata/) in those of the
    last years, `Origin` on every POST in older ones too, Safari of iOS 12 among them. Every
    header that is there has to agree; a request with neither has to name a page of this
    site as its `Referer`.
    """
    headers = request.headers
    fetched_from, origin = headers.get("Sec-Fetch-Site"), headers.get("Origin")
    if fetched_from is not None and fetched_from != "same-origin":
        return False
    if origin is not None:
        return _is_ours(origin, request)
    return fetched_from is not None or _is_ours(headers.get("Referer", ""), request)


def _is_ours(address: str, request: HttpRequest) -> bool:
    """Whether `address` has the host that was asked, or the one in the site's settings.

    The scheme is not compared: behind a proxy that says nothing, we do not know our own.
    """
    try:
        parts = urlsplit(address)
        host = parts.netloc.lower().removesuffix({"http": ":80", "https": ":443"}[parts.scheme])
    except (KeyError, ValueError):
        return False  # "null", or no address at all
    site = Site.find_for_request(request)
    ours = {request.get_host().lower(), urlsplit(site.root_url).netloc.lower() if site else ""}
    return bool(host) and host in {name.removesuffix(":80").removesuffix(":443") for name in ours}


# -- How often ----------------------------------------------------------------------


class Tap(Enum):
    """What the day's memory says to one more answer."""

    NEW = "new"
    REPEATED = "repeated"
    TOO_MANY = "too many"
    UNKNOWN = "unknown"  # the cache does not answer


def note_tap(request: HttpRequest, page_id: int, question: str) -> Tap:
    """Return whether this visitor's answer to `question` of a page counts, and remember it.

    What is remembered is a keyed hash of address, page and question. Its key is random and
    new every day: once it is gone, nobody can find out whose a hash was; until then, whoever
    has both can try all addresses.
    """
    visitor = _network(conf.client_address(request))
    try:
        return _note(visitor, str(page_id), question)
    except Exception:  # each cache has errors of its own
        logger.exception("The cache does not answer, so no feedback is counted.")
        return Tap.UNKNOWN


def _note(visitor: str, page_id: str, question: str) -> Tap:
    cache = _cache()
    key = _todays_key(cache)
    until_midnight = _seconds_left()
    tap = _hash(key, visitor, page_id, question)
    # `add` is one step, so that of two taps in the same moment one is the first. Not so in
    # Django's own file cache, which may count both.
    if not cache.add(tap, 1, until_midnight):
        return Tap.REPEATED
    slots = (_hash(key, visitor, str(number)) for number in range(MOST_A_DAY))
    if not any(cache.add(slot, 1, until_midnight) for slot in slots):
        cache.delete(tap)
        return Tap.TOO_MANY
    return Tap.NEW


def _cache() -> BaseCache:
    return caches[conf.feedback_cache()]


class _Memory:
    """What this process knows of the day, in its memory only."""

    day = ""  # of `key`
    key = ""
    tidied = ""  # the day on which what was there before was deleted


def forget_other_days() -> None:
    """Delete what the cache holds of days before, once a day in each process.

    Django's file cache keeps what has expired until somebody asks for it by name.
    """
    today = timezone.localdate().isoformat()
    if _Memory.tidied == today:
        return
    _Memory.tidied = today
    try:
        _tidy(_cache(), today)
    except Exception:  # no reader has to do with it, and a tap does it again
        logger.exception("The cache does not answer, so no feedback is forgotten.")


def _todays_key(cache: BaseCache) -> str:
    today = timezone.localdate().isoformat()
    if key := _tidy(cache, today):
        return key
    # A full cache drops what it likes: today's key comes back from here.
    key = _Memory.key or secrets.token_hex()
    cache.add(KEY, (today, key), _seconds_left())
    # Another process may have been first. In the day's first moment one may still delete what
    # the other has just written; then somebody's second tap counts.
    _Memory.day, _Memory.key = cache.get(KEY) or (today, key)
    return _Memory.key


def _tidy(cache: BaseCache, today: str) -> str:
    """Return the key of `today`, "" if there is none; what is of other days is deleted."""
    day, key = cache.get(KEY) or ("", "")
    if day == today:
        _Memory.day, _Memory.key = day, key
        return str(key)
    if _Memory.day == today:
        return ""
    _Memory.day = _Memory.key = ""
    cache.delete(KEY)
    if conf.feedback_cache() != conf.SHARED_CACHE:
        cache.clear()
    return ""


def _hash(key: str, *parts: str) -> str:
    # JSON or the like is not needed: a NUL is in no address, number or anchor.
    digest = hmac.new(key.encode(), "\0".join(parts).encode(), hashlib.sha256).hexdigest()
    return f"faq_pages.tap.{digest}"


def _network(address: str) -> str:
    """Return whom `address` stands for: a home with IPv6 has 2 to the 64 of them."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((int(found), 64), strict=False))


def _seconds_left() -> int:
    """Return how many seconds there are until midnight, where the site is."""
    now = timezone.localtime()
    midnight = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
    return max(1, int((midnight - now).total_seconds()))
