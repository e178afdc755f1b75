"""Each broken graph or page is caught by exactly the check that is for it."""

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from faq_pages.content import FAQ, Question, Section
from faq_pages.findings import STRUCTURED_DATA, PageFacts
from tests.faq_pages.findings import served
from tests.faq_pages.findings.cases import AROUND, Case
from tests.faq_pages.findings.structured_cases import CASES


def found(page: PageFacts) -> set[str]:
    """The ids of what all checks of structured data find on `page`."""
    return {finding.id for check in STRUCTURED_DATA for finding in check(page)}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_is_caught_by_exactly_its_check(case: Case) -> None:
    assert found(case.bad) == {case.rule}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_page_without_the_fault_is_let_through(case: Case) -> None:
    assert not found(case.good)


def test_a_page_that_search_engines_shall_not_read_needs_no_structured_data() -> None:
    html = "<html><head><meta name='robots' content='noindex'></head><body></body></html>"
    assert not found(served.page(html=html))


def test_a_page_with_a_fault_in_a_question_names_its_block() -> None:
    question = Question(id="the-block", question="Will it hurt?", anchor="will-it-hurt")
    faq = FAQ(title="Knees", sections=(Section(items=(question,)),))
    page = served.changed(lambda whole: served.node(whole, "will-it-hurt").update({"aks": "x"}))
    (finding,) = [f for check in STRUCTURED_DATA for f in check(replace(page, faq=faq))]
    assert (finding.block, finding.id) == ("the-block", "unknown-property")


def test_a_fault_is_told_with_what_was_probably_meant() -> None:
    page = served.changed(lambda whole: served.node(whole, "organization").update({"adress": "x"}))
    (finding,) = [finding for check in STRUCTURED_DATA for finding in check(page)]
    assert finding.message == (
        "MedicalClinic “Maywell Health” has a property “adress”, which schema.org does not have. "
        "Did you mean “address”?"
    )


def test_a_whole_address_of_another_kind_is_called_no_web_address() -> None:
    page = served.changed(
        lambda whole: served.node(whole, "organization").update({"sameAs": ["ftp://a.example/x"]})
    )
    (finding,) = [finding for check in STRUCTURED_DATA for finding in check(page)]
    assert finding.message == (
        "“sameAs” of MedicalClinic “Maywell Health” is “ftp://a.example/x”, "
        "which is no web address."
    )


# -- Graphs in other hands -----------------------------------------------------------


def page_of(text: str, graph: Any) -> PageFacts:
    whole = {"@context": "https://schema.org", "@graph": graph}
    return served.page(whole, f"<html lang='en'><head>SCRIPT</head><body>{text}</body></html>")


WEBPAGE = {
    "@type": "https://schema.org/FAQPage",
    "@id": served.URL,
    "schema:url": served.URL,
    "name": "Knees",
    "description": "About knees.",
    "inLanguage": {"@value": "en"},
    "publisher": {"@type": "Organization", "name": "A clinic"},
    "mainEntity": {
        "@list": [
            {
                "@type": "Question",
                "name": "Will it hurt?",
                "acceptedAnswer": {"@type": "Answer", "text": "A little. <p>Not more.</p>"},
            }
        ]
    },
}


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Knees</h1><div><h3>Will it hurt?</h3><p>A little.</p><p>Not more.</p></div>",
        "<h1>Knees</h1><h2>Will it hurt?</h2><p>A little.</p><p>Not more.</p><h2>Next</h2><p>Else.",
        "<h1>Knees</h1><dl><dt>Will it hurt?</dt><dd>A little.<br>Not more.</dd></dl>",
        "<h1>Knees</h1><details open><summary>Will it hurt?</summary>A little. Not more.</details>",
    ],
)
def test_questions_of_other_sites_are_found_by_their_heading(html: str) -> None:
    assert not found(page_of(html, [WEBPAGE]))
    assert found(page_of(html.replace("Not", "No"), [WEBPAGE])) == {"answer-words-differ"}
    assert found(page_of(html.replace("hurt", "ache"), [WEBPAGE])) == {"question-not-shown"}


def test_a_role_may_stand_between_a_property_and_its_value() -> None:
    role = {"@type": "Role", "contributor": {"@type": "Person", "name": "Ada", "url": served.ROOT}}
    html = "<h1>Knees</h1><h2>Will it hurt?</h2>A little. Not more."
    assert not found(page_of(html, [{**WEBPAGE, "contributor": role}]))


def test_terms_of_other_vocabularies_are_left_alone() -> None:
    other = {**WEBPAGE, "https://example.org/ward": "B", "@type": ["FAQPage", "ex:Leaflet"]}
    html = "<h1>Knees</h1><h2>Will it hurt?</h2>A little. Not more."
    assert not found(page_of(html, [other]))


# -- Hostile input ---------------------------------------------------------------------

WORDS = st.sampled_from(
    "@id @type @graph @value @list @set @reverse @context @included name url text position item "
    "mainEntity acceptedAnswer itemListElement citation publisher author telephone address "
    "datePublished inLanguage FAQPage Question Answer BreadcrumbList Organization ListItem "
    "schema:name https://schema.org/Person https://schema.org http://[a #b _:c".split()
)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), WORDS
)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=30,
)
TAGS = st.sampled_from(
    "<p> </p> <h2> </h2> <section class='faq-question' id='b'> </section> <div hidden> </div> "
    "<script> </script> <a href='tel:1'> </a> <time datetime='x'> <div class='faq-author'> "
    "<b> <ul class='faq-topics'> <li> <address> <frameset> <html> <body> <title> <svg> <!-- --> "
    "<template> <table> &#0; &lt; &amp; \x00 \x0c \ud800".split(" ")
)


@given(graph=JSON, html=st.lists(TAGS | st.text(max_size=5), max_size=25).map("".join))
@example(graph={"@id": {"@id": []}, "@type": {"@type": 1}, "name": {"@value": {"a": 1}}}, html="")
@example(graph={"@graph": [[[{"@graph": {"@list": None}}]], 10**400, float("inf")]}, html="")
@example(graph={"@id": "http://[a", "@type": "FAQPage", "relatedLink": "http://[b"}, html="<p>")
@example(graph={"@type": "FAQPage", "mainEntity": {"@id": "a"}, "@id": "a"}, html="<p>")
def test_no_graph_and_no_html_breaks_a_check(graph: Any, html: str) -> None:
    page = PageFacts(
        url=served.URL,
        html=f"<html><head>{served.script(graph)}</head><body>{html}",
        around=AROUND,
    )
    for check in STRUCTURED_DATA:
        assert all(finding.message and finding.remedy for finding in check(page))


@pytest.mark.parametrize("depth", [50, 400, 900])
def test_a_deep_graph_and_deep_html_break_no_check(depth: int) -> None:
    graph = '{"@type": "WebPage", "mainEntity": [' * depth + "]}" * depth
    html = "<div>" * depth * 10 + "deep"
    assert "unknown-type" not in found(served.page(graph, f"<html><head>SCRIPT</head>{html}"))


def test_a_large_graph_is_judged_in_a_moment() -> None:
    whole = served.graph()
    whole["@graph"] += [
        {"@type": "Person", "@id": f"{served.URL}#p{number}", "name": "Ada", "knows": []}
        for number in range(5_000)
    ]
    start = time.perf_counter()
    found(served.page(whole))
    assert time.perf_counter() - start < 5
