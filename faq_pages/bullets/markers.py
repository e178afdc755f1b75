"""What a typed list item begins with: a bullet, a dash or a number."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# Bullets that mean the same depth in a typed list. Those of the symbol fonts
# come out of Word and PDF files as private-use characters.
_SIGNS = {
    "disc": "•·●∙‣⁃⚫\uf0b7",
    "circle": "◦○",
    "square": "▪■▫□\uf0a7",
    "arrow": "➢►▶✓✔\uf0d8\uf0fc",
    "dash": "-–—−",
    "star": "*",
}
_SIGN_OF = {character: sign for sign, characters in _SIGNS.items() for character in characters}

# One line with these may be a remark or a footnote; two make a list.
_NEEDS_COMPANY = frozenset({"dash", "star"})

_SPACE = r"(?:\s|&nbsp;)"
_MARKER = re.compile(
    rf"(?P<lead>{_SPACE}*(?:<(?:b|strong|i|em|u|span)\b[^>]*>{_SPACE}*)*)"
    rf"(?:(?P<bullet>[{re.escape(''.join(_SIGN_OF))}]){_SPACE}+"
    rf"|(?P<tabbed>[o§])\t\s*"
    rf"|\(?(?P<number>\d{{1,2}})[.)]{_SPACE}+)"
    rf"(?=\S)"
)


@dataclass(frozen=True)
class Marker:
    """What a typed list item begins with: a bullet's sign, or a number."""

    sign: str
    number: int | None = None

    @property
    def tag(self) -> str:
        return "ul" if self.number is None else "ol"


def split_marker(line: str) -> tuple[Marker, str] | None:
    """Return the marker that `line` begins with and the rest, or None.

    `line` may be text or HTML; inline tags around the marker stay.
    """
    match = _MARKER.match(line)
    if not match:
        return None
    if match["number"]:
        marker = Marker("number", int(match["number"]))
    elif match["bullet"]:
        marker = Marker(_SIGN_OF[match["bullet"]])
    else:
        marker = Marker("circle" if match["tabbed"] == "o" else "square")
    return marker, match["lead"].lstrip() + line[match.end() :]


def which_are_items(markers: Sequence[tuple[int, Marker]]) -> list[bool]:
    """Say for each (indent, marker) of neighbouring lines whether it is a list item.

    Numbers count when they run 1, 2 and so on at one indent, since a list
    numbers itself and "3." alone would become "1."; dashes and asterisks when
    there are two.
    """
    believed = _numbers_in_sequence(markers)
    signs = Counter(marker.sign for _, marker in markers)
    return [
        index in believed
        if marker.number is not None
        else marker.sign not in _NEEDS_COMPANY or signs[marker.sign] > 1
        for index, (_, marker) in enumerate(markers)
    ]


def _numbers_in_sequence(markers: Sequence[tuple[int, Marker]]) -> set[int]:
    believed: set[int] = set()
    sequences: dict[int, list[int]] = {}
    for index, (indent, marker) in enumerate(markers):
        if marker.number == 1:
            sequences[indent] = [index]
        elif marker.number == len(sequence := sequences.get(indent, [])) + 1:
            sequence.append(index)
            believed.update(sequence)
    return believed
