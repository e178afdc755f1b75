"""Marks up wording that is laid out for reading in a Python file."""

import re

from faq_pages.content import Callout, Text

_BETWEEN_TAGS = re.compile(r"(?<=>) (?=</?(?:p|ul|ol|li|h3)\b)")


def prose(html: str) -> str:
    """Return `html` on one line, without the white space of its layout."""
    return _BETWEEN_TAGS.sub("", " ".join(html.split()))


def text(html: str) -> Text:
    """Return `html` as a part of an answer."""
    return Text(html=prose(html))


def urgent(heading: str, html: str) -> Callout:
    """Return a callout that says when to seek care at once."""
    return Callout(level="urgent", heading=heading, html=prose(html))
