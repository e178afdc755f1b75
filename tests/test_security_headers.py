"""What each kind of answer tells the browser to allow, and what it does not set."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from config import policies
from tests.browser.editor import superuser
from tests.public_pages import PublicPages, everything

pytestmark = pytest.mark.django_db

VISITORS = {
    "default-src": "'none'",
    "img-src": "'self'",
    "style-src": "'self'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
}
PREVIEW = {**VISITORS, "style-src": "'self' 'unsafe-inline'"}
ADMIN = {
    **PREVIEW,
    "img-src": "'self' data: blob:",
    "script-src": "'self' 'unsafe-inline'",
    "frame-src": "'self'",
}
MACHINES = ["/robots.txt", "/sitemap.xml", "/api/v2/pages/", "/api/v2/images/"]


@pytest.fixture
def made() -> PublicPages:
    return everything()


@pytest.fixture
def somebody(made: PublicPages) -> Client:
    client = Client()
    name, password = superuser()
    assert client.login(username=name, password=password)
    return client


def policy(response: Any) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in csp(response).split(";"))
    return {name: sources for name, _, sources in parts}


def csp(response: Any) -> str:
    return str(response.headers["Content-Security-Policy"])


def assert_private(response: Any) -> None:
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    allowed = response.headers["Permissions-Policy"].split(", ")
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(allowed)
    assert all(permission.endswith("=()") for permission in allowed)


# -- Visitors ----------------------------------------------------------------------


def test_every_answer_to_a_visitor_has_the_public_policy_and_no_cookie(made: PublicPages) -> None:
    for address in [*made.addresses.values(), *MACHINES]:
        response = Client().get(address)
        assert response.status_code == (404 if address == "/nowhere/" else 200), address
        assert policy(response) == VISITORS, address
        assert_private(response)
        assert not response.cookies, address


def test_answers_that_lead_elsewhere_have_it_too(made: PublicPages) -> None:
    response = Client().get(made.faq.url.rstrip("/"))
    assert response.status_code in {301, 302}
    assert policy(response) == VISITORS
    tap = Client().post(f"/feedback/{made.faq.pk}/", headers={"origin": "https://evil.example"})
    assert tap.status_code == 403
    assert policy(tap) == VISITORS


def test_the_error_page_has_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faq_pages.views.robots.Site.find_for_request", lambda request: 1 / 0)
    response = Client(raise_request_exception=False).get("/robots.txt")
    assert response.status_code == 500
    assert policy(response) == VISITORS
    assert_private(response)


# -- Editors -----------------------------------------------------------------------


def test_whoever_is_signed_in_gets_no_other_policy_on_public_pages(
    made: PublicPages, somebody: Client
) -> None:
    for address in ("/", made.faq.url, "/nowhere/"):
        response = somebody.get(address)
        assert policy(response) == VISITORS, address
        assert_private(response)


def test_the_admin_has_its_own_also_at_the_door(made: PublicPages, somebody: Client) -> None:
    for client, address in (
        (Client(), "/admin/login/"),
        (Client(), "/admin/password_reset/"),
        (somebody, "/admin/"),
        (somebody, f"/admin/pages/{made.faq.pk}/edit/"),
    ):
        response = client.get(address)
        assert response.status_code == 200
        assert policy(response) == ADMIN, address
        assert_private(response)


def test_a_preview_has_its_policy_in_every_mode(made: PublicPages, somebody: Client) -> None:
    for mode, _ in made.faq.preview_modes:
        assert policy(made.faq.make_preview_request(preview_mode=mode)) == PREVIEW, mode
    # As the frame beside the form has it: the answer passes through the middleware twice.
    address = f"/admin/pages/{made.faq.pk}/view_draft/"
    assert policy(somebody.get(address)) == PREVIEW


# -- Settings ----------------------------------------------------------------------


def test_uploads_on_another_host_are_named_and_nothing_else_of_it() -> None:
    found = policies.public("https://media.example.org/clinic/", "/static/")
    assert found["img-src"] == ["'self'", "https://media.example.org"]
    assert found["connect-src"] == found["form-action"] == ["'self'"]


def test_developers_errors_can_be_read(settings: Any) -> None:
    settings.DEBUG = True
    response = Client().get("/nowhere/")
    assert b"Page not found" in response.content
    assert "Content-Security-Policy" not in response.headers
    assert "Content-Security-Policy" in Client().get("/robots.txt").headers


@pytest.mark.parametrize("status", [403, 404, 500])
def test_while_developing_our_own_error_pages_have_the_policy(
    settings: Any, rf: RequestFactory, status: int
) -> None:
    settings.DEBUG = True
    answer = policies.PolicyMiddleware(lambda request: HttpResponse("Ours", status=status))
    assert policy(answer(rf.get("/"))) == VISITORS


def test_django_s_own_page_about_an_error_can_be_read(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEBUG = True
    monkeypatch.setattr("faq_pages.views.robots.Site.find_for_request", lambda request: 1 / 0)
    response = Client(raise_request_exception=False).get("/robots.txt")
    assert b"ZeroDivisionError" in response.content
    assert "Content-Security-Policy" not in response.headers


def test_a_view_keeps_the_policy_that_it_has_set(rf: RequestFactory) -> None:
    def view(request: Any) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})

    assert csp(policies.PolicyMiddleware(view)(rf.get("/"))) == "default-src 'none'"
