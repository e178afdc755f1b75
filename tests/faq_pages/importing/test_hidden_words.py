"""Words of a web page that nobody sees."""

import pytest

from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.readers.html import read_html


def html(source: str) -> str:
    return read_html("x.html", source).html


@pytest.mark.parametrize(
    "source",
    [
        '<p>Take <span style="display:none">two </span>one.</p>',
        '<p>Take <span style="display:none;mso-hide:all">two </span>one.</p>',
        "<p>Take <i hidden>two</i> one.</p>",
        '<p>Take one.</p><p style="display: none">two</p>',
    ],
)
def test_hidden_words_are_left_out_and_named(source):
    document = read_html("x.html", source)
    assert document.html == "<p>Take one.</p>"
    assert document.left_out == (LeftOut("two", Reason.UNSUPPORTED),)
    assert document.unsure == ("“two” is hidden in the document and was left out.",)


def test_words_for_screen_readers_are_left_out():
    document = read_html(
        "x.html", '<p>See <a href="/a">this<span class="sr-only"> (new tab)</span></a>.</p>'
    )
    assert document.html == '<p>See <a href="/a">this</a>.</p>'
    assert document.left_out == (LeftOut("(new tab)", Reason.NAVIGATION),)


@pytest.mark.parametrize(
    "source",
    [
        '<h2>Why?</h2><p style="display:none">So.</p>',
        '<p>Why?</p><p style="display:none">So.</p>',
        '<h2>Why?</h2><div style="display:none"><p>So.</p></div>',
        '<div><p>Short.</p><p style="display:none">So.</p><a href="#">Read more</a></div>',
        '<h2 class="sr-only">So.</h2>',
        '<h2><span class="sr-only">So.</span></h2>',
    ],
)
def test_an_answer_that_is_hidden_until_it_is_asked_for_stays(source):
    assert "So." in html(source)
