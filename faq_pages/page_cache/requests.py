"""Who may get a kept page, and under which key it stands."""

import re
from fnmatch import fnmatchcase
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve

from faq_pages import conf

# What our lists are asked for. An address with anything else is made each time: it may be
# anybody's invention, or what somebody typed into a search.
_QUERY = re.compile(r"(?:topic=[^&]{1,255})?&?(?:page=\d{1,9})?", re.ASCII)


def key_of(request: HttpRequest, release: str) -> str | None:
    """Return the key of the page that `request` asks for; None if it passes by.

    By it passes who sends a cookie: somebody signed in, or a page that looks at cookies. What
    a client says elsewhere does not count, such as X-Forwarded-Host, unless the site's
    settings trust it; a host that is not allowed is left to Django to refuse.
    """
    meta = request.META
    query = meta.get("QUERY_STRING", "")
    if (
        request.method not in {"GET", "HEAD"}
        or "HTTP_AUTHORIZATION" in meta
        or _sends_cookies(request)
        # Wagtail's previews come through all middleware as visitors do.
        or getattr(request, "is_dummy", False)
        or getattr(request, "is_preview", False)
        # They are led to the Markdown beside the page.
        or "markdown" in meta.get("HTTP_ACCEPT", "").lower()
        or (query and not _QUERY.fullmatch(query))
    ):
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    # That of the server, which Wagtail finds the site by, too.
    port = request.get_port()
    domain, _ = split_domain_port(host)
    # Capitals, a dot at the end, any other port: there are many ways to write one host.
    if host not in {domain, f"{domain}:{port}"}:
        return None
    parts = (release, request.scheme or "", host, port, request.path, query)
    return "faq_pages.page." + sha256("\0".join(parts).encode(errors="replace")).hexdigest()


def _sends_cookies(request: HttpRequest) -> bool:
    if not request.META.get("HTTP_COOKIE"):
        return False
    ignored = conf.ignored_cookies()
    return not all(any(fnmatchcase(name, each) for each in ignored) for name in request.COOKIES)


def is_for_keeping(request: HttpRequest) -> bool:
    """Whether the view that will answer shows content and nothing else: `conf.cached_views`."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return False
    return match.view_name in conf.cached_views()


def is_own_address(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether the query, if there is one, is just that by which the site links to this page.

    A list answers `?page=999` with its last page and `?topic=none` with all topics: what is
    shown says which address is its own.
    """
    query = request.META.get("QUERY_STRING", "")
    if not query:
        return True
    shown: dict[str, Any] = getattr(response, "context_data", None) or {}
    topic = getattr(shown.get("topic"), "slug", "")
    number = getattr(shown.get("page_obj"), "number", 1)
    own = {**({"topic": topic} if topic else {}), **({"page": number} if number > 1 else {})}
    return bool(query == urlencode(own))
