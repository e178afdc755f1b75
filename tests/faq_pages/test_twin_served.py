"""Where the Markdown twin of a page stands, who may read it, and who is led to it."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import set_script_prefix
from wagtail.models import PageViewRestriction, Site

from faq_pages.models import FAQIndexPage, FAQPage
from tests.faq_pages import samples
from tests.faq_pages.pages import soup


@pytest.fixture
def page(db: None) -> FAQPage:
    return samples.faq_page(samples.index_page(), samples.tldr(), samples.question())


def test_it_stands_beside_the_page_and_out_of_search_engines(page: FAQPage) -> None:
    response = Client().get("/faqs/steroid-injections.md")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Link"] == f'<{page.full_url}>; rel="canonical"'
    assert response.content.startswith(b"# Steroid injections\n")
    again = Client().get("/faqs/steroid-injections.md", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    for name in ("ETag", "Last-Modified", "Cache-Control"):
        assert again[name] == response[name], name
    (link,) = soup(page.url).select("link[rel=alternate][type='text/markdown']")
    assert link["href"] == page.full_url.rstrip("/") + ".md"


@pytest.mark.parametrize(
    "address",
    [
        "/faqs.md",
        "/.md",
        "/faqs/.md",
        "/faqs//steroid-injections.md",
        "/faqs/nothing.md",
        "/a.b.md",
    ],
)
def test_nothing_else_has_a_twin(page: FAQPage, address: str) -> None:
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("prefix", ["/", "/clinic/"])
def test_it_stands_below_the_prefix_of_the_server(page: FAQPage, prefix: str) -> None:
    set_script_prefix(prefix)
    try:
        client = Client(SCRIPT_NAME=prefix.rstrip("/"))
        assert client.get("/faqs/steroid-injections.md").status_code == 200
        led = client.get("/faqs/Steroid-Injections.MD")
        assert led["Location"] == f"{prefix}faqs/steroid-injections.md"
        page.delete()
        assert client.get("/faqs/steroid-injections/").status_code == 410
    finally:
        set_script_prefix("/")


def test_a_slug_of_other_letters_has_one_too(page: FAQPage) -> None:
    FAQPage.objects.filter(pk=page.pk).update(slug="höfte", url_path="/home/faqs/höfte/")
    assert Client().get("/faqs/höfte.md").status_code == 200


@pytest.mark.parametrize("address", ["/FAQS/Steroid-Injections.md", "/faqs/steroid-injections.MD"])
def test_capitals_lead_to_it_at_once(page: FAQPage, address: str) -> None:
    response = Client().get(address)
    assert (response.status_code, response["Location"]) == (301, page.twin_path)


def test_a_draft_has_none(page: FAQPage) -> None:
    page.unpublish()
    assert Client().get("/faqs/steroid-injections.md").status_code == 404


def test_an_alias_names_its_source(page: FAQPage) -> None:
    page.create_alias(update_slug="the-alias")
    response = Client().get("/faqs/the-alias.md")
    assert response["Link"] == f'<{page.full_url}>; rel="canonical"'


def test_addresses_come_from_the_site(page: FAQPage) -> None:
    site = Site.objects.get()
    site.hostname = "clinic.example"
    site.save()
    response = Client().get("/faqs/steroid-injections.md", headers={"host": "evil.example"})
    assert b"evil.example" not in response.content
    assert b"http://clinic.example/faqs/steroid-injections/" in response.content


def test_a_page_of_a_site_within_a_site_has_it_at_its_own(page: FAQPage) -> None:
    outer, index = Site.objects.get(), page.get_parent()
    part = index.add_sibling("last-sibling", instance=FAQIndexPage(title="Part", slug="part"))
    Site.objects.create(hostname="part.example", root_page=part)
    inner = part.add_child(instance=FAQIndexPage(title="FAQs", slug="faqs"))
    knees = samples.faq_page(inner, samples.question(), title="Knees", slug=page.slug)
    accept = {"accept": "text/markdown"}
    outside = Client().get(f"/part/faqs/{page.slug}/", headers={**accept, "host": outer.hostname})
    assert outside["Location"] == f"http://part.example/faqs/{page.slug}.md"
    inside = Client().get(f"/faqs/{page.slug}/", headers={**accept, "host": "part.example"})
    assert inside["Location"] == knees.twin_path
    twin = Client().get(knees.twin_path, headers={"host": "part.example"})
    assert twin.content.startswith(b"# Knees\n")


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_a_private_page_is_private_there_too(page: FAQPage, kind: str) -> None:
    restriction = PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type=kind, password="open"
    )
    staff = Group.objects.create(name="Staff")
    restriction.groups.add(staff)
    client = Client()
    for response in (client.get(page.twin_path), client.head(page.twin_path)):
        assert "markdown" not in response["Content-Type"]
        assert b"Will it hurt" not in response.content
    if kind == "password":
        client.post(
            f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
            {"password": "open", "return_url": page.twin_path},
        )
    else:
        user = User.objects.create_user("reader")
        user.groups.add(staff)
        client.force_login(user)
    opened = client.get(page.twin_path)
    assert b"Will it hurt" in opened.content
    assert "no-store" in opened["Cache-Control"]


# -- Asked for at the page's own address -------------------------------------------


@pytest.mark.parametrize(
    "accept",
    ["text/markdown", "text/html;q=0.5, text/markdown;q=0.1", "Text/Markdown; charset=utf-8, */*"],
)
def test_whoever_names_markdown_is_led_to_it(page: FAQPage, accept: str) -> None:
    response = Client().get(page.url, headers={"accept": accept})
    assert (response.status_code, response["Location"]) == (303, page.twin_path)
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "accept",
    [
        "*/*",
        "text/*",
        "text/html",
        "text/markdown;q=0",
        "text/markdown;q=abc",
        "text/html, text/markdown;q=0.0",
        "",
    ],
)
def test_everybody_else_gets_the_page(page: FAQPage, accept: str) -> None:
    response = Client().get(page.url, headers={"accept": accept})
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/html")
    assert "accept" not in response.get("Vary", "").lower()


def test_a_private_page_leads_nobody_to_its_twin(page: FAQPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    response = Client().get(page.url, headers={"accept": "text/markdown"})
    assert "login" in response["Location"]


def test_the_preview_shows_it(page: FAQPage) -> None:
    response = page.make_preview_request(preview_mode="markdown")
    response.render()
    html = BeautifulSoup(response.content, "html.parser")
    assert html.pre.text.startswith("# Steroid injections\n")
    assert html.pre["tabindex"] == "0"


def test_the_list_has_no_twin(page: FAQPage) -> None:
    assert isinstance(page.get_parent().specific, FAQIndexPage)
    assert not soup("/faqs/").select("link[type='text/markdown']")
