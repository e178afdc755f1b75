"""The labels before questions and answers, told from words that only look like them."""

import pytest

from faq_pages.importing.vocabulary import (
    answer_label,
    label_number,
    number_label,
    question_label,
)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Q: Is it?", "Q: "),
        ("Q1: Is it?", "Q1: "),
        ("Q1 What is it?", "Q1 "),
        ("Q.1 What is it?", "Q.1 "),
        ("Q. 1) What is it?", "Q. 1) "),
        ("Q - Is it?", "Q - "),
        ("Q1 – Is it?", "Q1 – "),
        ("Question One: Is it?", "Question One: "),
        ("Question #2: Is it?", "Question #2: "),
        ("Question No. 3: Is it?", "Question No. 3: "),
        ("Pregunta dos: ¿Es?", "Pregunta dos: "),
        ("FAQ 3: Is it?", "FAQ 3: "),
        ("问：什么是高血压？", "问："),
        ("问题1：什么是高血压？", "问题1："),
        ("س: ما هو؟", "س: "),
        ("س١: ما هو؟", "س١: "),
        ("ש: מה זה?", "ש: "),
    ],
)
def test_the_label_of_a_question_is_known(text, label):
    assert question_label(text) == label


@pytest.mark.parametrize(
    "text",
    [
        "P.M. doses",
        "F.A.Q.",
        "FAQ: knees",
        "Q fever",
        "Q-switched lasers",
        "Q10 supplements",
        "Q10 is safe?",
        "Questions to ask: some",
        "Question: ",
    ],
)
def test_what_only_begins_with_the_letter_of_a_question_has_no_label(text):
    assert question_label(text) == ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A: Yes.", "A: "),
        ("A - Yes.", "A - "),
        ("Answer one: Yes.", "Answer one: "),
        ("答：是的。", "答："),
        ("ج: نعم", "ج: "),
        ("ת: כן", "ת: "),
    ],
)
def test_the_label_of_an_answer_is_known(text, label):
    assert answer_label(text) == label


@pytest.mark.parametrize("text", ["A 5 mg dose", "A-fib is common.", "A.M. doses", "An answer"])
def test_what_only_begins_with_the_letter_of_an_answer_has_no_label(text):
    assert answer_label(text) == ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1. Is it?", "1. "),
        ("1、什么是高血压？", "1、"),
        ("1.什么是高血压？", "1."),
        ("（1）什么是高血压？", "（1）"),
        ("一、什么是高血压？", "一、"),
        ("1.- ¿Qué es?", "1.- "),
        ("1.-¿Qué es?", "1.-"),
        ("1- What is it?", "1- "),
        ("1 – What is it?", "1 – "),
        ("١- ما هو؟", "١- "),
        ("1/ What is it?", "1/ "),
        ("I. What is it?", "I. "),
        ("IV. What is it?", "IV. "),
        ("①什么是高血压？", "①"),
    ],
)
def test_the_number_of_a_question_is_known(text, label):
    assert number_label(text) == label


@pytest.mark.parametrize(
    "text",
    [
        "I. V. drips",
        "I.V. drips",
        "V. cholerae",
        "12- to 14-year-olds",
        "2 - 3 days",
        "1/2 tablet",
        "120/ 80",
        "1.5 Tesla",
        "5 mg",
        "十年",
    ],
)
def test_a_number_that_counts_something_is_no_label(text):
    assert number_label(text) == ""


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("Q12: ", 12),
        ("iv", 0),
        ("IV. ", 4),
        ("十二、", 12),
        ("Question Two: ", 2),
        ("③", 3),
        ("", 0),
    ],
)
def test_the_number_in_a_label_is_read(label, number):
    assert label_number(label) == number
