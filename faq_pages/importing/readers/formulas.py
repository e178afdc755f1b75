"""The formulas of MathML as plain text: what is over a line, and what is raised, is shown."""

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

_MAX_DEPTH = 40
# Between two parts: what MathML says only by their place.
_JOINTS = {"mfrac": "/", "msup": "^", "msub": "_", "mroot": "√"}
# The source of the formula in another language.
_OTHER_LANGUAGES = {"annotation", "annotation-xml"}


def formula_text(content: str) -> str:
    """Return what `content`, the inside of a `math` element, says."""
    return " ".join(_text(BeautifulSoup(content, "html.parser"), 0).split())


def _text(element: Tag, depth: int) -> str:
    if element.name in _OTHER_LANGUAGES:
        return ""
    if depth > _MAX_DEPTH:
        return element.get_text(" ")
    parts = []
    for child in element.children:
        if isinstance(child, Tag):
            parts.append(_text(child, depth + 1))
        elif isinstance(child, NavigableString):
            parts.append(str(child))
    parts = [part for part in parts if part.strip()]
    if joint := _JOINTS.get(element.name):
        return joint.join(map(_grouped, parts))
    if element.name == "mo":
        return f" {''.join(parts).strip()} "
    return f"√{_grouped(''.join(parts))}" if element.name == "msqrt" else "".join(parts)


def _grouped(part: str) -> str:
    """Return `part` in brackets if it is more than one number or word."""
    part = part.strip()
    return part if part.isalnum() else f"({part})"
