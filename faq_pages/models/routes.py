"""The way from a site's root to a page, which routing has walked and reading asks for again."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, Site


class Routed:
    """A page that remembers the pages above it that Wagtail's routing has come through.

    They were read for this very request, so that what stands above the page, and whether
    that is private, needs no second look.
    """

    get_ancestors: Any
    path: str
    steplen: int

    def pages_above(self, site: Site, request: HttpRequest | None = None) -> list[Page]:
        """Return the live pages from the root of `site` down to the one above this page."""
        root = site.root_page
        passed = self._passed() if was_routed(self, request) else []
        if passed and passed[0].pk == root.pk:
            return [page for page in passed if page.live]
        return list(self.get_ancestors().filter(depth__gte=root.depth).live())

    def get_view_restrictions(self) -> Any:
        """Return what restricts this page, as Wagtail does, by one query where that is enough.

        An alias is restricted as its source is: where there is one, Wagtail has to look. What
        is above the pages passed can be the root of the tree only, which is none.
        """
        passed = [*self._passed(), self]
        if passed[0].depth > 2 or any(page.alias_of_id for page in passed):
            return super().get_view_restrictions()  # type: ignore[misc]
        ends = range(self.steplen, len(self.path) + 1, self.steplen)
        return PageViewRestriction.objects.filter(page__path__in=[self.path[:end] for end in ends])

    def _passed(self) -> list[Any]:
        """Return the pages above this one as far up as they are known, the highest first."""
        passed: list[Any] = []
        page: Any = self
        # Where Wagtail's routing and `get_parent` keep it.
        while page := getattr(page, "_cached_parent_obj", None):
            passed.insert(0, page)
        return passed


def was_routed(page: Any, request: Any) -> bool:
    """Whether `request` was led to `page`: what an older object remembers may have changed."""
    route = getattr(request, "_wagtail_route_for_request", None)
    return route is not None and route[0] is page and not getattr(request, "is_preview", False)
