"""The way through a site, as a crawler takes it."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from faq_pages.audit.crawler import Crawler
from faq_pages.audit.serving import Visitor
from tests.faq_pages import samples
from tests.home.pages import home_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def site() -> Site:
    return Site.objects.get(is_default_site=True)


def crawl(site: Site, under: str = "/") -> Crawler:
    crawler = Crawler(Visitor(site), under)
    list(crawler)
    return crawler


def visit(site: Site, path: str):
    return crawl(site).visits[f"{site.root_url}{path}"]


def answer_with_link(href: str):
    return samples.question(answer=f'<p>Read <a href="{href}">this</a> first.</p>')


def test_pages_are_found_link_by_link_and_their_depth_is_counted(site: Site):
    home_page()
    site.refresh_from_db()
    index = samples.index_page()
    index.show_in_menus = True
    index.save()
    samples.faq_page(index, samples.question(), title="Knees")

    assert visit(site, "/").depth == 0
    assert visit(site, "/faqs/").depth == 1
    # The home page shows the latest answers.
    assert visit(site, "/faqs/knees/").depth == 1


def test_a_page_that_only_the_sitemap_names_is_read_and_has_no_depth(site: Site):
    samples.faq_page(samples.index_page(), samples.question(), title="Knees")

    found = visit(site, "/faqs/knees/")

    assert found.depth is None
    assert found.in_sitemap
    assert found.is_online


def test_a_link_to_nowhere_is_visited(site: Site):
    samples.faq_page(samples.index_page(), answer_with_link("/nowhere/"), title="Knees")

    assert visit(site, "/nowhere/").status == 404


def test_a_redirect_is_followed_and_its_target_named(site: Site):
    samples.faq_page(samples.index_page(), answer_with_link("/old/"), title="Knees")
    Redirect.objects.create(site=site, old_path="/old", redirect_link="/faqs/knees/")

    found = visit(site, "/old/")

    assert found.status == 301
    assert found.location == f"{site.root_url}/faqs/knees/"


def test_editors_pages_files_and_other_hosts_are_left_alone(site: Site):
    links = "".join(
        f'<a href="{href}">there</a> '
        for href in ("/admin/", "/media/a.pdf", "/static/a.css", "https://example.org/", "tel:123")
    )
    samples.faq_page(samples.index_page(), samples.question(answer=f"<p>{links}</p>"))

    asked = crawl(site).visits

    assert not [url for url in asked if "admin" in url or "media" in url or "static" in url]
    assert all(url.startswith(site.root_url) for url in asked)


def test_an_address_that_is_none_does_not_stop_the_crawl(site: Site):
    samples.faq_page(samples.index_page(), answer_with_link("http://[a"), title="Knees")

    assert visit(site, "/faqs/knees/").is_online


def test_only_what_stands_below_a_path_is_read(site: Site):
    samples.faq_page(samples.index_page(), samples.question(), title="Knees")
    samples.faq_page(samples.index_page("Others", "others"), samples.question(), title="Hips")

    asked = crawl(site, "/others/").visits

    assert set(asked) == {f"{site.root_url}/others/", f"{site.root_url}/others/hips/"}


def test_a_page_that_fails_is_an_answer_with_status_500(site: Site, monkeypatch):
    page = samples.faq_page(samples.index_page(), samples.question(), title="Knees")

    def fail(*args, **kwargs):
        raise RuntimeError("It broke.")

    monkeypatch.setattr(type(page), "get_content", fail)

    assert visit(site, "/faqs/knees/").status == 500


def test_the_site_is_asked_under_its_own_name(site: Site, settings):
    settings.ALLOWED_HOSTS = ["clinic.example"]
    site.hostname, site.port = "clinic.example", 443
    site.save()

    asked = crawl(site).visits

    assert asked["https://clinic.example/"].status == 200
