"""Draft pages from imported FAQs: the only part of the importer with a database."""

import json
import uuid
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils.text import slugify
from wagtail.models import Page, Site

from faq_pages import findings, markup
from faq_pages.content import FAQ, Link
from faq_pages.importing.documents import Refusal
from faq_pages.importing.page_links import SitePages
from faq_pages.importing.stream import stream_data
from faq_pages.models import FAQIndexPage, FAQPage

AnyUser = AbstractBaseUser | AnonymousUser

_MAX_TITLE = 255


@transaction.atomic
def create_draft(faq: FAQ, parent: FAQIndexPage, *, user: AnyUser | None = None) -> FAQPage:
    """Return a new draft under `parent` that says what `faq` does."""
    author = user if user and user.is_authenticated else None
    page = FAQPage(
        title=markup.shorten(faq.title, _MAX_TITLE),
        slug=_slug_where_wagtail_finds_none(faq.title),
        body=json.dumps(stream_data(faq, site_pages(parent))),
        live=False,
        owner=author,
    )
    parent.add_child(instance=page)
    page.save_revision(user=author)
    return page


def publish(page: FAQPage, *, user: AnyUser | None = None) -> tuple[str, ...]:
    """Publish `page` and return (), or leave it a draft and return why."""
    obstacles = tuple(finding.message for finding in findings.obstacles(page.read()))
    if not obstacles:
        page.get_latest_revision().publish(user=user)
    return obstacles


def index_at(path: str) -> FAQIndexPage:
    """Return the index page at `path` on the default site, or raise Refusal."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise Refusal("There is no default site: make one in the admin, under Settings, Sites.")
    found: Iterable[FAQIndexPage] = FAQIndexPage.objects.in_site(site)
    indexes = {_path(site, index.url_path): index for index in found}
    wanted = f"/{path.strip('/')}/".replace("//", "/")
    if wanted not in indexes:
        known = ", ".join(sorted(indexes)) or "none yet: make one in the admin"
        raise Refusal(f"There is no FAQ index page at “{path}”. The index pages are: {known}.")
    return indexes[wanted]


def site_links(page: Page) -> tuple[Link, ...]:
    """Return the live pages of the site that `page` is in, by title and address."""
    site = page.get_site()
    return tuple(_links(site)) if site else ()


def site_pages(page: Page) -> SitePages:
    """Return the addresses of the site that `page` is in."""
    site = page.get_site()
    if not site:
        return SitePages()
    live = _live_pages(site).values_list("url_path", "pk")
    return SitePages(
        ids={_path(site, url_path): pk for url_path, pk in live},
        hosts=frozenset({site.hostname, *_allowed_hosts()}),
        name=site.site_name,
    )


def _links(site: Site) -> Iterator[Link]:
    for title, url_path in _live_pages(site).values_list("title", "url_path"):
        path = _path(site, url_path)
        # The home page is known by the site's name: "visit Maywell Health".
        yield Link(text=(path == "/" and site.site_name) or title, url=path)


def _live_pages(site: Site) -> QuerySet[Page]:
    live: QuerySet[Page] = Page.objects.live().in_site(site)
    return live


def _path(site: Site, url_path: str) -> str:
    return "/" + url_path.removeprefix(site.root_page.url_path)


def _allowed_hosts() -> Iterator[str]:
    return (host for host in settings.ALLOWED_HOSTS if not host.startswith(("*", ".")))


def _slug_where_wagtail_finds_none(title: str) -> str:
    """Return "" for titles that Wagtail makes a slug from, else one of our own."""
    return "" if slugify(title, allow_unicode=True) else f"faq-{uuid.uuid4().hex[:8]}"
