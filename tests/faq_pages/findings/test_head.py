"""What search engines, shared links and screen readers take from a page's head and outline."""

import pytest

from faq_pages.findings import HEAD, PageFacts
from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.good_page import HURT, PHOTO, WALK, answering, asking, facts
from tests.faq_pages.findings.head_cases import BODY, CASES, QUIET, picture


def found(page: PageFacts) -> list[str]:
    return [finding.id for check in HEAD for finding in check(page)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_by_its_rule_alone(case: Case):
    assert found(case.bad) == [case.rule]
    assert case.rule not in found(case.good)


@pytest.mark.parametrize("page", QUIET)
def test_a_page_that_does_nothing_wrong_is_left_alone(page: PageFacts):
    assert found(page) == []


def test_a_fault_of_the_head_is_never_an_error():
    findings = [each for case in CASES for check in HEAD for each in check(case.bad)]
    assert {each.group for each in findings} == {"head"}
    assert "error" not in {each.severity for each in findings}


def test_a_picture_in_an_answer_is_told_at_its_question():
    page = facts(answering("<p>Yes.</p>", PHOTO), body=picture('alt="IMG_1234"'))
    (finding,) = [each for check in HEAD for each in check(page)]
    assert finding.block == HURT.id


def test_a_picture_shown_twice_is_told_once():
    assert found(facts(body=picture("") + picture(""))).count("alt-missing") == 1


def test_a_heading_that_jumps_is_told_at_its_question():
    page = facts(asking(HURT, WALK), body=BODY.format("<h3>When can I walk?</h3>"))
    (finding,) = [each for check in HEAD for each in check(page)]
    assert finding.block == WALK.id


def test_the_sentence_names_the_other_page_and_the_title():
    (case,) = [case for case in CASES if case.rule == "title-shared"]
    (finding,) = [each for check in HEAD for each in check(case.bad)]
    assert "https://clinic.example/faqs/hip-pain/" in finding.message
    assert "“Knee pain: causes and care”" in finding.message
