"""Bodies are made smaller for whoever can read them."""

import gzip

import brotli
import pytest

from faq_pages import codings

BODY = b"<p>A little, and only for a day.</p>" * 50


def test_a_body_is_there_in_both_codings_and_unpacks_to_itself():
    made = codings.compressed(BODY)
    assert list(made) == ["br", "gzip"]
    assert brotli.decompress(made["br"]) == gzip.decompress(made["gzip"]) == BODY
    assert max(map(len, made.values())) < len(BODY) / 5


def test_the_same_body_gives_the_same_bytes():
    assert codings.compressed(BODY) == codings.compressed(BODY)


def test_without_brotli_it_is_gzip(monkeypatch):
    monkeypatch.setattr(codings, "brotli", None)
    assert list(codings.compressed(BODY)) == ["gzip"]


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("", ""),
        ("identity", ""),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP;Q=0.5", "gzip"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("br;q=0.000,gzip ; q = 0", ""),
        ("br;q=0.001", "br"),
        ("*", ""),
        ("brotli, xgzip", ""),
        ("br;q=0.0.0, ;;q=,", "br"),
    ],
)
def test_the_smallest_that_a_browser_names_and_does_not_refuse_is_chosen(header, coding):
    assert codings.best(header, ["br", "gzip"]) == coding


def test_what_is_not_there_is_not_chosen():
    assert codings.best("br, gzip", ["gzip"]) == "gzip"
    assert codings.best("br, gzip", [""]) == ""
