"""What is in HTML but is no text of it: code, embedded files, frames, fields.

Taken out of the source, before a parser sees it: some of these begin another
language, in which a tag means something else.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.readers.formulas import formula_text
from faq_pages.markup import plain_text, shorten

_ENCLOSED = re.compile(
    r"<(?:(script|style|svg|math|select|textarea|noscript|iframe|object|audio|video|canvas"
    r"|template)\b|!--)",
    re.I,
)
_QUOTE = 160
# More are of no FAQ, and reading each as what it means would take long.
_MOST_FORMULAS = 500
_SILENT = frozenset({"script", "style", "template", "noscript", ""})
_UNSAFE = frozenset({"iframe", "object"})
_SRC = re.compile(r"\b(?:src|data)\s*=\s*[\"']?\s*((?:https?:)?//[^\s\"'<>]{1,200})", re.I)

# A picture within its own address: longer than all the text around it.
_EMBEDDED = re.compile(
    r"\bdata:image/(?P<type>png|jpeg|jpg|gif|webp|bmp);base64,(?P<data>[\w+/=%\s]+)", re.I
)
_OTHER_FILES = re.compile(r"\bdata:[\w.+/-]{3,60};base64,[\w+/=%\s]+", re.I)


@dataclass
class Readable:
    """HTML without what is no text, and what that was.

    `styles` holds the style sheets, `files` the embedded pictures by the name
    that stands in place of their address, `formulas` what became of formulas.
    """

    html: str = ""
    styles: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)


def readable(source: str) -> Readable:
    """Return `source` without code, comments, frames and embedded files."""
    found = Readable()
    found.html = _without_files("".join(_kept(source, found)), found)
    return found


def _kept(source: str, found: Readable) -> Iterator[str]:
    styles, end = [], 0
    unclosed: set[str] = set()
    lowered = source.lower()
    for start in _ENCLOSED.finditer(source):
        kind = (start[1] or "").lower()
        if start.start() < end or kind in unclosed:
            continue
        stop = lowered.find(f"</{kind}" if kind else "-->", start.end())
        if stop < 0:
            unclosed.add(kind)
            continue
        close = source.find(">", stop)
        yield source[end : start.start()]
        inner = source[start.end() : stop]
        if kind == "style":
            styles.append(inner.partition(">")[2])
        elif kind == "math":
            yield from _formula(inner, found)
        elif kind not in _SILENT:
            found.left_out += _named(kind, inner)
        end = close + 1 if close >= 0 else len(source)
    yield source[end:]
    found.styles = "\n".join(styles)


def _formula(inner: str, found: Readable) -> Iterator[str]:
    content = inner.partition(">")[2]
    is_one_of_many = len(found.formulas) >= _MOST_FORMULAS
    if words := plain_text(content) if is_one_of_many else formula_text(content):
        found.formulas.append(words)
        yield escape(words, quote=False)


def flattened(formula: str) -> str:
    """Return what an editor must know of a formula that is now plain text."""
    return f"The formula “{shorten(formula, _QUOTE)}” became plain text: check how it reads."


def _named(kind: str, inner: str) -> Iterator[LeftOut]:
    attributes, _, content = inner.partition(">")
    reason = Reason.UNSAFE if kind in _UNSAFE else Reason.UNSUPPORTED
    if kind in _UNSAFE:
        address = _SRC.search(attributes)
        where = f" of {address[1].partition('?')[0]}" if address else ""
        yield LeftOut(f"an embedded frame{where}", reason)
    if words := plain_text(content):
        yield LeftOut(words, reason)


def _without_files(html: str, found: Readable) -> str:
    def name(match: re.Match[str]) -> str:
        key = f"embedded-{len(found.files) + 1}.{match['type'].lower()}"
        try:
            found.files[key] = base64.b64decode("".join(match["data"].split()))
        except (binascii.Error, ValueError):
            return ""
        return key

    return _OTHER_FILES.sub("", _EMBEDDED.sub(name, html))
