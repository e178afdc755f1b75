"""Whose answers nginx keeps, and to whom it shows them."""

import gzip

import pytest

from tests.deploy.shipped import NAME, Nginx
from tests.deploy.upstream import FOR_A_MINUTE, Says, Upstream

PAGE = "/faqs/x/"


def page(body: str | bytes, **headers: str) -> Says:
    """Return what the site says of a page for all: `vary="Cookie"` and the like are headers."""
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}
    return Says(body, headers={"Cache-Control": FOR_A_MINUTE, **named})


# -- What is for one alone -----------------------------------------------------------


@pytest.mark.parametrize(
    "theirs",
    [
        {"cookie": "sessionid=abc"},
        {"cookie": "anything=1; csrftoken=abc"},
        {"authorization": "Basic YTpi"},
        {"accept": "text/markdown;q=0.9, text/html"},
    ],
    ids=["session", "cookies", "authorization", "markdown"],
)
def test_who_is_known_or_asks_for_markdown_never_gets_a_copy_and_leaves_none(
    site: Upstream, nginx: Nginx, theirs: dict[str, str]
) -> None:
    # Also if the site should forget to say that it is theirs.
    site.answers[PAGE] = page("For them")
    for _ in range(2):
        assert nginx.ask(PAGE, **theirs).text == "For them"
    site.answers[PAGE] = page("For all")
    assert nginx.ask(PAGE).text == "For all"
    site.answers[PAGE] = page("For them")
    assert nginx.ask(PAGE, **theirs).text == "For them"
    assert nginx.ask(PAGE).text == "For all"
    assert site.times(PAGE) == 4


def test_a_browser_of_somebody_known_is_answered_by_the_site_itself(
    site: Upstream, nginx: Nginx
) -> None:
    says = {"Cache-Control": "private, no-cache", "ETag": '"1"'}
    site.answers[PAGE] = Says("For them", headers=says)
    theirs = {"cookie": "sessionid=abc", "if_none_match": '"1"'}
    answer = nginx.ask(PAGE, **theirs)
    assert (answer.status, answer.headers["Cache-Control"]) == (304, "private, no-cache")


@pytest.mark.parametrize(
    "headers",
    [
        {"Cache-Control": FOR_A_MINUTE, "Set-Cookie": "csrftoken=abc"},
        {"Cache-Control": "max-age=0, no-cache, no-store, must-revalidate, private"},
        {"Cache-Control": f"{FOR_A_MINUTE}, private"},
        {"Cache-Control": f"no-store, {FOR_A_MINUTE}"},
        {"Cache-Control": "max-age=0, must-revalidate"},
        {"Cache-Control": FOR_A_MINUTE, "Vary": "Accept-Encoding, Accept-Language"},
        {"Cache-Control": FOR_A_MINUTE, "Vary": "*"},
        {"Expires": "Thu, 31 Dec 2099 23:59:59 GMT"},
        {},
    ],
    ids=lambda headers: ", ".join(f"{name}: {value}" for name, value in headers.items()) or "-",
)
def test_what_the_site_does_not_give_to_all_never_enters(
    site: Upstream, nginx: Nginx, headers: dict[str, str]
) -> None:
    for number in ("1", "2"):
        site.answers[PAGE] = Says(number, headers=headers)
        answer = nginx.ask(PAGE)
        assert answer.text == number
        if "s-maxage" not in headers.get("Cache-Control", ""):
            assert answer.headers["Cache-Control"] == headers.get("Cache-Control")


@pytest.mark.parametrize("varies", ["Cookie", "accept-encoding", "Cookie, Accept-Encoding"])
def test_what_varies_by_what_nginx_looks_after_does(
    site: Upstream, nginx: Nginx, varies: str
) -> None:
    site.answers[PAGE] = page("", vary=varies)
    assert nginx.ask(PAGE).headers["Vary"] == nginx.ask(PAGE).headers["Vary"] == varies
    assert site.times(PAGE) == 1


@pytest.mark.parametrize(
    "path", ["/admin/", "/api/v2/pages/", "/documents/1/x.pdf", "/search/?q=x", "/sitemap.xml"]
)
def test_the_admin_documents_and_searches_are_never_kept(
    site: Upstream, nginx: Nginx, path: str
) -> None:
    site.answers[path] = Says("Ours", headers={"Cache-Control": "public, max-age=60"})
    for _ in range(2):
        assert nginx.ask(path).text == "Ours"
    assert site.times(path) == 2


def test_what_was_typed_into_an_address_is_not_written_to_the_disk(
    site: Upstream, nginx: Nginx
) -> None:
    site.answers["/search?q=chlamydia"] = Says("", 301, {"Location": "/search/?q=chlamydia"})
    for path in ("/search?q=chlamydia", "/find?q=chlamydia"):
        for _ in range(2):
            assert nginx.ask(path).status in {301, 404}
        assert site.times(path) == 2
    kept = [file.read_bytes() for file in nginx.folder.rglob("*") if file.is_file()]
    assert kept
    assert not any(b"chlamydia" in each for each in kept)


def test_the_file_of_a_document_is_for_the_site_to_give(nginx: Nginx, data) -> None:
    for name in ("documents/private.pdf", "images/x.png"):
        (data / "media" / name).parent.mkdir()
        (data / "media" / name).write_text("A file")
    assert nginx.ask("/media/images/x.png").text == "A file"
    for path in ("/media/documents/private.pdf", "/media/images/../documents/private.pdf"):
        assert nginx.ask(path).status == 404
    assert nginx.ask("/media/%64ocuments/private.pdf").status == 404


# -- What is sent -----------------------------------------------------------------------


