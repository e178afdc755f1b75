"""The site's menu, which is found on the way to the page that is asked for."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page, Site

from faq_pages.models.privacy import is_restricted

_IN_MENU = Q(live=True, show_in_menus=True)


def menu_pages(request: Any, site: Site) -> list[Page]:
    """Return the pages right under the site's root that every visitor may see in the menu."""
    root, found = getattr(request, "_home_menu", (None, ()))
    if root == site.root_page_id:
        return list(found)
    return list(_children(site.root_page).filter(_IN_MENU, is_private=False))


def find_with_menu(request: Any, root: Page, slug: str) -> Page | None:
    """Return the page with `slug` right under `root`, and keep the menu that stands there.

    Both are children of the root: one query where Wagtail and the menu would take one each.
    """
    pages = list(_children(root).filter(_IN_MENU | Q(slug=slug)))
    shown = [p for p in pages if p.live and p.show_in_menus and not p.is_private]
    request._home_menu = (root.pk, shown)
    return next((page for page in pages if page.slug == slug), None)


def _children(root: Page) -> QuerySet[Any]:
    pages: QuerySet[Any] = Page.objects.child_of(root).annotate(is_private=is_restricted("path"))
    return pages
