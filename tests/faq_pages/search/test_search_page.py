"""Search as a visitor meets it."""

import logging
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import connection
from django.test import Client
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits, SearchPromotion
from wagtail.models import PageViewRestriction, Site
from wagtailseo.models import SeoSettings

from faq_pages.models import Topic
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaflet(index):
    topic = Topic.objects.create(name="Knees", slug="knees")
    return samples.faq_page(
        index,
        samples.question("Will it hurt?", "<p>A little &amp; only for a <b>day</b>.</p>"),
        samples.question("Can I drive?", "<p>After two weeks.</p>"),
        topics=[topic],
    )


def ask(query: str, **params: str) -> BeautifulSoup:
    response = Client().get("/search/", {"q": query, **params})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def results(soup: BeautifulSoup) -> list[str]:
    return [heading.get_text() for heading in soup.select(".faq-result-question")]


def test_a_result_is_the_question_its_page_and_a_snippet_with_the_words_marked(leaflet):
    soup = ask("hurting")
    (result,) = soup.select(".faq-result")
    assert result.select_one("a")["href"] == "/faqs/steroid-injections/#will-it-hurt"
    assert [mark.get_text() for mark in result.select("mark")] == ["hurt"]
    assert result.select_one(".faq-result-snippet").get_text() == "A little & only for a day."
    assert "Steroid injections" in result.select_one(".faq-result-page").get_text()


def test_what_was_typed_stands_in_the_box_again_and_is_harmless(leaflet):
    soup = ask('"><script>alert(1)</script>')
    assert soup.select_one("input[name=q]")["value"] == '"><script>alert(1)</script>'
    assert [script for script in soup.select("script") if "alert" in script.get_text()] == []


def test_no_result_gives_the_phone_number_and_topics_to_browse(leaflet):
    site = Site.objects.get(is_default_site=True)
    SeoSettings.objects.create(site=site, struct_org_phone="(555) 010-0199")
    soup = ask("xylophone")
    assert results(soup) == []
    assert soup.select_one(".faq-empty a[href='tel:5550100199']")
    links = {link.get_text(): link["href"] for link in soup.select(".faq-search-topics a")}
    assert links == {"All questions": "/faqs/", "Knees": "/faqs/?topic=knees"}


def test_a_doubtful_answer_says_so_first(leaflet):
    soup = ask("xylophone zebra quixotic hurt")
    assert soup.select_one(".faq-empty")
    assert soup.select(".faq-search-topics a")
    assert results(soup) == ["Will it hurt?"]
    assert not ask("does it hurt").select(".faq-empty")


def test_without_a_query_there_is_the_box_and_the_topics(leaflet):
    soup = ask("")
    assert soup.select_one("h1").get_text() == "Search"
    assert soup.select(".faq-search-topics a")


def test_a_mended_word_is_told(leaflet):
    assert "drive" in ask("drivve").select_one(".faq-search-note").get_text()


def test_many_results_have_pages(index):
    for number in range(12):
        samples.faq_page(index, samples.question("Will it hurt?"), title=f"Page {number}")
    first, second, beyond = ask("hurt"), ask("hurt", page="2"), ask("hurt", page="99")
    assert [len(results(soup)) for soup in (first, second, beyond)] == [10, 2, 2]
    assert results(ask("hurt", page="-1")) == results(first)
    assert first.select_one("a[rel=next]")["href"] == "/search/?q=hurt&page=2"
    assert second.select_one("ol.faq-results")["start"] == "11"


@pytest.mark.parametrize("query", ["%00", "%FF%FE", "x" * 5000, quote("😀"), "page=1", "%"])
def test_no_query_is_an_error(leaflet, query):
    assert Client().get(f"/search/?q={query}&page=%00").status_code == 200
    assert Client().get(f"/search/suggest/?q={query}").status_code == 200


def test_results_are_for_no_search_engine_and_no_cache(leaflet):
    response = Client().get("/search/?q=hurt")
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"
    assert "Set-Cookie" not in response


def test_searching_changes_nothing(leaflet):
    assert Client().post("/search/", {"q": "hurt"}).status_code == 405


def test_nothing_that_was_typed_is_kept(leaflet, caplog):
    typed = "unmistakablewords"
    with caplog.at_level(logging.INFO):
        ask(typed)
        Client().get("/search/suggest/", {"q": typed})
    assert typed not in caplog.text
    assert not Query.objects.exists()
    assert not QueryDailyHits.objects.exists()
    with connection.cursor() as cursor:
        for model in apps.get_models():
            for field in model._meta.local_concrete_fields:
                if field.get_internal_type() in {"CharField", "TextField", "JSONField"}:
                    table = connection.ops.quote_name(model._meta.db_table)
                    column = connection.ops.quote_name(str(field.column))
                    cursor.execute(
                        f"SELECT count(*) FROM {table} WHERE CAST({column} AS text) LIKE %s",
                        [f"%{typed}%"],
                    )
                    assert cursor.fetchone()[0] == 0, model


def test_editors_put_a_page_on_top(leaflet, index):
    query = Query.objects.create(query_string="does it hurt")
    SearchPromotion.objects.create(query=query, page=leaflet, sort_order=1)
    link = "https://example.org/pain"
    SearchPromotion.objects.create(
        query=query, external_link_url=link, external_link_text="Pain", sort_order=2
    )
    promoted = [a["href"] for a in ask("Does it hurt?").select(".faq-promoted a")]
    assert promoted == ["/faqs/steroid-injections/", link]
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    assert [a["href"] for a in ask("Does it hurt?").select(".faq-promoted a")] == [link]


def test_suggestions_are_questions_that_go_on_as_typed(leaflet):
    answer = Client().get("/search/suggest/", {"q": "can i dri"}).json()
    assert answer == {
        "questions": [{"question": "Can I drive?", "url": "/faqs/steroid-injections/#can-i-drive"}]
    }
    assert Client().get("/search/suggest/").json() == {"questions": []}


def test_home_and_list_have_the_box(leaflet):
    soup = BeautifulSoup(Client().get("/faqs/").content, "html.parser")
    form = soup.select_one("form.faq-search")
    assert (form["action"], form["method"]) == ("/search/", "get")


def test_a_search_takes_the_same_queries_for_one_and_for_many_results(
    index, leaflet, django_assert_max_num_queries
):
    for number in range(12):
        samples.faq_page(index, samples.question("Will it hurt?"), title=f"Page {number}")
    ask("hurt")
    with django_assert_max_num_queries(16):
        ask("hurt")
