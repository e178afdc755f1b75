import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq_pages.bullets import bullets_to_lists


def test_typed_bullets_become_one_list():
    html = "<p>• Rest</p><p>• Ice</p>"
    assert bullets_to_lists(html) == "<ul><li>Rest</li><li>Ice</li></ul>"


@pytest.mark.parametrize("sign", ["•", "-", "–", "*", "·", "◦", "▪", "➤", "→", "✔\ufe0f", "+"])
def test_every_common_sign_makes_a_list(sign):
    html = f"<p>{sign} Rest</p><p>{sign} Ice</p>"
    assert bullets_to_lists(html) == "<ul><li>Rest</li><li>Ice</li></ul>"


@pytest.mark.parametrize("style", ["{}.", "{})", "({})"])
def test_typed_numbers_become_an_ordered_list(style):
    html = "".join(f"<p>{style.format(n)} Step</p>" for n in (1, 2, 3))
    assert bullets_to_lists(html) == "<ol>" + "<li>Step</li>" * 3 + "</ol>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>1. Only one step</p>",
        "<p>3. From the middle</p><p>4. Of a list</p>",
        "<p>2.5 mg a day</p><p>1.5 mg a day</p>",
        "<p>– Dr Imani Okafor</p>",
        "<p>* Results differ from person to person.</p>",
        "<p>-5 degrees</p><p>-6 degrees</p>",
        "<p>+ 44 20 7946 0000</p><p>+ 44 20 7946 0001</p>",
        "<p>→ See page 3.</p>",
        "<p>a. Only one step</p>",
        "<p>b) From the middle</p><p>c) Of a list</p>",
        "<p>A. Hepatitis</p><p>B. Hepatitis</p>",
        "<p>Rest - and ice</p>\n\n<p>No list here</p>",
        "<ul><li>• kept as it is</li></ul>",
        "",
    ],
)
def test_what_is_no_list_stays_as_it_is(html):
    assert bullets_to_lists(html) == html


def test_lines_within_a_paragraph_become_items():
    html = '<p data-block-key="a1b2c">Take:<br/>• water<br/>• bread<br/>Then rest.</p>'
    assert bullets_to_lists(html) == (
        '<p data-block-key="a1b2c">Take:</p><ul><li>water</li><li>bread</li></ul><p>Then rest.</p>'
    )


def test_a_block_key_moves_to_the_item():
    html = '<p data-block-key="a1b2c">- Rest</p><p data-block-key="d3e4f">- Ice</p>'
    assert bullets_to_lists(html) == (
        '<ul><li data-block-key="a1b2c">Rest</li><li data-block-key="d3e4f">Ice</li></ul>'
    )


def test_page_links_and_everything_around_the_list_stay_to_the_byte():
    before = '<h3 data-block-key="x">Steps</h3>\n<p>See <a id="3" linktype="page">this</a>.</p>\n'
    after = "\n<p>Done &amp; dusted</p>\n<p>“Well”</p> <ol><li>One</li></ol>"
    html = before + '<p>• <a linktype="page" id="3">Rest</a></p><p>• Ice</p>' + after
    assert bullets_to_lists(html) == (
        before + '<ul><li><a linktype="page" id="3">Rest</a></li><li>Ice</li></ul>' + after
    )


def test_a_marker_inside_bold_text_is_taken_out():
    html = "<p><b>• Rest.</b> Two days.</p>"
    assert bullets_to_lists(html) == "<ul><li><b>Rest.</b> Two days.</li></ul>"


def test_lines_that_share_a_tag_are_not_cut_apart():
    html = "<p><b>- Rest<br/>- Ice</b></p>"
    assert bullets_to_lists(html) == html


def test_blank_paragraphs_between_items_do_not_split_the_list():
    html = "<p>• Rest</p><p></p><p>&nbsp;</p><p>• Ice</p><p></p><p>Call us.</p>"
    assert bullets_to_lists(html) == ("<ul><li>Rest</li><li>Ice</li></ul><p></p><p>Call us.</p>")


