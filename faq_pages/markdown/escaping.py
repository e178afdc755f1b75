"""Text, addresses and titles, written so that they can never turn into markup."""

import re
from urllib.parse import urljoin

# White space that says nothing. No-break and other typographic spaces do.
SPACE = re.compile("[\t-\r\x1c- \x85\u2028\u2029]+")

# "^" is for those that read footnotes.
_MARKUP = re.compile(r"[\\`*_\[\]|~#^]|<(?=[A-Za-z/!?])|&(?=[A-Za-z][A-Za-z0-9]*;)")
# What makes a quote, an underline, a list item, a definition or the second line
# of a table, but only where a line begins.
_LINE_START = re.compile(r"\A(?:[>=]|[-+:](?![^\W_])|[0-9]{1,9}[.)](?=\s|\Z))")
# Parsers trim any white space from a line, typographic spaces included.
_EDGE_SPACE = re.compile(r"(?<!\S)[^\S ]|[^\S ](?!\S)")

_PLAIN_ADDRESS = re.compile(r"[\w:/?#@!$',&=%.~+-]+", re.ASCII)


def escaped(text: str, *, starts_line: bool = False) -> str:
    """Return plain `text` on one line as Markdown that says just that."""
    source = _MARKUP.sub(r"\\\g<0>", SPACE.sub(" ", text))
    if starts_line:
        source = _LINE_START.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", source)
    return _EDGE_SPACE.sub(_reference, source)


def _reference(match: re.Match[str]) -> str:
    return "&nbsp;" if match[0] == "\xa0" else f"&#{ord(match[0])};"


def line(text: str, *, starts_line: bool = False) -> str:
    """Return plain `text` as `escaped` does, without the spaces around it."""
    return escaped(text.strip(), starts_line=starts_line)


def target(url: str, base: str) -> str:
    """Return `url`, absolute against `base`, as the target of a link or an image."""
    # Browsers drop line breaks from an address, and its cell would end at a bar.
    address = re.sub(r"[\t\n\r]", "", _absolute(url, base)).strip().replace("|", "%7C")
    if _PLAIN_ADDRESS.fullmatch(address):
        return address
    return "<" + re.sub(r"[\\<>]|&(?=[#A-Za-z])", r"\\\g<0>", address) + ">"


def _absolute(url: str, base: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:  # such as the unclosed bracket of "http://[a"
        return url


def title(text: str) -> str:
    """Return `text` as the title in an image's parentheses, with the space before it."""
    words = SPACE.sub(" ", text).strip(" ")
    return ' "' + re.sub(r'[\\"]|&(?=[#A-Za-z])', r"\\\g<0>", words) + '"' if words else ""
