import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq_pages import markup
from faq_pages.importing.prose import printable, prose_html

PIECES = st.sampled_from(
    """|. |! |? |: |- |  - |    - |         - | -  |• |1. |2. |3) |\n|\n\n|\n    |\t|  |   |       |
    |Tea|milk|Water warm|e.g. |(cold)|<b>|</p>|&lt;|&|\u2028|\xa0|\x00|\ud800|é|o\t""".split("|")
)


def words(text: str) -> list[str]:
    # A marker may go: "1." and "o" are no words.
    return re.findall(r"[^\W\d_]{2,}", text)


@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=60).map("".join))
def test_no_word_is_lost_and_the_result_is_clean(text):
    html = prose_html(text)
    assert markup.clean(html) == html
    assert words(markup.plain_text(html)) == words(printable(text))


def test_markup_in_a_text_is_text():
    assert prose_html("1 < 2 & <b>3</b>") == "<p>1 &lt; 2 &amp; &lt;b&gt;3&lt;/b&gt;</p>"


def test_a_text_without_words_is_nothing():
    assert prose_html(" \n\t ") == ""


# -- Paragraphs ------------------------------------------------------------------


def test_blank_lines_with_indentation_end_paragraphs():
    assert prose_html("One.\n        \nTwo.") == "<p>One.</p><p>Two.</p>"


def test_a_line_of_its_own_is_a_paragraph():
    assert prose_html("Cups\n      They are warm.") == "<p>Cups</p><p>They are warm.</p>"


def test_lines_that_a_program_broke_are_one_paragraph():
    text = (
        "This paragraph was broken by a program that fits its lines to the\n"
        "width of a small screen, so that it needs four of them, with a few\n"
        "more words than it would have needed to reach the end of the third\n"
        "line."
    )
    assert prose_html(text).count("<p>") == 1


def test_a_wide_gap_before_a_capital_letter_ends_a_paragraph():
    assert prose_html("Tea is warm.    Milk is cold.") == "<p>Tea is warm.</p><p>Milk is cold.</p>"
    assert prose_html("Warm drinks   Tea is one.") == "<p>Warm drinks</p><p>Tea is one.</p>"


def test_a_gap_within_a_sentence_is_a_space():
    assert (
        prose_html("Drink  some tea  (warm)   or milk.") == "<p>Drink some tea (warm) or milk.</p>"
    )


def test_two_spaces_end_a_paragraph_if_most_sentences_end_with_one():
    text = "One is first. Two follows. Three is next.  Four begins anew. Five ends."
    assert prose_html(text).count("<p>") == 2


def test_two_spaces_after_every_sentence_are_only_a_habit():
    assert prose_html("One is first.  Two follows.  Three is next.").count("<p>") == 1


# -- Lists -----------------------------------------------------------------------


def test_items_in_one_line_become_a_list():
    assert prose_html("They include  - tea    - milk") == (
        "<p>They include</p><ul><li>tea</li><li>milk</li></ul>"
    )


def test_items_below_each_other_become_a_list():
    assert prose_html("Key points\n    - Tea.    - Milk.\n\n   More.") == (
        "<p>Key points</p><ul><li>Tea.</li><li>Milk.</li></ul><p>More.</p>"
    )


def test_a_dash_may_stand_apart_from_its_item():
    assert prose_html("These:     -   Tea: warm.    -   Milk: cold.") == (
        "<p>These:</p><ul><li>Tea: warm.</li><li>Milk: cold.</li></ul>"
    )


@pytest.mark.parametrize(
    "text",
    ["They include - tea  - milk", "They include -  tea  - milk", "They include -  tea -  milk"],
)
def test_the_first_item_may_have_lost_its_gap(text):
    assert prose_html(text) == "<p>They include</p><ul><li>tea</li><li>milk</li></ul>"


def test_a_dash_after_a_sentence_begins_an_item():
    assert prose_html("Drink: - Tea. - Milk.") == (
        "<p>Drink:</p><ul><li>Tea.</li><li>Milk.</li></ul>"
    )


def test_a_dash_within_an_item_stays():
    assert "<li>tea - warm</li>" in prose_html("They include  - tea - warm  - milk")


def test_dashes_between_words_are_no_list():
    assert prose_html("Tea - milk - water.") == "<p>Tea - milk - water.</p>"
    assert prose_html("Tea  - my favourite") == "<p>Tea - my favourite</p>"


def test_one_item_is_a_list_if_a_colon_introduces_it():
    assert prose_html("Read this:  - A book   These go on.") == (
        "<p>Read this:</p><ul><li>A book</li></ul><p>These go on.</p>"
    )


def test_numbers_become_an_ordered_list():
    assert prose_html("Do this:  1. Boil.  2. Pour.") == (
        "<p>Do this:</p><ol><li>Boil.</li><li>Pour.</li></ol>"
    )


def test_a_very_wide_gap_after_a_colon_opens_a_list_in_the_list_and_the_next_ends_it():
    text = "Points\n  - Two are used:         - Tea     - Milk        - Others are tried."
    assert prose_html(text) == (
        "<p>Points</p><ul><li>Two are used:<ul><li>Tea</li><li>Milk</li></ul></li>"
        "<li>Others are tried.</li></ul>"
    )


def test_a_list_whose_depths_cannot_be_told_stays_flat():
    text = "Points:  - Hot, such as      - tea    - milk    - Cold. Ice is cold."
    assert "<ul><li>Hot, such as</li><li>tea</li>" in prose_html(text)


def test_what_a_last_item_has_swallowed_is_a_paragraph():
    text = "They include  - tea  - warm milk. tea and warm milk. They help."
    assert prose_html(text) == (
        "<p>They include</p><ul><li>tea</li><li>warm milk.</li></ul>"
        "<p>tea and warm milk. They help.</p>"
    )


# -- Hostile text ----------------------------------------------------------------


@pytest.mark.parametrize(
    "piece",
    [" ", "- ", "a  - ", "a:         - ", "<b ", "a\n", "- a\n", ". ", '."', "1. a  2. b  "],
)
def test_of_a_long_hostile_text_no_word_is_lost(piece):
    # In a tenth of a second each: a pattern that goes back again and again would take hours.
    text = piece * (30_000 // len(piece))
    assert markup.plain_text(prose_html(text)).count("a") == text.count("a")
