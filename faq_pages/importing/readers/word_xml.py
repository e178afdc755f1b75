"""What Word's XML says, brought into the forms that mammoth reads.

Mammoth drops what it does not know: simple fields, right-to-left runs, formulas,
text boxes of newer files. It keeps what a tracked change inserts without a word.
So the XML is mended before, and what an editor must know is noted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

# Beyond these no writer goes; a parser would be busy, and the memory full.
MAX_BYTES = 12_000_000
MAX_ELEMENTS = 150_000
MAX_DEPTH = 150

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BODY_TEXT_LEVEL = 6
_LONGEST = 300


class StrangeXml(Exception):
    """XML that no word processor writes: a maze, or with entities of its own."""


@dataclass
class Notes:
    """What is noted on the way: texts, in the order of the document."""

    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)


def parse(data: bytes) -> Element:
    """Return the root of the XML in `data`, or raise StrangeXml."""
    if len(data) > MAX_BYTES:
        raise StrangeXml
    depth = count = 0
    root: Element | None = None
    try:
        for event, element in iterparse(BytesIO(data), ("start", "end"), forbid_dtd=True):
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            count += event == "start"
            if depth > MAX_DEPTH or count > MAX_ELEMENTS:
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


def text(element: Element, tags: Iterable[str] = ("t", "tab", "br", "cr", "p")) -> str:
    """Return the words in `element`, on one line."""
    pieces = (
        (each.text or "")
        if tag_name(each) in {"t", "delText"}
        else " "
        if tag_name(each) in tags
        else ""
        for each in element.iter()
    )
    return " ".join("".join(pieces).split())


# -- Mending -------------------------------------------------------------------


def mend(root: Element, notes: Notes, contents_styles: frozenset[str] = frozenset()) -> None:
    """Bring the tree under `root` into the forms that mammoth reads.

    `contents_styles` are the ids of the styles of a table of contents.
    """
    _Mender(notes, contents_styles).walk(root)


class _Mender:
    def __init__(self, notes: Notes, contents_styles: frozenset[str]) -> None:
        self.notes = notes
        self.contents_styles = contents_styles

    def walk(self, parent: Element) -> None:
        for element in list(parent):
            replaced = self._mended(element, parent)
            if replaced is None:
                self.walk(element)
                continue
            index = list(parent).index(element)
            parent.remove(element)
            for offset, each in enumerate(replaced):
                parent.insert(index + offset, each)
                self.walk(each)

    def _mended(self, element: Element, parent: Element) -> list[Element] | None:
        """Return what stands for `element`, None if it stays as it is."""
        match tag_name(element):
            case "del" | "moveFrom" if tag_name(parent) not in {"rPr", "trPr"}:
                return _noted(self.notes.deleted, element)
            case "ins" | "moveTo" if tag_name(parent) not in {"rPr", "trPr"}:
                _noted(self.notes.inserted, element)
            case "tr" if child(element, "trPr", "del") is not None:
                return _noted(self.notes.deleted, element)
            case "sdt" if _is_contents(element):
                return _noted(self.notes.contents, element)
            case "p":
                return self._paragraph(element, parent)
            case "r":
                return self._run(element)
            case "tbl":
                _mark_header(element)
            case "fldSimple":
                return _field(element)
            case "dir" | "bdo" | "smartTag":
                return list(element)
            case "ruby":
                base = child(element, "rubyBase")
                return [] if base is None else list(base)
            case "oMathPara" | "oMath":
                _noted(self.notes.formulas, element)
                return [_text_run(text(element))]
            case "AlternateContent" | "drawing" if boxes := _text_boxes(element):
                return [_element("pict", *boxes)]
        return None

    def _paragraph(self, element: Element, parent: Element) -> list[Element] | None:
        style = child(element, "pPr", "pStyle")
        if style is not None and get(style, "val") in self.contents_styles:
            return _noted(self.notes.contents, element)
        mark = child(element, "pPr", "rPr")
        gone = child(mark, "del") if mark is not None else None
        # The words of the last paragraph have no other to join.
        if mark is not None and gone is not None and not _has_paragraph_after(element, parent):
            mark.remove(gone)
        _show_outline_level(element)
        return None

    def _run(self, element: Element) -> list[Element] | None:
        properties = child(element, "rPr")
        if properties is None:
            return None
        if _is_on(properties, "vanish"):
            return _noted(self.notes.hidden, element)
        if _is_on(properties, "strike") or _is_on(properties, "dstrike"):
            return _noted(self.notes.struck, element)
        return None


def _noted(notes: list[str], element: Element) -> list[Element]:
    if words := text(element):
        notes.append(words[:_LONGEST])
    return []


def _is_on(properties: Element, switch: str) -> bool:
    found = child(properties, switch)
    return found is not None and get(found, "val") not in {"0", "false", "off"}


def _is_contents(element: Element) -> bool:
    gallery = child(element, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and get(gallery, "val") == "Table of Contents"


def _has_paragraph_after(element: Element, parent: Element) -> bool:
    siblings = list(parent)
    return any(tag_name(each) == "p" for each in siblings[siblings.index(element) + 1 :])


def _show_outline_level(paragraph: Element) -> None:
    """Give a paragraph with an outline level of its own the style of a heading."""
    level = child(paragraph, "pPr", "outlineLvl")
    value = get(level, "val") if level is not None else ""
    if not value.isdigit() or int(value) >= _BODY_TEXT_LEVEL:
        return
    properties = child(paragraph, "pPr")
    assert properties is not None
    style = child(properties, "pStyle")
    if style is None:
        style = _element("pStyle")
        properties.insert(0, style)
    style.attrib.clear()
    style.set(f"{{{_WORD}}}val", f"Heading{int(value) + 1}")


def _mark_header(table: Element) -> None:
    """Mark the first row as a header if the table's style shows it as one."""
    look, style = child(table, "tblPr", "tblLook"), child(table, "tblPr", "tblStyle")
    first = child(table, "tr")
    if look is None or style is None or first is None or get(style, "val") == "TableGrid":
        return
    has_first = get(look, "firstRow") in {"1", "true", "on"}
    value = get(look, "val")
    if not has_first and not (get(look, "firstRow") == "" and _is_first_row_bit(value)):
        return
    properties = child(first, "trPr")
    if properties is None:
        properties = _element("trPr")
        first.insert(0, properties)
    properties.append(_element("tblHeader"))


