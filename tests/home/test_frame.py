"""What stands around every page: the menu, the clinic's facts, robots.txt, error pages."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, Page, Site

from faq_pages.seo import SeoSettings
from home.templatetags.home_tags import site_menu
from tests.home import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return pages.home_page()


def menu(rf, page: Page | None = None) -> list[tuple[str, str, bool]]:
    links = site_menu({"request": rf.get("/"), "page": page})
    return [(link.text, link.url, link.current) for link in links]


def test_the_menu_has_the_live_pages_that_editors_chose_in_tree_order(home, rf):
    contact = pages.contact_page(home)
    pages.content_page(home, "Pain", show_in_menus=True)
    pages.content_page(home, "Hidden")
    pages.content_page(home, "Draft", show_in_menus=True, live=False)
    assert menu(rf) == [("Contact", "/contact/", False), ("Pain", "/pain/", False)]
    assert menu(rf, contact)[0] == ("Contact", "/contact/", True)


def test_another_language_has_a_menu_of_its_own(home, client, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("es", "Spanish")]
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "django.middleware.locale.LocaleMiddleware"]
    spanish = Locale.objects.create(language_code="es")
    about = pages.content_page(home, "About", show_in_menus=True)
    for page, title in ((home, "Clínica"), (about, "Nosotros")):
        translation = page.copy_for_translation(spanish)
        translation.title = title
        translation.save_revision().publish()
    for language, here, there in (("es", "Nosotros", "About"), ("en", "About", "Nosotros")):
        for address in ("/", about.url, "/no/such/page/"):
            page = client.get(address, headers={"accept-language": language}).content.decode()
            menu = BeautifulSoup(page, "lxml").select_one("header").get_text()
            assert here in menu, address
            assert there not in menu, address


def test_the_menu_takes_one_query(home, rf, django_assert_num_queries):
    for number in range(5):
        pages.content_page(home, f"Page {number}", show_in_menus=True)
    request = rf.get("/")
    assert site_menu({"request": request})
    with django_assert_num_queries(1):
        assert len(site_menu({"request": request})) == 5


def test_a_lost_visitor_still_sees_the_clinics_phone_and_menu(home, client):
    site = Site.objects.get(is_default_site=True)
    SeoSettings.objects.create(site=site, struct_org_phone="+1 216 555 0100")
    pages.contact_page(home)
    answer = client.get("/no/such/page/")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert 'href="tel:+12165550100"' in page
    assert 'href="/contact/"' in page


def test_an_error_page_needs_no_database(home, client, monkeypatch):
    def fail(*arguments: object) -> None:
        raise RuntimeError("Something broke.")

    monkeypatch.setattr("home.models.HomePage.get_context", fail)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "<h1" in answer.content.decode()


def test_robots_are_told_the_sites_own_address_whatever_the_host_header_says(client):
    answer = client.get("/robots.txt", headers={"host": "evil.example"})
    assert answer["Content-Type"].startswith("text/plain")
    assert answer.content.decode() == (
        "User-agent: *\nDisallow: /admin/\n\nSitemap: http://localhost/sitemap.xml\n"
    )


def test_robots_are_answered_before_there_is_a_site(client):
    Site.objects.all().delete()
    assert "Sitemap" not in client.get("/robots.txt").content.decode()


def test_the_sitemap_lists_pages_with_the_day_they_changed(home, client):
    page = pages.content_page(home, "Pain")
    page.save_revision().publish()
    page.refresh_from_db()
    sitemap = client.get("/sitemap.xml").getvalue().decode()
    assert "<loc>http://localhost/pain/</loc>" in sitemap
    changed = page.last_published_at.isoformat(timespec="seconds")
    assert f"<lastmod>{changed}</lastmod>" in sitemap


def test_a_page_that_moves_is_found_at_its_old_address(
    home, client, django_capture_on_commit_callbacks
):
    page = pages.content_page(home, "Pain")
    page.slug = "back-pain"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    answer = client.get("/pain/")
    assert (answer.status_code, answer["Location"]) == (301, "/back-pain/")


@pytest.mark.parametrize(
    "address",
    ["/", "/contact/", "/nowhere/", "/robots.txt", "/sitemap.xml", "/api/v2/pages/"],
)
def test_no_public_address_leaves_a_cookie(home, client, address):
    pages.contact_page(home)
    answer = client.get(address, headers={"accept": "text/html,*/*"})
    assert not answer.cookies
    assert "Set-Cookie" not in answer
