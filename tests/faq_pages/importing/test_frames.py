"""The frame around the text of a saved web page."""

import pytest

from faq_pages.importing.documents import Reason
from faq_pages.importing.readers.html import read_html

TEXT = "<h1>Tea</h1><h2>Is it safe?</h2><p>Yes, it is safe for nearly all people.</p>"
KEPT = TEXT


def left_out(source: str) -> list[str]:
    """What is left out of `source`, of which only the text may stay."""
    document = read_html("x.html", source)
    assert document.html == KEPT
    assert {each.reason for each in document.left_out} <= {Reason.NAVIGATION, Reason.UNSUPPORTED}
    return [each.text for each in document.left_out]


LINKS = '<ul><li><a href="/1">What is milk?</a></li><li><a href="/2">Jam</a></li></ul>'


@pytest.mark.parametrize(
    "title",
    [
        "Share this:", "You may also like", "Related articles", "3 Comments", "Leave a Reply",
        "Artículos relacionados", "Articles similaires", "Ähnliche Beiträge", "Kommentare",
    ],
)  # fmt: skip
def test_a_heading_of_the_frame_goes_with_its_links(title):
    assert left_out(f"{TEXT}<h2>{title}</h2>{LINKS}") == [title, "What is milk? Jam"]


def test_a_box_of_the_frame_goes_as_a_whole():
    box = "<div><h4>About the author</h4><p>Dr Ray is an audiologist.</p></div>"
    assert left_out(TEXT + box) == ["About the author Dr Ray is an audiologist."]


def test_a_form_of_the_frame_goes_with_its_heading():
    box = "<div><h3>Subscribe to our newsletter</h3><p>Get tips.</p><form>Subscribe</form></div>"
    assert left_out(TEXT + box) == ["Subscribe to our newsletter Get tips. Subscribe"]


def test_a_heading_of_the_frame_before_the_text_does_not_take_it():
    box = f"<div><div><h3>Share this:</h3>{LINKS}</div><h2>Is it safe?</h2><p>Yes.</p></div>"
    document = read_html("x.html", f"<h1>Tea</h1>{box}")
    assert document.html == "<h1>Tea</h1><h2>Is it safe?</h2><p>Yes.</p>"


def test_a_heading_of_the_frame_over_long_text_stays_with_it():
    text = "Words of a doctor. " * 40
    assert (
        "<h2>About the author</h2>"
        in read_html("x.html", f"{TEXT}<h2>About the author</h2><p>{text}</p>").html
    )


def test_a_heading_of_the_frame_over_a_question_stays_with_it():
    source = f"{TEXT}<div><h2>Comments</h2><p><b>Why?</b></p><p>So.</p></div>"
    assert "<h2>Comments</h2>" in read_html("x.html", source).html


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<div class="header">Clinic 555</div>', ""),
        ('<div class="menu"><ul><li><a href="/a">Clinic 555</a></li></ul></div>', ""),
        ("", '<div class="footer"><p>Clinic 555</p></div>'),
        ("", '<div class="related-posts"><h4>Clinic 555</h4></div>'),
        ("", '<div id="comments"><p>Clinic 555</p></div>'),
        ("", '<p class="entry-meta">Clinic 555</p>'),
    ],
)
def test_a_part_that_is_the_frame_by_its_name_is_left_out(before, after):
    assert left_out(before + TEXT + after) == ["Clinic 555"]


@pytest.mark.parametrize("name", ["header", "footer", "menu", "related", "widget"])
def test_a_part_with_a_question_stays_whatever_its_name(name):
    source = f'<div class="{name}"><h2>Why?</h2><p>So.</p></div>'
    assert read_html("x.html", source + TEXT).html.startswith("<h2>Why?</h2><p>So.</p>")


def test_the_header_of_an_item_of_an_accordion_is_not_the_page_s():
    source = f'{TEXT}<div class="header">Cost</div><p>Ten.</p><h2>Why?</h2><p>So.</p>'
    assert "<p>Cost</p><p>Ten.</p>" in read_html("x.html", source).html


@pytest.mark.parametrize("words", ["Copy link", "Print", "Expand all", "Drucken"])
def test_a_button_of_the_page_is_left_out(words):
    assert left_out(f"{TEXT}<button>{words}</button>") == [words]


@pytest.mark.parametrize(
    "row",
    [
        "<p>Privacy policy | Terms</p>",
        '<p><a href="/p">Privacy policy</a> · <a href="/t">Terms</a></p>',
        '<ul><li><a href="/p">Impressum</a></li><li><a href="/t">Datenschutz</a></li></ul>',
    ],
)
def test_the_small_print_of_a_site_is_left_out(row):
    assert len(left_out(TEXT + row)) == 1


def test_a_food_is_no_small_print():
    assert "<p>Cookies</p>" in read_html("x.html", f"{TEXT}<p>Cookies</p>").html


def test_links_of_a_menu_that_is_left_out_are_divided():
    menu = '<nav><a href="/a">About</a><a href="/b">Book</a></nav>'
    assert left_out(menu + TEXT) == ["About Book"]


def test_the_header_and_footer_of_a_google_document_are_left_out():
    source = (
        '<body class="c3 doc-content"><div><p class="c1">Draft 3</p></div>'
        f"{TEXT}<div><p>Page 1</p></div></body>"
    )
    assert left_out(source) == ["Draft 3", "Page 1"]


def test_an_aside_without_a_link_says_something_of_the_text():
    document = read_html(
        "x.html", "<h2>Is it safe?</h2><p>Yes.</p><aside>Never with alcohol.</aside><p>Rest.</p>"
    )
    assert "<p>Never with alcohol.</p>" in document.html
    assert document.left_out == ()
