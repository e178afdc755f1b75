"""The formulas of MathML as plain text: what is over a line, and what is raised, is shown."""

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from faq_pages.markup import plain_text

_MAX_DEPTH, _MAX_LENGTH = 40, 10_000
# Between two parts: what MathML says only by their place.
_JOINTS = {"mfrac": "/", "msup": "^", "msub": "_", "mroot": "√"}
# The source of the formula in another language.
_OTHER_LANGUAGES = {"annotation", "annotation-xml"}


def formula_text(content: str) -> str:
    """Return what `content`, the inside of a `math` element, says."""
    if "<" not in content or len(content) > _MAX_LENGTH:
        return plain_text(content)
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
