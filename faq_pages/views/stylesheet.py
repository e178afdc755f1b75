"""All that a page looks like, in one request.

The site's stylesheets are joined in their order, made small, and followed by the
rules of the clinic's accent. The address holds a hash of all that, so browsers
keep it for good; nothing here asks the database or sets a cookie.

Anybody may ask for any colour. That costs a little arithmetic, less than a page
that is not found: the joined sheets are shared by all colours, and only the right
address is answered with them.
"""

import hashlib
import posixpath
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from faq_pages import codings, colours, conf

DEFAULT = "default"
HASH_LENGTH = 12
_FOR_GOOD = "public, max-age=31536000, immutable"
# An address from before an edit leads to today's look, and is asked again soon.
_FOR_NOW = "public, max-age=60"

_COLOUR = re.compile(r"#[0-9a-f]{6}")
# What may hold anything is left alone: strings and addresses.
_OPAQUE = r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)"']*\)"""
_NEEDLESS = re.compile(rf"({_OPAQUE})|\s*/\*.*?\*/\s*|\s+", re.S)
# Not around `:`, which would join "a :hover"; nor around `+`, which a sum needs.
_AROUND = re.compile(rf"({_OPAQUE})| ?([{{}};,]) ?", re.S)
_LAST_SEMICOLON = re.compile(rf"({_OPAQUE})|;(?=\}})", re.S)
_ADDRESS = re.compile(r"""url\(\s*(["']?)(?![a-z][a-z0-9+.-]*:|/|#)([^)"']+)\1\s*\)""", re.I)

# The path of each stylesheet, where its file is, and when that was changed.
Files = tuple[tuple[str, str, int], ...]


class Sheet(NamedTuple):
    joined: str
    rules: str
    digest: str

    @property
    def body(self) -> bytes:
        return (self.joined + self.rules).encode()


@require_safe
def stylesheet(request: HttpRequest, accent: str, digest: str) -> HttpResponse:
    sheet = _sheet("" if accent == DEFAULT else f"#{accent}")
    if digest != sheet.digest:
        today = reverse("faq_pages:stylesheet", args=[accent, sheet.digest])
        return HttpResponseRedirect(today, headers={"Cache-Control": _FOR_NOW})
    bodies = _bodies(sheet)
    coding = codings.best(request.headers.get("Accept-Encoding", ""), bodies)
    response = HttpResponse(bodies[coding] if coding else sheet.body, content_type="text/css")
    if coding:
        response["Content-Encoding"] = coding
    response["Cache-Control"] = _FOR_GOOD
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def stylesheet_url(accent: str = "") -> str:
    """Return the address of the site's one stylesheet, in the colours of `accent`.

    What is no colour counts as none. A site that does not include the app's addresses
    gets the app's own file.
    """
    accent = accent.lower() if _COLOUR.fullmatch(accent.lower()) else ""
    sheet = _sheet(accent)
    name = accent.removeprefix("#") or DEFAULT
    try:
        return reverse("faq_pages:stylesheet", args=[name, sheet.digest])
    except NoReverseMatch:
        return static("faq_pages/faq.css")


def stylesheet_text() -> str:
    """Return the site's stylesheets as one text."""
    return _sheet("").joined


def minified(css: str) -> str:
    """Return `css` without comments and needless white space, and otherwise as it was.

    Small on purpose: compression takes what is left, and nothing here has to
    understand a declaration.
    """
    css = _NEEDLESS.sub(lambda found: found[1] or _space(found[0]), css)
    css = _AROUND.sub(lambda found: found[1] or found[2], css)
    return _LAST_SEMICOLON.sub(lambda found: found[1] or "", css).strip()


def _space(needless: str) -> str:
    # A comment that touches both its neighbours parts them, but is no space.
    return " " if needless[0].isspace() or needless[-1].isspace() else "/**/"


def _sheet(accent: str) -> Sheet:
    # Files are told apart by their times, so that an edit shows at the next request.
    files = [(path, _found(path)) for path in conf.stylesheets()]
    return _made(accent, tuple((path, file, _changed(file)) for path, file in files))


# Those of a site's own colour, and of a few sites beside it.
@lru_cache(maxsize=8)
def _bodies(sheet: Sheet) -> dict[str, bytes]:
    """Return the sheet in each content coding, made once."""
    return codings.compressed(sheet.body)


# What is kept of a colour is its few rules.
@lru_cache(maxsize=64)
def _made(accent: str, files: Files) -> Sheet:
    rules = colours.accent_rules(accent) if accent else ""
    sheet = Sheet(_joined(files), rules, digest="")
    return sheet._replace(digest=hashlib.sha256(sheet.body).hexdigest()[:HASH_LENGTH])


@lru_cache(maxsize=4)
def _joined(files: Files) -> str:
    return minified("\n".join(_read(path, file) for path, file, _ in files))


@lru_cache(maxsize=64)
def _found(path: str) -> str:
    """Return where the static file `path` is, or "" if only the storage has it."""
    return str(finders.find(path) or "")


def _changed(file: str) -> int:
    return Path(file).stat().st_mtime_ns if file else 0


def _read(path: str, file: str) -> str:
    if file:
        css = Path(file).read_text(encoding="utf-8")
    else:
        with staticfiles_storage.open(path) as stored:
            css = stored.read().decode()
    folder = posixpath.dirname(path)
    return _ADDRESS.sub(lambda found: _absolute(folder, found[2]), css)


def _absolute(folder: str, address: str) -> str:
    """Return the address of a file beside a stylesheet as the joined one needs it."""
    name, mark, rest = address.strip().partition("#")
    return f'url("{static(posixpath.normpath(posixpath.join(folder, name)))}{mark}{rest}")'
