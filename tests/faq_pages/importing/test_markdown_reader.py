"""Markdown, one fact a test."""

import pytest

from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.readers.markdown import looks_like_markdown, read_markdown


def html(text: str) -> str:
    return read_markdown("tea.md", text).html


def test_headings_lists_and_tables_are_read():
    text = "# Tea\n\n- one\n  - two\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |\n"
    assert html(text) == (
        "<h1>Tea</h1><ul><li>one<ul><li>two</li></ul></li></ul>"
        "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr>"
        "<tr><td>e</td><td>f</td></tr></table>"
    )


def test_a_line_break_in_a_paragraph_is_a_space():
    assert html("One line\nand another.") == "<p>One line and another.</p>"


@pytest.mark.parametrize(
    "text",
    ["Q: Is it safe?\nA: Yes.", "**Q: Is it safe?**\nA: Yes."],
)
def test_an_answer_on_the_line_below_its_question_is_a_paragraph_of_its_own(text):
    assert html(text).endswith("<p>A: Yes.</p>")


def test_a_bold_line_above_its_text_is_a_paragraph_of_its_own():
    assert html("**Is it safe?**\nYes, it is.") == "<p><b>Is it safe?</b></p><p>Yes, it is.</p>"


def test_what_an_unsafe_link_says_is_kept_without_its_address():
    document = read_markdown("tea.md", "# Tea\n\nPress [here](javascript:alert(1)) now.")
    assert document.html == "<h1>Tea</h1><p>Press here now.</p>"
    assert document.unsure == (
        "The link on “here” had an unsafe address or none, so it was taken out.",
    )


def test_html_in_it_is_cleaned_as_html():
    assert html("# Tea\n\n<p onclick='x()'>One</p><script>x()</script>") == "<h1>Tea</h1><p>One</p>"


def test_the_title_of_the_front_matter_is_the_document_s():
    document = read_markdown("tea.md", "---\ntitle: Tea FAQs\n---\n\n# Basics\n\n# More\n")
    assert document.title == "Tea FAQs"
    assert document.html == "<h1>Tea FAQs</h1><h1>Basics</h1><h1>More</h1>"
    assert document.left_out == (LeftOut("title: Tea FAQs", Reason.LAYOUT),)


def test_a_caption_in_pandoc_s_way_belongs_to_its_table():
    document = read_markdown("tea.md", "Table: Doses\n\n| a | b |\n|---|---|\n| c | d |\n")
    assert document.html.startswith("<table><caption>Doses</caption>")
    assert document.left_out == (LeftOut("Table:", Reason.LAYOUT),)


def test_a_name_for_a_heading_is_no_word_of_it():
    assert html("## Is it safe? {#safe .big}") == "<h2>Is it safe?</h2>"


def test_a_definition_list_is_headings_over_answers():
    assert html("Is it safe?\n: Yes.\n") == "<h5>Is it safe?</h5><p>Yes.</p>"


def test_a_footnote_stands_below_the_text_that_refers_to_it():
    text = "It is safe.[^a] More.\n\nOther.\n\n[^a]: A guide.\n"
    assert html(text) == "<p>It is safe.<sup>[1]</sup> More.</p><p>[1] A guide.</p><p>Other.</p>"


@pytest.mark.parametrize(
    ("level", "alert"), [("urgent", "CAUTION"), ("warning", "WARNING"), ("note", "NOTE")]
)
def test_an_alert_is_a_callout(level, alert):
    found = html(f"> [!{alert}]\n> **Take care**\n>\n> Words.")
    assert found == f'<aside class="{level}"><h6>Take care</h6><p>Words.</p></aside>'


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## B\n",
        "See [us](https://a.example).",
        "**Why?**\n\nSo.\n\n**How?**\n",
        "a|b\n---|---",
    ],
)
def test_the_content_tells_that_a_text_is_markdown(text):
    assert looks_like_markdown(text)


@pytest.mark.parametrize(
    "text", ["- one\n- two", "1. Is it safe?", "#1 Is it safe?", "Tea\n===\n\nWords.", "5 * 3 * 2"]
)
def test_a_plain_text_with_typed_lists_is_none(text):
    assert not looks_like_markdown(text)
