"""Where a draft goes, and what the site around it has to offer a document."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Page, Site

from faq_pages.content import Link
from faq_pages.importing.documents import Refusal
from faq_pages.importing.surroundings import Surroundings
from faq_pages.models import FAQIndexPage
from faq_pages.models.site import settings_of


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


def surroundings_of(page: Page) -> Surroundings:
    """Return the site that `page` is in, as a document may refer to it."""
    site = page.get_site()
    if not site:
        return Surroundings()
    live = list(_live_pages(site).values_list("title", "url_path", "pk"))
    found = settings_of(site)
    contact = found.faq.contact_page
    return Surroundings(
        pages=tuple(_links(site, live)),
        ids={_path(site, url_path): pk for _, url_path, pk in live},
        hosts=frozenset({site.hostname, *_allowed_hosts()}),
        name=site.site_name,
        contact=(
            Link(text=contact.title, url=_path(site, contact.url_path))
            if contact and contact.live
            else None
        ),
        telephone=found.seo.struct_org_phone.strip(),
    )


def _links(site: Site, pages: Iterable[tuple[str, str, int]]) -> Iterator[Link]:
    for title, url_path, _ in pages:
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
