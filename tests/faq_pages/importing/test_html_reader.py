"""The reader of HTML: paragraphs and lists."""

import pytest

from faq_pages.importing import Refusal
from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.readers.html import read_html


def html(source: str) -> str:
    return read_html("x.html", source).html


def test_divisions_and_loose_text_become_paragraphs():
    assert html("<div>One<div>Two</div>Three</div>Four") == (
        "<p>One</p><p>Two</p><p>Three</p><p>Four</p>"
    )


def test_two_line_breaks_divide_paragraphs_and_one_stays():
    assert html("<p>One<br>two<br><br>Three</p>") == "<p>One<br>two</p><p>Three</p>"


def test_bold_text_over_a_paragraph_s_end_is_bold_in_both():
    assert html("<p><b>One<br><br>Two</b></p>") == "<p><b>One</b></p><p><b>Two</b></p>"


def test_styles_that_say_something_become_elements():
    source = (
        "<style>.c1{font-weight:700} .c2{font-style:italic}</style>"
        '<p><span class="c1">a</span> <span class="c2">b</span> '
        '<span style="vertical-align:super">c</span> <span style="color:red">d</span></p>'
    )
    assert html(source) == "<p><b>a</b> <i>b</i> <sup>c</sup> d</p>"


def test_the_bold_wrapper_of_google_docs_is_not_bold():
    assert html('<b style="font-weight:normal"><p>One</p></b>') == "<p>One</p>"


def test_the_title_style_is_the_first_heading():
    assert html('<p class="MsoTitle">Tea</p><p class="title">Milk</p>') == (
        "<h1>Tea</h1><h1>Milk</h1>"
    )


@pytest.mark.parametrize(
    "title",
    [
        '<p><font size="6" style="font-size: 26pt"><b>Tea</b></font></p>',
        '<p><span style="font-size:20pt">Tea</span></p>',
        '<p style="font-size: 32px">Tea</p>',
    ],
)
def test_a_first_line_in_far_larger_letters_is_the_title(title):
    assert html(f"{title}<p>Milk</p>") == "<h1>Tea</h1><p>Milk</p>"


def test_a_first_line_as_large_as_the_second_is_no_title():
    line = '<p style="font-size: 24pt">Tea</p>'
    assert html(line * 2) == "<p>Tea</p><p>Tea</p>"


def test_a_large_line_after_a_heading_is_no_title():
    assert html('<h2>Milk</h2><p style="font-size: 24pt">Tea</p>') == "<h2>Milk</h2><p>Tea</p>"


def test_a_list_beside_its_list_is_nested_as_google_docs_means_it():
    source = (
        '<ul class="lst-kix_a-0"><li>a</li></ul><ul class="lst-kix_a-1"><li>b</li></ul>'
        '<ul class="lst-kix_a-0"><li>c</li></ul><ul class="lst-kix_b-0"><li>d</li></ul>'
    )
    assert html(source) == ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ul><li>d</li></ul>")


def test_a_list_in_a_list_belongs_to_the_item_before():
    assert html("<ul><li>a</li><ul><li>b</li></ul></ul>") == (
        "<ul><li>a<ul><li>b</li></ul></li></ul>"
    )


def test_typed_bullets_in_html_become_a_list():
    assert html("<p>• a<br>• b</p>") == "<ul><li>a</li><li>b</li></ul>"


def test_a_list_that_held_questions_together_is_taken_apart():
    source = "<ul><li><b>Why?</b><p>So.</p></li><li><h3>How?</h3><p>Thus.</p></li></ul>"
    assert html(source) == "<p><b>Why?</b></p><p>So.</p><h3>How?</h3><p>Thus.</p>"


def test_one_table_in_a_list_does_not_take_it_apart():
    cells = "<table><tr><td>Week</td><td>Reps</td></tr><tr><td>1</td><td>10</td></tr></table>"
    assert html(f"<ul><li>Sit.</li><li>Lift.{cells}</li><li>Rest.</li></ul>") == (
        f"<ul><li>Sit.</li><li>Lift.</li></ul>{cells}<ul><li>Rest.</li></ul>"
    )


def test_one_heading_in_a_list_is_a_bold_line_of_it():
    source = "<ul><li>Sit.</li><li><h4>Lift</h4><p>Slowly.</p></li><li>Rest.</li></ul>"
    assert html(source) == ("<ul><li>Sit.</li><li><b>Lift</b><br>Slowly.</li><li>Rest.</li></ul>")


def test_a_list_of_what_to_ask_stays_a_list():
    source = "<ul><li><p>Do I need surgery?</p><p>If so, when?</p></li><li>Who does it?</li></ul>"
    assert html(source) == (
        "<ul><li>Do I need surgery?<br>If so, when?</li><li>Who does it?</li></ul>"
    )


def test_the_boxes_of_a_task_list_are_cut():
    document = read_html("x.html", "<ul><li>[ ] Pack a bag</li><li>[x] Call us</li></ul>")
    assert document.html == "<ul><li>Pack a bag</li><li>Call us</li></ul>"
    assert document.left_out == (LeftOut("[x]", Reason.LAYOUT),)


