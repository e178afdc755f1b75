"""Every address of the site; the pages themselves come last."""

from django.conf import settings
from django.conf.urls.static import static
from django.http import Http404
from django.urls import URLPattern, include, path
from django.views.defaults import page_not_found, server_error
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as documents_urls

from config.api import api_router


def error_pages() -> list[URLPattern]:
    """While DEBUG shows developers pages of its own: the site's, to look at."""
    if not settings.DEBUG:
        return []
    return [
        path("404/", page_not_found, {"exception": Http404()}),
        path("500/", server_error),
    ]


urlpatterns = [
    path("admin/", include(admin_urls)),
    path("documents/", include(documents_urls)),
    path("api/v2/", api_router.urls),
    # In development only: elsewhere the web server or the storage serves uploads.
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *error_pages(),
    path("", include("faq_pages.urls")),
    # Wagtail takes any address that is left.
    path("", include(wagtail_urls)),
]