def test_what_is_sent_goes_through_and_is_never_kept(site: Upstream, nginx: Nginx) -> None:
    site.answers["/feedback/1/"] = site.answers[PAGE] = page("Thanks")
    for path in ("/feedback/1/", PAGE):
        for _ in range(2):
            assert nginx.ask(path, "POST", b"helpful=yes").text == "Thanks"
        assert site.times(path) == 2
    assert site.posted == [b"helpful=yes"] * 4
    site.answers[PAGE] = page("The page")
    assert nginx.ask(PAGE).text == "The page"


def test_a_document_as_large_as_the_site_takes_goes_through(site: Upstream, nginx: Nginx) -> None:
    site.answers["/admin/"] = page("Thanks")
    assert nginx.ask("/admin/", "POST", bytes(20 * 1024 * 1024)).text == "Thanks"
    assert nginx.ask("/admin/", "POST", bytes(26 * 1024 * 1024)).status == 413


# -- Nobody changes what others see -----------------------------------------------------------


def test_what_a_visitor_says_of_the_way_there_does_not_reach_the_site(
    site: Upstream, nginx: Nginx
) -> None:
    lies = {
        "x_forwarded_host": "evil.example",
        "x_forwarded_proto": "http",
        "x_forwarded_for": "6.6.6.6",
        "x_forwarded_port": "81",
        "forwarded": "host=evil.example",
    }
    nginx.ask(PAGE, **lies)
    nginx.ask("/admin/", **lies)
    for path in (PAGE, "/admin/"):
        asked = site.asked[path][0]
        assert asked["Host"] == NAME
        assert asked["X-Forwarded-Proto"] == "https"
        assert asked["X-Forwarded-For"] == "127.0.0.1"
        for name in ("X-Forwarded-Host", "X-Forwarded-Port", "Forwarded"):
            assert name not in asked


def test_hosts_queries_and_capitals_are_not_mixed(site: Upstream, nginx: Nginx) -> None:
    def told(path: str, host: str = NAME) -> str:
        site.answers[path] = page(f"{host}{path}")
        return nginx.ask(path, host=host).text

    asked = [(PAGE, NAME), (PAGE, "example.org"), (f"{PAGE}?page=2", NAME), ("/Faqs/x/", NAME)]
    for path, host in [*asked, *reversed(asked)]:
        assert told(path, host) == f"{host}{path}"
    assert nginx.ask(PAGE, host=f"{NAME.upper()}:443").text == f"{NAME}{PAGE}"
    assert site.times(PAGE) == 2


def test_odd_requests_change_nothing_for_others(site: Upstream, nginx: Nginx) -> None:
    site.answers[PAGE] = page("The page", etag='"1"')
    odd = {
        "range": "bytes=0-1",
        "if_none_match": '"1"',
        "if_modified_since": "Thu, 31 Dec 2099 23:59:59 GMT",
        "x_http_method_override": "POST",
        "x_original_url": "/admin/",
        "cache_control": "no-cache",
    }
    nginx.ask(PAGE, **odd)
    answer = nginx.ask(PAGE)
    assert (answer.status, answer.text) == (200, "The page")
    assert site.times(PAGE) == 1


# -- Compression --------------------------------------------------------------------------------


def test_the_site_is_asked_for_three_encodings_however_browsers_name_them(
    site: Upstream, nginx: Nginx
) -> None:
    site.answers[PAGE] = page("The page", vary="Accept-Encoding, Cookie")
    browsers = {
        "gzip, deflate, br, zstd": "br, gzip",
        "br;q=1.0, gzip;q=0.8": "br, gzip",
        "gzip, deflate": "gzip",
        "deflate,GZIP": "gzip",
        "identity": None,
        "gzip;q=0, br": None,
        "*": None,
    }
    for accepted in browsers:
        nginx.ask(PAGE, accept_encoding=accepted)
    assert [asked["Accept-Encoding"] for asked in site.asked[PAGE]] == ["br, gzip", "gzip", None]


def test_what_the_site_has_compressed_is_kept_and_shown_as_it_is(
    site: Upstream, nginx: Nginx
) -> None:
    packed = {"br": b"as brotli", "gzip": gzip.compress(b"The page" * 1000)}
    for encoding, body in packed.items():
        site.answers[PAGE] = page(body, content_encoding=encoding, vary="Accept-Encoding")
        accepted = "br, gzip" if encoding == "br" else "gzip"
        for _ in range(2):
            answer = nginx.ask(PAGE, accept_encoding=accepted)
            assert (answer.body, answer.headers["Content-Encoding"]) == (body, encoding)
            assert answer.headers["Vary"] == "Accept-Encoding"
    site.answers[PAGE] = page("The page")
    assert nginx.ask(PAGE).text == "The page"
    assert site.times(PAGE) == 3


def test_what_the_site_has_not_compressed_nginx_does(site: Upstream, nginx: Nginx) -> None:
    html = "text/html; charset=utf-8"
    site.answers[PAGE] = page("The page" * 1000, content_type=html, etag='"1"')
    # Also for those whose own network has a proxy, which nginx would not by itself.
    assert nginx.ask(PAGE, accept_encoding="gzip", via="1.1 office").body[:2] == b"\x1f\x8b"
    answer = nginx.ask(PAGE, accept_encoding="gzip, br")
    assert gzip.decompress(answer.body) == b"The page" * 1000
    assert (answer.headers["ETag"], answer.headers["Vary"]) == ('W/"1"', "Accept-Encoding")
    again = nginx.ask(PAGE, accept_encoding="gzip, br", if_none_match='W/"1"')
    assert again.status == 304
