"""What a document may refer to: the site that its page will be in.

Wagtail keeps a link to a page by the page's id, so that it survives a move. A
document has the address instead, often that of the clinic's old site.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from urllib.parse import unquote, urlsplit

from faq_pages.content import Link
from faq_pages.importing.suggestions import PageIndex
from faq_pages.importing.vocabulary import normal

_LINK = re.compile(r'<a href="([^"]*)">')

# Below these a country registers names: maywellhealth.co.uk, but not maywellhealth.blog.uk.
_REGISTRIES = frozenset("ac co com edu gov gob gouv go ltd me ne net nhs nom or org plc".split())


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """The site around a page, as far as a document may refer to it.

    `pages` are its pages by title and address, `ids` by path, "/contact/".
    `hosts` are those that the site is known by; `name` is what its own host or
    an older one may spell: "Maywell Health" is www.maywellhealth.example.
    `contact` and `telephone` are what its settings say.
    """

    pages: Sequence[Link] = ()
    ids: Mapping[str, int] = field(default_factory=dict)
    hosts: frozenset[str] = frozenset()
    name: str = ""
    contact: Link | None = None
    telephone: str = ""

    @cached_property
    def page_index(self) -> PageIndex:
        """`pages` by the words of their titles, made once for all documents."""
        return PageIndex(self.pages)

    def id_of(self, url: str) -> int | None:
        """Return the id of the page at `url`, None if it is not a page of the site.

        An address with a query or a fragment says more than a page link can.
        """
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError:
            return None
        if parts.scheme not in {"", "http", "https"} or parts.query or parts.fragment:
            return None
        if host and not self._is_own(host):
            return None
        path = unquote(parts.path).strip("/")
        return self.ids.get(f"/{path}/" if path else "/")

    def _is_own(self, host: str) -> bool:
        spelled = normal(self.name).replace(" ", "")
        return host in self.hosts or (bool(spelled) and spelled == _registered_label(host))


def _registered_label(host: str) -> str:
    """Return what the owner of `host` has registered, "" if that cannot be told.

    Whoever hosts pages for others gives out the labels before that one.
    """
    *labels, top = host.rstrip(".").split(".")
    if len(top) == 2 and labels and labels[-1] in _REGISTRIES:
        labels.pop()
    return labels[-1] if labels else ""


def with_page_links(html: str, page_id: Callable[[str], int | None]) -> str:
    """Return clean `html` as Wagtail stores it: links to pages by their id."""

    def stored(match: re.Match[str]) -> str:
        id = page_id(unescape(match[1]))
        return match[0] if id is None else f'<a linktype="page" id="{id}">'

    return _LINK.sub(stored, html)
