"""Pages as the site serves them, within this process: no server, no network."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from django.conf import settings
from django.test import Client
from django.utils import timezone, translation
from django.utils.encoding import iri_to_uri
from wagtail.models import Site

_HTML = "text/html"
_READ = (_HTML, "application/xml", "text/xml")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What an address answers. `location` is absolute, header names are in lower case.

    `text` is that of HTML and XML, and empty for other files.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    text: str = ""

    @property
    def is_html(self) -> bool:
        return self.headers.get("content-type", "").startswith(_HTML)

    @property
    def is_private(self) -> bool:
        """Whether it asks who is there: a form for the password, or the way to the login."""
        came_from = parse_qs(urlsplit(self.location).query).get("next", [])
        return "private" in self.headers.get("cache-control", "") or any(
            urlsplit(urljoin(self.url, address)).path == urlsplit(self.url).path
            for address in came_from
        )

    @property
    def location(self) -> str:
        location = self.headers.get("location", "")
        return urljoin(self.url, location) if location else ""


class Visitor:
    """Somebody who is not signed in and asks a site for its pages.

    All of Django answers, middleware included. An exception is an answer with status 500,
    as it is for every visitor.
    """

    def __init__(self, site: Site) -> None:
        self.root = f"{site.root_url}/"
        parts = urlsplit(self.root)
        self._client = Client(
            raise_request_exception=False,
            SERVER_NAME=parts.hostname or "localhost",
            SERVER_PORT=str(parts.port or site.port),
        )
        self._is_secure = parts.scheme == "https"

    def get(self, url: str) -> Answer:
        """Return what `url`, an absolute address of the site, answers."""
        parts = urlsplit(url)
        # Whoever runs the audit may have another language and time zone than visitors get.
        with translation.override(settings.LANGUAGE_CODE), timezone.override(None):
            response: Any = self._client.get(
                f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}",
                secure=self._is_secure,
            )
        headers = {name.lower(): str(value) for name, value in response.items()}
        # To the end, so that a file is closed.
        content = response.getvalue()
        is_read = headers.get("content-type", "").startswith(_READ)
        return Answer(
            url=url,
            status=response.status_code,
            headers=headers,
            text=content.decode(response.charset, "replace") if is_read else "",
        )


def plain_url(url: str) -> str:
    """Return `url` without its anchor, and as a browser asks for it."""
    return str(iri_to_uri(url.partition("#")[0]))
