"""The flat run of blocks that the tree of a web page comes down to."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from bs4 import Tag
from bs4.element import NavigableString

from faq_pages import markup
from faq_pages.importing.fragments import is_bold, words_of
from faq_pages.importing.readers.callouts import callout_in
from faq_pages.importing.readers.inline import INLINE, Lines, ends
from faq_pages.importing.readers.tables import heads_table, rows_of
from faq_pages.importing.vocabulary import answer_label, ends_asking, question_label

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol"})

# Elements that never stand within a line, apart from those with a case of their own.
_CONTAINERS = frozenset(
    """address article aside blockquote button caption center dd details div dl dt fieldset
    figcaption figure footer form header legend li main p section summary tbody td tfoot
    th thead tr""".split()
)


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


class _Flow:
    """Walks a tree and keeps the blocks that it passes."""

    def __init__(self) -> None:
        self.blocks: list[_Block] = []
        self._lines = Lines()
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
        elif tag.name in INLINE and not self._lines.is_inside(tag):
            with self._lines.inside(*ends(tag)):
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
    words = words_of(tag)
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
    if 2 * sum(map(_is_question_and_answer, items)) > len(items):
        return found
    pictures = [block for block in found if block.tag == "img"]
    return [*_list_around_wholes(tag.name, items), *pictures]


def _is_question_and_answer(item: list[_Block]) -> bool:
    if any(block.tag in HEADINGS for block in item):
        return True
    if len(item) < 2 or item[1].tag != "p":
        return False
    question, answer = (markup.plain_text(block.content) for block in item[:2])
    # Two that ask are both on a list of what to ask.
    return ends_asking(question) and not ends_asking(answer)


def _list_around_wholes(name: str, items: list[list[_Block]]) -> Iterator[_Block]:
    """Yield a list; after an item with a table or a callout, which no list holds, another."""
    html = ""
    for item in items:
        html += f"<li>{words}</li>" if (words := _item(item)) else ""
        wholes = [block for block in item if block.tag in {"table", "aside"}]
        if wholes and html:
            yield _Block(name, html)
            html = ""
        yield from wholes
    if html:
        yield _Block(name, html)


def _item(item: list[_Block]) -> str:
    lines = [_line(block) for block in item if block.tag == "p" or block.tag in HEADINGS]
    return "<br/>".join(lines) + "".join(block.html for block in item if block.tag in LISTS)


def _line(block: _Block) -> str:
    return block.content if block.tag == "p" else f"<b>{block.content}</b>"


def _table(tag: Tag) -> list[_Block]:
    """Return the table as a block, or what is in it if it only laid out a page."""
    rows = rows_of(tag)
    if not rows:
        return _read_cells(tag)
    caption = tag.find("caption")
    if caption is None and heads_table(rows):
        caption, *_ = rows.pop(0)
    html = f"<caption>{_caption(caption)}</caption>" if isinstance(caption, Tag) else ""
    for row in rows:
        html += f"<tr>{''.join(map(_row_cell, row))}</tr>"
    return [_Block("table", html), *map(_picture, tag.find_all("img"))]


def _caption(tag: Tag) -> str:
    return _cell(tag) if tag.name == "caption" else escape(tag.get_text(" ", strip=True))


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
