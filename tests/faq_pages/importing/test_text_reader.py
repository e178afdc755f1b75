from faq_pages.importing.readers.text import read_text


def html(text: str) -> str:
    return read_text(text).html


def test_every_line_is_a_paragraph_of_its_own():
    assert html("One.\nTwo.\n\nThree.") == "<p>One.</p><p>Two.</p><p>Three.</p>"


def test_markup_in_a_text_is_text():
    assert html("1 < 2 & <b>3</b>") == "<p>1 &lt; 2 &amp; &lt;b&gt;3&lt;/b&gt;</p>"


def test_no_break_spaces_become_spaces():
    assert html("who is at risk\xa0 here") == "<p>who is at risk here</p>"


def test_lines_that_a_program_broke_are_one_paragraph():
    text = (
        "This paragraph was broken by a program that fits its lines to the\n"
        "width of a small screen, so that it needs four of them, with a follow-\n"
        "up after the hyphen and a few more words to reach the end of the\n"
        "third line.\n"
        "\n"
        "A second one."
    )
    assert html(text).count("<p>") == 2
    assert "to the width of" in html(text)
    assert "follow-up after" in html(text)


def test_short_questions_and_answers_do_not_hide_that_lines_were_broken():
    text = (
        "Q: Is it safe?\nA: Yes.\nQ: Is it hot?\nA: Yes.\nQ: Is it cold?\nA: No.\n"
        "Q: How is it made?\n"
        "A: Leaves of the plant are picked by hand, then they are dried in the\n"
        "sun for a day or two, and in the end they are rolled and heated in an\n"
        "iron pan over a fire, which stops the juice of the leaves from going\n"
        "brown.\nQ: Is that all?\nA: Yes."
    )
    assert html(text).count("<p>") == 10
    assert "dried in the sun for" in html(text)


def test_short_lines_are_not_put_together():
    text = "Contents\nWhat is it?\nWho gets it?\nIt is a cold.\nEverybody does."
    assert html(text).count("<p>") == 5


def test_an_underlined_line_is_a_heading_and_rules_go():
    text = "Tea\n===\n\nIs it safe?\n-----------\n\nYes.\n\n* * *\n\nNo."
    assert html(text) == "<h1>Tea</h1><h2>Is it safe?</h2><p>Yes.</p><p>No.</p>"


def test_typed_bullets_become_a_list_nested_by_their_indents():
    text = "  • a\n    • b\n  • c"
    assert html(text) == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


def test_a_first_bullet_that_only_was_indented_less_is_an_accident():
    assert html("  • a\n    • b\n    • c") == "<ul><li>a</li><li>b</li><li>c</li></ul>"


def test_a_first_bullet_that_ends_with_a_colon_holds_the_others():
    assert html("• a:\n  • b\n  • c") == "<ul><li>a:<ul><li>b</li><li>c</li></ul></li></ul>"


def test_another_sign_nests_without_an_indent():
    assert html("• a\no\tb\n• c") == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


def test_a_lone_dash_that_is_indented_more_than_its_bullet_nests():
    assert html("• a\n   – b") == "<ul><li>a<ul><li>b</li></ul></li></ul>"


def test_plus_signs_below_a_bullet_nest():
    text = "• a\n  + b\n  + c\n• d"
    assert html(text) == "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"


def test_letters_below_a_number_nest():
    text = "1.\ta\n2.\tb\n\ta.\tc\n\tb.\td\n3.\te"
    nested = "<ol><li>c</li><li>d</li></ol>"
    assert html(text) == f"<ol><li>a</li><li>b{nested}</li><li>e</li></ol>"


def test_indented_letters_are_a_list():
    assert html("How?\n\n  a) x\n  b) y") == "<p>How?</p><ol><li>x</li><li>y</li></ol>"


def test_letters_do_not_go_on_with_numbers_over_a_blank_line():
    assert html("1. x\n2. y\n\nc. z").endswith("<p>c. z</p>")


def test_a_blank_line_divides_two_lists():
    assert html("- a\n- b\n\n- c\n- d").count("<ul>") == 2


def test_a_list_may_have_a_blank_line_after_every_item():
    assert html("• a\n\n• b\n\n• c") == "<ul><li>a</li><li>b</li><li>c</li></ul>"


def test_numbers_that_go_on_over_blank_lines_are_one_list():
    assert html("1. a\n2. b\n\n3. c") == "<ol><li>a</li><li>b</li><li>c</li></ol>"


def test_a_lone_number_stays_in_the_text():
    assert html("3. From the middle") == "<p>3. From the middle</p>"


def test_numbered_questions_are_not_a_list():
    text = "1) Why?\nBecause.\n\n2) How?\nSlowly."
    assert html(text) == "<p>1) Why?</p><p>Because.</p><p>2) How?</p><p>Slowly.</p>"


def test_what_to_ask_the_doctor_is_a_numbered_list():
    assert html("1. Will it hurt?\n2. How long?").startswith("<ol><li>Will it hurt?</li>")


def test_an_indented_line_goes_on_with_its_bullet():
    assert html("- a long\n  item\n- b") == "<ul><li>a long item</li><li>b</li></ul>"


def test_word_s_own_line_ends_count():
    assert html("One\x0bTwo\u2028Three\u2029Four\x0cFive").count("<p>") == 5
