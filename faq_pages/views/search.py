"""Search for visitors, as a page and as suggestions while they type.

What they type is in the address only: nothing here stores, counts or logs it.
"""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe
from wagtail.models import Site

from faq_pages.content import Link
from faq_pages.models import FAQIndexPage, webpage_for, website_for
from faq_pages.models.index import page_of
from faq_pages.search import MAX_LENGTH, promoted, search

RESULTS_PER_PAGE = 10
SUGGESTIONS = 6
TOPICS = 24


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show the questions that `?q=` asks for, or what to do where there are none."""
    query = _query(request)
    site = Site.find_for_request(request)
    results = search(query, site, _language(), request=request)
    paginator = Paginator(results.questions, RESULTS_PER_PAGE)
    page_obj = page_of(paginator, request.GET.get("page"))
    name = gettext("Answers to “%(query)s”") % {"query": query} if query else gettext("Search")
    links = promoted(query, request) if page_obj.number == 1 else ()
    has_answer = links or (page_obj.object_list and not results.doubtful)
    context = {
        "webpage": webpage_for(website_for(request), name),
        "query": query,
        "results": results,
        "page_obj": page_obj,
        "promoted": links,
        "topics": () if has_answer else _topics(site),
    }
    return _private(render(request, "faq_pages/search.html", context))


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Return the questions that the beginning in `?q=` may become, as JSON."""
    site = Site.find_for_request(request)
    limit = 2 * SUGGESTIONS
    results = search(
        _query(request), site, _language(), limit=limit, unfinished=True, request=request
    )
    # The same words on two pages are one suggestion: the better page's.
    urls: dict[str, str] = {}
    for found in results.questions:
        urls.setdefault(found.question, found.url)
    questions = [{"question": question, "url": url} for question, url in urls.items()]
    return _private(JsonResponse({"questions": questions[:SUGGESTIONS]}))


def _private(response: HttpResponse) -> HttpResponse:
    """Keep what somebody asked out of every cache and search engine."""
    patch_cache_control(response, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    return response


def _query(request: HttpRequest) -> str:
    return " ".join(request.GET.get("q", "").replace("\0", " ").split())[:MAX_LENGTH]


def _language() -> str:
    """Return the language of the pages, as `PublicPage.get_language` tells it."""
    if getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return get_language() or settings.LANGUAGE_CODE
    return settings.LANGUAGE_CODE


def _topics(site: Any) -> list[Link]:
    """Return where to browse instead: the topics of the site's first list of FAQ pages."""
    if site is None:
        return []
    root = site.root_page.localized
    index = FAQIndexPage.objects.descendant_of(root, inclusive=True).live().public().first()
    if index is None:
        return []
    all_questions = Link(text=gettext("All questions"), url=index.url)
    return [all_questions, *index.get_topic_links()[:TOPICS]]
