from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Site


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the editors' pages; the sitemap lists the rest.

    Its address comes from the `Site`: a Host header can say anything.
    """
    lines = ["User-agent: *", "Disallow: /admin/"]
    if site := Site.find_for_request(request):
        lines += ["", f"Sitemap: {site.root_url}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
