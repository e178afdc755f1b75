"""The one stylesheet of a page: whole, small, kept for good, in the clinic's colours."""

import gzip
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.contrib.staticfiles import finders, storage
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from faq_pages import codings, colours
from faq_pages.models import FAQSettings
from faq_pages.views import stylesheet as views
from faq_pages.views.stylesheet import minified, stylesheet_url
from tests.faq_pages import samples
from tests.faq_pages.pages import soup


def get(url: str, **headers: str) -> Any:
    return Client().get(url, headers=headers)


# -- The answer ------------------------------------------------------------------------


def test_it_holds_the_sheets_in_their_order_and_is_kept_for_good() -> None:
    answer = get(stylesheet_url())
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/css")
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    css = answer.content.decode()
    assert -1 < css.index(".faq-title") < css.index(".site-header")
    assert "/*" not in css
    assert not answer.cookies


@pytest.mark.django_db
def test_it_asks_no_database_and_sets_no_cookie() -> None:
    with CaptureQueriesContext(connection) as captured:
        answer = get(stylesheet_url("#0b545b"))
    assert len(captured) == 0
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.get("Vary", "")


def test_it_is_read_only() -> None:
    assert Client().post(stylesheet_url()).status_code == 405
    assert Client().head(stylesheet_url()).status_code == 200


