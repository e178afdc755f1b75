"""The flat run of blocks that the tree of a web page comes down to."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape

from bs4 import Tag
from bs4.element import NavigableString

from faq_pages import markup
from faq_pages.importing.fragments import is_bold
from faq_pages.importing.readers.callouts import callout_in
from faq_pages.importing.readers.tables import rows_of
from faq_pages.importing.vocabulary import answer_label, ends_asking, question_label

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol"})

_INLINE = {"a": "a", "b": "b", "strong": "b", "i": "i", "em": "i", "sub": "sub", "sup": "sup"}
# Elements that never stand within a line, apart from those with a case of their own.
_CONTAINERS = frozenset(
    """address article aside blockquote button caption center dd details div dl dt fieldset
    figcaption figure footer form header legend li main p section summary tbody td tfoot
    th thead tr""".split()
)

_EMPTY_TAG = re.compile(r"<(b|i|sub|sup|a)(?: [^>]*)?>(\s*)</\1>")
_SEAM = re.compile(r"</(b|i)>(\s*)<\1>")


def blocks(root: Tag) -> Iterator[str]:
    """Yield the headings, paragraphs, lists, tables and pictures of `root` as HTML."""
    for block in _read(root):
        yield block.html


@dataclass(frozen=True)
class _Block:
    tag: str
    content: str

    @property
    def html(self) -> str:
        whole = self.tag in {"img", "aside"}
        return self.content if whole else f"<{self.tag}>{self.content}</{self.tag}>"


def _read(root: Tag) -> list[_Block]:
    flow = _Flow()
    flow.walk(root)
    flow.end_block()
    return flow.blocks


class _Lines:
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
        return any(start == _ends(tag)[0] for start, _ in self._open)

    def new_line(self) -> None:
        self._lines[-1] += [end for _, end in reversed(self._open)]
        self._lines.append([start for start, _ in self._open])

    def take(self) -> list[str]:
        self.new_line()
        *lines, begun = self._lines
        self._lines = [begun]
        return [_tidied("".join(line)) for line in lines]


class _Flow:
    """Walks a tree and keeps the blocks that it passes."""

    def __init__(self) -> None:
        self.blocks: list[_Block] = []
        self._lines = _Lines()
        self._pictures: list[_Block] = []

    def walk(self, parent: Tag) -> None:
        for child in parent.children:
            if isinstance(child, Tag):
                self._visit(child)
            elif isinstance(child, NavigableString):
                self._lines.write(str(child))

    def end_block(self) -> None:
        self.blocks += [_Block("p", html) for html in _paragraphs(self._lines.take())]
        self.blocks += self._pictures
        self._pictures = []

    def _visit(self, tag: Tag) -> None:
        if tag.name == "br":
            self._lines.new_line()
        elif tag.name == "img":
            self._pictures.append(_picture(tag))
        elif tag.name in HEADINGS:
            self._add(_heading(tag))
            self._pictures += map(_picture, tag.find_all("img"))
        elif callout := callout_in(tag):
            level, heading, text = callout
            self._add([_callout(level, heading, text)])
        elif tag.name in LISTS:
            self._add(_list(tag))
        elif tag.name == "table":
            self._add(_table(tag))
        elif tag.name == "figcaption":
            self._add(self._with_caption(tag))
        elif tag.name in _CONTAINERS or tag.name == "hr":
            self.end_block()
            self.walk(tag)
            self.end_block()
        elif tag.name == "pre":
            self._walk_lines(tag)
        elif tag.name in _INLINE and not self._lines.is_inside(tag):
            with self._lines.inside(*_ends(tag)):
                self.walk(tag)
        else:
            self.walk(tag)

    def _with_caption(self, tag: Tag) -> list[_Block]:
        """Give the picture just before its caption; without a file it stays a paragraph."""
        self.end_block()
        words = " ".join(tag.get_text().split())
        before = self.blocks[-1] if self.blocks else None
        if words and before and before.tag == "img" and _is_bare_picture(before.content):
            self.blocks[-1] = _Block("img", f'{before.content[:-1]} title="{escape(words)}">')
            return []
        return _read(tag)

    def _walk_lines(self, tag: Tag) -> None:
        self.end_block()
        for line in tag.get_text().split("\n"):
            self._lines.write(line)
            self._lines.new_line()
        self.end_block()

    def _add(self, blocks: list[_Block]) -> None:
        self.end_block()
        self.blocks += blocks


def _ends(tag: Tag) -> tuple[str, str]:
    name = _INLINE[tag.name]
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


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Yield the paragraphs that lines stand for.

    A blank line divides them, and so does a line that is a heading in all but
    name: bold or asking, or the "A:" that answers a "Q:".
    """
    paragraph: list[str] = []
    for line in lines:
        words = markup.plain_text(line)
        if paragraph and (not words or _takes_turn(words) or _heads(paragraph)):
            yield "<br/>".join(paragraph)
            paragraph = []
        if words:
            paragraph.append(line)
    if paragraph:
        yield "<br/>".join(paragraph)


