"""What the lines of a document are taken for."""

import pytest

from faq_pages.importing import read_paste
from tests.faq_pages.importing.pasted import html, questions, text


@pytest.mark.parametrize(
    "source",
    [
        "<h1>Tea</h1><h2>Is it safe?</h2><p>Yes.</p><h2>How to make it</h2><p>Hot.</p>",
        "<h1>Tea</h1><h3>Is it safe?</h3><p>Yes.</p><h3>How to make it</h3><p>Hot.</p>",
        "<p>Tea</p><p><b>Is it safe?</b></p><p>Yes.</p><p><b>How to make it</b></p><p>Hot.</p>",
        "<p>Tea</p><p>Q: Is it safe?</p><p>A: Yes.</p><p>Q: How to make it</p><p>A: Hot.</p>",
        "<p>Tea</p><p><b>Q1.</b> Is it safe?<br><b>A1.</b> Yes.<br>Q2. How to make it<br>A2. Hot.",
        "<p>Tea</p><p>1. Is it safe?</p><p>Yes.</p><p>2. How to make it</p><p>Hot.</p>",
        "<p>Tea</p><dl><dt>Is it safe?</dt><dd>Yes.</dd><dt>How to make it</dt><dd>Hot.</dd></dl>",
        "<h1>Tea</h1><h2>1) Is it safe?</h2><p>Yes.</p><h2>2) How to make it</h2><p>Hot.</p>",
    ],
)
def test_questions_are_marked_in_many_ways(source):
    imported = html(source)
    assert imported.faq.title == "Tea"
    assert questions(imported) == {"Is it safe?": "<p>Yes.</p>", "How to make it": "<p>Hot.</p>"}


@pytest.mark.parametrize(
    "question",
    ["¿Es seguro?", "¿Es seguro", "هل هو آمن؟", "האם זה בטוח?", "它安全吗？", "“Is it safe?”"],
)
def test_questions_are_asked_in_many_scripts(question):
    assert list(questions(text("Tea", question, "Yes."))) == [question]


def test_a_question_that_is_only_quoted_stays_in_its_answer():
    imported = text("Tea", "Is it safe?", "Yes.", 'See also "Is it hot?"', "Or not.")
    assert list(questions(imported)) == ["Is it safe?"]


def test_a_paragraph_that_ends_with_a_question_stays_in_its_answer():
    paragraph = "Tea is hot. It has caffeine. Do you sleep badly?"
    imported = text("Tea", "I am old. Is it safe?", "Yes.", paragraph, "Or well?")
    assert list(questions(imported)) == ["I am old. Is it safe?", "Or well?"]


def test_what_an_answer_asks_is_no_question_where_the_questions_are_marked():
    asked = ["Am I tired?", "Am I thirsty?", "Am I old enough?"]
    imported = text("Tea", "1) Is it safe?", "Ask yourself:", *asked, "2) Is it hot?", "Often.")
    assert list(questions(imported)) == ["Is it safe?", "Is it hot?"]


def test_a_list_that_comes_twice_is_no_table_of_contents():
    causes = "- cold\n- heat"
    imported = text("Tea", "Why?", causes, "So:", "How?", causes, "cold", "heat")
    assert imported.left_out == ()
    assert questions(imported)["Why?"].startswith("<ul>")


def test_questions_without_question_marks_are_found_where_none_has_one():
    imported = text("Tea", "How it is made", "Hot.", "Who should drink it", "All.")
    assert list(questions(imported)) == ["How it is made", "Who should drink it"]


def test_a_line_that_begins_like_a_question_stays_in_its_answer():
    imported = text("Tea", "Is it safe?", "Yes.", "How to make it", "Hot.")
    assert list(questions(imported)) == ["Is it safe?"]


def test_a_heading_that_asks_nothing_is_a_question_like_the_others_and_named():
    imported = html("<h1>Tea</h1><h2>Safe?</h2><p>Yes.</p><h2>Living with tea</h2><p>Calm.</p>")
    assert list(questions(imported)) == ["Safe?", "Living with tea"]
    assert "“Living with tea” asks nothing" in imported.unsure[0]


def test_headings_are_questions_where_nothing_asks():
    imported = html("<h1>Tea</h1><h2>Effects</h2><p>Calm.</p><h2>Dangers</h2><p>Heat.</p>")
    assert list(questions(imported)) == ["Effects", "Dangers"]


def test_a_heading_over_questions_is_a_section():
    imported = html(
        "<h1>Tea</h1><h2>Before</h2><p>Words.</p><h3>Safe?</h3><p>Yes.</p>"
        "<h2>After</h2><h3>Hot?</h3><p>No.</p>"
    )
    assert [section.heading for section in imported.faq.sections] == ["Before", "After"]
    assert [len(section.questions) for section in imported.faq.sections] == [1, 1]


def test_a_heading_right_over_a_question_of_its_rank_is_a_section():
    imported = html("<h1>Tea</h1><h2>Before</h2><h2>Safe?</h2><p>Yes.</p><h2>Hot?</h2><p>No.</p>")
    assert [section.heading for section in imported.faq.sections] == ["Before"]


def test_deeper_headings_stay_in_the_answer_as_third_and_fourth_level():
    imported = html(
        "<h1>Tea</h1><h2>How?</h2><p>So.</p><h4>Hot</h4><p>a</p><h5>Boiling</h5><p>b</p>"
        "<h2>Why?</h2><h3>Calm</h3><p>c</p>"
    )
    assert questions(imported) == {
        "How?": "<p>So.</p><h3>Hot</h3><p>a</p><h4>Boiling</h4><p>b</p>",
        "Why?": "<h3>Calm</h3><p>c</p>",
    }


