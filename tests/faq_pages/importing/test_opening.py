"""What stands before the questions of a document, and after them."""

import pytest

from tests.faq_pages.importing.pasted import html, questions, text


def test_the_first_short_line_is_the_title():
    assert text("Tea", "Is it safe?", "Yes.").faq.title == "Tea"


def test_a_document_may_begin_with_a_question():
    imported = text("Is tea safe?", "Yes.", "Is milk?", "Yes.")
    assert list(questions(imported)) == ["Is tea safe?", "Is milk?"]
    assert "Untitled FAQ" in imported.unsure[0]


def test_a_title_may_ask():
    imported = text("Do you have a cold?", "What is a cold?", "A virus.")
    assert imported.faq.title == "Do you have a cold?"
    assert list(questions(imported)) == ["What is a cold?"]


def test_the_one_first_level_heading_is_the_title_even_if_it_asks():
    imported = html("<p>News</p><h1>What is tea?</h1><p>Words.</p><h2>Is it safe?</h2><p>Yes.</p>")
    assert imported.faq.title == "What is tea?"


@pytest.mark.parametrize(
    "label", ["TLDR", "TL;DR:", "Summary", "KEY POINTS", "In short", "Resumen", "En bref", "ملخص"]
)
def test_a_tldr_goes_by_many_names(label):
    tldr = text("Tea", label, "Drink it.", "Is it safe?", "Yes.").faq.tldr
    assert tldr is not None
    assert tldr.html == "<p>Drink it.</p>"


def test_the_name_of_a_tldr_is_kept_unless_it_is_jargon():
    assert text("Tea", "Key points:", "Drink it.", "Safe?", "Yes.").faq.tldr.heading == "Key points"
    assert text("Tea", "TL;DR", "Drink it.", "Safe?", "Yes.").faq.tldr.heading == ""


def test_a_tldr_may_begin_in_the_line_of_its_name():
    imported = html("<h1>Tea</h1><p><b>Summary:</b> Drink <i>it</i>.</p><h2>Safe?</h2><p>Yes.</p>")
    assert imported.faq.tldr.html == "<p>Drink <i>it</i>.</p>"
    assert imported.faq.tldr.heading == "Summary"


def test_key_points_within_an_answer_are_no_tldr():
    imported = text("Tea", "Is it safe?", "Yes.", "Key points", "It is hot.")
    assert imported.faq.tldr is None
    assert "Key points" in questions(imported)["Is it safe?"]


def test_a_table_of_contents_is_left_out():
    contents = ["On this page", "Is it safe?", "Is it hot?"]
    imported = text("Tea", *contents, "Is it safe?", "Yes.", "Is it hot?", "Often.")
    assert [each.text for each in imported.left_out] == contents
    assert list(questions(imported)) == ["Is it safe?", "Is it hot?"]


def test_a_question_that_is_asked_twice_is_kept_and_named():
    imported = text("Tea", "On this page", "Safe?", "Yes.", "Hot?", "No.", "Safe?", "Very.")
    assert [each.question for each in imported.faq.questions] == ["Safe?", "Hot?", "Safe?"]
    assert "“Safe?” is asked 2 times; all are kept." in imported.unsure


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("a-cup-of-tea__x8Kq_cover_sd", "a-cup-of-tea__x8Kq_cover_sd"),
        ("tea cup (2).JPG", "tea cup (2)"),
        ("Cover image: a cup of tea", "a cup of tea"),
        ("[image: tea_cup.png]", "tea_cup"),
    ],
)
def test_a_line_that_names_a_picture_is_the_cover(line, name):
    imported = text("Tea", line, "Is it safe?", "Yes.")
    assert imported.hero_image == name
    assert [each.text for each in imported.left_out] == [line]


@pytest.mark.parametrize("line", ["non-small-cell", "216-555-0100", "Image: see below", "tea"])
def test_other_lines_are_no_picture(line):
    assert text("Tea", line, "Is it safe?", "Yes.").hero_image is None


def test_a_picture_in_an_answer_is_named():
    imported = text("Tea", "Is it safe?", "Yes.", "tea-cup.png", "Drink it.")
    assert questions(imported) == {"Is it safe?": "<p>Yes.</p><p>Drink it.</p>"}
    assert "“tea-cup”" in imported.unsure[0]


def test_a_line_above_sections_of_level_1_is_the_title():
    imported = html(
        "<p>Tea FAQs</p><h1>Basics</h1><h2>Is it hot?</h2><p>Yes.</p><h1>More</h1>"
        "<h2>Is it red?</h2><p>No.</p>"
    )
    assert imported.faq.title == "Tea FAQs"
    assert [section.heading for section in imported.faq.sections] == ["Basics", "More"]


