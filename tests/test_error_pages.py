"""Refusals that Django and Wagtail answer with: in the site's look, in plain words."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import BadRequest, PermissionDenied
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.public_pages import everything

pytestmark = pytest.mark.django_db


def read(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def refused(error: Exception, monkeypatch: pytest.MonkeyPatch) -> Any:
    def fail(request: Any) -> None:
        raise error

    monkeypatch.setattr("faq_pages.views.robots.Site.find_for_request", fail)
    return Client().get("/robots.txt")


@pytest.mark.parametrize(
    ("error", "status", "heading"),
    [
        (BadRequest("x"), 400, "Sorry, we could not read what your browser sent"),
        (PermissionDenied("x"), 403, "This page is not open to you"),
    ],
)
def test_a_refusal_is_in_the_sites_look(
    settings: Any, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, heading: str
) -> None:
    settings.LANGUAGE_CODE = "de"
    response = refused(error, monkeypatch)
    assert response.status_code == status
    html = read(response)
    assert html.h1.text == heading
    assert html.html["lang"] == "de"
    assert html.select("link[rel=stylesheet]")
    assert html.select_one("a[href='/']")


def test_an_unknown_host_is_refused_in_the_sites_look(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["clinic.example"]
    response = Client(headers={"host": "evil.example"}).get("/")
    assert response.status_code == 400
    assert read(response).h1.text == "Sorry, we could not read what your browser sent"


def test_a_form_without_its_token_is_refused_in_the_sites_look() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {})
    assert response.status_code == 403
    assert read(response).h1.text == "Sorry, that did not go through"


def test_a_page_with_a_password_asks_for_it_in_the_sites_frame_and_shows_nothing() -> None:
    made = everything()
    faq = made.faq
    PageViewRestriction.objects.create(
        page=faq, restriction_type=PageViewRestriction.PASSWORD, password="open"
    )
    client = Client()
    response = client.get(faq.url)
    html = read(response)
    assert html.h1.text == "This page needs a password"
    assert html.find("footer")
    assert faq.title not in str(html.main) + str(html.head)
    assert set(client.cookies) == {"csrftoken"}
    form = html.select_one("main form")
    address = str(form["action"])
    posted = {field["name"]: field.get("value", "") for field in form.select("input")}
    wrong = read(client.post(address, {**posted, "password": "x"}))
    assert wrong.select_one("[role=alert]").text
    right = client.post(address, {**posted, "password": "open"}, follow=True)
    assert faq.title in right.content.decode()
