"""The reader of plain text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby, pairwise

from faq_pages.bullets import Item, Marker, split_marker, typed_list_html, which_are_items
from faq_pages.importing.documents import Document
from faq_pages.importing.vocabulary import answer_label, ends_asking, question_label

# Lines were broken by a program that fits text to a width between these.
_NARROWEST_WRAP, _WIDEST_WRAP = 50, 120
# Programs break lines at a width that no line may quite reach.
_WRAP_SLACK = 5

_LINE_END = re.compile("\r\n|[\r\n\x0b\x85\u2028]")
_PARAGRAPH_END = re.compile("[\x0c\u2029]")
_RULE = re.compile(r"([=\-_*~#])(?:\s?\1){2,}")
_UNDERLINES = {"=": "h1", "-": "h2"}


@dataclass(frozen=True, kw_only=True)
class _Line:
    """One line with words; `text` lacks the marker of a typed list item.

    `length` is that of the line as it stands in the file.
    """

    text: str
    indent: int
    length: int
    after_blank: bool
    marker: Marker | None = None
    source: str = ""
    tag: str = "p"


def read_text(text: str) -> Document:
    """Return plain text as a document: paragraphs, typed lists, underlined headings."""
    lines = _unwrapped(_with_underlined_headings(list(_lines(text))))
    lines = [
        replace(line, marker=None) if _is_numbered_question(lines, index) else line
        for index, line in enumerate(lines)
    ]
    html: list[str] = []
    for is_typed_list, group in groupby(lines, key=lambda line: line.marker is not None):
        run = list(group)
        html += _lists(run) if is_typed_list else map(_paragraph, run)
    return Document(html="".join(html))


def _lines(text: str) -> Iterator[_Line]:
    after_blank = True
    for source in _LINE_END.split(_PARAGRAPH_END.sub("\n\n", text)):
        words = " ".join(source.split())
        if words:
            yield _line(source, words, after_blank)
        after_blank = not words


def _line(source: str, words: str, after_blank: bool) -> _Line:
    start = source[: len(source) - len(source.lstrip())]
    split = split_marker(source.strip())
    return _Line(
        text=" ".join(split[1].split()) if split else words,
        indent=len(start.expandtabs(4)),
        length=len(source.rstrip()),
        after_blank=after_blank,
        marker=split[0] if split else None,
        source=words,
    )


# -- Headings underlined by hand -----------------------------------------------


def _with_underlined_headings(lines: Sequence[_Line]) -> list[_Line]:
    """Make a line with "====" or "----" under it a heading; drop all such rules."""
    kept: list[_Line] = []
    for line in lines:
        if not (rule := _RULE.fullmatch(line.source)):
            kept.append(line)
        elif kept and kept[-1].after_blank and not line.after_blank and rule[1] in _UNDERLINES:
            kept[-1] = replace(
                kept[-1], tag=_UNDERLINES[rule[1]], text=kept[-1].source, marker=None
            )
    return kept


# -- Lines that a program broke ------------------------------------------------


def _unwrapped(lines: Sequence[_Line]) -> list[_Line]:
    """Put together what was one paragraph before a program broke it into lines."""
    width = _wrap_width(lines)
    whole: list[_Line] = []
    length = 0
    for line in lines:
        if whole and _continues(whole[-1], length, line, width):
            whole[-1] = replace(
                whole[-1],
                text=_joined(whole[-1].text, line.text),
                source=_joined(whole[-1].source, line.source),
            )
        else:
            whole.append(line)
        length = line.length
    return whole


def _wrap_width(lines: Sequence[_Line]) -> int:
    """Return the width that lines were broken to, or 0 if they were not.

    They were if, as a rule, the next line's first word would not have fitted.
    Lines that begin or end something in any case say nothing of that.
    """
    width = max((line.length for line in lines if " " in line.text), default=0)
    pairs = [
        (line, after)
        for line, after in pairwise(lines)
        if _could_continue(line, after) and not ends_asking(line.text)
    ]
    full = sum(_is_full(line.length, after, width) for line, after in pairs)
    is_usual = full >= 3 and full >= 0.6 * len(pairs)
    return width if is_usual and _NARROWEST_WRAP <= width <= _WIDEST_WRAP else 0


def _is_full(length: int, after: _Line, width: int) -> bool:
    return length + 1 + len(after.text.split()[0]) > width - _WRAP_SLACK


def _could_continue(before: _Line, line: _Line) -> bool:
    if line.after_blank or line.marker or before.tag != "p" or line.tag != "p":
        return False
    return not (question_label(line.text) or answer_label(line.text))


def _continues(before: _Line, length: int, line: _Line, width: int) -> bool:
    if not _could_continue(before, line):
        return False
    hangs = before.marker is not None and line.indent > before.indent
    if hangs and not ends_asking(before.text):
        return True
    return bool(width) and _is_full(length, line, width)


def _joined(before: str, after: str) -> str:
    """Join at a line's end, where a hyphen belongs to the word: "follow-" "up"."""
    return before + after if re.search(r"\w-$", before) else f"{before} {after}"


# -- Paragraphs and lists ------------------------------------------------------


def _is_numbered_question(lines: Sequence[_Line], index: int) -> bool:
    """Whether a line such as "2) Who is at risk?" is a question and no list item.

    Numbered questions right below each other are a list: a table of contents,
    or what to ask the doctor.
    """
    line = lines[index]
    if not line.marker or line.marker.number is None or not ends_asking(line.text):
        return False
    before = not line.after_blank and lines[index - 1].marker
    after = lines[index + 1 : index + 2]
    return not before and not any(next.marker and not next.after_blank for next in after)


def _paragraph(line: _Line) -> str:
    text = line.text if line.tag != "p" else line.source
    return f"<{line.tag}>{escape(text, quote=False)}</{line.tag}>"


def _lists(run: Sequence[_Line]) -> Iterator[str]:
    for group in _divided(run):
        verdicts = which_are_items([(line.indent, line.marker) for line in group if line.marker])
        judged = zip(group, verdicts, strict=True)
        for is_list, lines in groupby(judged, key=lambda pair: pair[1]):
            if is_list:
                yield typed_list_html(_items(line for line, _ in lines))
            else:
                yield from (_paragraph(line) for line, _ in lines)


def _items(lines: Iterable[_Line]) -> Iterator[Item]:
    for line in lines:
        if line.marker:
            yield Item(line.marker, escape(line.text, quote=False), line.indent)


def _divided(run: Sequence[_Line]) -> list[list[_Line]]:
    """Divide typed items into lists at blank lines.

    A list goes on over a blank line if it has one after every item, or if its
    numbers go on.
    """
    groups: list[list[_Line]] = []
    for line in run:
        if groups and not line.after_blank:
            groups[-1].append(line)
        else:
            groups.append([line])
    lists = groups[:1]
    for before, group in pairwise(groups):
        if _goes_on(before, group):
            lists[-1] = lists[-1] + group
        else:
            lists.append(group)
    return lists


def _goes_on(before: Sequence[_Line], group: Sequence[_Line]) -> bool:
    if _width_at_top(before) == _width_at_top(group) == 1:
        return True
    first = group[0].marker
    numbers = [
        line.marker.number
        for line in before
        if line.marker and first and line.marker.number and line.marker.sign == first.sign
        if line.indent == group[0].indent
    ]
    return bool(first and numbers and first.number == numbers[-1] + 1)


def _width_at_top(group: Sequence[_Line]) -> int:
    top = min(line.indent for line in group)
    return sum(line.indent == top for line in group)
