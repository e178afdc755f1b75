"""Links of stored rich text, expanded for a whole page at once."""

from functools import lru_cache
from typing import Any

from wagtail.models import Page
from wagtail.rich_text import features
from wagtail.rich_text.pages import PageLinkHandler
from wagtail.rich_text.rewriters import LinkRewriter


class LeanPageLinkHandler(PageLinkHandler):
    """Looks pages up without their specific rows, which an address seldom needs.

    Wagtail's own takes a query for each type of page that is linked to.
    """

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, str]]) -> list[Page | None]:
        ids = [attrs.get("id", "") for attrs in attrs_list]
        found = Page.objects.in_bulk([id for id in ids if id.isdecimal()])
        pages = {str(pk): _addressable(page) for pk, page in found.items()}
        return [pages.get(id) for id in ids]


def expand_links(html: str) -> str:
    """Return `html` with the links that Wagtail stores turned into addresses."""
    expanded: str = _rewriter()(html)
    return expanded


def _addressable(page: Page) -> Page:
    """Return `page`, or its specific page if that has a say in its address."""
    own = page.specific_class
    if own is None or (own.get_url_parts is Page.get_url_parts and own.get_url is Page.get_url):
        return page
    return page.specific


@lru_cache(maxsize=1)
def _rewriter() -> LinkRewriter:
    rules: dict[str, Any] = {}
    for name, handler in features.get_link_types().items():
        # A host that registers a handler of its own knows what it does.
        lean = LeanPageLinkHandler if handler is PageLinkHandler else handler
        rules[name] = lean.expand_db_attributes_many
    return LinkRewriter(bulk_rules=rules)
