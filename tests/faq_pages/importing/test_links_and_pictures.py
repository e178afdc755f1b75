"""Links and pictures of a web page: mended, named, taken along."""

import pytest

from faq_pages.importing.readers.html import read_html


def html(source: str) -> str:
    return read_html("x.html", source).html


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa&amp;sa=D", "example.org/a"),
        ("https://www.google.com/url?sa=t&amp;url=https://example.org/a", "example.org/a"),
        (
            "https://eu01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa",
            "example.org/a",
        ),
        ("https://www.google.com/search?q=tea", "www.google.com/search?q=tea"),
        (
            "https://example.org/url?q=https://other.example",
            "example.org/url?q=https://other.example",
        ),
    ],
)
def test_redirect_services_are_taken_off_links(href, target):
    assert html(f'<p><a href="{href}">x</a></p>') == f'<p><a href="https://{target}">x</a></p>'


@pytest.mark.parametrize("href", ["mailto:a@example.org", "tel:+12165550100", "/contact/"])
def test_addresses_that_patients_can_use_stay(href):
    assert html(f'<p><a href="{href}">x</a></p>') == f'<p><a href="{href}">x</a></p>'


@pytest.mark.parametrize(
    "href",
    ["javascript:x()", " JaVaScRiPt:x()", "data:text/html,x", "vbscript:x", "file:///c:/x",
     "//example.org/", "page.html", "&#106;avascript:x()", "http://[bad"],
)  # fmt: skip
def test_other_addresses_go_and_are_named(href):
    document = read_html("x.html", f'<p>See <a href="{href}">this</a>.</p>')
    assert document.html == "<p>See this.</p>"
    assert "“this”" in document.unsure[0]


def test_bookmarks_go_without_a_word():
    document = read_html("x.html", '<p><a name="a"></a>One <a href="#b">two</a></p>')
    assert (document.html, document.unsure) == ("<p>One two</p>", ())


def test_of_a_picture_only_its_name_stays():
    source = '<p>One<img src="https://example.org/img/a%20knee.jpg?w=9" alt="A knee">two</p>'
    assert html(source) == '<p>Onetwo</p><img src="a knee" alt="A knee">'


def test_a_picture_that_counts_readers_goes():
    assert html('<p>One<img src="https://example.org/x.gif" width="1" height="1"></p>') == (
        "<p>One</p>"
    )


def test_pictures_within_the_document_do_not_make_it_too_long():
    data = "A" * 3_000_000
    assert html(f'<p>One</p><img src="data:image/png;base64,{data}" alt="Tea">') == (
        '<p>One</p><img src="embedded-1.png" alt="Tea">'
    )
