"""A page as it is kept, and the answers made of it."""

import gzip
from collections.abc import Mapping
from typing import NamedTuple, cast

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_http_date_safe

from faq_pages import codings

# Larger answers are no pages, and would crowd out those that are.
MOST_BYTES = 1024 * 1024
# Below this, what compression adds is more than what it saves.
_WORTH_COMPRESSING = 200
_TEXTS = ("text/", "application/json", "application/xml", "application/ld+json", "image/svg+xml")

_NOT_FOR_ALL = frozenset(("no-cache", "no-store", "private"))
# The key's page is asked for without cookies. On any other header the key says nothing.
_VARY = frozenset(("accept-encoding", "cookie"))

# What describes a body, and 304 has none.
_OF_BODY = frozenset(("content-encoding", "content-length", "content-type"))
_CONDITIONS = (
    "HTTP_IF_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE",
)
# What would make the answer to one visitor another than that to the next.
HEADERS_OF_ONE = (*_CONDITIONS, "HTTP_ACCEPT_ENCODING")


class Entry(NamedTuple):
    """An answer with status 200, made when the content had this version.

    `bodies` has it by content coding. A page is there compressed only: who takes none gets it
    unpacked, which is rare and costs less than the memory for a third body.
    """

    version: str
    headers: Mapping[str, str]
    bodies: Mapping[str, bytes]

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """Return this page for `request`: with 304 to whoever has it already."""
        coding = codings.best(request.META.get("HTTP_ACCEPT_ENCODING", ""), self.bodies)
        body = self.bodies.get(coding)
        if body is None:
            body = gzip.decompress(self.bodies["gzip"])
        response = HttpResponse(body, headers=dict(self.headers))
        response["Content-Length"] = str(len(body))
        if coding:
            response["Content-Encoding"] = coding
            etag = self.headers.get("ETag", "")
            # The same page in other bytes. Weak, as GZipMiddleware has it:
            # https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.3
            if etag.startswith('"'):
                response["ETag"] = f"W/{etag}"
        return conditional(request, response)


def conditional(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return `response`, or 304 or 412 where `request` has a condition that says so."""
    if not any(header in request.META for header in _CONDITIONS):
        return response
    etag, since = response.get("ETag"), response.get("Last-Modified")
    answer = get_conditional_response(
        request,
        etag=etag,
        last_modified=parse_http_date_safe(since) if since else None,
        response=cast(HttpResponse, response),  # whose headers are all that it looks at
    )
    if answer is None:
        return response
    if isinstance(answer, HttpResponseNotModified):
        for name, value in response.items():
            if name.lower() not in _OF_BODY:
                answer.headers.setdefault(name, value)
    return answer


def entry_of(response: HttpResponseBase, version: str) -> Entry | None:
    """Return what is to be kept of `response`; None if it is not the same for every visitor."""
    if not isinstance(response, HttpResponse) or not _is_for_all(response):
        return None
    body = response.content
    if len(body) > MOST_BYTES:
        return None
    bodies = {"": body}
    if len(body) >= _WORTH_COMPRESSING and response.get("Content-Type", "").startswith(_TEXTS):
        bodies = codings.compressed(body)
        patch_vary_headers(response, ["Accept-Encoding"])
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    return Entry(version, headers, bodies)


def _is_for_all(response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.cookies
        and not response.has_header("Content-Encoding")
        and _NOT_FOR_ALL.isdisjoint(
            # `no-cache="Set-Cookie"` counts as `no-cache`.
            each.partition("=")[0]
            for each in _names(response.get("Cache-Control", ""))
        )
        and _VARY.issuperset(_names(response.get("Vary", "")))
    )


def _names(header: str) -> list[str]:
    return [each.strip().lower() for each in header.split(",") if each.strip()]
