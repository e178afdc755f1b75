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


class Piece(NamedTuple):
    """Some blocks of a page. Loose ones would belong to an answer above them."""

    kind: Literal["heading", "answer", "loose"]
    blocks: Sequence[str]


def faq_markdown(faq: content.FAQ, base: str = "") -> str:
    """Return `faq` as Markdown, links and images absolute against `base` if given."""
    return joined(_pieces(faq, base))


def joined(pieces: Iterable[Piece]) -> str:
    """Return a page that is made of `pieces`; those without blocks leave nothing."""
    written: list[str] = []
    full = [piece for piece in pieces if piece.blocks]
    for previous, piece in pairwise([Piece("heading", []), *full]):
        if previous.kind == "answer" and piece.kind == "loose":
            written.append("---")
        written += piece.blocks
    return "\n\n".join(written) + "\n"


def _pieces(faq: content.FAQ, base: str) -> Iterator[Piece]:
    yield opening(faq, base)
    yield from summary(faq, base)
    yield from sections(faq.sections, base)
    yield from sources(faq, base)
    yield from call(faq, base)


def opening(faq: content.FAQ, base: str) -> Piece:
    """Return the title and the picture below it."""
    cover = [image(faq.cover, base)] if faq.cover else []
    return Piece("heading", [*heading(1, faq.title), *cover])


def summary(faq: content.FAQ, base: str, usual: str = "In short") -> Iterator[Piece]:
    """Yield the TLDR, if there is one, under its heading or the `usual` one."""
    if faq.tldr:
        words = heading(2, faq.tldr.heading or usual)
        yield Piece("answer", [*words, *blocks(faq.tldr.html, base, 2)])


def heading(level: int, text: str) -> list[str]:
    """Return the block of a heading; none without words."""
    words = line(text)
    return [f"{'#' * level} {words}"] if words else []


# -- Sections and their questions ----------------------------------------------


def sections(found: Iterable[content.Section], base: str) -> Iterator[Piece]:
    """Yield the headings of sections, and their questions with what stands between."""
    for section in found:
        yield from _section(section, base)


def _section(section: content.Section, base: str) -> Iterator[Piece]:
    yield Piece("heading", heading(2, section.heading))
    level = 3 if section.heading else 2
    for _, group in groupby(section.items, lambda item: isinstance(item, content.Question)):
        items = list(group)
        for item in items:
            if isinstance(item, content.Question) and item.is_complete:
                answer = parts(item.answer, base, level)
                yield Piece("answer", [*heading(level, item.question), *answer])
        yield Piece("loose", parts(_parts_among(items), base, 2))


def _parts_among(items: Iterable[content.Item]) -> list[content.Part]:
    return [item for item in items if not isinstance(item, content.Question)]


def parts(found: Iterable[content.Part], base: str, level: int) -> list[str]:
    """Return the blocks of the parts in `found` below a heading of `level`.

    Texts side by side are one, or the list that ends one would go on in the next.
    """
    written: list[str] = []
    for is_text, group in groupby(found, lambda part: isinstance(part, content.Text)):
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
            return [image(part, base)]
        case content.Table():
            return _table(part, base)
        case content.Callout():
            return [_callout(part, base, level)]


def image(found: content.Image, base: str) -> str:
    """Return an image as a block."""
    return f"![{line(found.alt)}]({target(found.url, base)}{title(found.caption)})"


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


def sources(faq: content.FAQ, base: str, words: str = "Sources") -> Iterator[Piece]:
    """Yield the sources, if there are any, under `words`."""
    if faq.sources:
        listed = "\n".join(_source(source, base) for source in faq.sources)
        yield Piece("answer", [*heading(2, words), listed])


def _source(source: content.Source, base: str) -> str:
    words = line(source.title, starts_line=not source.url) or line(source.url)
    name = f"[{words}]({target(source.url, base)})" if source.url else words
    return "- " + ", ".join(filter(None, (name, line(source.publisher))))


def call(faq: content.FAQ, base: str, usual: str = "Learn more") -> Iterator[Piece]:
    """Yield the call to action, if it leads anywhere; its button says `usual` if nothing else."""
    found = faq.call_to_action
    if found is None or not found.url:
        return
    words = heading(2, found.heading)
    text = [line(words, starts_line=True) for words in markup.lines(found.text)]
    label = line(found.button) or line(found.heading) or usual
    button = f"[{label}]({target(found.url, base)})"
    yield Piece("heading" if words else "loose", [*words, *text, button])
