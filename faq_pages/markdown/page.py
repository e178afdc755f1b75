"""A whole FAQ page as Markdown.

It says what the page shows of an FAQ, in the same order, so it leaves out what
the page hides: a question without an answer, a call to action that leads
nowhere. What Markdown has no words for is written so that it can be read back:

- The caption of a table is a paragraph right above it: "Table: Week by week".
- A callout is one of GitHub's alerts, its heading a bold line right below the
  level. Without a heading that line is blank.
- The address of a call to action is a paragraph that is a link and nothing else.
- A rule, `---`, ends an answer where no heading does.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from faq_pages import content, markup
from faq_pages.markdown.blocks import blocks, cell
from faq_pages.markdown.escaping import line, target, title

_ALERTS: dict[content.Level, str] = {"urgent": "CAUTION", "warning": "WARNING", "note": "NOTE"}


class _Piece(NamedTuple):
    """Some blocks of a page. Loose ones would belong to an answer above them."""

    kind: Literal["heading", "answer", "loose"]
    blocks: Sequence[str]


def faq_markdown(faq: content.FAQ, base: str = "") -> str:
    """Return `faq` as Markdown, links and images absolute against `base` if given."""
    pieces = [piece for piece in _pieces(faq, base) if piece.blocks]
    written: list[str] = []
    for previous, piece in pairwise([_Piece("heading", []), *pieces]):
        if previous.kind == "answer" and piece.kind == "loose":
            written.append("---")
        written += piece.blocks
    return "\n\n".join(written) + "\n"


def _pieces(faq: content.FAQ, base: str) -> Iterator[_Piece]:
    yield _Piece("heading", [*_heading(1, faq.title), *_cover(faq.cover, base)])
    if faq.tldr:
        heading = _heading(2, faq.tldr.heading or "In short")
        yield _Piece("answer", [*heading, *blocks(faq.tldr.html, base, 2)])
    for section in faq.sections:
        yield from _section(section, base)
    if faq.sources:
        listed = "\n".join(_source(source, base) for source in faq.sources)
        yield _Piece("answer", [*_heading(2, "Sources"), listed])
    if faq.call_to_action and faq.call_to_action.url:
        yield _call(faq.call_to_action, base)


def _heading(level: int, text: str) -> list[str]:
    words = line(text)
    return [f"{'#' * level} {words}"] if words else []


def _cover(image: content.Image | None, base: str) -> list[str]:
    return [_image(image, base)] if image else []


# -- Sections and their questions ----------------------------------------------


def _section(section: content.Section, base: str) -> Iterator[_Piece]:
    yield _Piece("heading", _heading(2, section.heading))
    level = 3 if section.heading else 2
    for _, group in groupby(section.items, lambda item: isinstance(item, content.Question)):
        items = list(group)
        for item in items:
            if isinstance(item, content.Question) and item.is_complete:
                answer = _parts(item.answer, base, level)
                yield _Piece("answer", [*_heading(level, item.question), *answer])
        yield _Piece("loose", _parts(_parts_among(items), base, 2))


def _parts_among(items: Iterable[content.Item]) -> list[content.Part]:
    return [item for item in items if not isinstance(item, content.Question)]


def _parts(parts: Iterable[content.Part], base: str, level: int) -> list[str]:
    """Return the blocks of `parts` below a heading of `level`.

    Texts side by side are one, or the list that ends one would go on in the next.
    """
    written: list[str] = []
    for is_text, group in groupby(parts, lambda part: isinstance(part, content.Text)):
        if is_text:
            html = "".join(part.html for part in group if isinstance(part, content.Text))
            written += blocks(html, base, level)
        else:
            written += [block for part in group for block in _part(part, base, level)]
    return written


def _part(part: content.Part, base: str, level: int) -> list[str]:
    match part:
        case content.Text():
            return blocks(part.html, base, level)
        case content.Image():
            return [_image(part, base)]
        case content.Table():
            return _table(part, base)
        case content.Callout():
            return [_callout(part, base, level)]


def _image(image: content.Image, base: str) -> str:
    return f"![{line(image.alt)}]({target(image.url, base)}{title(image.caption)})"


def _callout(callout: content.Callout, base: str, level: int) -> str:
    heading = line(callout.heading)
    text = "\n\n".join(blocks(callout.html, base, level))
    lines = [f"[!{_ALERTS[callout.level]}]", f"**{heading}**" if heading else ""]
    if text:
        lines += ["", *text.split("\n")] if heading else text.split("\n")
    return "\n".join(f"> {each}".rstrip(" ") for each in lines)


# -- Tables --------------------------------------------------------------------


def _table(table: content.Table, base: str) -> list[str]:
    """Return the caption, if there is one, and the rows, if there are any.

    Markdown asks for a header: one without words stands for none.
    """
    caption = line(f"Table: {table.caption}") if line(table.caption) else ""
    width = max(map(len, [table.header, *table.rows]))
    rows = [[cell(html, base) for html in row] for row in table.rows]
    lines = [_row(map(line, table.header), width), _row(["---"] * width, width)]
    lines += [_row(row, width) for row in rows]
    return [block for block in (caption, "\n".join(lines) if width else "") if block]


def _row(cells: Iterable[str], width: int) -> str:
    filled = list(cells)
    filled += [""] * (width - len(filled))
    return f"| {' | '.join(filled)} |"


# -- The end of the page -------------------------------------------------------


def _source(source: content.Source, base: str) -> str:
    words = line(source.title, starts_line=not source.url) or line(source.url)
    name = f"[{words}]({target(source.url, base)})" if source.url else words
    return "- " + ", ".join(filter(None, (name, line(source.publisher))))


def _call(call: content.CallToAction, base: str) -> _Piece:
    heading = _heading(2, call.heading)
    text = [line(words, starts_line=True) for words in markup.lines(call.text)]
    label = line(call.button) or line(call.heading) or "Learn more"
    button = f"[{label}]({target(call.url, base)})"
    return _Piece("heading" if heading else "loose", [*heading, *text, button])
