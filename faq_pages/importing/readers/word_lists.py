"""The lists that a Word document defines, completed before mammoth reads them."""

from copy import deepcopy
from xml.etree.ElementTree import Element

from faq_pages.importing.readers.word_xml import child, get, make, tag_name

_LEVELS = 9


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