@pytest.mark.parametrize(
    "source",
    [
        "<details><summary>Why?</summary><p>So.</p></details>",
        "<dl><dt>Why?</dt><dd>So.</dd></dl>",
        '<button aria-expanded="false">Why?</button><div><p>So.</p></div>',
    ],
)
def test_what_opens_an_answer_is_a_heading(source):
    assert html(source) == "<h5>Why?</h5><p>So.</p>"


def test_a_question_and_its_answer_in_one_paragraph_are_two():
    assert html("<p><b>Why?</b><br>So.</p>") == "<p><b>Why?</b></p><p>So.</p>"


def test_a_table_of_facts_stays_a_table_of_one_width():
    source = "<table><tr><th>a<th>b<tr><td colspan=2>c<tr><td><ul><li>d</ul><td>e</table>"
    assert html(source) == (
        "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td></td></tr>"
        "<tr><td><ul><li>d</li></ul></td><td>e</td></tr></table>"
    )


def test_a_table_that_lays_out_a_page_is_taken_apart():
    assert html("<table><tr><td><h2>Why?</h2><p>So.</p></td></tr></table>") == (
        "<h2>Why?</h2><p>So.</p>"
    )


def test_lines_of_preformatted_text_are_kept():
    assert html("<pre>One\ntwo</pre>") == "<p>One<br>two</p>"


def test_menus_and_footers_are_left_out():
    document = read_html(
        "x.html",
        "<header>Clinic</header><nav>Home <b>News</b></nav><header><h1>Tea</h1></header>"
        "<p>Words.</p><footer>The end</footer>",
    )
    assert document.html == "<h1>Tea</h1><p>Words.</p>"
    assert {each.text: each.reason for each in document.left_out} == dict.fromkeys(
        ["Clinic", "Home News", "The end"], Reason.NAVIGATION
    )


def test_a_table_of_contents_is_left_out():
    links = '<ul><li><a href="#a">One</a></li><li><a href="#b">Two</a></li></ul>'
    document = read_html("x.html", links + "<p>Words.</p>")
    assert document.html == "<p>Words.</p>"
    assert document.left_out == (LeftOut("One Two", Reason.NAVIGATION),)


def test_tracked_changes_are_settled_and_named():
    document = read_html("x.html", "<p>Take <del>two</del><ins>one</ins> tablet.</p>")
    assert document.html == "<p>Take one tablet.</p>"
    assert document.left_out == ()
    inserted, deleted = document.unsure
    assert inserted.startswith("“one” was inserted by a tracked change")
    assert deleted.startswith("“two” was deleted by a tracked change")


def test_words_that_are_struck_through_are_left_out_and_named():
    document = read_html("x.html", "<p>Take <s>two</s> one.</p>")
    assert document.html == "<p>Take one.</p>"
    assert document.left_out == (LeftOut("two", Reason.UNSUPPORTED),)
    assert document.unsure[0].startswith("“two” is struck through")


@pytest.mark.parametrize(
    "source",
    [
        '<p>Take <span style="text-decoration: line-through">two</span> one.</p>',
        '<style>.c5{text-decoration:line-through}</style><p>Take <span class="c5">two</span> one.',
    ],
)
def test_words_that_a_style_strikes_through_are_left_out_as_well(source):
    document = read_html("x.html", source)
    assert document.html == "<p>Take one.</p>"
    assert document.left_out == (LeftOut("two", Reason.UNSUPPORTED),)


def test_a_formula_becomes_plain_text_in_its_place_and_is_named():
    document = read_html(
        "x.html",
        "<p>BMI is <math><mfrac><mi>kg</mi><msup><mi>m</mi><mn>2</mn></msup></mfrac></math>.</p>",
    )
    assert document.html == "<p>BMI is kg/(m^2).</p>"
    assert document.left_out == ()
    assert document.unsure == ("The formula “kg/(m^2)” became plain text: check how it reads.",)


@pytest.mark.parametrize(
    "note",
    [
        '<p id="n1"><a href="#r1">[1]</a> Singh 2013.</p>',
        '<div id="n1"><p><a href="#r1">[1]</a> Singh 2013.</p></div>',
        '<ol><li id="n1">Singh 2013. <a href="#r1">↩</a></li></ol>',
    ],
)
def test_a_footnote_stands_below_the_text_that_refers_to_it(note):
    source = f'<p>A little.<a href="#n1" id="r1">[1]</a></p><p>75 mg.</p>{note}'
    assert html(source) == "<p>A little.<sup>[1]</sup></p><p>[1] Singh 2013.</p><p>75 mg.</p>"


# -- Broken and hostile --------------------------------------------------------


def test_unclosed_elements_are_closed():
    assert html("<p>One<p>Two <b>three</b><ul><li>four<li>five") == (
        "<p>One</p><p>Two <b>three</b></p><ul><li>four</li><li>five</li></ul>"
    )


def test_an_unclosed_comment_or_script_hides_what_follows():
    assert html("<p>One</p><!-- <p>Two</p>") == "<p>One</p>"
    assert html("<p>One</p><script><p>Two</p>") == "<p>One</p>"


def test_deep_tables_end_in_a_refusal_or_a_result():
    for depth in (20, 90):
        assert html("<table><tr><td>" * depth + "x") == "<p>x</p>"
    with pytest.raises(Refusal, match="inside each other"):
        html("<table><tr><td>" * 400 + "x")
