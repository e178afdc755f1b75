"""The sitemap at /sitemap.xml: one file, or an index of files where a site is very large."""

from collections.abc import Iterable, Iterator
from itertools import islice
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from faq_pages.sitemaps import Address, addresses, file_count, moment

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
# Sent at once: one by one, sending would cost more than finding.
_TOGETHER = 500


@require_safe
def sitemap(request: HttpRequest) -> StreamingHttpResponse:
    """Answer with the addresses of the site, `?p=` choosing one file of many."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("There is no site yet.")
    files = file_count(site)
    wanted = request.GET.get("p")
    if wanted is None and files > 1:
        return _xml(request, _index(site, files))
    return _xml(request, _urlset(addresses(site, request, _number(wanted or "1", files))))


def _number(text: str, files: int) -> int:
    if not (text.isdecimal() and len(text) < 10 and 1 <= int(text) <= files):
        raise Http404(f"The sitemap has {files} files.")
    return int(text)


def _xml(request: HttpRequest, parts: Iterator[str]) -> StreamingHttpResponse:
    body = parts if request.method == "GET" else iter(())
    return StreamingHttpResponse(body, content_type="application/xml; charset=utf-8")


def _index(site: Site, files: int) -> Iterator[str]:
    address = escape(site.root_url + reverse("faq_pages:sitemap"))
    yield f'{_XML}<sitemapindex xmlns="{_SITEMAP}">\n'
    for number in range(1, files + 1):
        yield f"<sitemap><loc>{address}?p={number}</loc></sitemap>\n"
    yield "</sitemapindex>\n"


def _urlset(found: Iterable[Address]) -> Iterator[str]:
    yield f'{_XML}<urlset xmlns="{_SITEMAP}" xmlns:image="{_IMAGE}">\n'
    lines = map(_url, found)
    while together := "".join(islice(lines, _TOGETHER)):
        yield together
    yield "</urlset>\n"


def _url(address: Address) -> str:
    changed = f"<lastmod>{moment(address.changed)}</lastmod>" if address.changed else ""
    image = (
        f"<image:image><image:loc>{escape(address.image)}</image:loc></image:image>"
        if address.image
        else ""
    )
    return f"<url><loc>{escape(address.url)}</loc>{changed}{image}</url>\n"
