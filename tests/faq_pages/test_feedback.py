"""One tap that says whether a page answered, and nothing about who tapped.

Long because one form is met by every kind of browser, visitor and stranger.
"""

from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction, Site
from wagtailseo.models import SeoSettings

from faq_pages.models import FAQIndexPage, FAQPage, FAQSettings, Feedback
from faq_pages.views.feedback import feedback_url
from tests.faq_pages import people, samples
from tests.faq_pages.feedback import FORM, HERE, page_to_tap, stored, tap
from tests.faq_pages.pages import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def faq(index: FAQIndexPage) -> FAQPage:
    return page_to_tap(index)


# -- The form ----------------------------------------------------------------------


def form(page: Any) -> Any:
    html = Client().get(page.url).content
    return BeautifulSoup(html, "html.parser").select_one("form.faq-feedback")


@pytest.fixture
def included(settings: Any, tmp_path: Any) -> None:
    """The form alone, whatever the page's own template puts around it."""
    folder = tmp_path / "faq_pages"
    folder.mkdir()
    (folder / "faq_page.html").write_text('{% include "faq_pages/includes/feedback.html" %}')
    (template,) = settings.TEMPLATES
    settings.TEMPLATES = [{**template, "DIRS": [tmp_path, *template["DIRS"]]}]


@pytest.mark.usefixtures("included")
class TestForm:
    def test_it_has_one_question_and_two_buttons(self, faq: FAQPage) -> None:
        found = form(faq)
        assert (found["method"], found["action"]) == ("post", f"/feedback/{faq.pk}/")
        assert found.select_one("p.faq-feedback-question").text == "Did this answer your question?"
        buttons = [(b["name"], b["value"], b.text) for b in found.select("button.faq-button")]
        assert buttons == [("answer", "yes", "Yes"), ("answer", "no", "No")]
        assert found["aria-labelledby"] == found.p["id"]

    def test_it_is_not_there_where_the_site_does_not_ask(self, faq: FAQPage) -> None:
        do_not_ask()
        assert form(faq) is None

    def test_it_is_not_there_on_an_alias_or_a_private_page(self, faq: FAQPage) -> None:
        assert form(faq.create_alias(update_slug="the-alias")) is None
        make_private(faq)
        assert feedback_url(faq) == ""
        reader = people.signed_in(people.editor(faq.get_parent()))
        shown = BeautifulSoup(reader.get(faq.url).content, "html.parser")
        assert "feedback" not in str(shown)

    def test_in_a_preview_it_is_to_be_seen_only(self, faq: FAQPage) -> None:
        html = BeautifulSoup(faq.make_preview_request().content, "html.parser")
        assert all(button.has_attr("disabled") for button in html.select("form button"))
        assert not html.form.has_attr("action")


def do_not_ask() -> None:
    FAQSettings.objects.create(site=Site.objects.get(is_default_site=True), asks_feedback=False)


