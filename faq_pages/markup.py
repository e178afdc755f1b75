"""Fragments of HTML: what is allowed in them and what they say in plain text."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import nh3

INLINE = frozenset({"a", "b", "br", "em", "i", "strong", "sub", "sup"})
BLOCKS = frozenset({"p", "ul", "ol", "li", "h3", "h4", "h5", "h6"})

# What an answer may hold, as far as patients see it. `h1` and `h2` belong to
# the page, tables and pictures are parts of their own.
ALLOWED_TAGS = INLINE | BLOCKS
URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_BLOCK_EDGE = re.compile(
    r"</?(?:p|li|ul|ol|h[1-6]|div|td|th|tr|table|blockquote)\b[^>]*>|<br\s*/?>", re.I
)
_HEADING = re.compile(r"(</?h)([3-6])")
_HREF = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")([^"]*)(")')


def clean(html: str, tags: frozenset[str] = ALLOWED_TAGS) -> str:
    """Return `html` with only `tags` in it and links only to safe addresses.

    Scripts and styles go with their content; other tags go and leave theirs.
    """
    cleaned: str = nh3.clean(
        html,
        tags=set(tags),
        attributes={"a": {"href"}} if "a" in tags else {},
        url_schemes=set(URL_SCHEMES),
        link_rel=None,
    )
    return cleaned.strip()


def plain_text(html: str) -> str:
    """Return what `html` says, on one line: tags gone, entities resolved."""
    spaced = _BLOCK_EDGE.sub(r" \g<0> ", html)
    return " ".join(unescape(nh3.clean(spaced, tags=set(), link_rel=None)).split())


def exact_text(html: str) -> str:
    """Return `plain_text` in which 10<sup>3</sup> is 10^3, and a list is not a sentence."""
    marked = html.replace("<sup>", "^").replace("<sub>", "_").replace("<li>", "<li>• ")
    return plain_text(marked)


def absolute_links(html: str, base: str) -> str:
    """Return cleaned `html` with links and images made absolute against `base`."""

    def absolute(match: re.Match[str]) -> str:
        try:
            return f"{match[1]}{urljoin(base, match[2])}{match[3]}"
        except ValueError:  # such as the unclosed bracket of "http://[a"
            return match[0]

    return _HREF.sub(absolute, html)


def deeper_headings(html: str) -> str:
    """Return `html` with each heading one level down, as below a question in a section."""
    return _HEADING.sub(lambda match: f"{match[1]}{min(int(match[2]) + 1, 6)}", html)


def links(html: str) -> list[str]:
    """Return the addresses that cleaned `html` links to, in order."""
    return [unescape(match[2]) for match in _HREF.finditer(html)]


def is_safe_url(url: str) -> bool:
    """Whether `url` is relative or of a scheme that an answer may link to."""
    try:
        scheme = urlsplit(url.strip()).scheme
    except ValueError:
        return False
    return not scheme or scheme.lower() in URL_SCHEMES


def shorten(text: str, limit: int) -> str:
    """Return `text` cut at a word, at most `limit` characters with the ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space else cut).rstrip(" ,;:–-") + "…"


def telephone_url(number: str) -> str:
    """Return the `tel:` address of a phone number as people write it, or ""."""
    digits = re.sub(r"[^\d+]", "", number.partition("ext")[0])
    return f"tel:{digits}" if digits else ""


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text` that have words."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