def test_another_sign_after_a_bullet_nests():
    html = "<p>• Food</p><p>◦ Bread</p><p>◦ Rice</p><p>• Drink</p>"
    assert bullets_to_lists(html) == (
        "<ul><li>Food<ul><li>Bread</li><li>Rice</li></ul></li><li>Drink</li></ul>"
    )


def test_bullets_under_numbers_leave_the_numbers_in_sequence():
    html = "<p>1. Before</p><p>• Fast</p><p>2. After</p>"
    assert bullets_to_lists(html) == (
        "<ol><li>Before<ul><li>Fast</li></ul></li><li>After</li></ol>"
    )


def test_a_lone_dash_between_two_bullets_nests():
    html = "<p>• Food</p><p>– Bread</p><p>• Drink</p>"
    assert bullets_to_lists(html) == "<ul><li>Food<ul><li>Bread</li></ul></li><li>Drink</li></ul>"


def test_a_lone_dash_after_the_last_bullet_is_no_item():
    html = "<p>• Rest</p><p>– Dr Imani Okafor</p>"
    assert bullets_to_lists(html) == "<ul><li>Rest</li></ul><p>– Dr Imani Okafor</p>"


@pytest.mark.parametrize("style", ["{}.", "{})", "({})"])
def test_typed_letters_become_an_ordered_list(style):
    html = "".join(f"<p>{style.format(letter)} Step</p>" for letter in "abc")
    assert bullets_to_lists(html) == "<ol>" + "<li>Step</li>" * 3 + "</ol>"


def test_letters_under_numbers_leave_the_numbers_in_sequence():
    html = "<p>1. Before</p><p>a. Fast</p><p>b. Drink</p><p>2. After</p>"
    assert bullets_to_lists(html) == (
        "<ol><li>Before<ol><li>Fast</li><li>Drink</li></ol></li><li>After</li></ol>"
    )


@pytest.mark.parametrize("style", ["{}、", "{}）", "（{}）"])
def test_the_numbers_of_chinese_texts_need_no_space(style):
    html = f"<p>{style.format(1)}休息</p><p>{style.format(2)}喝水</p>"
    assert bullets_to_lists(html) == "<ol><li>休息</li><li>喝水</li></ol>"


@pytest.mark.parametrize("gap", ["\t", "  ", "&nbsp;&nbsp;&nbsp;"])
def test_the_second_bullet_of_word_is_the_letter_o(gap):
    html = f"<p>o{gap}Rest</p><p>o{gap}Ice</p>"
    assert bullets_to_lists(html) == "<ul><li>Rest</li><li>Ice</li></ul>"


PIECES = st.sampled_from(
    ["• ", "- ", "1. ", "2) ", "a. ", "b) ", "+ ", "→ ", "◦\t", "* ", "text", " ", "&nbsp;", "\n",
     "<br/>", "<b>", "</b>", "<p>", "</p>", '<p data-block-key="k">', "<ul><li>", "</li></ul>",
     '<a linktype="page" id="3">', "</a>", "&amp;", "1. one<br>2. two"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_second_call_changes_nothing(html):
    once = bullets_to_lists(html)
    assert bullets_to_lists(once) == once


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_word_and_no_link_is_lost(html):
    made = bullets_to_lists(html)
    for kept in ("text", "one", "two", "&amp;", 'linktype="page"'):
        assert made.count(kept) == html.count(kept)


@given(st.text())
def test_text_without_markup_is_never_touched(text):
    text = re.sub("[<>]", "", text)
    assert bullets_to_lists(text) == text


def test_thousands_of_lines_take_no_time():
    html = "".join(f"<p>{'•-*◦'[n % 4]} item</p><p></p>" for n in range(5000))
    assert bullets_to_lists(html).count("<li>") == 5000
