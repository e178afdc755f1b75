"""The files that nginx sends itself, how it is spoken to, and what it writes down."""

import gzip
import socket
import ssl
from pathlib import Path

import pytest
from whitenoise.compress import Compressor, brotli

from tests import programs
from tests.deploy.shipped import NAME, SHIPPED, Nginx, check
from tests.deploy.upstream import Says, Upstream
from tests.ports import HOST

HASHED = "css/site.0123456789ab.css"
TEXT = "p { color: teal }\n" * 200
DRAWING = "default-src 'none'; style-src 'unsafe-inline'"


@pytest.fixture(autouse=True)
def files(data: Path) -> None:
    """Static files as `collectstatic` leaves them, and an upload."""
    for name in (HASHED, "css/site.css", "icons/phone.0123456789ab.svg"):
        path = data / "static" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
        Compressor(quiet=True).compress(str(path))
    (data / "media" / "drawing.svg").write_text("<svg/>")


# -- Files -------------------------------------------------------------------------


def test_a_static_file_arrives_in_the_best_encoding_that_was_made_for_it(
    nginx: Nginx, data: Path
) -> None:
    best = "br" if programs.nginx_brotli() else "gzip"
    sent = {
        accepted: nginx.ask(f"/static/{HASHED}", accept_encoding=accepted)
        for accepted in ("gzip, deflate, br", "gzip", "identity")
    }
    encodings = [answer.headers["Content-Encoding"] for answer in sent.values()]
    assert encodings == [best, "gzip", None]
    assert sent["identity"].text == TEXT
    # As it was made once, not by nginx for each who asks.
    assert sent["gzip"].body == (data / "static" / f"{HASHED}.gz").read_bytes()
    assert gzip.decompress(sent["gzip"].body).decode() == TEXT
    if best == "br":
        assert brotli.decompress(sent["gzip, deflate, br"].body).decode() == TEXT
    for answer in sent.values():
        assert answer.headers["Content-Type"] == "text/css"
        assert "Accept-Encoding" in answer.headers["Vary"]


def test_browsers_keep_a_file_for_good_if_its_name_has_a_hash(nginx: Nginx) -> None:
    hashed, other = nginx.ask(f"/static/{HASHED}"), nginx.ask("/static/css/site.css")
    assert hashed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert other.headers["Cache-Control"] == "public, max-age=60"
    tag = other.headers["ETag"]
    assert nginx.ask("/static/css/site.css", if_none_match=tag).status == 304


def test_files_have_the_headers_that_the_site_gives_them(nginx: Nginx) -> None:
    for path in (f"/static/{HASHED}", "/static/icons/phone.0123456789ab.svg", "/media/drawing.svg"):
        headers = nginx.ask(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        drawing = path.endswith(".svg")
        assert headers["Content-Security-Policy"] == (DRAWING if drawing else None)


def test_a_file_that_is_not_there_costs_the_site_nothing(site: Upstream, nginx: Nginx) -> None:
    for path in ("/static/nothing.css", "/static/", "/media/", "/static/../../nginx/key.pem"):
        assert nginx.ask(path).status in {400, 403, 404}
    assert not site.asked


# -- How it is spoken to --------------------------------------------------------------


def test_nginx_takes_the_file_and_has_nothing_to_warn_of(nginx: Nginx) -> None:
    said = check(nginx)
    assert "test is successful" in said
    assert "[warn]" not in said.replace(_OF_NEWER, "")


# Since 1.25.1 there is a directive for it, which Debian 12's nginx does not know.
_OF_NEWER = '[warn] the "listen ... http2" directive is deprecated'


def test_plain_http_leads_to_https(site: Upstream, nginx: Nginx) -> None:
    answer = nginx.ask_plainly("/faqs/x/?page=2")
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/faqs/x/?page=2")
    assert not site.asked


@pytest.mark.parametrize(
    ("versions", "spoken"),
    [
        ({"minimum": ssl.TLSVersion.TLSv1_3}, "TLSv1.3"),
        ({"maximum": ssl.TLSVersion.TLSv1_2}, "TLSv1.2"),
    ],
    ids=["new", "old"],
)
def test_browsers_old_and_new_are_spoken_to_by_http_2(
    nginx: Nginx, versions: dict[str, ssl.TLSVersion], spoken: str
) -> None:
    context = ssl.create_default_context(cafile=str(nginx.folder / "cert.pem"))
    context.set_alpn_protocols(["h2", "http/1.1"])
    for end, version in versions.items():
        setattr(context, f"{end}_version", version)
    with (
        socket.create_connection((HOST, nginx.port)) as plain,
        context.wrap_socket(plain, server_hostname=NAME) as connection,
    ):
        assert connection.version() == spoken
        assert connection.selected_alpn_protocol() == "h2"


# -- What it writes down -----------------------------------------------------------------


def test_no_log_holds_an_address_or_what_somebody_read(site: Upstream, nginx: Nginx) -> None:
    site.answers["/faqs/illness/"] = Says("The page")
    nginx.ask("/faqs/illness/")
    nginx.ask_plainly("/faqs/illness/")
    nginx.ask("/static/illness.css")
    site.stop()
    assert nginx.ask("/faqs/other-illness/").status == 503
    written = "".join(path.read_text() for path in nginx.folder.glob("*.log"))
    assert "illness" not in written
    assert HOST not in written


def test_the_page_that_says_the_site_is_down_asks_nobody_for_anything() -> None:
    page = (SHIPPED / "site-is-down.html").read_text()
    for asks in ("src=", "url(", "<script", "<link", "@import", "http"):
        assert asks not in page.replace("http-equiv", ""), asks