@pytest.mark.parametrize(
    ("header", "coding", "unpack"),
    [
        ("gzip", "gzip", gzip.decompress),
        ("gzip;q=0.5", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
        ("gzip, deflate, br", "br", brotli.decompress),
    ],
)
def test_it_comes_compressed_to_those_who_can_read_that(
    header: str, coding: str, unpack: Callable[[bytes], bytes]
) -> None:
    plain, small = get(stylesheet_url()), get(stylesheet_url(), accept_encoding=header)
    assert small["Content-Encoding"] == coding
    assert unpack(small.content) == plain.content
    assert "Accept-Encoding" in plain["Vary"]
    assert "Accept-Encoding" in small["Vary"]


@pytest.mark.parametrize("header", ["", "deflate", "gzip;q=0", "GZIP ; Q=0.000", "br; q=0"])
def test_it_comes_plain_to_those_who_cannot(header: str) -> None:
    answer = get(stylesheet_url(), accept_encoding=header)
    assert "Content-Encoding" not in answer.headers
    assert answer.content == get(stylesheet_url()).content


def test_it_is_compressed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = get(stylesheet_url(), accept_encoding="br")
    monkeypatch.setattr(codings, "compressed", lambda *_: pytest.fail("compressed again"))
    assert get(stylesheet_url(), accept_encoding="br").content == first.content
    assert get(stylesheet_url(), accept_encoding="gzip")["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("accent", ["", "#ffcc00"])
def test_an_address_from_before_an_edit_leads_to_todays_look_and_is_asked_again_soon(
    accent: str,
) -> None:
    old = re.sub(r"-[0-9a-f]{12}", "-000000000000", stylesheet_url(accent))
    answer = get(old)
    assert (answer.status_code, answer["Location"]) == (302, stylesheet_url(accent))
    assert answer["Cache-Control"] == "public, max-age=60"


def test_a_strangers_colours_cost_no_joining_and_no_compressing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = stylesheet_url("#ffcc00")
    monkeypatch.setattr(views, "_read", lambda *_: pytest.fail("read again"))
    monkeypatch.setattr(codings, "compressed", lambda *_: pytest.fail("compressed"))
    for number in range(80):
        answer = get(f"/styles/{number:06x}-000000000000.css", accept_encoding="gzip")
        assert (answer.status_code, answer.content) == (302, b"")
    monkeypatch.undo()
    assert get(own).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("accent", ["red", "0b545", "0b545b0", "0b545g", "0B545B", "..", ""])
def test_what_is_no_colour_is_not_found(accent: str) -> None:
    assert get(f"/styles/{accent}-000000000000.css").status_code == 404


# -- The accent ------------------------------------------------------------------------


def test_the_accent_comes_last_and_changes_the_address() -> None:
    assert stylesheet_url("#FFCC00") == stylesheet_url("#ffcc00") != stylesheet_url()
    css = get(stylesheet_url("#ffcc00")).content.decode()
    assert css.endswith(colours.accent_rules("#ffcc00"))


def test_what_is_no_colour_counts_as_none() -> None:
    assert stylesheet_url("red") == stylesheet_url("#12345") == stylesheet_url()


@pytest.mark.django_db
def test_a_page_asks_for_one_sheet_in_the_colours_of_its_site() -> None:
    samples.index_page()
    site = Site.objects.get(is_default_site=True)
    FAQSettings.objects.update_or_create(site=site, defaults={"accent": "#B00020"})
    (link,) = soup("/faqs/").find_all("link", rel="stylesheet")
    assert link["href"] == stylesheet_url("#b00020")
    missing = Client().get("/nowhere/")
    assert missing.status_code == 404
    assert stylesheet_url("#b00020") in missing.content.decode()


# -- Where the sheets come from --------------------------------------------------------


def test_an_edit_shows_at_once(tmp_path: Path) -> None:
    sheet = tmp_path / "own.css"
    sheet.write_text("a { color: red }")
    forget_files()
    with override_settings(STATICFILES_DIRS=[tmp_path], FAQ_PAGES_STYLESHEETS=["own.css"]):
        forget_files()
        before = stylesheet_url()
        assert get(before).content == b"a{color: red}"
        sheet.write_text("a { color: blue }")
        os.utime(sheet, ns=(1, 1))
        assert stylesheet_url() != before
        assert get(stylesheet_url()).content == b"a{color: blue}"
    forget_files()


def forget_files() -> None:
    """Django and the view remember where static files are."""
    remembered: Any = finders.get_finder
    remembered.cache_clear()
    views._found.cache_clear()


def test_a_sheet_that_only_the_storage_has_is_read_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "own.css").write_text("a { background: url(../dot.png) }")
    monkeypatch.setattr(views, "staticfiles_storage", storage.StaticFilesStorage(location=tmp_path))
    with override_settings(FAQ_PAGES_STYLESHEETS=["deep/own.css"]):
        assert get(stylesheet_url()).content == b'a{background: url("/static/dot.png")}'


def test_it_works_with_the_storage_of_production(tmp_path: Path) -> None:
    backend = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    plain = get(stylesheet_url()).content
    with override_settings(
        STATIC_ROOT=tmp_path,
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": backend},
        },
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        forget_sheets()
        assert storage.staticfiles_storage.url("site.css") != "/static/site.css"
        assert get(stylesheet_url()).content == plain
    forget_sheets()


def forget_sheets() -> None:
    """Files of the same times are taken for the same, whatever the storage made of them."""
    views._joined.cache_clear()
    views._made.cache_clear()


# -- Making it small -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("a  >  b {\n  color : red ;\n}\n", "a > b{color : red}"),
        ("/* one */ a { } /* two\n * three */ b { }", "a{}b{}"),
        ("a { width: calc(100% - 2px) }", "a{width: calc(100% - 2px)}"),
        ("a :hover , b{}", "a :hover,b{}"),
        ('a::after { content: " { /* ; } " }', 'a::after{content: " { /* ; } "}'),
        (r"a { content: 'it\'s  ;  }' ; }", r"a{content: 'it\'s  ;  }'}"),
        ("a { background: url(data:image/png;base64,a/*b) }", None),
        ("@media ( min-width: 1em ) and (x) { a { b: c } }", None),
        ("a/* no space */.b { c: d }", "a/**/.b{c: d}"),
        (":root { --a: x , y ; }", ":root{--a: x,y}"),
        ("", ""),
    ],
)
def test_only_what_is_needless_goes(css: str, small: str | None) -> None:
    made = minified(css)
    assert small is None or made == small
    assert minified(made) == made


def test_an_address_and_a_query_stay_whole() -> None:
    assert "url(data:image/png;base64,a/*b)" in minified("a { b: url(data:image/png;base64,a/*b) }")
    assert minified("@media (a) and (b) { c { d: e } }") == "@media (a) and (b){c{d: e}}"


# -- Old browsers ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "newer",
    [
        r":(has|is|where)\(",
        r"light-dark\(|oklch\(|color-mix\(|clamp\(",
        # Space between the boxes of a row is margin: old browsers know `grid-gap` only.
        r"[;{](gap|row-gap|column-gap|inset|margin-inline|padding-inline|margin-block):",
        r"&",
    ],
)
def test_nothing_that_reading_depends_on_is_newer_than_old_phones(newer: str) -> None:
    assert not re.search(newer, get(stylesheet_url()).content.decode())