def _takes_turn(words: str) -> bool:
    return bool(question_label(words) or answer_label(words))


def _heads(paragraph: list[str]) -> bool:
    if len(paragraph) > 1:
        return False
    words = markup.plain_text(paragraph[0])
    return len(words) < 256 and (ends_asking(words) or is_bold(paragraph[0]))


def _picture(tag: Tag) -> _Block:
    names = ("src", "alt", "width", "height") if tag.get("width") else ("src", "alt")
    attributes = (f'{name}="{escape(str(tag.get(name, "")))}"' for name in names)
    return _Block("img", f"<img {' '.join(attributes)}>")


def _is_bare_picture(html: str) -> bool:
    return " width=" in html and " title=" not in html


def _callout(level: str, heading: str, text: Tag) -> _Block:
    title = f"<h6>{escape(heading, quote=False)}</h6>" if heading else ""
    words = "".join(block.html for block in _read(text))
    return _Block("aside", f'<aside class="{level}">{title}{words}</aside>')


def _heading(tag: Tag) -> list[_Block]:
    words = markup.plain_text(tag.decode_contents())
    return [_Block(tag.name, escape(words, quote=False))] if words else []


# -- Lists and tables ----------------------------------------------------------


def _list(tag: Tag) -> list[_Block]:
    """Return the list as a block, or what is in it if it only held things together."""
    items: list[list[_Block]] = []
    for child in tag.children:
        if not isinstance(child, Tag):
            if words := " ".join(child.get_text().split()):
                items.append([_Block("p", escape(words, quote=False))])
        elif child.name in LISTS and items:
            items[-1] += _list(child)  # the way Google Docs nests
        elif found := _read(child):
            items.append(found)
    found = [block for item in items for block in item]
    if any(map(_is_question_and_answer, items)):
        return found
    html = "".join(f"<li>{_item(item)}</li>" for item in items)
    pictures = [block for block in found if block.tag == "img"]
    return [_Block(tag.name, html), *pictures] if html else []


def _is_question_and_answer(item: list[_Block]) -> bool:
    if any(block.tag in HEADINGS or block.tag == "table" for block in item):
        return True
    return len(item) > 1 and item[1].tag == "p" and ends_asking(markup.plain_text(item[0].content))


def _item(item: list[_Block]) -> str:
    words = "<br/>".join(block.content for block in item if block.tag == "p")
    return words + "".join(block.html for block in item if block.tag in LISTS)


def _table(tag: Tag) -> list[_Block]:
    """Return the table as a block, or what is in it if it only laid out a page."""
    rows = rows_of(tag)
    if not rows:
        return _read_cells(tag)
    caption = tag.find("caption")
    html = f"<caption>{_cell(caption)}</caption>" if isinstance(caption, Tag) else ""
    for row in rows:
        html += f"<tr>{''.join(map(_row_cell, row))}</tr>"
    return [_Block("table", html), *map(_picture, tag.find_all("img"))]


def _row_cell(cell: Tag | None) -> str:
    if cell is None:
        return "<td></td>"
    name = "th" if cell.find_parent("thead") else cell.name
    return f"<{name}>{_cell(cell)}</{name}>"


def _read_cells(tag: Tag) -> list[_Block]:
    flow = _Flow()
    flow.walk(tag)
    flow.end_block()
    return flow.blocks


def _cell(tag: Tag) -> str:
    found = _read(tag)
    if len(found) == 1 and found[0].tag == "p":
        return found[0].content
    return "".join(block.html for block in found if block.tag != "img")
