"""The lines of a paragraph, with the tags that may stand in one."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from bs4 import Tag

INLINE = {"a": "a", "b": "b", "strong": "b", "i": "i", "em": "i", "sub": "sub", "sup": "sup"}

_EMPTY_TAG = re.compile(r"<(b|i|sub|sup|a)(?: [^>]*)?>(\s*)</\1>")
_SEAM = re.compile(r"</(b|i)>(\s*)<\1>")


class Lines:
    """The lines of a paragraph, each with its tags closed at its end."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        self._lines: list[list[str]] = [[]]

    def write(self, text: str) -> None:
        self._lines[-1].append(escape(text, quote=False))

    @contextmanager
    def inside(self, start: str, end: str) -> Iterator[None]:
        self._open.append((start, end))
        self._lines[-1].append(start)
        yield
        self._open.pop()
        self._lines[-1].append(end)

    def is_inside(self, tag: Tag) -> bool:
        """Whether `tag` is within one that says the same, such as a raised raised number."""
        return any(start == ends(tag)[0] for start, _ in self._open)

    def new_line(self) -> None:
        self._lines[-1] += [end for _, end in reversed(self._open)]
        self._lines.append([start for start, _ in self._open])

    def take(self) -> list[str]:
        self.new_line()
        *lines, begun = self._lines
        self._lines = [begun]
        return [_tidied("".join(line)) for line in lines]


def ends(tag: Tag) -> tuple[str, str]:
    name = INLINE[tag.name]
    href = escape(str(tag.get("href", ""))) if name == "a" else ""
    return (f'<a href="{href}">' if href else f"<{name}>"), f"</{name}>"


def _tidied(line: str) -> str:
    """Return one line without empty tags, needless seams and doubled spaces."""
    for _ in range(5):
        shorter = _SEAM.sub(r"\2", _EMPTY_TAG.sub(r"\2", line))
        if shorter == line:
            break
        line = shorter
    # A single no-break space keeps "5 mg" together; others are a word processor's.
    line = re.sub(r"\s{2,}|[ \t\r\n\f]", " ", line)
    return line.strip()
