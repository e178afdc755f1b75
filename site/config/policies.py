"""What browsers may load, run and tell: on public pages, in previews, in the admin.

docs/privacy.md says why each source is there; tests/browser/test_policies.py shows in a
real browser that nothing else is needed.
"""

from collections.abc import Iterable
from dataclasses import asdict
from urllib.parse import urlsplit

from csp.constants import HEADER, NONE, SELF
from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

Policy = dict[str, list[str]]

UNSAFE_INLINE = "'unsafe-inline'"

# Nothing on this site asks a browser for any of these, so nothing on it ever may.
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def public(*file_urls: str) -> Policy:
    """Return the policy of a page for visitors: what it is made of, and nothing more.

    `file_urls` are where images, styles and scripts are, such as MEDIA_URL; those on
    another host are named, and only for images, styles and scripts.
    """
    files = [SELF, *_origins(file_urls)]
    return {
        "default-src": [NONE],
        "img-src": files,
        "style-src": files,
        # JSON-LD is data: no browser runs it, and so no policy is asked about it.
        "script-src": files,
        # The suggestions of the search box.
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    }


def preview(*file_urls: str) -> Policy:
    """Return the policy of a preview: the page's, and its print rules within the page."""
    policy = public(*file_urls)
    return {**policy, "style-src": [*policy["style-src"], UNSAFE_INLINE]}


def admin(*file_urls: str) -> Policy:
    """Return the policy of Wagtail's admin, and of its page for signing in."""
    policy = public(*file_urls)
    return {
        **policy,
        # Pictures of a document in its review, before they are in the library.
        "img-src": [*policy["img-src"], "data:", "blob:"],
        # The form's widgets and Draftail bring styles within the page.
        "style-src": [*policy["style-src"], UNSAFE_INLINE],
        # So do inline panels and date fields, with the scripts that start them.
        "script-src": [*policy["script-src"], UNSAFE_INLINE],
        # The preview beside the form, and the page that Checks looks at.
        "frame-src": [SELF],
    }


def _origins(urls: Iterable[str]) -> list[str]:
    parts = [urlsplit(url) for url in urls]
    return list(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts if part.netloc))


class PolicyMiddleware(CSPMiddleware):
    """Adds the policy that fits what is asked for, and Permissions-Policy.

    Who is asking does not matter: the user bar of an editor works under the visitors' policy.

    A view that has set a policy of its own keeps it. The pages on which Django shows developers
    an error, while DEBUG, have no policy: each is one file with everything in it.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if settings.DEBUG and _is_technical(response):
            return response
        response = super().process_response(request, response)
        if settings.DEBUG and response.status_code in {404, 500}:
            # While DEBUG, django-csp takes every one of these for Django's.
            parts = self.get_policy_parts(request, response)
            response.headers.setdefault(HEADER, build_policy(**asdict(parts)))
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if report_only or parts.config is not None:
            return parts
        # A preview passes through all middleware as a visitor's request for the page does.
        if getattr(request, "is_dummy", False):
            parts.config = preview(settings.MEDIA_URL, settings.STATIC_URL)
        elif request.path.startswith(reverse("wagtailadmin_home")):
            parts.config = admin(settings.MEDIA_URL, settings.STATIC_URL)
        return parts


def _is_technical(response: HttpResponseBase) -> bool:
    """Whether `response` is one of Django's own pages for developers, by a line in all of them."""
    if response.status_code < 400 or not isinstance(response, HttpResponse):
        return False
    return b'<meta name="robots" content="NONE,NOARCHIVE">' in response.content
