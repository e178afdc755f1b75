"""Addresses that no page has: written in capitals, without a slash, or removed on purpose."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from faq_pages.models import FAQIndexPage, FAQPage, RemovedAddress
from tests.browser.editor import superuser
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> FAQIndexPage:
    return samples.index_page()


@pytest.fixture
def page(index: FAQIndexPage) -> FAQPage:
    return samples.faq_page(index, samples.question())


def answer(address: str, **headers: str) -> Any:
    return Client().get(address, headers=headers)


def led(address: str) -> tuple[int, str]:
    response = answer(address)
    return response.status_code, response.get("Location", "")


def noted() -> list[str]:
    return list(RemovedAddress.objects.values_list("path", flat=True))


# -- Written differently -----------------------------------------------------------


def test_capitals_lead_to_the_page_at_once(page: FAQPage) -> None:
    assert led("/FAQs/Steroid-Injections/") == (301, page.url)
    assert led("/FAQs/Steroid-Injections") == (301, page.url)
    assert led("/FAQS/?page=2&Q=%C3%96") == (301, "/faqs/?page=2&Q=%C3%96")


def test_a_missing_slash_is_one_redirect(page: FAQPage) -> None:
    assert led("/faqs/steroid-injections?a=B") == (301, f"{page.url}?a=B")


@pytest.mark.parametrize("address", ["/FAQs/Nothing/", "/NOWHERE/", "/Search/X/", "/%00A/"])
def test_capitals_that_lead_nowhere_are_not_found(page: FAQPage, address: str) -> None:
    assert answer(address).status_code == 404


def test_capitals_of_a_draft_are_not_found(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.question(), live=False)
    assert answer("/faqs/Steroid-Injections/").status_code == 404


def test_a_redirect_comes_first(page: FAQPage) -> None:
    Redirect.add_redirect("/FAQs/Steroid-Injections", "https://example.org/")
    Redirect.add_redirect("/gone", "https://example.org/")
    RemovedAddress.objects.create(site=Site.objects.get(), path="/gone/")
    assert led("/FAQs/Steroid-Injections/") == (301, "https://example.org/")
    assert led("/gone/") == (301, "https://example.org/")


def test_a_page_that_is_found_asks_for_nothing_more(
    page: FAQPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(request: Any) -> None:
        raise AssertionError("It looked for a missing address.")

    for name in ("_gone", "_in_small_letters"):
        monkeypatch.setattr(f"faq_pages.middleware.{name}", refuse)
    assert answer(page.url).status_code == 200


# -- Removed on purpose ------------------------------------------------------------


def test_a_deleted_page_is_gone_in_plain_words(page: FAQPage) -> None:
    page.delete()
    for address in (page.url, page.url.rstrip("/"), "/faqs/Steroid-Injections/", f"{page.url}?a=1"):
        response = answer(address)
        assert response.status_code == 410, address
        html = BeautifulSoup(response.content, "html.parser")
        assert html.h1.text == "This page is gone"
        assert html.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert response["Cache-Control"] == "max-age=0, must-revalidate"
        assert html.find("footer")
    assert Client().head(page.url).status_code == 410


def test_a_site_without_a_template_of_its_own_says_so_too(page: FAQPage, settings: Any) -> None:
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": []}]
    page.delete()
    response = answer(page.url)
    assert response.status_code == 410
    html = BeautifulSoup(response.content, "html.parser")
    assert html.h1.text == "This page is gone"
    assert "will not come back" in html.main.text


def test_the_pages_below_are_gone_with_it(index: FAQIndexPage) -> None:
    live = samples.faq_page(index, samples.question(), title="Live")
    draft = samples.faq_page(index, samples.question(), title="Draft", live=False)
    index.delete()
    assert noted() == ["/faqs/", "/faqs/live/"]
    assert answer(live.url).status_code == 410
    assert answer(f"/faqs/{draft.slug}/").status_code == 404


def test_deleted_in_bulk_they_are_gone_too(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.question(), title="One")
    samples.faq_page(index, samples.question(), title="Two")
    FAQPage.objects.all().delete()
    assert noted() == ["/faqs/one/", "/faqs/two/"]


def test_an_unpublished_page_may_come_back(page: FAQPage) -> None:
    page.save_revision().publish()
    page.unpublish()
    assert answer("/faqs/steroid-injections/").status_code == 404


def test_unpublished_first_and_then_deleted_it_is_gone(page: FAQPage) -> None:
    page.save_revision().publish()
    page.unpublish()
    page.delete()
    assert answer("/faqs/steroid-injections/").status_code == 410
    assert answer("/faqs/steroid-injections.md").status_code == 410


def test_a_page_that_was_renamed_is_gone_from_both_addresses(page: FAQPage) -> None:
    Redirect.add_redirect("/faqs/old", page)
    page.delete()
    assert noted() == ["/faqs/old/", "/faqs/steroid-injections/"]
    assert answer("/faqs/old/").status_code == 410


def test_what_nobody_could_read_is_not_said_to_be_gone(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)
    page.delete()
    assert noted() == []


def test_a_page_published_there_takes_the_address_back(page: FAQPage, index: FAQIndexPage) -> None:
    page.delete()
    again = samples.faq_page(index, samples.question())
    assert (again.url, noted()) == (page.url, [])
    assert answer(page.url).status_code == 200


def test_a_page_moved_there_takes_the_address_back(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    staying = samples.faq_page(index, samples.question(), title="Staying gone")
    twin = samples.index_page("More", "more")
    moving = samples.faq_page(twin, samples.question())
    page.delete()
    staying.delete()
    index.refresh_from_db()
    moving.move(index, pos="last-child")
    assert noted() == ["/faqs/staying-gone/"]


def test_a_renamed_parent_takes_back_the_addresses_below(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    other = samples.index_page("More", "more")
    samples.faq_page(other, samples.question())
    page.delete()
    index.refresh_from_db()
    index.delete()
    assert noted() == ["/faqs/", "/faqs/steroid-injections/"]
    other.slug = "faqs"
    other.save_revision().publish()
    assert noted() == []


def test_a_note_that_is_out_of_date_hides_no_page(index: FAQIndexPage, page: FAQPage) -> None:
    RemovedAddress.objects.create(site=Site.objects.get(), path=page.url)
    assert answer(page.url).status_code == 200
    assert led(page.url.rstrip("/")) == (301, page.url)


def test_each_site_remembers_its_own(page: FAQPage) -> None:
    root = Page.objects.get(depth=1).add_child(instance=FAQIndexPage(title="B", slug="b"))
    Site.objects.create(hostname="b.example", port=80, root_page=root)
    page.delete()
    assert answer(page.url).status_code == 410
    assert answer(page.url, host="b.example").status_code == 404
    samples.faq_page(root, samples.question()).delete()
    assert answer("/steroid-injections/", host="b.example").status_code == 410
    assert answer("/steroid-injections/").status_code == 404


def test_a_whole_site_can_be_deleted(page: FAQPage) -> None:
    Site.objects.get().root_page.delete()
    connection.check_constraints()
    assert noted() == []


def test_deleting_a_page_asks_little(page: FAQPage) -> None:
    with CaptureQueriesContext(connection) as captured:
        page.delete()
    ours = [query for query in captured if "removedaddress" in query["sql"].lower()]
    assert len(ours) <= 2


# -- The list in the admin ---------------------------------------------------------


def kept(path: str) -> str:
    row = RemovedAddress(site=Site.objects.get(), path=path)
    row.full_clean()
    row.save()
    return row.path


def test_an_address_is_written_as_it_is_compared() -> None:
    assert kept("old/page") == "/old/page/"
    assert kept(" https://clinic.example/a//b?x=1#y ") == "/a/b/"
    assert kept("/h%C3%B6fte") == "/höfte/"


def test_an_address_that_is_in_use_is_refused_in_a_sentence(page: FAQPage) -> None:
    for path, words in ((page.url, f"There is a page at “{page.url}”."), ("/", "home page")):
        with pytest.raises(ValidationError) as refused:
            kept(path)
        assert words in refused.value.message_dict["path"][0]


def test_editors_see_and_mend_the_list(page: FAQPage) -> None:
    page.delete()
    editor = Client()
    name, password = superuser()
    assert editor.login(username=name, password=password)
    listed = editor.get("/admin/snippets/faq_pages/removedaddress/").content.decode()
    assert page.url in listed
    assert "Removed addresses" in editor.get("/admin/").content.decode()
    row = RemovedAddress.objects.get()
    editor.post(f"/admin/snippets/faq_pages/removedaddress/delete/{row.pk}/")
    assert answer(page.url).status_code == 404
    site = Site.objects.get()
    add = "/admin/snippets/faq_pages/removedaddress/add/"
    editor.post(add, {"site": site.pk, "path": "other/page"})
    assert answer("/other/page/").status_code == 410