def make_private(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


# -- What is stored ------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "helpful"), [("yes", True), ("no", False)])
def test_a_tap_stores_page_answer_and_day(faq: FAQPage, answer: str, helpful: bool) -> None:
    response = tap(faq, answer)
    assert response.status_code == 303
    assert response["Location"] == f"/feedback/{faq.pk}/thanks/?answer={answer}"
    assert stored() == [(faq.pk, "", helpful, timezone.localdate())]
    assert not response.cookies


def test_nothing_else_can_be_stored() -> None:
    names = {field.name for field in Feedback._meta.get_fields()}
    assert names == {"id", "page", "question", "helpful", "day"}


def test_a_question_of_the_page_is_a_row_of_its_own(faq: FAQPage) -> None:
    tap(faq, "no")
    response = tap(faq, "no", question="will-it-hurt")
    assert response["Location"] == f"/feedback/{faq.pk}/thanks/?answer=no&question=told"
    assert [row[1:3] for row in stored()] == [("", False), ("will-it-hurt", False)]


def test_an_anchor_that_the_question_had_counts_for_the_one_it_has(faq: FAQPage) -> None:
    faq.body[0].value["anchor"] = "pain"
    faq.save_revision().publish()
    assert tap(faq, "no", question="will-it-hurt").status_code == 303
    assert [row[1] for row in stored()] == ["pain"]


@pytest.mark.parametrize(
    "anchor", ["no-such-question", "not-answered-yet", "<script>", "will-it-hurt\0", "x" * 4000]
)
def test_an_anchor_that_patients_do_not_see_is_refused_in_a_sentence(
    faq: FAQPage, anchor: str
) -> None:
    response = tap(faq, "no", question=anchor)
    assert response.status_code == 400
    assert "The page may have changed since you opened it." in response.content.decode()
    assert stored() == []


@pytest.mark.parametrize("answer", ["", "maybe", "YES", "yes\0"])
def test_an_answer_that_is_none_is_refused(faq: FAQPage, answer: str) -> None:
    assert tap(faq, answer).status_code == 400
    assert stored() == []


# -- Whom it is about ------------------------------------------------------------------


def test_only_a_live_public_page_of_this_site_takes_feedback(
    faq: FAQPage, index: FAQIndexPage
) -> None:
    draft = samples.faq_page(index, samples.question(), title="A draft", live=False)
    alias = faq.create_alias(update_slug="the-alias")
    private = samples.faq_page(index, samples.question(), title="Private")
    make_private(private)
    elsewhere = samples.faq_page(index.copy(update_attrs={"slug": "other"}), title="Elsewhere")
    Site.objects.filter(is_default_site=True).update(root_page=index)
    for refused in (draft, alias, private, elsewhere, index):
        assert tap(refused).status_code == 404
        assert Client().get(f"/feedback/{refused.pk}/thanks/").status_code == 404
    assert tap(faq).status_code == 303
    assert len(stored()) == 1


@pytest.mark.parametrize("number", ["0", "999999", str(2**31), str(2**63), "9" * 40])
def test_a_page_that_never_was_is_not_found(index: FAQIndexPage, number: str) -> None:
    assert Client().get(f"/feedback/{number}/thanks/").status_code == 404
    assert Client().post(f"/feedback/{number}/", headers=HERE).status_code == 404


def test_a_site_that_does_not_ask_takes_none(faq: FAQPage) -> None:
    do_not_ask()
    assert tap(faq).status_code == 404
    assert Client().get(f"/feedback/{faq.pk}/thanks/").status_code == 404
    assert stored() == []


def test_without_a_site_there_is_nothing(faq: FAQPage) -> None:
    Site.objects.all().delete()
    assert tap(faq).status_code == 404


def test_who_opens_the_forms_address_is_led_to_the_page(faq: FAQPage) -> None:
    response = Client().get(f"/feedback/{faq.pk}/")
    assert (response.status_code, response["Location"]) == (302, faq.url)


# -- Thanks ----------------------------------------------------------------------------


def thanks(page: FAQPage, query: str = "") -> BeautifulSoup:
    return soup(f"/feedback/{page.pk}/thanks/{query}")


def test_thanks_are_in_the_sites_frame_and_lead_back(faq: FAQPage) -> None:
    Site.objects.update(site_name="Test Clinic")
    html = thanks(faq, "?answer=yes")
    assert html.title.text == "Thank you | Test Clinic"
    assert [heading.text for heading in html.find_all("h1")] == ["Thank you"]
    assert html.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert html.find("header")
    assert html.find("footer")
    assert html.select_one(".faq-thanks-back a")["href"] == faq.url
    assert html.select("main form") == []
    assert html.html["lang"] == "en"


def test_thanks_ask_what_was_not_answered(faq: FAQPage) -> None:
    SeoSettings.objects.create(
        site=Site.objects.get(is_default_site=True), struct_org_phone="+1 555 0100"
    )
    html = thanks(faq, "?answer=no")
    questions = html.select_one("form.faq-feedback-questions")
    assert questions["action"] == f"/feedback/{faq.pk}/"
    assert questions.select_one("input[name=answer]")["value"] == "no"
    shown = [(b["value"], b.text) for b in questions.select("button[name=question]")]
    assert shown == [
        ("will-it-hurt", "Will it hurt?"),
        ("how-long-does-it-take", "How long does it take?"),
    ]
    assert html.select_one("main a[href^='tel:']")
    assert thanks(faq, "?answer=no&question=told").main.form is None


def test_thanks_for_another_answer_say_that_the_first_one_counts(faq: FAQPage) -> None:
    sentence = "One answer a day counts: the first that came from your connection."
    assert sentence not in Client().get(tap(faq, "yes")["Location"]).content.decode()
    assert sentence in Client().get(tap(faq, "no")["Location"]).content.decode()
    assert [row[2] for row in stored()] == [True]


def test_thanks_speak_the_language_of_the_page(faq: FAQPage, settings: Any) -> None:
    settings.LANGUAGE_CODE = "ar"
    html = thanks(faq, "?answer=no")
    assert (html.html["lang"], html.html["dir"]) == ("ar", "rtl")


def test_thanks_cannot_be_cached_and_set_no_cookie(faq: FAQPage) -> None:
    response = Client().get(f"/feedback/{faq.pk}/thanks/?answer=no")
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_any_query_is_thanked(faq: FAQPage) -> None:
    for query in ("?answer=%00", "?answer[]=no", "?question", "?answer=no&answer=yes"):
        assert thanks(faq, query)


# -- Whatever is posted ------------------------------------------------------------------


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    body=st.binary(max_size=300)
    | st.builds(
        lambda pairs: urlencode(pairs).encode(),
        st.lists(
            st.tuples(
                st.sampled_from(["answer", "question", "other", "answer[]"]),
                st.text(max_size=60) | st.sampled_from(["yes", "no", "will-it-hurt"]),
            ),
            max_size=5,
        ),
    ),
    content_type=st.sampled_from(
        [
            FORM,
            f"{FORM}; charset=utf-16",
            f"{FORM}; charset=no-such",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json",
            "text/plain",
            "",
            "é",
        ]
    ),
    length=st.none() | st.sampled_from(["", "-1", "abc", "²", "99999999999999999999"]),
    origin=st.sampled_from(["http://testserver", "null", "http://[", "é", "x" * 5000]),
)
def test_nothing_that_is_posted_is_an_error(
    faq: FAQPage, body: bytes, content_type: str, length: str | None, origin: str
) -> None:
    told: Any = {} if length is None else {"CONTENT_LENGTH": length}
    response = Client(raise_request_exception=False).generic(
        "POST", f"/feedback/{faq.pk}/", body, content_type, headers={"origin": origin}, **told
    )
    assert response.status_code in {303, 400, 403, 429}


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize(
    ("content_type", "body"),
    [(f"{FORM}; charset=utf-7", "answer=yes"), (FORM, "&".join(["a=1"] * 1500))],
)
def test_a_body_that_django_refuses_is_refused_in_a_sentence(
    faq: FAQPage, settings: Any, debug: bool, content_type: str, body: str
) -> None:
    settings.DEBUG = debug
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
    response = Client().generic("POST", f"/feedback/{faq.pk}/", body, content_type, headers=HERE)
    assert response.status_code == 400
    assert "The page may have changed since you opened it." in response.content.decode()
    assert stored() == []


def test_a_body_that_is_too_long_is_not_read(faq: FAQPage) -> None:
    assert tap(faq, "yes", more="x" * 10_000).status_code == 400


def test_other_methods_are_refused(faq: FAQPage) -> None:
    for method in ("put", "patch", "delete"):
        assert getattr(Client(), method)(f"/feedback/{faq.pk}/").status_code == 405
    assert Client().post(f"/feedback/{faq.pk}/thanks/").status_code == 405


# -- Editors -------------------------------------------------------------------------------


def test_an_editor_may_tap_too_and_no_session_begins(index: FAQIndexPage, faq: FAQPage) -> None:
    client = people.signed_in(people.editor(index))
    response = client.post(f"/feedback/{faq.pk}/", "answer=yes", content_type=FORM, headers=HERE)
    assert response.status_code == 303
    assert not response.cookies
