"""An FAQ page as Markdown, at its address with .md: for programs that read text."""

from typing import Any
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.models import Page

from faq_pages.markdown import twin_markdown
from faq_pages.models import FAQPage


@require_safe
def twin(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer with the twin of the page at `path`, to whoever may read that page."""
    found = Page.route_for_request(request, path)
    page, args, kwargs = found or (None, [], {})
    if not isinstance(page, FAQPage) or request.path != unquote(page.twin_path):
        raise Http404("No FAQ page is there.")
    answer = _answer
    # As Wagtail serves a page: here it asks for a password, or who is signed in.
    for around in reversed(hooks.get_hooks("on_serve_page")):
        answer = around(answer)
    for before in hooks.get_hooks("before_serve_page"):
        refusal = before(page, request, args, kwargs)
        if isinstance(refusal, HttpResponse):
            return refusal
    response: HttpResponseBase = answer(page, request, args, kwargs)
    return response


def _answer(page: FAQPage, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponseBase:
    said = page.get_content(request)
    with translation.override(page.get_language()):
        text = twin_markdown(said["faq"], said["webpage"])
    response = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    # Search engines list the page, and never this beside it.
    response["X-Robots-Tag"] = "noindex"
    if address := iri_to_uri(said["webpage"].url):
        response["Link"] = f'<{address}>; rel="canonical"'
    return response
