"""What robots may read: everything but the editors' pages, and what the settings add."""

import re
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from faq_pages import conf
from faq_pages.models import FAQSettings

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Answer with robots.txt: https://www.rfc-editor.org/rfc/rfc9309.

    The sitemap's address comes from the `Site`: a Host header can say anything.
    """
    lines = list(_lines(request)) if conf.indexable() else ["User-agent: *", "Disallow: /"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _lines(request: HttpRequest) -> Iterator[str]:
    closed = f"Disallow: {reverse('wagtailadmin_home')}"
    yield "User-agent: *"
    yield closed
    site = Site.find_for_request(request)
    if site is None:
        return
    settings = FAQSettings.objects.filter(site=site).first()
    yield from _own_lines(settings.robots if settings else "", closed)
    yield ""
    yield f"Sitemap: {site.root_url}{reverse('faq_pages:sitemap')}"


def _own_lines(text: str, closed: str) -> Iterator[str]:
    """Yield the lines of the settings, each group closing the editors' pages too.

    A robot that finds a group of its own does not read the one for all.
    """
    names_robots = False
    for raw in text.splitlines():
        line = _CONTROL.sub(" ", raw).strip()
        begins_group = line.lower().startswith("user-agent:")
        if names_robots and line and not begins_group:
            yield closed
        if begins_group and not names_robots:
            yield ""
        if line:
            yield line
            names_robots = begins_group
    if names_robots:
        yield closed
