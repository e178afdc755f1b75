"""What Word's XML says, brought into the forms that mammoth reads.

Mammoth drops what it does not know: simple fields, right-to-left runs, formulas,
text boxes of newer files. It keeps what a tracked change inserts without a word.
So the XML is mended before, and what an editor must know is noted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from faq_pages.importing.readers.word_xml import child, get, make, tag_name, text

_BODY_TEXT_LEVEL = 6
_LONGEST = 300


@dataclass
class Notes:
    """What is noted on the way: texts, in the order of the document."""

    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)


def mend(
    root: Element,
    notes: Notes,
    contents_styles: frozenset[str] = frozenset(),
    relationships: Mapping[str, str] | None = None,
) -> None:
    """Bring the tree under `root` into the forms that mammoth reads.

    `contents_styles` are the ids of the styles of a table of contents,
    `relationships` what the part may refer to, addresses by id.
    """
    _Mender(notes, contents_styles, relationships or {}).walk(root)


class _Mender:
    def __init__(
        self, notes: Notes, contents_styles: frozenset[str], relationships: Mapping[str, str]
    ) -> None:
        self.notes = notes
        self.contents_styles = contents_styles
        self.relationships = relationships

    def walk(self, parent: Element) -> None:
        _keep_last_paragraph(parent)
        parent[:] = [*self._walked(list(parent), parent)]

    def _walked(self, children: Sequence[Element], parent: Element) -> Iterator[Element]:
        for element in children:
            replaced = self._mended(element, parent)
            if replaced is None:
                self.walk(element)
                yield element
            else:
                yield from self._walked(replaced, parent)

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
                return self._paragraph(element)
            case "r":
                return self._run(element)
            case "tbl":
                _mark_header(element)
            case "fldSimple":
                return _field(element)
            case "dir" | "bdo" | "smartTag":
                return list(element)
            case "blip" if not get(element, "embed") and get(element, "link"):
                self.notes.linked.append(self.relationships.get(get(element, "link"), ""))
                return []
            case "blip" | "imagedata" if self._leads_nowhere(element, "embed", "link", "id"):
                return []
            case "hyperlink" if self._leads_nowhere(element, "id"):
                return list(element)
            case "sym":
                return [_words(symbol)] if (symbol := text(element)) else []
            case "ruby":
                base = child(element, "rubyBase")
                return [] if base is None else list(base)
            case "oMathPara" | "oMath":
                _noted(self.notes.formulas, element)
                return [_text_run(text(element))]
            case "AlternateContent" | "drawing" if boxes := _text_boxes(element):
                return [make("pict", *boxes)]
        return None

    def _paragraph(self, element: Element) -> list[Element] | None:
        style = child(element, "pPr", "pStyle")
        if style is not None and get(style, "val") in self.contents_styles:
            return _noted(self.notes.contents, element)
        _show_typed_bullet(element)
        _show_outline_level(element)
        return None

    def _leads_nowhere(self, element: Element, *attributes: str) -> bool:
        """Whether `element` refers to what is not in the file: mammoth trips over that."""
        ids = {value for name in attributes if (value := get(element, name))}
        return bool(ids) and ids.isdisjoint(self.relationships.keys())

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


def _keep_last_paragraph(parent: Element) -> None:
    """Take the deletion off the last paragraph's mark: its words have no other to join."""
    last = next((each for each in reversed(parent) if tag_name(each) == "p"), None)
    mark = child(last, "pPr", "rPr") if last is not None else None
    deletion = child(mark, "del") if mark is not None else None
    if mark is not None and deletion is not None:
        mark.remove(deletion)


def _show_typed_bullet(paragraph: Element) -> None:
    """Make an "o" with a tab after it the bullet that Word shows with that letter."""
    pieces = (each for each in paragraph.iter() if tag_name(each) in {"t", "tab", "br"})
    # The stops of a paragraph are tabs in its properties.
    typed = (each for each in pieces if not (tag_name(each) == "tab" and each.attrib))
    first, second = next(typed, None), next(typed, None)
    is_tabbed = second is not None and tag_name(second) == "tab"
    if is_tabbed and first is not None and first.text == "o":
        first.text = "◦"


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
        style = make("pStyle")
        properties.insert(0, style)
    style.attrib.clear()
    style.attrib.update(make("pStyle", val=f"Heading{int(value) + 1}").attrib)


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
        properties = make("trPr")
        first.insert(0, properties)
    properties.append(make("tblHeader"))


def _is_first_row_bit(value: str) -> bool:
    try:
        return bool(int(value, 16) & 0x20)
    except ValueError:
        return False


def _field(element: Element) -> list[Element]:
    """Return a simple field as a complex one, the only kind that mammoth reads."""
    instruction = make("instrText")
    instruction.text = get(element, "instr")
    return [
        make("r", make("fldChar", fldCharType="begin")),
        make("r", instruction),
        make("r", make("fldChar", fldCharType="separate")),
        *element,
        make("r", make("fldChar", fldCharType="end")),
    ]


def _text_boxes(element: Element) -> list[Element]:
    """Return the text boxes in a drawing: those of the first of its alternatives."""
    if tag_name(element) == "AlternateContent":
        element = child(element, "Choice") or element
    return [each for each in element.iter() if tag_name(each) == "txbxContent"]


def _text_run(words: str) -> Element:
    return make("r", _words(f" {words} "))


def _words(words: str) -> Element:
    made = make("t")
    made.text = words
    return made
