"""Which addresses of a site search engines may list, with when they changed and their picture.

https://www.sitemaps.org/protocol.html and Google's extension for images:
https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps

A library of 10,000 pages is asked in every crawl, so nothing here makes an object of a page
whose columns say it all: one query for each type of public page, read as it is sent. Types that
answer for themselves (they override `get_sitemap_urls`, or are no `PublicPage`) are asked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import quote, urljoin

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.encoding import iri_to_uri
from wagtail.coreutils import WAGTAIL_APPEND_SLASH
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from faq_pages import conf
from faq_pages.models import PublicPage

# Search engines take 50,000; a file of 10,000 is still made in well under a second.
PAGES_PER_FILE = 10_000

_CHUNK = 1_000
# What Wagtail serves.
_PATH = re.compile(r"[\w/-]*")

# A type that overrides one of these knows better than its columns.
_OWN_ANSWERS = (
    "get_sitemap_urls",
    "get_canonical_url",
    "get_source",
    "get_full_url",
    "get_url_parts",
    "get_top_image",
)


class Address(NamedTuple):
    """One address of the sitemap, absolute as is its `image`; both are "" if there is none."""

    url: str
    changed: datetime | None = None
    image: str = ""


def file_count(site: Site) -> int:
    """Return how many files the sitemap of `site` has: one, unless it has very many pages."""
    pages = sum(source.count() for source in _sources(site))
    return max(1, -(-pages // PAGES_PER_FILE))


def addresses(site: Site, request: HttpRequest, file: int = 1) -> Iterator[Address]:
    """Yield the addresses in one file of the sitemap of `site`, the first being 1.

    Only what answers 200 and is its own canonical: live, public, no alias, not kept out of
    search engines. `request` is for page types that ask for it.
    """
    start = (file - 1) * PAGES_PER_FILE
    left = PAGES_PER_FILE
    for source in _sources(site):
        count = source.count()
        if start < count and left:
            yield from source.addresses(start, min(count, start + left), request)
            left -= min(count - start, left)
        start = max(0, start - count)


# -- Where pages stand -------------------------------------------------------------


@dataclass(frozen=True)
class _Tree:
    """The pages below a root of the site (it has one for each language).

    `inner` are the roots of other sites in it: their pages have other addresses.
    """

    site_url: str
    root_path: str
    address: str
    inner: tuple[str, ...]

    def url(self, url_path: str) -> str:
        """Return the address of the page at `url_path`, "" if it has none on this site.

        The paths are compared here, since SQLite takes capitals and small letters as equal.
        """
        if not url_path.startswith(self.root_path) or url_path.startswith(self.inner):
            return ""
        path = url_path[len(self.root_path) :]
        if not _PATH.fullmatch(path):
            return ""
        url = self.address + quote(path)
        return url if WAGTAIL_APPEND_SLASH or not path else url.rstrip("/")


def _trees(site: Site) -> list[_Tree]:
    roots = Site.get_site_root_paths()
    first: dict[str, Any] = {}
    for root in roots:
        first.setdefault(root.root_path, root)  # of two sites with one root, Wagtail's choice
    return [
        _Tree(
            site_url=f"{root.root_url}/",
            root_path=path,
            address=root.root_url + _mounted_at(root.language_code),
            inner=tuple(
                other.root_path
                for other in roots
                if other.root_path != path and other.root_path.startswith(path)
            ),
        )
        for path, root in first.items()
        if root.site_id == site.pk
    ]


def _mounted_at(language: str) -> str:
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return reverse("wagtail_serve", args=("",))
    with translation.override(language):
        return reverse("wagtail_serve", args=("",))


# -- Pages that are read, and pages that are asked ---------------------------------


def _sources(site: Site) -> Iterator["_Columns | _Pages"]:
    if not conf.indexable():
        return
    read = _types_to_read()
    for tree in _trees(site):
        for model in read:
            yield _Columns(tree, model)
        yield _Pages(tree, read)


def _types_to_read() -> list[type[Any]]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, PublicPage) and not model._meta.proxy and _is_usual(model)
    ]


def _is_usual(model: type[Any]) -> bool:
    return all(getattr(model, name) is getattr(PublicPage, name) for name in _OWN_ANSWERS)


def _public(pages: Any, tree: _Tree) -> Any:
    below = pages.filter(url_path__startswith=tree.root_path, alias_of__isnull=True)
    return below.live().public().order_by("path")


class _Columns:
    """The pages of one type, told by their columns."""

    def __init__(self, tree: _Tree, model: type[Any]) -> None:
        self.tree = tree
        self.image_field = str(model.top_image_field)
        # Those of a type that is made from this one count as their own.
        type_ = ContentType.objects.get_for_model(model)
        self.pages = _public(model.objects.filter(content_type=type_, noindex=False), tree)

    def count(self) -> int:
        return int(self.pages.count())

    def addresses(self, start: int, stop: int, request: HttpRequest) -> Iterator[Address]:
        columns = ["url_path", "canonical_url", "last_published_at", "latest_revision_created_at"]
        if self.image_field:
            columns.append(f"{self.image_field}__file")
        rows = self.pages.values_list(*columns)[start:stop]
        for path, canonical, published, saved, *images in rows.iterator(_CHUNK):
            url = self.tree.url(path)
            if url and canonical in ("", url):
                yield Address(url, published or saved, _image_url(self.tree, *images))


class _Pages:
    """The pages that are asked themselves, each for all of its addresses."""

    def __init__(self, tree: _Tree, others: Sequence[type[Any]]) -> None:
        self.tree = tree
        known = ContentType.objects.get_for_models(*others).values()
        self.pages = _public(Page.objects.exclude(content_type__in=list(known)), tree)

    def count(self) -> int:
        return int(self.pages.count())

    def addresses(self, start: int, stop: int, request: HttpRequest) -> Iterator[Address]:
        pages = self.pages.defer_streamfields().specific()[start:stop]
        for page in pages.iterator(_CHUNK):
            for found in page.get_sitemap_urls(request):
                url = iri_to_uri(found["location"] or "")
                if url.startswith(self.tree.site_url):
                    image = _top_image(page, self.tree) if url == page.full_url else ""
                    yield Address(url, found.get("lastmod"), image)


def _top_image(page: Page, tree: _Tree) -> str:
    image = page.get_top_image() if isinstance(page, PublicPage) else None
    return _image_url(tree, image.file.name) if image else ""


def _image_url(tree: _Tree, name: str | None = "") -> str:
    """Return the address of an image's file, which is not opened."""
    if not name:
        return ""
    storage = get_image_model()._meta.get_field("file").storage
    return str(iri_to_uri(urljoin(tree.site_url, storage.url(name))))


def moment(changed: datetime) -> str:
    """Return `changed` as a sitemap has it: https://www.w3.org/TR/NOTE-datetime."""
    known = timezone.make_aware(changed) if timezone.is_naive(changed) else changed
    return known.isoformat(timespec="seconds")
