"""What is set apart from the text: GitHub's alerts, and the callouts of this app's pages."""

import re

from bs4 import BeautifulSoup, Tag

from faq_pages.importing.fragments import words_of
from faq_pages.markup import plain_text

_ALERTS = {
    "CAUTION": "urgent",
    "WARNING": "warning",
    "IMPORTANT": "warning",
    "NOTE": "note",
    "TIP": "note",
}
_ALERT = re.compile(rf"\s*\[!({'|'.join(_ALERTS)})\]\s*", re.I)
_OURS = re.compile(r"faq-callout-(urgent|warning|note)")


def callout_in(tag: Tag) -> tuple[str, str, Tag] | None:
    """Return level, heading and text of the callout that `tag` is, None if it is none."""
    if tag.name == "blockquote":
        return _alert(tag)
    if tag.name in {"div", "aside", "section"}:
        return _ours(tag)
    return None


def _alert(quote: Tag) -> tuple[str, str, Tag] | None:
    match = _ALERT.match(quote.get_text())
    first = quote.find("p")
    if not match or not isinstance(first, Tag):
        return None
    marker = next(iter(first.find_all(string=_ALERT)), None)
    if marker is None:
        return None
    marker.replace_with(_ALERT.sub("", str(marker), count=1))
    rest = first.decode_contents().strip()
    bold = re.fullmatch(r"<(b|strong)>(.*?)</\1>", rest, re.S)
    if bold or not rest:
        first.decompose()
    return _ALERTS[match[1].upper()], plain_text(bold[2]) if bold else "", quote


def _ours(tag: Tag) -> tuple[str, str, Tag] | None:
    match = _OURS.search(" ".join(tag.get("class") or ()))
    if not match:
        return None
    heading = tag.select_one(".faq-callout-heading")
    words = words_of(heading) if heading else ""
    text = tag.select_one(".faq-text") or BeautifulSoup("", "html.parser")
    return match[1], words, text
