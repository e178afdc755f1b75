"""A run of inline HTML as Markdown: emphasis, links, line breaks.

The HTML becomes a flat list of tokens. Asterisks mark emphasis only where every
parser reads them alike; elsewhere, as in the middle of a word, `<b>` and `<i>`
do, which Markdown allows.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import punctuation
from typing import TypeAlias

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from faq_pages import markup
from faq_pages.markdown.escaping import SPACE, escaped, target

_MARKED = {"b": "b", "strong": "b", "i": "i", "em": "i", "sub": "sub", "sup": "sup", "a": "a"}
_ASTERISKS = {"b": "**", "i": "*"}


@dataclass(frozen=True)
class _Mark:
    """Where an element begins or ends."""

    tag: str
    url: str = ""
    opens: bool = True


# A "\n" in a text is a line break: all other white space has become spaces.
_Token: TypeAlias = str | _Mark


def inline(
    nodes: Iterable[PageElement], base: str = "", *, one_line: bool = False, edge: str = ""
) -> str:
    """Return what `nodes` say as Markdown, "" if they say nothing.

    On `one_line`, as headings and cells need it, a line break is `<br>`. `edge`
    is the character around it, none if it is on lines of its own.
    """
    tokens = _settled(token for node in nodes for token in _tokens(node, frozenset()))
    is_blank = not "".join(token for token in tokens if isinstance(token, str)).strip()
    if is_blank and not any(isinstance(token, _Mark) and token.tag == "a" for token in tokens):
        return ""
    return "".join(_with_emphasis(tokens, _sources(tokens, base, one_line=one_line), edge))


# -- From HTML to tokens -------------------------------------------------------


def _tokens(node: PageElement, within: frozenset[str]) -> Iterator[_Token]:
    if isinstance(node, NavigableString):
        if not isinstance(node, PreformattedString):  # such as a comment
            yield SPACE.sub(" ", node)
    elif isinstance(node, Tag):
        yield from _element(node, within)


def _element(element: Tag, within: frozenset[str]) -> Iterator[_Token]:
    tag = _MARKED.get(element.name, "")
    url = str(element.get("href", "")) if tag == "a" else ""
    is_empty = not SPACE.sub("", element.get_text())
    if element.name == "br":
        yield "\n"
    elif element.name in markup.BLOCKS:
        # A block does not belong here, but its words are not those beside it.
        yield from ("\n", *_children(element, within), "\n")
    elif not tag or tag in within or (not url if tag == "a" else is_empty):
        yield from _children(element, within)
    else:
        yield _Mark(tag, url)
        yield from _children(element, within | {tag})
        yield from [""] * is_empty  # a link without words is still a link
        yield _Mark(tag, url, opens=False)


def _children(element: Tag, within: frozenset[str]) -> Iterator[_Token]:
    return (token for child in element.children for token in _tokens(child, within))


def _settled(tokens: Iterable[_Token]) -> list[_Token]:
    """Return `tokens` with one space or break between words, outside of the marks.

    There are none at the edges, and no two texts stand side by side.
    """
    settled: list[_Token] = []
    gap = ""
    for token in tokens:
        if isinstance(token, _Mark):
            settled.append(token)
            continue
        words = token.strip(" \n")
        if token and not words:
            gap += token
            continue
        start = token.index(words)
        _insert_gap(settled, gap + token[:start])
        _append(settled, words)
        gap = token[start + len(words) :]
    return settled


def _insert_gap(tokens: list[_Token], gap: str) -> None:
    """Put `gap` before the marks that have just been opened."""
    space = "\n" * gap.count("\n") or gap[:1]
    opened: list[_Token] = []
    while tokens and isinstance(tokens[-1], _Mark) and tokens[-1].opens:
        opened.insert(0, tokens.pop())
    if space and tokens:
        _append(tokens, space)
    tokens += opened


def _append(tokens: list[_Token], text: str) -> None:
    last = tokens[-1] if tokens else None
    if isinstance(last, str):
        tokens[-1] = last + text
    else:
        tokens.append(text)


# -- From tokens to Markdown ---------------------------------------------------


def _sources(tokens: Sequence[_Token], base: str, *, one_line: bool) -> list[str]:
    """Return each token as Markdown, "" for the marks of emphasis."""
    sources = []
    starts_line = not one_line
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        if isinstance(token, _Mark):
            sources.append(_mark_source(token, base))
            continue
        source = _text_source(token, starts_line=starts_line, one_line=one_line)
        if source.endswith("!") and isinstance(following, _Mark) and following.tag == "a":
            source = source[:-1] + r"\!"  # or the link would be an image
        sources.append(source)
        starts_line = not one_line and (token.endswith("\n") if token else starts_line)
    return sources


def _text_source(text: str, *, starts_line: bool, one_line: bool) -> str:
    first, *others = text.split("\n")
    lines = [escaped(first, starts_line=starts_line)]
    lines += [escaped(line, starts_line=not one_line) for line in others]
    return ("<br>" if one_line else "\\\n").join(lines)


def _mark_source(mark: _Mark, base: str) -> str:
    if mark.tag in _ASTERISKS:
        return ""
    if mark.tag == "a":
        return "[" if mark.opens else f"]({target(mark.url, base)})"
    return _html(mark)


def _html(mark: _Mark) -> str:
    return f"<{mark.tag}>" if mark.opens else f"</{mark.tag}>"


def _with_emphasis(tokens: Sequence[_Token], sources: Sequence[str], edge: str) -> list[str]:
    """Return `sources` with the marks of emphasis, chosen for the earlier element first."""
    written = list(sources)
    for start, end in _emphases(tokens):
        fits = _fits(written, start, end, edge)
        for index in (start, end):
            mark = tokens[index]
            assert isinstance(mark, _Mark)
            written[index] = _ASTERISKS[mark.tag] if fits else _html(mark)
    return written


def _emphases(tokens: Sequence[_Token]) -> list[tuple[int, int]]:
    """Return where each emphasis begins and ends, in order of their beginnings."""
    begun: list[int] = []
    found = []
    for index, token in enumerate(tokens):
        if not isinstance(token, _Mark) or token.tag not in _ASTERISKS:
            continue
        if token.opens:
            begun.append(index)
        else:
            found.append((begun.pop(), index))
    return sorted(found)


def _fits(sources: Sequence[str], start: int, end: int, edge: str) -> bool:
    """Whether asterisks at `start` and `end` would be read as what they are."""
    before, first = _beside(sources, start, edge)
    last, after = _beside(sources, end, edge)
    return _opens(before, first) and _opens(after, last)


def _beside(sources: Sequence[str], index: int, edge: str) -> tuple[str, str]:
    """Return the characters on both sides of a mark, "" for the edge of a line.

    A mark that is yet to be chosen will be HTML: an asterisk beside it is none
    that it can follow.
    """
    before = (sources[index - 1] or ">") if index else edge
    after = (sources[index + 1] or "<") if index + 1 < len(sources) else edge
    return before[-1:], after[:1]


def _opens(outer: str, inner: str) -> bool:
    """Whether asterisks between these characters turn to the inner one, and only to it.

    See https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
    """
    if "*" in (outer, inner) or inner.isspace():
        return False
    if not outer or outer.isspace():
        return True
    return _is_punctuation(outer) and inner.isalnum()


def _is_punctuation(character: str) -> bool:
    return character in punctuation or unicodedata.category(character).startswith("P")
