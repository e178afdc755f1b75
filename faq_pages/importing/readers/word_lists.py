"""The lists of a Word document, defined or typed, completed before mammoth reads them."""

import re
from copy import deepcopy
from xml.etree.ElementTree import Element

from faq_pages.importing.readers.word_xml import child, get, make, tag_name

_LEVELS = 9

_TYPED = re.compile(r"\s*[•·▪◦–-](?=\s|$)")
# What a typed item on the second level and below begins with: mammoth drops the indent.
_DEEPER = "◦▪"


def complete_levels(numbering: Element) -> None:
    """Give each list of the part `numbering` all its levels, with the format of its first.

    Programs that make documents often define only that one. Word shows an item on
    a deeper level all the same; mammoth would make it a paragraph.
    """
    for each in numbering:
        if tag_name(each) == "abstractNum":
            _complete(each)


def _complete(abstract: Element) -> None:
    levels = {get(each, "ilvl"): each for each in abstract if tag_name(each) == "lvl"}
    if not levels:
        return
    first = levels.get("0", next(iter(levels.values())))
    format = child(first, "numFmt")
    for number in map(str, range(_LEVELS)):
        if number not in levels and not (number == "0" and "" in levels):
            formats = [] if format is None else [deepcopy(format)]
            abstract.append(make("lvl", *formats, ilvl=number))


def show_typed_levels(body: Element) -> None:
    """Give typed items that are indented more than others the bullet of a deeper level."""
    lefts: list[int] = []
    for element in body.iter():
        if tag_name(element) != "p":
            continue
        first = next((each for each in element.iter() if tag_name(each) == "t" and each.text), None)
        if first is None or not _TYPED.match(first.text or ""):
            lefts = [] if first is not None else lefts
            continue
        left = _left(element)
        lefts = [each for each in lefts if each < left] + [left]
        if len(lefts) > 1:
            first.text = _TYPED.sub(_DEEPER[min(len(lefts), 3) - 2], first.text or "", count=1)


def _left(paragraph: Element) -> int:
    """Return how far a paragraph is indented, in twentieths of a point."""
    indent = child(paragraph, "pPr", "ind")
    value = (get(indent, "left") or get(indent, "start")) if indent is not None else ""
    return int(value) if value.lstrip("-").isdigit() else 0
