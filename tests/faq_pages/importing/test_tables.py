"""Tables: which hold facts, and which hold questions."""

import pytest

from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.readers.html import read_html
from faq_pages.importing.readers.markdown import read_markdown


def html(source: str) -> str:
    return read_html("x.html", source).html


def table(*rows: str) -> str:
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


HEADER = "<th>Question</th><th>Answer</th>"
FIRST = "<td>Does it hurt?</td><td><p>No.</p></td>"
SECOND = "<td>When can I drive</td><td>Soon.</td>"
BOTH = "<h5>Does it hurt?</h5><p>No.</p><h5>When can I drive</h5><p>Soon.</p>"


def test_a_table_of_questions_becomes_headings_and_answers():
    assert html(table(HEADER, FIRST, SECOND)) == BOTH


@pytest.mark.parametrize(
    "header",
    ["Pregunta|Respuesta", "Frage|Antwort", "Questions|Réponses", "Q|A", "Vraag|Antwoord"],
)
def test_a_header_row_of_questions_is_known_in_every_language(header):
    question, answer = header.split("|")
    row = f"<td><p><b>{question}</b></p></td><td><b>{answer}</b></td>"
    assert html(table(row, FIRST, SECOND)) == BOTH


def test_the_header_row_of_a_table_of_questions_is_named_as_left_out():
    assert read_html("x.html", table(HEADER, FIRST, SECOND)).left_out == (
        LeftOut("Question Answer", Reason.LAYOUT),
    )


def test_a_table_of_questions_needs_no_header_row():
    second = "<td>When can I drive?</td><td>Soon.</td>"
    assert html(table(FIRST, second)) == BOTH.replace("drive<", "drive?<")


def test_a_table_of_questions_in_markdown_is_known_as_well():
    source = (
        "| Question | Answer |\n|---|---|\n| Does it hurt? | No. |\n| When can I drive | Soon. |"
    )
    assert read_markdown("x.md", source).html == BOTH


def test_a_wide_row_in_a_table_of_questions_is_over_those_after_it():
    wide = '<td colspan="2">Before surgery</td>'
    assert html(table(HEADER, wide, FIRST, SECOND)) == f"<h4>Before surgery</h4>{BOTH}"


def test_a_heading_in_the_answer_of_a_table_is_below_its_question():
    row = "<td>Why?</td><td>So.<h3>Types</h3>Two.</td>"
    assert html(table(HEADER, row)) == "<h5>Why?</h5><p>So.</p><h6>Types</h6><p>Two.</p>"


def test_a_table_whose_header_names_facts_stays_a_table():
    header = "<th>Symptom</th><th>What to do</th>"
    row = "<td>Fever?</td><td>Call.</td>"
    assert html(table(header, row, row)).startswith("<table><tr><th>Symptom</th>")


@pytest.mark.parametrize(
    "wide", ['<th colspan="2">Doses</th>', '<td colspan="2"><p><b>Doses</b></p></td>']
)
def test_a_wide_bold_row_over_a_header_is_the_caption(wide):
    header, row = "<th>Age</th><th>Dose</th>", "<td>5</td><td>1 mg</td>"
    assert html(table(wide, header, row)) == (
        f"<table><caption>Doses</caption><tr>{header}</tr><tr>{row}</tr></table>"
    )


def test_a_wide_row_over_facts_stays_a_row():
    wide, row = '<th colspan="2">Side effects</th>', "<td>Pain</td><td>9%</td>"
    assert html(table(wide, row, row)).startswith("<table><tr><th>Side effects</th><td></td>")
