"""What the styles of a Word file mean, as mammoth's style map.

https://github.com/mwilliamson/python-mammoth#writing-style-maps
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from faq_pages.importing.readers.word_xml import child, get, tag_name

_HEADING = re.compile(r"heading [1-6]", re.I)
_CONTENTS = re.compile(r"toc (?:\d|heading)", re.I)
# A style that somebody made for it, as "FAQ Question"; "Answer to a question" is none.
_QUESTION = re.compile(
    r"(?:question|pregunta|frage|pergunta|domanda|vraag|вопрос|问题|質問|سؤال|שאלה)(?!n)", re.I
)
_ANSWER = re.compile(r"answer|respuesta|antwort|réponse|resposta|risposta|antwoord|ответ", re.I)
_NAMED = {"title": "h1:fresh", "caption": "figcaption:fresh"}
# Word's own styles for items of the deeper levels: each has a list of its own.
_LIST = re.compile(r"list (bullet|number) ([2-5])", re.I)
_MAX_DEPTH = 20
_DEEPEST_LEVEL = 5
# What the language of style maps can name.
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@dataclass(frozen=True)
class _Style:
    id: str
    name: str
    type: str
    level: int | None
    is_bold: bool
    is_italic: bool


class Styles:
    """The styles of a document, each with what it inherits."""

    def __init__(self, root: Element) -> None:
        self._elements = {
            get(element, "styleId"): element for element in root if tag_name(element) == "style"
        }

    @property
    def contents_ids(self) -> frozenset[str]:
        """The ids of the styles of a table of contents."""
        return frozenset(style.id for style in self._styles() if _CONTENTS.fullmatch(style.name))

    def style_map(self) -> str:
        """Return what mammoth does not know of these styles by itself."""
        return "\n".join(self._rules())

    def _rules(self) -> Iterator[str]:
        for style in self._styles():
            if not _ID.fullmatch(style.id) or _HEADING.fullmatch(style.name):
                continue
            if style.type == "paragraph" and (target := _paragraph(style)):
                yield f"p.{style.id} => {target}"
            if style.type == "character" and (style.is_bold or style.is_italic):
                yield f"r.{style.id} => {'strong' if style.is_bold else 'em'}"

    def _styles(self) -> Iterator[_Style]:
        for id, element in self._elements.items():
            label = child(element, "name")
            level = self._inherited(element, "pPr", "outlineLvl")
            value = get(level, "val") if level is not None else ""
            yield _Style(
                id=id,
                name=get(label, "val") if label is not None else "",
                type=get(element, "type"),
                level=int(value) if value.isdigit() else None,
                is_bold=_is_on(self._inherited(element, "rPr", "b")),
                is_italic=_is_on(self._inherited(element, "rPr", "i")),
            )

    def _inherited(self, element: Element | None, *path: str) -> Element | None:
        for _ in range(_MAX_DEPTH):
            if element is None:
                return None
            if (found := child(element, *path)) is not None:
                return found
            base = child(element, "basedOn")
            element = self._elements.get(get(base, "val")) if base is not None else None
        return None


def _paragraph(style: _Style) -> str:
    if style.name.lower() in _NAMED:
        return _NAMED[style.name.lower()]
    if item := _LIST.fullmatch(style.name):
        outer = "ul|ol > li > " * (int(item[2]) - 1)
        return f"{outer}{'ul' if item[1].lower() == 'bullet' else 'ol'} > li:fresh"
    if style.level is not None and style.level <= _DEEPEST_LEVEL:
        return f"h{style.level + 1}:fresh"
    if _QUESTION.search(style.name) and not _ANSWER.search(style.name):
        return "h2:fresh"
    return "p:fresh > strong" if style.is_bold else ""


def _is_on(switch: Element | None) -> bool:
    return switch is not None and get(switch, "val") not in {"0", "false", "off"}
