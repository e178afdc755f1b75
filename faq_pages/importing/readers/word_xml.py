"""Word's XML: read with care, and asked by the names of its elements."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from mammoth.docx.dingbats import dingbats

# Beyond these no writer goes; a parser would be busy, and the memory full. The first two
# are for all parts of a document together.
MAX_BYTES = 8_000_000
MAX_ELEMENTS = 80_000
MAX_DEPTH = 150

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class StrangeXml(Exception):
    """XML that no word processor writes: a maze, or with entities of its own."""


@dataclass
class Budget:
    """How much XML a document may still have."""

    bytes: int = MAX_BYTES
    elements: int = MAX_ELEMENTS


def parse(data: bytes, budget: Budget) -> Element:
    """Return the root of the XML in `data`, or raise StrangeXml. It is taken off `budget`."""
    budget.bytes -= len(data)
    if budget.bytes < 0:
        raise StrangeXml
    depth = 0
    root: Element | None = None
    try:
        for event, element in iterparse(BytesIO(data), ("start", "end"), forbid_dtd=True):
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            budget.elements -= event == "start"
            if depth > MAX_DEPTH or budget.elements < 0:
                raise StrangeXml
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise StrangeXml from None
    if root is None:
        raise StrangeXml
    return root


def written(root: Element) -> bytes:
    """Return `root` as a file."""
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def tag_name(element: Element) -> str:
    """Return the name of an element or attribute without its namespace."""
    return str(element.tag).rpartition("}")[2]


def get(element: Element, attribute: str) -> str:
    """Return an attribute, whatever its namespace, or ""."""
    return next(
        (value for key, value in element.attrib.items() if key.rpartition("}")[2] == attribute), ""
    )


def child(element: Element, *path: str) -> Element | None:
    """Return the first element down the `path` of names, if there is one."""
    for step in path:
        found = next((each for each in element if tag_name(each) == step), None)
        if found is None:
            return None
        element = found
    return element


def text(element: Element, without: Set[str] = frozenset()) -> str:
    """Return the words in `element`, on one line, but not those in elements called `without`."""
    return " ".join("".join(map(_characters, _within(element, without))).split())


def _within(element: Element, without: Set[str]) -> Iterator[Element]:
    yield element
    for each in element:
        if tag_name(each) not in without:
            yield from _within(each, without)


def _characters(element: Element) -> str:
    match tag_name(element):
        case "t" | "delText":
            return element.text or ""
        case "tab" | "br" | "cr" | "p":
            return " "
        case "noBreakHyphen":
            return "\u2011"
        case "softHyphen":
            return "\u00ad"
        case "sym":
            return _symbol(get(element, "font"), get(element, "char"))
    return ""


def _symbol(font: str, code: str) -> str:
    """Return the character that `code` stands for in a font of symbols, "" if nobody knows."""
    if not re.fullmatch("[0-9A-Fa-f]{1,6}", code):
        return ""
    # The private F000 is where Word puts such fonts.
    found = dingbats.get((font, int(code, 16))) or dingbats.get((font, int(code, 16) - 0xF000))
    return chr(found) if found else ""


def paragraphs(root: Element) -> Iterator[str]:
    """Yield the words of each paragraph under `root`; a text box has paragraphs of its own."""
    for element in root.iter():
        if tag_name(element) == "p" and (words := text(element, frozenset({"txbxContent"}))):
            yield words


def make(tag: str, *children: Element, **attributes: str) -> Element:
    """Return a new element of Word's own namespace."""
    element = Element(f"{{{_WORD}}}{tag}")
    for key, value in attributes.items():
        element.set(f"{{{_WORD}}}{key}", value)
    element.extend(children)
    return element