def test_a_bold_question_among_headings_stays_in_the_answer_and_is_named():
    imported = html(
        "<h1>Tea</h1><h2>Safe?</h2><p>Yes.</p><p><b>For all?</b></p><p>Nearly.</p>"
        "<h2>Hot?</h2><p>No.</p>"
    )
    assert list(questions(imported)) == ["Safe?", "Hot?"]
    assert "“For all?” asks something" in imported.unsure[0]


def test_a_question_without_an_answer_is_kept_and_named():
    imported = html("<h1>Tea</h1><h2>Safe?</h2><h2>Hot?</h2><p>No.</p>")
    assert questions(imported) == {"Safe?": "", "Hot?": "<p>No.</p>"}
    assert imported.unsure == ("“Safe?” has no answer in the document.",)


def test_text_before_the_first_question_stays_there_and_is_named():
    imported = text("Tea", "Some words on tea.", "Is it safe?", "Yes.")
    assert imported.faq.sections[0].items[0].html == "<p>Some words on tea.</p>"
    assert "“Some words on tea.”" in imported.unsure[0]


def test_an_answer_with_a_table_has_parts():
    imported = html(
        "<h1>Tea</h1><h2>How much?</h2><p>See:</p><table><tr><th>Age<th>Cups<tr><td>4<td><b>1</b>"
        "</table><p>No more.</p>"
    )
    before, table, after = imported.faq.questions[0].answer
    assert (before.html, after.html) == ("<p>See:</p>", "<p>No more.</p>")
    assert (table.header, table.rows) == (("Age", "Cups"), (("4", "<b>1</b>"),))


def test_the_last_list_of_references_becomes_the_sources():
    imported = html(
        "<h1>Tea</h1><h2>Safe?</h2><p>Yes.</p><h2>References</h2>"
        '<ol><li><a href="https://example.org/">Tea today</a></li><li>A book</li></ol>'
    )
    assert [(s.title, s.url) for s in imported.faq.sources] == [
        ("Tea today", "https://example.org/"),
        ("A book", ""),
    ]
    assert len(imported.faq.questions) == 1


def test_a_short_line_that_may_be_a_heading_is_named_where_it_stands():
    text = "Tea\n\nIs it safe?\n\nYes.\n\nAfter the tea\n\nIs it hot?\n\nOften.\n\nAsk us."
    imported = read_paste(text, is_html=False)
    assert [doubt for doubt in imported.unsure if "heading" in doubt] == [
        "“After the tea” may be a heading; it stands in the answer to “Is it safe?”."
    ]


# -- What most questions look like ---------------------------------------------


def test_one_heading_that_asks_is_not_the_way_of_a_document_with_bold_questions():
    bold = "".join(f"<p><b>Is it {word}?</b></p><p>Yes.</p>" for word in ("hot", "red", "sweet"))
    imported = html(f"<h1>Tea</h1>{bold}<h2>Why choose our tea?</h2><p>It is good.</p>")
    assert len(imported.faq.questions) == 4


def test_one_bold_line_is_not_the_way_of_a_document_with_plain_questions():
    plain = [text for word in ("hot", "red", "sweet") for text in (f"Is it {word}?", "Yes.")]
    source = "".join(f"<p>{text}</p>" for text in plain)
    imported = html(f"<h1>Tea</h1>{source}<p><b>Why choose tea?</b></p><p>It is good.</p>")
    assert len(imported.faq.questions) == 4


def test_a_labelled_question_is_one_whatever_the_others_look_like():
    imported = html(
        "<h1>Tea</h1><p><b>Is it hot?</b></p><p>Yes.</p><p><b>Is it red?</b></p><p>No.</p>"
        "<p>Q: Is it sweet?</p><p>A: No.</p>"
    )
    assert list(questions(imported)) == ["Is it hot?", "Is it red?", "Is it sweet?"]


def test_questions_that_begin_the_paragraphs_that_answer_them_are_found():
    imported = html("<h1>Tea</h1><p><b>Is it hot?</b> Yes.</p><p><b>Is it <i>red</i>?</b> No.</p>")
    assert questions(imported) == {"Is it hot?": "<p>Yes.</p>", "Is it red?": "<p>No.</p>"}


def test_a_line_that_only_reads_like_a_question_stays_in_its_answer_and_is_named():
    imported = text("Tea", "Is it hot?", "Yes.", "Who is at risk", "Few.", "Is it red?", "No.")
    assert list(questions(imported)) == ["Is it hot?", "Is it red?"]
    assert "“Who is at risk” asks something" in imported.unsure[0]


def test_a_line_in_capitals_is_as_strong_as_a_bold_one():
    imported = text(
        "TEA FAQ", "IS IT HOT?", "Yes.", "WHEN TO CALL A DOCTOR", "Soon.", "IS IT RED?", "No."
    )
    assert list(questions(imported)) == ["IS IT HOT?", "WHEN TO CALL A DOCTOR", "IS IT RED?"]


def test_a_bold_answer_right_below_a_bold_question_is_its_answer():
    imported = html(
        "<h1>Tea</h1><p><b>Is it hot?</b></p><p><b>Yes</b></p><p><b>Is it red?</b></p><p>No.</p>"
    )
    assert list(questions(imported)) == ["Is it hot?", "Is it red?"]
    assert "Yes" in questions(imported)["Is it hot?"]


def test_a_single_bullet_that_reads_like_a_question_is_none():
    depends = ["That depends on:", "• how long you brew it"]
    imported = text("Tea", "Is it hot?", *depends, "Is it red?", "No.")
    assert list(questions(imported)) == ["Is it hot?", "Is it red?"]
