"""30 KB that cost nothing to make, behind all that our own site does around a page."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

_BODY = b"<!DOCTYPE html><title>Constant</title>".ljust(30 * 1024, b".")


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_BODY)


# Before the site's own, which the middleware asks for.
urlpatterns = [path("constant/", constant), path("", include("config.urls"))]
