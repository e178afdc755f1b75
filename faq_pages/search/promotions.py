"""Pages that editors want on top for a query: Wagtail's search promotions."""

from typing import Any

from django.apps import apps

from faq_pages.content import Link
from faq_pages.search.words import typed_words


def promoted(query: str, request: Any = None) -> tuple[Link, ...]:
    """Return the links that editors chose for `query`, capitals and marks aside.

    Wagtail's own tag for this, and its `Query.get`, would store what was typed.
    """
    if not query or not apps.is_installed("wagtail.contrib.search_promotions"):
        return ()
    from wagtail.contrib.search_promotions.models import SearchPromotion

    typed = " ".join(query.lower().split())
    found = SearchPromotion.objects.filter(
        query__query_string__in={typed, typed.rstrip("?!. "), " ".join(typed_words(query))}
    ).select_related("page")
    return tuple(link for promotion in found if (link := _link(promotion, request)))


def _link(promotion: Any, request: Any) -> Link | None:
    page = promotion.page
    if page is None:
        text, url = promotion.external_link_text, promotion.external_link_url
    elif page.live and not page.get_view_restrictions().exists():
        text, url = page.title, page.get_url(request)
    else:
        return None
    return Link(text=text or url, url=url) if url else None
