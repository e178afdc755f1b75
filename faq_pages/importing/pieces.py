"""The pieces of a plain-text answer: what its line ends, wide gaps and dashes divide."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from faq_pages.bullets import Marker, split_marker

# A program broke the lines if the longest is between these.
_NARROWEST_WRAP, _WIDEST_WRAP = 50, 120

_LINE_END = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
# A dash right after the end of a sentence begins an item, however little space is before it.
_GAP = re.compile(r"\s{2,}|(?<=[.!?:;])\s(?=[-–]\s)")
_ENDED = re.compile(r"[.!?:;][\"'”’)\]]?$")


@dataclass(frozen=True, kw_only=True)
class _Line:
    """A line with words. `indent` is the column that they begin at."""

    words: str
    indent: int
    after_blank: bool


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Words, the `gap` of spaces before them, and the `column` if they begin a line.

    One with a `marker` looks like the item of a list.
    """

    words: str
    gap: int = 0
    column: int | None = None
    marker: Marker | None = None

    @property
    def text(self) -> str:
        """The words without the marker of an item."""
        split = split_marker(self.words) if self.marker else None
        return split[1] if split else self.words

    @property
    def has_ended(self) -> bool:
        return bool(_ENDED.search(self.words[-2:]))

    def followed_by(self, piece: "Piece") -> "Piece":
        return replace(self, words=f"{self.words} {piece.words}")


def pieces_of(text: str) -> list[Piece]:
    """Return the pieces of `text` in their order, no word left out."""
    return [piece for line in _unwrapped([*_lines(text)]) for piece in _pieces(line)]


# -- Lines -----------------------------------------------------------------------


def _lines(text: str) -> Iterator[_Line]:
    after_blank = True
    for source in _LINE_END.split(text):
        words = source.strip()
        if words:
            start = source[: len(source) - len(source.lstrip())]
            yield _Line(words=words, indent=len(start.expandtabs(4)), after_blank=after_blank)
        after_blank = not words


def _unwrapped(lines: Sequence[_Line]) -> list[_Line]:
    """Put together what was one line before a program fitted it to a width."""
    width = _wrap_width(lines)
    whole: list[list[_Line]] = []
    for line in lines:
        if whole and _goes_on(whole[-1], line, width):
            whole[-1].append(line)
        else:
            whole.append([line])
    return [replace(run[0], words=" ".join(line.words for line in run)) for run in whole]


def _wrap_width(lines: Sequence[_Line]) -> int:
    """Return the width that lines were broken to, 0 if they were not."""
    width = max((_length(line) for line in lines), default=0)
    pairs = [(line, after) for line, after in pairwise(lines) if not after.after_blank]
    full = sum(_is_full(line, after, width) for line, after in pairs)
    is_usual = full >= 2 and full >= 0.6 * len(pairs)
    return width if is_usual and _NARROWEST_WRAP <= width <= _WIDEST_WRAP else 0


def _goes_on(run: Sequence[_Line], line: _Line, width: int) -> bool:
    if line.after_blank or split_marker(line.words):
        return False
    hangs = bool(split_marker(run[0].words)) and line.indent > run[0].indent
    return hangs or (bool(width) and _is_full(run[-1], line, width))


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the first word after `line` would not have fitted into it."""
    return _length(line) + 1 + len(after.words.split(maxsplit=1)[0]) > width


def _length(line: _Line) -> int:
    return line.indent + len(line.words)


# -- Pieces of a line ------------------------------------------------------------


def _pieces(line: _Line) -> Iterator[Piece]:
    """Yield what wide gaps and dashes divide a line into."""
    parts = _with_leads_cut([*_with_markers_whole(_parts(line.words))])
    for number, (gap, words) in enumerate(parts):
        split = split_marker(words)
        if split and split[0].sign == "circle":
            words = f"◦ {split[1]}"  # Word's "o" is a bullet only with its gap
        yield Piece(
            words=" ".join(words.split()),
            gap=gap,
            column=line.indent if number == 0 else None,
            marker=split[0] if split else None,
        )


def _parts(words: str) -> Iterator[tuple[int, str]]:
    """Yield the texts between the gaps of a line, each with the width of that before it."""
    start = width = 0
    for gap in _GAP.finditer(words):
        yield width, words[start : gap.start()]
        start, width = gap.end(), len(gap[0])
    yield width, words[start:]


def _with_markers_whole(parts: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Put a dash that stands alone, or at the end of "including -", before what follows."""
    width_before, dash = 0, ""
    for width, words in parts:
        if dash:
            width, words = width_before, f"{dash} {words}"
        width_before, dash = width, ""
        if words in {"-", "–", "•"}:
            dash = words
        elif words.endswith((" -", " –")):
            yield width, words[:-2]
            width_before, dash = 1, words[-1]
        else:
            yield width, words
    if dash:
        yield width_before, dash


def _with_leads_cut(parts: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Cut "They include - tea" before "- milk": the first item has lost its gap."""
    for number, (width, words) in enumerate(parts):
        after = parts[number + 1][1] if number + 1 < len(parts) else ""
        sentence = max(words.rfind(end) for end in (". ", "! ", "? ")) + 1
        is_lead = after.startswith("- ") and not split_marker(words) and words[-1:] != ":"
        if is_lead and words.count(" - ", sentence) == 1:
            cut = words.rindex(" - ")
            yield width, words[:cut]
            yield 1, words[cut + 1 :]
        else:
            yield width, words
