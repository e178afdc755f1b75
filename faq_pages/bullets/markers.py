"""What a typed list item begins with: a bullet, a dash, a number or a letter."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# Bullets that mean the same depth in a typed list. Those of the symbol fonts
# come out of Word and PDF files as private-use characters.
_SIGNS = {
    "disc": "•·●∙‣⁃⚫\uf0b7",
    "circle": "◦○",
    "square": "▪■▫□◆❖\uf0a7",
    "arrow": "➢➤►▶✓✔\uf0d8\uf0fc",
    "pointer": "→⇒➔➜",
    "plus": "+",
    "dash": "-–—−",
    "star": "*",
}
_SIGN_OF = {character: sign for sign, characters in _SIGNS.items() for character in characters}

# One line with these may be a remark or a footnote; two make a list.
_NEEDS_COMPANY = frozenset({"dash", "star", "plus", "pointer"})

_SPACE = r"(?:\s|&nbsp;)"
_MARKER = re.compile(
    rf"(?P<lead>{_SPACE}*(?:<(?:b|strong|i|em|u|span)\b[^>]*>{_SPACE}*)*)"
    # "+ 44" begins a telephone number.
    rf"(?:(?!\+{_SPACE}*\d)(?P<bullet>[{re.escape(''.join(_SIGN_OF))}])\ufe0f?{_SPACE}+"
    rf"|(?P<tabbed>[o§]\t|o{_SPACE}{_SPACE}){_SPACE}*"
    rf"|\(?(?P<number>\d{{1,2}})[.)]{_SPACE}+"
    rf"|[(（]?(?P<wide>\d{{1,2}})(?:、|）){_SPACE}*"
    rf"|\(?(?P<letter>[a-z])[.)]{_SPACE}+)"
    rf"(?=\S)"
)


@dataclass(frozen=True)
class Marker:
    """What a typed list item begins with: a bullet's sign, or a number.

    A letter has the number of its place in the alphabet.
    """

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
    if number := match["number"] or match["wide"]:
        marker = Marker("number", int(number))
    elif match["letter"]:
        marker = Marker("letter", ord(match["letter"]) - ord("a") + 1)
    elif match["bullet"]:
        marker = Marker(_SIGN_OF[match["bullet"]])
    else:
        marker = Marker("circle" if match["tabbed"][0] == "o" else "square")
    return marker, match["lead"].lstrip() + line[match.end() :]


def which_are_items(markers: Sequence[tuple[int, Marker]]) -> list[bool]:
    """Say for each (indent, marker) of neighbouring lines whether it is a list item.

    Numbers and letters count when they run 1, 2 or a, b and so on at one indent,
    since a list numbers itself and "3." alone would become "1."; dashes and the
    like when there are two, or when one stands among other items.
    """
    believed = _numbers_in_sequence(markers)
    signs = Counter(marker.sign for _, marker in markers)
    verdicts = [
        index in believed
        if marker.number is not None
        else marker.sign not in _NEEDS_COMPANY or signs[marker.sign] > 1
        for index, (_, marker) in enumerate(markers)
    ]
    return [
        verdict or (marker.number is None and _is_among_items(markers, verdicts, index))
        for index, (verdict, (_, marker)) in enumerate(zip(verdicts, markers, strict=True))
    ]


def _is_among_items(
    markers: Sequence[tuple[int, Marker]], verdicts: Sequence[bool], index: int
) -> bool:
    """Whether the line stands below the item before it, or between two of them."""
    if not index or not verdicts[index - 1]:
        return False
    is_deeper = markers[index][0] > markers[index - 1][0]
    return is_deeper or any(verdicts[index + 1 : index + 2])


def _numbers_in_sequence(markers: Sequence[tuple[int, Marker]]) -> set[int]:
    believed: set[int] = set()
    sequences: dict[tuple[int, str], list[int]] = {}
    for index, (indent, marker) in enumerate(markers):
        key = indent, marker.sign
        if marker.number == 1:
            sequences[key] = [index]
        elif marker.number == len(sequence := sequences.get(key, [])) + 1:
            sequence.append(index)
            believed.update(sequence)
    return believed
