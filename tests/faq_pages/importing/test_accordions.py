"""What opens an answer in a web page, and the headings within the answer."""

import pytest

from faq_pages.importing.readers.html import read_html


def html(source: str) -> str:
    return read_html("x.html", source).html


# -- Headings within an answer -------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "<details><summary>Why?</summary><p>So.</p><h3>Types</h3><p>Two.</p></details>",
        "<dl><dt>Why?</dt><dd>So.<h3>Types</h3><p>Two.</p></dd></dl>",
        '<div><h5 class="et_pb_toggle_title">Why?</h5>'
        '<div class="et_pb_toggle_content">So.<h3>Types</h3><p>Two.</p></div></div>',
        '<button aria-expanded="false">Why?</button><div>So.<h3>Types</h3>Two.</div>',
        '<button aria-expanded="false" aria-controls="a">Why?</button><p></p>'
        '<section><div id="a">So.<h2>Types</h2>Two.</div></section>',
    ],
)
def test_a_heading_within_an_answer_is_below_what_opens_it(source):
    assert html(source) == "<h5>Why?</h5><p>So.</p><h6>Types</h6><p>Two.</p>"


def test_headings_within_an_answer_keep_their_order():
    source = (
        "<details><summary><h3>Why?</h3></summary><h2>Types</h2><h3>Mild</h3><p>a</p></details>"
    )
    assert html(source) == "<h3>Why?</h3><h4>Types</h4><h5>Mild</h5><p>a</p>"


def test_a_heading_too_deep_for_html_is_a_bold_line():
    source = "<details><summary>Why?</summary><h3>Types</h3><h4>Mild</h4><p>a</p></details>"
    assert html(source) == "<h5>Why?</h5><h6>Types</h6><p><b>Mild</b></p><p>a</p>"


def test_a_level_within_an_opener_is_that_of_the_others():
    source = (
        "<details><summary>Why?</summary><p>So.</p></details>"
        "<details><summary><h3>How?</h3></summary><p>Thus.</p></details>"
    )
    assert html(source) == "<h3>Why?</h3><p>So.</p><h3>How?</h3><p>Thus.</p>"


def test_the_button_of_a_menu_does_not_open_the_page_beside_it():
    source = '<button aria-expanded="false">Menu</button><div><h1>Tea</h1><h2>Why?</h2>So.</div>'
    assert html(source).endswith("<h1>Tea</h1><h2>Why?</h2><p>So.</p>")


def test_headings_after_a_definition_list_stay_as_they_are():
    source = "<dl><dt>Why?</dt><dd>So.</dd></dl><h2>More</h2><p>a</p>"
    assert html(source) == "<h5>Why?</h5><p>So.</p><h2>More</h2><p>a</p>"


# -- Openers by their names ----------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        '<div class="faq-question">Side effects</div><div class="faq-answer">Few.</div>',
        '<button class="accordion">Side effects</button><div class="panel">Few.</div>',
        '<label for="a">Side effects</label><div class="tab-content">Few.</div>',
        '<div class="accordion-header"><span>Side effects</span></div>'
        '<div class="accordion-body">Few.</div>',
        '<div itemtype="https://schema.org/Question"><div itemprop="name">Side effects</div>'
        '<div itemprop="acceptedAnswer"><div itemprop="text">Few.</div></div></div>',
        '<div class="elementor-tab-title"><a tabindex="0">Side effects</a></div>'
        '<div class="elementor-tab-content">Few.</div>',
        '<strong class="schema-faq-question">Side effects</strong>'
        '<p class="schema-faq-answer">Few.</p>',
    ],
)
def test_what_its_name_calls_an_opener_is_a_heading(source):
    assert html(source) == "<h5>Side effects</h5><p>Few.</p>"


def test_a_role_of_a_heading_makes_one():
    source = '<div role="heading" aria-level="3">Side effects</div><p>Few.</p>'
    assert html(source) == "<h3>Side effects</h3><p>Few.</p>"


def test_a_name_without_a_panel_beside_it_makes_no_heading():
    assert html('<p class="question">Side effects</p><p>Few.</p>') == (
        "<p>Side effects</p><p>Few.</p>"
    )


def test_the_name_of_a_person_in_microdata_is_no_question():
    source = (
        '<div itemtype="https://schema.org/Question"><h3 itemprop="name">Why?</h3>'
        '<p itemtype="https://schema.org/Person"><span itemprop="name">Ann</span></p></div>'
    )
    assert html(source) == "<h3>Why?</h3><p>Ann</p>"


@pytest.mark.parametrize(
    "summary",
    ["Why? +", "+ Why?", "<span>▸</span> Why?", "Why?<i>\uf107</i>", "Why? ×", "Why?–"],
)
def test_the_sign_that_something_opens_is_cut(summary):
    assert html(f"<details><summary>{summary}</summary>So.</details>") == (
        "<h5>Why?</h5><p>So.</p>"
    )


def test_a_plus_after_a_number_is_no_sign():
    assert html("<details><summary>For people of 65+</summary>So.</details>") == (
        "<h5>For people of 65+</h5><p>So.</p>"
    )


def test_a_link_without_an_address_is_not_missed():
    assert read_html("x.html", '<p><a class="b" tabindex="0">Why?</a></p>').unsure == ()
