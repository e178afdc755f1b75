"""The graph: built from content alone, never with an empty or dangling value."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from faq_pages import content, structured_data
from faq_pages.templatetags.faq_pages_tags import json_ld

CLINIC = content.Organization(
    type="MedicalClinic",
    name="Maywell Health",
    telephone="+1 216 555 0100",
    address=content.Address(street="1 Elm St", locality="Cleveland", region="OH"),
    hours=(content.OpeningHours(days=("Monday", "Tuesday"), opens="08:00", closes="17:00"),),
)
SITE = content.WebSite(name="Maywell Health", url="https://clinic.example/", publisher=CLINIC)
PAGE = content.WebPage(
    url="https://clinic.example/faqs/injections/",
    name="Injections",
    title="Injections | Maywell Health",
    description="What to expect.",
    site=SITE,
    published=datetime(2026, 11, 1, 9, 30, tzinfo=UTC),
    modified=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
    breadcrumbs=(
        content.Link(text="Home", url="https://clinic.example/"),
        content.Link(text="Injections", url="https://clinic.example/faqs/injections/"),
    ),
)
QUESTION = content.Question(
    id="q1",
    anchor="will-it-hurt",
    question="Will it hurt?",
    answer=(content.Text(html='<p>A <b>little</b>. See <a href="/pain/">pain</a>.</p>'),),
)
FAQ = content.FAQ(title="Injections", sections=(content.Section(items=(QUESTION,)),))


def nodes(graph: dict[str, Any], type_: str) -> list[dict[str, Any]]:
    return [node for node in graph["@graph"] if type_ in _types(node)]


def _types(node: dict[str, Any]) -> list[str]:
    types = node.get("@type", [])
    return types if isinstance(types, list) else [types]


def values(node: Any) -> Iterator[Any]:
    yield node
    for inner in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from values(inner)


def dangling(graph: dict[str, Any]) -> set[str]:
    defined = {node["@id"] for node in graph["@graph"]}
    for value in values(graph):
        if isinstance(value, dict) and "@id" in value and len(value) > 1:
            defined.add(value["@id"])
    used = {v["@id"] for v in values(graph) if isinstance(v, dict) and "@id" in v}
    return used - defined


def empty(graph: dict[str, Any]) -> list[Any]:
    return [value for value in values(graph) if value in ("", None, [], {})]


def test_a_page_with_a_complete_question_is_one_faq_page() -> None:
    graph = structured_data.faq_graph(PAGE, FAQ)
    (page,) = nodes(graph, "FAQPage")
    assert page["@type"] == ["MedicalWebPage", "FAQPage"]
    assert page["@id"] == "https://clinic.example/faqs/injections/#webpage"
    assert page["mainEntity"] == [{"@id": "https://clinic.example/faqs/injections/#will-it-hurt"}]
    assert page["datePublished"] == "2026-11-01T09:30:00+00:00"


def test_a_question_is_told_with_its_whole_answer_and_absolute_links() -> None:
    (question,) = nodes(structured_data.faq_graph(PAGE, FAQ), "Question")
    assert question == {
        "@type": "Question",
        "@id": "https://clinic.example/faqs/injections/#will-it-hurt",
        "url": "https://clinic.example/faqs/injections/#will-it-hurt",
        "name": "Will it hurt?",
        "acceptedAnswer": {
            "@type": "Answer",
            "text": '<p>A <b>little</b>. See <a href="https://clinic.example/pain/">pain</a>.</p>',
        },
    }


def test_a_page_without_a_complete_question_is_no_faq_page() -> None:
    asked = replace(QUESTION, answer=())
    faq = replace(FAQ, sections=(content.Section(items=(asked,)),))
    graph = structured_data.faq_graph(PAGE, faq)
    assert not nodes(graph, "FAQPage")
    assert nodes(graph, "MedicalWebPage")[0].get("mainEntity") is None


def test_an_alias_is_no_second_faq_page() -> None:
    graph = structured_data.faq_graph(replace(PAGE, is_alias=True), FAQ)
    assert not nodes(graph, "FAQPage")
    assert not nodes(graph, "Question")


def test_a_table_becomes_list_items() -> None:
    table = content.Table(
        header=("When", "What"), rows=(("Week 1", "Rest &amp; walk"),), caption="Plan"
    )
    faq_question = replace(QUESTION, answer=(table,))
    assert structured_data.answer_html(faq_question, PAGE.url) == (
        "<p>Plan</p><ul><li><strong>When</strong><br><strong>What</strong></li>"
        "<li>Week 1<br>Rest &amp; walk</li></ul>"
    )


def test_a_callout_in_an_answer_is_part_of_it() -> None:
    callout = content.Callout(level="urgent", heading="Call <now>", html="<p>At once.</p>")
    assert structured_data.answer_html(replace(QUESTION, answer=(callout,)), PAGE.url) == (
        "<p><strong>Call &lt;now&gt;</strong></p><p>At once.</p>"
    )


def test_an_answer_has_no_tag_that_readers_of_answers_do_not_know() -> None:
    text = content.Text(html="<p>H<sub>2</sub>O</p>")
    html = structured_data.answer_html(replace(QUESTION, answer=(text,)), PAGE.url)
    assert html == "<p>H2O</p>"


def test_who_wrote_and_who_checked_it_are_people_of_the_graph() -> None:
    author = content.Person(name="Ada Moss", job_title="Writer")
    review = content.Review(
        reviewer=content.Person(name="Leo Hart", credentials="MD"),
        reviewed_at=datetime(2026, 11, 3, tzinfo=UTC),
    )
    graph = structured_data.faq_graph(PAGE, replace(FAQ, author=author, review=review))
    (page,) = nodes(graph, "FAQPage")
    people = {person["@id"]: person for person in nodes(graph, "Person")}
    assert people[page["author"]["@id"]]["name"] == "Ada Moss"
    assert people[page["reviewedBy"]["@id"]]["honorificSuffix"] == "MD"
    assert page["lastReviewed"] == "2026-11-03"


def test_an_author_who_is_also_the_reviewer_stands_once() -> None:
    ada = content.Person(name="Ada Moss")
    review = content.Review(reviewer=ada, reviewed_at=datetime(2026, 11, 3, tzinfo=UTC))
    graph = structured_data.faq_graph(PAGE, replace(FAQ, author=ada, review=review))
    assert len(nodes(graph, "Person")) == 1


def test_a_topic_carries_its_names_and_codes() -> None:
    topic = content.Topic(
        type="MedicalCondition",
        name="Sacroiliac joint pain",
        slug="si-pain",
        also_called=("SI pain",),
        codes=(content.Code(system="ICD-10-CM", value="M53.3"),),
    )
    graph = structured_data.faq_graph(PAGE, replace(FAQ, topics=(topic,)))
    assert nodes(graph, "MedicalCondition") == [
        {
            "@type": "MedicalCondition",
            "@id": f"{PAGE.url}#topic-si-pain",
            "name": "Sacroiliac joint pain",
            "alternateName": ["SI pain"],
            "code": [{"@type": "MedicalCode", "codingSystem": "ICD-10-CM", "codeValue": "M53.3"}],
        }
    ]
    assert nodes(graph, "FAQPage")[0]["about"] == [{"@id": f"{PAGE.url}#topic-si-pain"}]


def test_the_clinic_stands_with_its_own_address_not_the_page_s() -> None:
    (clinic,) = nodes(structured_data.page_graph(PAGE), "MedicalClinic")
    assert clinic["url"] == "https://clinic.example/"
    assert clinic["openingHoursSpecification"][0]["opens"] == "08:00"


def test_an_organization_that_is_no_place_has_no_hours() -> None:
    site = replace(SITE, publisher=replace(CLINIC, type="Organization"))
    graph = structured_data.page_graph(replace(PAGE, site=site))
    assert "openingHoursSpecification" not in nodes(graph, "Organization")[0]


def test_breadcrumbs_have_every_position() -> None:
    (trail,) = nodes(structured_data.page_graph(PAGE), "BreadcrumbList")
    assert [item["position"] for item in trail["itemListElement"]] == [1, 2]


def test_a_graph_that_the_settings_switch_off_is_not_there() -> None:
    page = replace(PAGE, site=replace(SITE, show_graph=False))
    assert structured_data.faq_graph(page, FAQ) == {}
    assert json_ld({}) == ""


def test_free_json_of_the_settings_cannot_replace_a_fact() -> None:
    extra = {"slogan": "Close to home", "telephone": "0"}
    site = replace(SITE, publisher=replace(CLINIC, extra=extra))
    (clinic,) = nodes(structured_data.page_graph(replace(PAGE, site=site)), "MedicalClinic")
    assert clinic["slogan"] == "Close to home"
    assert clinic["telephone"] == "+1 216 555 0100"


words = st.text(max_size=20)
images = st.none() | st.builds(
    content.Image, url=st.just("/media/a.png"), width=st.just(1), height=st.just(1), alt=words
)
people = st.none() | st.builds(content.Person, name=words.filter(bool), credentials=words)
sites = st.builds(
    content.WebSite,
    name=words,
    url=st.just("https://clinic.example/"),
    publisher=st.builds(
        content.Organization,
        type=st.sampled_from(["MedicalClinic", "Organization"]),
        name=words,
        telephone=words,
        logo=images,
        latitude=st.none() | st.just(0.0),
        longitude=st.none() | st.just(0.0),
    ),
)
pages = st.builds(
    content.WebPage,
    url=st.just(PAGE.url),
    name=words.filter(bool),
    title=words,
    description=words,
    site=sites,
    image=images,
    is_alias=st.booleans(),
    published=st.none() | st.just(PAGE.published),
    breadcrumbs=st.sampled_from([(), PAGE.breadcrumbs]),
)
faqs = st.builds(
    content.FAQ,
    title=words,
    tldr=st.none() | st.builds(content.TLDR, html=st.just("<p>Short</p>")),
    sections=st.sampled_from([(), FAQ.sections]),
    sources=st.tuples()
    | st.tuples(st.builds(content.Source, title=words.filter(bool), publisher=words)),
    author=people,
    review=st.none()
    | st.builds(
        content.Review,
        reviewer=people.filter(bool),
        reviewed_at=st.just(datetime(2026, 1, 1, tzinfo=UTC)),
    ),
)


@given(pages, faqs)
def test_no_value_is_empty_and_every_id_resolves(page: content.WebPage, faq: content.FAQ) -> None:
    graph = structured_data.faq_graph(page, faq)
    assert not empty(graph)
    assert not dangling(graph)


@pytest.mark.parametrize(
    "hostile", ["</script>", "<!--", "\u2028", "\"'", "😀", "שלום", "]]>", "&lt;"]
)
def test_hostile_text_stays_in_its_string(hostile: str) -> None:
    graph = structured_data.page_graph(replace(PAGE, name=hostile))
    html = f"<head>{json_ld(graph)}<p id=after>after</p></head>"
    soup = BeautifulSoup(html, "html5lib")
    (script,) = soup.find_all("script")
    assert json.loads(script.string or "") == graph
    assert soup.find(id="after").text == "after"


def test_links_stay_on_the_site_when_a_canonical_address_elsewhere_stands_for_the_page() -> None:
    page = replace(PAGE, url="https://partner.example/knees/")
    answer = content.Text(html='<p><a href="/faqs/">See</a></p>')
    question = content.Question(question="Why?", anchor="why", answer=(answer,))
    faq = content.FAQ(
        title="Knees",
        sections=(content.Section(items=(question,)),),
        related=(content.Link(text="Hips", url="/faqs/hips/"),),
    )

    webpage, asked = structured_data.faq_graph(page, faq)["@graph"][:2]

    assert webpage["relatedLink"] == ["https://clinic.example/faqs/hips/"]
    assert "https://clinic.example/faqs/" in asked["acceptedAnswer"]["text"]
