"""The site's menu, which is found on the way to the page that is asked for."""

from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from wagtail.models import Page, Site

from faq_pages.content_version import kept
from faq_pages.models.privacy import is_restricted

_IN_MENU = Q(live=True, show_in_menus=True)


def menu_pages(request: Any, site: Site) -> Sequence[Page]:
    """Return the pages right under the site's root that every visitor may see in the menu."""
    root = site.root_page
    # A root has the same key in every language.
    key, found = getattr(request, "_home_menu", (None, ()))
    if key == root.translation_key:
        return found
    made_for = ("home.menu", root.pk, get_language())
    return kept(made_for, lambda: _menu(_children(root.localized)))


def find_with_menu(request: Any, root: Page, slug: str) -> Page | None:
    """Return the page with `slug` right under `root`, and bring the menu that stands there.

    Both are children of the root: one query where Wagtail and the menu would take one each.
    """
    found = kept(("home.page", root.pk, slug), lambda: _find_with_menu(root, slug))
    if found is None:
        return None
    page, menu = found
    request._home_menu = (root.translation_key, menu)
    # What is remembered on the way belongs to this request.
    return copy(page)


def _find_with_menu(root: Page, slug: str) -> tuple[Page, Sequence[Page]] | None:
    pages = _children(root).filter(_IN_MENU | Q(slug=slug))
    page = next((page for page in pages if page.slug == slug), None)
    return (page.specific, _menu(pages)) if page else None


def _menu(pages: Iterable[Any]) -> Sequence[Page]:
    shown = [page for page in pages if page.live and page.show_in_menus and not page.is_private]
    return tuple(shown)


def _children(root: Page) -> QuerySet[Any]:
    pages: QuerySet[Any] = Page.objects.child_of(root).annotate(is_private=is_restricted("path"))
    return pages
