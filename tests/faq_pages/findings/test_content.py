"""What an editor is told about the words of a page."""

from dataclasses import replace

import pytest

from faq_pages.content import CallToAction, Section, Text
from faq_pages.findings import CONTENT, Finding, PageFacts, answer_words, fold, missing, prose
from tests.faq_pages.findings import content_cases, wording_cases
from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.good_page import (
    GOOD,
    HURT,
    OTHER,
    WALK,
    adding,
    answering,
    asking,
    called,
    facts,
    linking,
    saying,
)

CASES = [*content_cases.CASES, *wording_cases.CASES]


def findings(page: PageFacts) -> list[Finding]:
    return [finding for check in CONTENT for finding in check(page)]


def found(page: PageFacts) -> list[str]:
    return [finding.id for finding in findings(page)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_by_its_rule_alone(case: Case):
    assert found(case.bad) == [case.rule]
    assert case.rule not in found(case.good)


def test_a_page_that_does_nothing_wrong_is_left_alone():
    assert found(facts()) == []


def test_what_an_editor_wrote_is_never_an_error():
    told = [each for case in CASES for each in findings(case.bad)]
    assert {each.group for each in told} == {"content"}
    assert {each.severity for each in told} == {"warning", "advice"}


def test_a_finding_about_a_question_leads_to_its_block():
    (finding,) = findings(facts(called("Pain after the visit")))
    assert (finding.block, finding.field) == (HURT.id, "question")


def test_the_other_address_of_a_question_is_named():
    around = saying(questions={fold(HURT.question): [f"{OTHER}#will-it-hurt"]})
    (finding,) = findings(facts(around=around))
    assert finding.message == f"“Will it hurt?” is also asked at {OTHER}#will-it-hurt."


def test_a_repeated_question_is_told_at_the_second_place():
    (finding,) = findings(facts(asking(HURT, replace(WALK, question="Will it hurt?"))))
    assert finding.block == WALK.id
    assert finding.message == "Questions 1 and 2 both ask “Will it hurt?”."


def test_an_abbreviation_is_told_once_where_it_first_stands():
    faq = answering(adding("An MRI or EMG shows the joint. The MRI is quiet."))
    faq = replace(faq, sections=(*faq.sections, Section(items=(replace(HURT, question="MRI?"),))))
    told = [each for each in findings(facts(faq)) if each.id == "abbreviation-unexplained"]
    assert [(each.block, each.message) for each in told] == [
        ("q1", "The page never says what “MRI”, “EMG” in “Will it hurt?” mean.")
    ]


def test_more_than_three_abbreviations_are_counted():
    (finding,) = findings(facts(answering(adding("The MRI, CTX, EMG, PTT and QST are quiet."))))
    assert "“MRI”, “CTX”, “EMG” and 2 more" in finding.message


def test_a_topic_explains_its_other_name():
    faq = answering(adding("Pain in the SI joint is common."))
    topic = replace(GOOD.topics[0], also_called=("Sacroiliac (SI) joint pain",))
    assert found(facts(faq)) == ["abbreviation-unexplained"]
    assert found(facts(replace(faq, topics=(topic,)))) == []


def test_the_link_of_a_call_to_action_is_looked_at_too():
    faq = replace(GOOD, call_to_action=CallToAction(id="c1", button="Book a visit", url="/book/"))
    around = saying(statuses={"https://clinic.example/book/": 500})
    (finding,) = findings(facts(faq, around=around))
    assert (finding.id, finding.block) == ("link-broken", "c1")
    assert "which answers 500" in finding.message


def test_the_top_of_the_page_and_other_sites_anchors_are_not_broken():
    html = '<a href="#top">the top</a> and <a href="https://x.example/#a">the guide</a>'
    assert found(facts(answering(linking(html)))) == []


def test_a_lost_apostrophe_is_put_back():
    (finding,) = findings(facts(answering(adding("It is not Alzheimers disease."))))
    assert finding.message == (
        "“Alzheimers disease” has lost its apostrophe: “Alzheimer’s disease”."
    )


def test_a_word_with_a_fault_is_told_once():
    assert found(facts(answering(adding("Espaol, and again Espaol.")))) == ["letters-lost"]


def test_what_readers_would_miss_are_the_messages_of_the_rules():
    bare = replace(GOOD, tldr=None, author=None, review=None, topics=(), sources=(), cover=None)
    assert missing(bare) == tuple(each.message for each in findings(facts(bare)))
    assert len(missing(bare)) == 6
    assert missing(GOOD) == ()


def test_the_words_of_an_answer_are_those_of_its_parts():
    question = replace(HURT, answer=(Text(html="<p>Yes.</p><p>A bit &amp; more.</p>"),))
    assert answer_words(question) == "Yes. A bit & more."


def test_prose_keeps_a_line_for_each_paragraph_and_item():
    html = "<p>One <b>line</b></p><ul><li>Two</li><li>Three &lt; 4<br>Five</li></ul>"
    assert prose(html) == "One line\nTwo\nThree < 4\nFive"