def _is_first_row_bit(value: str) -> bool:
    try:
        return bool(int(value, 16) & 0x20)
    except ValueError:
        return False


def _field(element: Element) -> list[Element]:
    """Return a simple field as a complex one, the only kind that mammoth reads."""
    instruction = _element("instrText")
    instruction.text = get(element, "instr")
    return [
        _element("r", _element("fldChar", fldCharType="begin")),
        _element("r", instruction),
        _element("r", _element("fldChar", fldCharType="separate")),
        *element,
        _element("r", _element("fldChar", fldCharType="end")),
    ]


def _text_boxes(element: Element) -> list[Element]:
    """Return the text boxes in a drawing: those of the first of its alternatives."""
    if tag_name(element) == "AlternateContent":
        element = child(element, "Choice") or element
    return [each for each in element.iter() if tag_name(each) == "txbxContent"]


def _text_run(words: str) -> Element:
    run_text = _element("t")
    run_text.text = f" {words} "
    return _element("r", run_text)


def _element(tag: str, *children: Element, **attributes: str) -> Element:
    element = Element(f"{{{_WORD}}}{tag}")
    for key, value in attributes.items():
        element.set(f"{{{_WORD}}}{key}", value)
    element.extend(children)
    return element


def paragraphs(root: Element) -> Iterator[str]:
    """Yield the words of each paragraph under `root`."""
    for element in root.iter():
        if tag_name(element) == "p" and (words := text(element)):
            yield words
