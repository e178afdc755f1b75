"""What robots may read: everything but the editors' pages, and what the settings add."""

import re
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from faq_pages import conf
from faq_pages.models import FAQSettings
from faq_pages.models.search_engines import robots_field

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

    A robot that finds a group of its own does not read the one for all. Only a rule ends the
    list of whom a group is for: https://www.rfc-editor.org/rfc/rfc9309#section-2.1.
    """
    names_robots = False
    for raw in text.splitlines():
        line = _CONTROL.sub(" ", raw).strip()
        field, _ = robots_field(line)
        if field == "user-agent" and not names_robots:
            yield ""
            names_robots = True
        elif names_robots and field in {"disallow", "allow", "crawl-delay"}:
            yield closed
            names_robots = False
        if line:
            yield line
    if names_robots:
        yield closed