def test_a_title_that_asks_may_stand_over_a_summary_in_one_line():
    imported = text(
        "Do you drink tea?", "TLDR: Drink it.", "Is it hot?", "Yes.", "Is it red?", "No."
    )
    assert imported.faq.title == "Do you drink tea?"
    assert imported.faq.tldr.html == "<p>Drink it.</p>"


def test_a_summary_in_one_line_ends_with_its_paragraph():
    imported = text(
        "Tea", "TLDR: Drink it.", "Tea is old.", "Is it hot?", "Yes.", "Is it red?", "No."
    )
    assert imported.faq.tldr.html == "<p>Drink it.</p>"
    assert imported.faq.sections[0].items[0].html == "<p>Tea is old.</p>"


def test_who_reviewed_the_document_is_no_part_of_the_last_answer():
    imported = text(
        "Tea", "Is it hot?", "Yes.", "Is it red?", "No.", "Medically reviewed by Dr. Kay, MD"
    )
    assert questions(imported)["Is it red?"] == "<p>No.</p>"
    assert "Medically reviewed by Dr. Kay, MD" in " ".join(imported.unsure)
    assert imported.faq.sections[-1].items[-1].html == "<p>Medically reviewed by Dr. Kay, MD</p>"


def test_a_table_of_contents_with_numbers_of_pages_is_left_out():
    imported = html(
        "<h1>Tea</h1><p>Contents</p><p>Is it hot? .... 2</p><p>Is it red? .... 14</p>"
        "<h2>Is it hot?</h2><p>Yes.</p><h2>Is it red?</h2><p>No.</p>"
    )
    assert len(imported.left_out) == 3
    assert questions(imported) == {"Is it hot?": "<p>Yes.</p>", "Is it red?": "<p>No.</p>"}


def test_a_shortened_table_of_contents_is_left_out():
    imported = html(
        "<h1>Tea</h1><p>On this page</p><ul><li>Heat ... 1</li><li>Colour ... 2</li></ul>"
        "<h2>What is its heat?</h2><p>Great.</p><h2>What is its colour?</h2><p>Red.</p>"
    )
    assert imported.faq.sections[0].heading == ""
    assert len(imported.faq.sections[0].items) == 2


def test_sources_below_a_plain_line_are_sources():
    imported = text(
        "Tea", "Is it hot?", "Yes.", "Is it red?", "No.", "References", "- A book\n- A page"
    )
    assert [source.title for source in imported.faq.sources] == ["A book", "A page"]


def test_a_summary_s_name_within_an_answer_is_a_sub_heading():
    imported = html(
        "<h1>Tea</h1><h2>Is it hot?</h2><p>Yes.</p><h3>Overview</h3><p>Very.</p>"
        "<h2>Is it red?</h2><p>No.</p>"
    )
    assert imported.faq.tldr is None
    assert "<h3>Overview</h3><p>Very.</p>" in questions(imported)["Is it hot?"]


def test_a_summary_s_name_over_questions_is_a_section():
    imported = html(
        "<h1>Tea</h1><h2>Overview</h2><h3>Is it hot?</h3><p>Yes.</p><h2>More</h2>"
        "<h3>Is it red?</h3><p>No.</p>"
    )
    assert [section.heading for section in imported.faq.sections] == ["Overview", "More"]


def test_sources_may_stand_below_two_headings():
    imported = text("Tea", "Is it hot?", "Yes.", "Sources", "- A book", "References", "- A page")
    assert [source.title for source in imported.faq.sources] == ["A book", "A page"]


def test_a_table_of_contents_may_end_at_the_summary():
    contents = ["On this page", "Is it hot?", "Is it red?"]
    imported = text("Tea", *contents, "TLDR", "Drink.", "Is it hot?", "Yes.", "Is it red?", "No.")
    assert imported.faq.tldr.html == "<p>Drink.</p>"
    assert questions(imported) == {"Is it hot?": "<p>Yes.</p>", "Is it red?": "<p>No.</p>"}


def test_the_name_of_a_picture_asks_nothing():
    name = "what-is-tea-drawing__Zx81kQ_cover_sd"
    imported = text("Tea", name, "TLDR", "Drink.", "Is it hot?", "Yes.", "Is it red?", "No.")
    assert (imported.hero_image, imported.faq.tldr.html) == (name, "<p>Drink.</p>")


def test_a_summary_s_name_in_an_answer_stays_there_where_no_heading_asks():
    imported = html(
        "<h1>Tea</h1><h2>About heat</h2><p>Hot.</p><p>Overview</p><p>Very.</p>"
        "<h2>Causes of heat</h2><p>Fire.</p>"
    )
    assert imported.faq.tldr is None
    assert "Very." in questions(imported)["About heat"]
