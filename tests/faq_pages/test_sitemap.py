"""The sitemap: every canonical address that search engines may list, and no other."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.dateparse import parse_datetime
from wagtail.models import Page, PageViewRestriction, Site

from faq_pages import sitemaps
from faq_pages.models import FAQIndexPage, FAQPage
from tests.faq_pages import samples
from tests.home import pages

pytestmark = pytest.mark.django_db

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


@pytest.fixture
def index() -> FAQIndexPage:
    return samples.index_page()


def fetched(address: str = "/sitemap.xml", **headers: str) -> ElementTree.Element:
    response = Client().get(address, headers=headers)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    return ElementTree.fromstring(response.getvalue())


def urls(address: str = "/sitemap.xml", **headers: str) -> dict[str, tuple[str, list[str]]]:
    """The addresses in a file, each with its `lastmod` and images, once the shape is checked.

    As the schema has it: https://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd
    """
    root = fetched(address, **headers)
    assert root.tag == f"{NS}urlset"
    found = {}
    for url in root:
        assert url.tag == f"{NS}url"
        names = [child.tag for child in url]
        order = [f"{NS}loc", f"{NS}lastmod", f"{IMAGE}image"]
        assert names == [name for name in order if name in names]
        location = url.findtext(f"{NS}loc") or ""
        assert re.fullmatch(r"https?://[!-~]{1,2000}", location)
        assert location not in found
        changed = url.findtext(f"{NS}lastmod") or ""
        assert not changed or ISO.fullmatch(changed)
        images = [image.text or "" for image in url.findall(f"{IMAGE}image/{IMAGE}loc")]
        assert all(image.startswith("http") for image in images)
        found[location] = (changed, images)
    return found


# -- What is in it -----------------------------------------------------------------


def test_it_lists_public_pages_with_their_time_and_their_picture(index: FAQIndexPage) -> None:
    image = pages.picture()
    page = samples.faq_page(index, samples.question(), cover_image=image, cover_alt="A hip")
    found = urls()
    changed, images = found[page.full_url]
    assert parse_datetime(changed) == page.last_published_at.replace(microsecond=0)
    assert images == [f"http://localhost{image.file.url}"]
    assert set(found) == {index.full_url, page.full_url, "http://localhost/"}


def test_the_list_changes_when_an_entry_is_published(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    found = urls()
    assert found[index.full_url][0] == found[page.full_url][0] != ""


def test_each_address_answers_and_is_its_own_canonical(index: FAQIndexPage) -> None:
    home = pages.home_page()
    pages.content_page(home, "Pain", image=pages.picture())
    under_home = home.add_child(instance=FAQIndexPage(title="More", slug="more"))
    samples.faq_page(under_home, samples.question())
    found = urls()
    assert len(found) >= 4
    for url in found:
        response = Client().get(url.removeprefix("http://localhost"))
        assert response.status_code == 200
        assert f'<link rel="canonical" href="{url}">' in response.content.decode()
        assert b'content="noindex"' not in response.content


def test_what_search_engines_may_not_list_is_left_out(index: FAQIndexPage) -> None:
    kept = samples.faq_page(index, samples.question(), title="Kept")
    samples.faq_page(index, samples.question(), title="Draft", live=False)
    samples.faq_page(index, samples.question(), title="Hidden", noindex=True)
    elsewhere = "https://example.org/original/"
    samples.faq_page(index, samples.question(), title="Elsewhere", canonical_url=elsewhere)
    itself = samples.faq_page(index, samples.question(), title="Itself")
    itself.canonical_url = itself.full_url
    itself.save()
    kept.create_alias(update_slug="the-alias")
    private = samples.index_page("Staff", "staff")
    samples.faq_page(private, samples.question(), title="Below a private page")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    expected = {"http://localhost/", index.full_url, kept.full_url, itself.full_url}
    assert set(urls()) == expected


def test_a_list_that_is_kept_out_is_left_out(index: FAQIndexPage) -> None:
    FAQIndexPage.objects.update(noindex=True)
    assert index.full_url not in urls()


def test_a_closed_site_has_an_empty_sitemap(index: FAQIndexPage, settings: Any) -> None:
    samples.faq_page(index, samples.question())
    settings.FAQ_PAGES_INDEXABLE = False
    assert urls() == {}


def test_hostile_titles_and_paths_are_only_text(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question(), title="</loc><script>&\x0b")
    odd = samples.faq_page(index, samples.question(), title="Odd")
    image = pages.picture()
    image.file.name = "original_images/a&<b>.png"
    image.save()
    FAQPage.objects.update(cover_image=image)
    FAQPage.objects.filter(pk=page.pk).update(slug="höfte", url_path=f"{index.url_path}höfte/")
    # No page can be there: Wagtail serves no such path.
    FAQPage.objects.filter(pk=odd.pk).update(slug="<&>", url_path=f"{index.url_path}<&>/")
    found = urls()
    assert set(found) == {
        "http://localhost/",
        "http://localhost/faqs/",
        "http://localhost/faqs/h%C3%B6fte/",
    }
    (picture,) = found["http://localhost/faqs/h%C3%B6fte/"][1]
    assert picture == "http://localhost/media/original_images/a%26%3Cb%3E.png"


# -- Sites -------------------------------------------------------------------------


def another_site(parent: Page, slug: str, hostname: str) -> FAQPage:
    root = parent.add_child(instance=FAQIndexPage(title=slug, slug=slug))
    Site.objects.create(hostname=hostname, port=443, root_page=root)
    return samples.faq_page(root, samples.question(), title=f"On {slug}")


def test_each_site_lists_its_own_pages_at_its_own_address(index: FAQIndexPage) -> None:
    ours = samples.faq_page(index, samples.question())
    beside = another_site(Page.objects.get(depth=1), "beside", "beside.example")
    inside = another_site(index.get_parent(), "inside", "inside.example")
    here = urls()
    assert ours.full_url in here
    assert all(url.startswith("http://localhost/") for url in here)
    for page, host in ((beside, "beside.example"), (inside, "inside.example")):
        there = urls(host=host)
        assert set(there) == {f"https://{host}/", page.full_url}


def test_an_unknown_host_changes_no_address(index: FAQIndexPage) -> None:
    assert urls(host="evil.example") == urls()


def test_two_sites_with_one_root_list_each_page_once(index: FAQIndexPage) -> None:
    root = Site.objects.get().root_page
    Site.objects.create(hostname="second.example", port=80, root_page=root)
    both = [*urls(), *urls(host="second.example")]
    assert both.count(index.full_url) == 1


def test_without_a_site_there_is_none() -> None:
    Site.objects.all().delete()
    assert Client().get("/sitemap.xml").status_code == 404


# -- Page types that answer for themselves -----------------------------------------


def test_a_type_that_overrides_its_addresses_is_asked(
    index: FAQIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = samples.faq_page(index, samples.question())

    def two(self: FAQPage, request: Any = None) -> list[dict[str, Any]]:
        return [{"location": f"{self.full_url}{part}"} for part in ("", "print/")] + [
            {"location": "https://other.example/"}
        ]

    monkeypatch.setattr(FAQPage, "get_sitemap_urls", two)
    found = urls()
    assert {page.full_url, f"{page.full_url}print/"} < set(found)
    assert "https://other.example/" not in found


# -- Very large sites --------------------------------------------------------------


def test_beyond_its_size_there_is_an_index_of_files(
    index: FAQIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        samples.faq_page(index, samples.question(), title=f"Page {number}")
    whole = urls()
    monkeypatch.setattr(sitemaps, "PAGES_PER_FILE", 2)
    root = fetched()
    assert root.tag == f"{NS}sitemapindex"
    files = [file.findtext(f"{NS}loc") or "" for file in root]
    assert files == [f"http://localhost/sitemap.xml?p={number}" for number in range(1, 5)]
    parts = [urls(file.removeprefix("http://localhost")) for file in files]
    assert [len(part) for part in parts] == [2, 2, 2, 1]
    assert {url: facts for part in parts for url, facts in part.items()} == whole


@pytest.mark.parametrize("number", ["0", "2", "-1", "x", "1.0", "²", "9" * 30])
def test_a_file_that_is_not_there_is_not_found(index: FAQIndexPage, number: str) -> None:
    assert Client().get("/sitemap.xml", {"p": number}).status_code == 404


def test_many_pages_cost_as_many_queries_as_one(index: FAQIndexPage) -> None:
    def queries() -> int:
        urls()
        with CaptureQueriesContext(connection) as captured:
            urls()
        return len(captured)

    samples.faq_page(index, samples.question())
    few = queries()
    for number in range(12):
        samples.faq_page(index, samples.question(), title=f"Page {number}")
    assert queries() == few


def test_head_answers_without_a_body(index: FAQIndexPage) -> None:
    response = Client().head("/sitemap.xml")
    assert response.status_code == 200
    assert response.getvalue() == b""
    assert Client().post("/sitemap.xml").status_code == 405
