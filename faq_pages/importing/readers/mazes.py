"""HTML that would keep a parser busy for minutes: refused before it is parsed."""

import re

from faq_pages.importing.documents import Refusal

# Beyond these no writer goes; what does is broken or meant to keep us busy.
MAX_TAGS = 20_000
MAX_DEPTH = 100
MAX_FORMATTING = 20
MAX_ENTITIES = 100_000
MAX_LENGTH = 2_000_000
MAX_PARAGRAPH = 100_000

# Elements that need no end: they close each other, so an open one is not a level.
_NEEDS_NO_END = frozenset(
    """area base br col dd dt embed hr img input li link meta option p source tbody td tfoot th
    thead tr wbr""".split()
)
# Elements that a parser opens again in every paragraph until they end.
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# A tag with thousands of attributes.
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{50000}")


def refuse_mazes(name: str, html: str) -> None:
    """Raise Refusal for HTML as it came that has more of anything than a document has."""
    tags = depth = formatting = 0
    levels: dict[str, int] = {}
    for closing, tag in _TAG.findall(html):
        tags += 1
        tag = tag.lower()
        before = levels.get(tag, 0)
        if tag in _NEEDS_NO_END or (closing and not before):
            continue
        step = -1 if closing else 1
        levels[tag] = before + step
        depth += step
        formatting += step if tag in _FORMATTING else 0
        if depth > MAX_DEPTH or formatting > MAX_FORMATTING:
            raise maze(name, f"elements inside each other, such as <{tag}>")
    longest = max(map(len, html.split("<")))
    if longest > MAX_PARAGRAPH or len(html) > MAX_LENGTH:
        raise maze(name, "characters")
    if tags > MAX_TAGS or html.count("&") > MAX_ENTITIES or _LONG_TAG.search(html):
        raise maze(name, "tags or special characters")


def refuse_grown(name: str, html: str) -> None:
    """Raise Refusal if HTML grew a lot when its tags were closed."""
    if html.count("<") > 4 * MAX_TAGS or html.count("&") > MAX_ENTITIES:
        raise maze(name, "unclosed tags")


def maze(name: str, what: str) -> Refusal:
    """Return the refusal of a document with too many of `what`."""
    return Refusal(
        f"“{name}” has too many {what}. Open it in a browser or in Word, copy its text and paste "
        "that."
    )
