"""Paragraphs and real lists from an answer in plain text.

Old collections of answers have lost their markup: a list runs on in one line,
"including  - fever    - a rash", and a paragraph ends with a few spaces too many
as often as with a blank line. What was laid out by spaces is told from chance by
what stands around it: a sentence that ends, a capital letter, a dash. Where that
is not enough the words stay together, since a wrong list says something else
than its author did. Never is a word added, moved or lost.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from faq_pages.bullets import Item, typed_list_html, which_are_items
from faq_pages.importing.pieces import Piece, pieces_of

# So many spaces end a paragraph: before a capital letter, and before anything.
_WIDE, _WIDEST = 3, 6
# So many spaces after a colon begin a list within the list; about as many end it.
_NESTS, _SLACK = 8, 2
# The last item of a list in one line is so much longer than the others if it is not all item.
_TOO_LONG = 3

# What neither a page nor a database can hold.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]?(\s+)(?=\S)")
# Not after an abbreviation, such as "e.g."
_SURE_END = re.compile(r"[^\W\d_]{3,}[.!?][\"'”’)\]]?\s+(?=\S)")


def prose_html(text: str) -> str:
    """Return plain `text` as safe HTML of `p`, `ul`, `ol` and `li`."""
    text = printable(text)
    pieces = _joined(pieces_of(text), two_spaces_end=_do_two_spaces_end(text))
    html: list[str] = []
    for is_list, group in groupby(_with_items_confirmed(pieces), key=_is_item):
        run = [*group]
        html += _list(run) if is_list else map(_paragraph, run)
    return "".join(html)


def printable(text: str) -> str:
    """Return `text` without characters that stand for nothing, such as NUL."""
    return _UNPRINTABLE.sub("", text)


def _is_item(piece: Piece) -> bool:
    return piece.marker is not None


def _paragraph(piece: Piece) -> str:
    return f"<p>{escape(piece.words, quote=False)}</p>"


# -- Paragraphs ------------------------------------------------------------------


def _do_two_spaces_end(text: str) -> bool:
    """Whether two spaces end a paragraph: not for authors who write them after every sentence."""
    gaps = Counter(len(match[1]) for match in _SENTENCE_END.finditer(text))
    return gaps[1] >= gaps[2]


def _joined(pieces: Iterable[Piece], *, two_spaces_end: bool) -> list[Piece]:
    """Put pieces together that the gap between them does not part."""
    joined: list[Piece] = []
    for piece in pieces:
        parts = piece.column is not None or piece.marker is not None
        if joined and not parts and not _ends(joined[-1], piece, two_spaces_end=two_spaces_end):
            joined[-1] = joined[-1].followed_by(piece)
        else:
            joined.append(piece)
    return joined


def _ends(before: Piece, piece: Piece, *, two_spaces_end: bool) -> bool:
    """Whether the gap before `piece` ends a paragraph, or an item with its list."""
    if piece.gap >= _WIDEST:
        return True
    begins_small = piece.words[:1].islower()
    if piece.gap >= _WIDE:
        return not begins_small or (before.marker is not None and before.has_ended)
    if not before.has_ended or piece.gap < 2:
        return False
    if begins_small:
        return before.marker is not None
    return two_spaces_end


# -- Lists -----------------------------------------------------------------------


def _with_items_confirmed(pieces: Iterable[Piece]) -> list[Piece]:
    """Take back the markers of what is no list, such as a dash between two words."""
    confirmed: list[Piece] = []
    for is_run, group in groupby(pieces, key=_is_item):
        run = [*group]
        # A list of one item is one if something introduces it.
        is_introduced = bool(confirmed) and confirmed[-1].words.endswith(":")
        verdicts = _verdicts(run, is_introduced=is_introduced) if is_run else [True] * len(run)
        for piece, is_item in zip(run, verdicts, strict=True):
            if is_item:
                confirmed.append(piece)
            else:
                _take_back(confirmed, piece)
    return confirmed


def _verdicts(run: Sequence[Piece], *, is_introduced: bool) -> list[bool]:
    markers = [(piece.column or 0, piece.marker) for piece in run if piece.marker]
    if is_introduced and all(marker.number is None for _, marker in markers):
        return [True] * len(markers)
    return which_are_items(markers)


def _take_back(pieces: list[Piece], piece: Piece) -> None:
    if pieces and piece.column is None and not _is_item(pieces[-1]):
        pieces[-1] = pieces[-1].followed_by(piece)
    else:
        pieces.append(replace(piece, marker=None))


def _list(run: Sequence[Piece]) -> list[str]:
    """Return a list, and what its last item has swallowed as a paragraph."""
    last = run[-1].text
    length = _own_length([piece.text for piece in run], is_in_line=run[-1].column is None)
    texts = [*(piece.text for piece in run[:-1]), last[:length].rstrip()]
    items = typed_list_html(
        Item(piece.marker, escape(text, quote=False), indent)
        for piece, text, indent in zip(run, texts, _indents(run), strict=True)
        if piece.marker
    )
    return [items, *(_paragraph(Piece(words=rest)) for rest in [last[length:]] if rest)]


def _own_length(texts: Sequence[str], *, is_in_line: bool) -> int:
    """Return how much of the last item belongs to it.

    In one line nothing but its first full stop may tell the end of a list from
    what follows. That is believed where the items before are not sentences,
    and the last one would be far longer or go on with a small letter.
    """
    *others, last = texts
    end = _SURE_END.search(last)
    if not is_in_line or not others or not end or any(map(_SURE_END.search, others)):
        return len(last)
    is_too_long = len(last) > _TOO_LONG * max(map(len, others))
    return end.end() if is_too_long or last[end.end()].islower() else len(last)


def _indents(run: Sequence[Piece]) -> Iterator[int]:
    """Yield how deep each item is.

    In one line, a very wide gap after a colon goes one deeper, and the next one
    that is about as wide comes back. Less than that may mean either, and an item
    must not stand below what it does not belong to.
    """
    indent = 0
    opened: list[int] = []
    before = ""
    for piece in run:
        if piece.column is not None:
            indent, opened = piece.column, []
        elif before.endswith(":") and piece.gap >= _NESTS:
            indent, opened = indent + 1, [*opened, piece.gap]
        elif opened and piece.gap >= opened[-1] - _SLACK:
            indent, opened = indent - 1, opened[:-1]
        yield indent
        before = piece.words
