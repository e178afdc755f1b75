"""What is said to search engines and browsers with every answer, and where a page is missing.

A site lists what it wants of these in MIDDLEWARE: docs/crawling.md says where.
"""

import logging
import re
import time
from collections.abc import Callable
from copy import copy
from hashlib import sha256
from urllib.parse import unquote

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.cache import patch_cache_control, set_response_etag
from django.utils.encoding import escape_uri_path, iri_to_uri
from django.utils.http import escape_leading_slashes, http_date
from django.utils.translation import gettext
from wagtail.models import Page, Site

from faq_pages import conf
from faq_pages.models import FAQPage, RemovedAddress, webpage_for, website_for

GetResponse = Callable[[HttpRequest], HttpResponseBase]

logger = logging.getLogger(__name__)


class IndexingMiddleware:
    """Closes the whole site to search engines while `FAQ_PAGES_INDEXABLE` is false.

    Outermost, so that redirects, files and errors say so, too.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not conf.indexable():
            response["X-Robots-Tag"] = "noindex"
        return response


# -- Pages that are not there ------------------------------------------------------


class MissingAddressMiddleware:
    """Leads from capitals to the page, and says of a removed page that it is gone.

    Right before Wagtail's redirects, which so come first. It acts on a 404 alone, and costs
    other answers nothing.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        return _in_small_letters(request) or _gone(request) or response


def _in_small_letters(request: HttpRequest) -> HttpResponse | None:
    small = request.path_info.lower()
    path = small if small.endswith(".md") else _with_slash(small)
    if request.path_info == small or not _leads_to_page(request, path):
        return None
    above = request.path.removesuffix(request.path_info)
    address = escape_leading_slashes(escape_uri_path(above + path))
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(address + (f"?{iri_to_uri(query)}" if query else ""))


def _gone(request: HttpRequest) -> HttpResponse | None:
    # The Markdown beside a page is gone with it.
    path = _with_slash(re.sub(r"(?i)\.md$", "", request.path_info))
    site = None if "\0" in path else Site.find_for_request(request)
    if site is None:
        return None
    noted = RemovedAddress.objects.filter(site=site, path__in={path, path.lower()})
    if not noted.exists() or _leads_to_page(request, path):
        return None
    context = {"webpage": webpage_for(website_for(request), gettext("This page is gone"))}
    response = render(request, ["410.html", "faq_pages/gone.html"], context, status=410)
    patch_cache_control(response, max_age=0, must_revalidate=True)
    return response


def _with_slash(path: str) -> str:
    return path if path.endswith("/") else f"{path}/"


def _leads_to_page(request: HttpRequest, path: str) -> bool:
    """Whether a page, or its Markdown, is at `path`, which is below this site's address."""
    try:
        match = resolve(path, getattr(request, "urlconf", None))
    except Resolver404:
        return False
    is_twin = match.view_name == "faq_pages:twin"
    if not is_twin and match.url_name != "wagtail_serve":
        return False
    # Wagtail keeps what it found on the request: here for another address.
    asked = copy(request)
    vars(asked).pop("_wagtail_route_for_request", None)
    found = Page.route_for_request(asked, match.kwargs["path"] if is_twin else match.args[0])
    if not is_twin or found is None:
        return found is not None
    above = request.path.removesuffix(request.path_info)
    return isinstance(found[0], FAQPage) and unquote(found[0].twin_path) == above + path


# -- What browsers keep ------------------------------------------------------------


# What this app and its site send whole: pages, their Markdown, robots.txt.
_TEXTS = ("text/html", "text/markdown", "text/plain")

# How long a cache that many share may show what it has: a second, 2 more while it asks for
# what is new, a day while the site does not answer. nginx reads all three: deploy/nginx.
# "must-revalidate" keeps browsers, and other caches, to what is fresh.
_FOR_SHARED_CACHES = {"s_maxage": 1, "stale_while_revalidate": 2, "stale_if_error": 86400}


class FreshnessMiddleware:
    """Has browsers ask again each time, and tells them truly whether a page has changed.

    What a page shows comes from many places: the page, the menu, the settings, the footer.
    So its `ETag` is a hash of what is sent, and `Last-Modified` the time at which this site
    first sent just that, which it keeps in the cache. Right inside of
    `ConditionalGetMiddleware`, which compares.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not _is_page(request, response):
            return response
        if settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies:
            # Somebody whom we know, or may soon: nobody else may see what they see.
            patch_cache_control(response, private=True, no_cache=True)
            return response
        patch_cache_control(response, max_age=0, must_revalidate=True, **_FOR_SHARED_CACHES)
        if not response.has_header("ETag"):
            set_response_etag(response)
        # An address with a query may be anybody's invention: it is not worth remembering.
        if response.has_header("ETag") and not request.META.get("QUERY_STRING"):
            _say_since_when(request, response)
        return response


def _is_page(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether this is a whole page for a visitor, about which nothing has been said yet."""
    return (
        request.method in {"GET", "HEAD"}
        and response.status_code == 200
        and not response.streaming
        and response.get("Content-Type", "").startswith(_TEXTS)
        and not response.has_header("Cache-Control")
        and not getattr(request, "is_dummy", False)
    )


def _say_since_when(request: HttpRequest, response: HttpResponseBase) -> None:
    address = sha256(request.build_absolute_uri().encode()).hexdigest()
    try:
        since = _first_sent(f"faq_pages.sent.{address}", response["ETag"])
    except Exception:  # each cache has errors of its own
        logger.exception("The cache does not answer, so no page says when it last changed.")
        return
    # No time is still to come: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.2.1
    if since <= time.time():
        response["Last-Modified"] = http_date(since)


def _first_sent(key: str, etag: str) -> int:
    """Return the second in which what has this `etag` was first sent.

    At least one later than that of what was sent before, as two edits in one second are two.
    """
    before, since = cache.get(key) or ("", 0)
    if before != etag:
        since = max(int(time.time()), since + 1)
        cache.set(key, (etag, since), timeout=None)
    return int(since)
