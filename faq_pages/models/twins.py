"""Where a page stands as Markdown, and who is led there from the page."""

import re
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from wagtail.models import Site

# https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2
_WEIGHT = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?", re.ASCII)


class Twinned:
    """A page that has a Markdown twin beside it, /faqs/x.md: see `faq_pages.views.twin`."""

    get_url_parts: Any

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Lead to the twin whoever names Markdown among what they accept.

        "Anything" is what browsers accept. Nobody stores the answer that leads there, so
        caches keep one answer for each address.
        """
        address = self._twin_address(request) if _names_markdown(request) else ""
        if address:
            headers = {"Location": address, "Cache-Control": "no-store"}
            return HttpResponse(status=HTTPStatus.SEE_OTHER, headers=headers)
        return super().serve(request, *args, **kwargs)  # type: ignore[misc]

    def _twin_address(self, request: HttpRequest) -> str:
        """Return where the twin stands, seen from the site that `request` is for.

        A page below the roots of two sites has its twin at the inner one alone.
        """
        site, parts = Site.find_for_request(request), self.get_url_parts()
        is_here = site and parts and parts[0] == site.pk
        return self.twin_path if is_here else self.twin_url

    @property
    def twin_path(self) -> str:
        """The path of the twin; "" if the site has no such address."""
        parts = self.get_url_parts()
        if not parts or not parts[2]:
            return ""
        mount = reverse("wagtail_serve", args=("",))
        path = unquote(parts[2]).removeprefix(mount).strip("/")
        try:
            return reverse("faq_pages:twin", args=[path])
        except NoReverseMatch:  # also the root of a site, which has no name
            return ""

    @property
    def twin_url(self) -> str:
        """The absolute address of the twin, "" if there is none."""
        path = self.twin_path
        return f"{self.get_url_parts()[1]}{path}" if path else ""


def _names_markdown(request: HttpRequest) -> bool:
    """Whether the request wants Markdown: not by a weight that is none, who gets the page."""
    return any(
        (type.main_type, type.sub_type) == ("text", "markdown")
        and type.quality > 0
        and _WEIGHT.fullmatch(str(type.params.get("q", "1")))
        for type in request.accepted_types
    )
