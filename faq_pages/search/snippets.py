"""The few words around what was asked for, with those words marked."""

from collections.abc import Set
from dataclasses import dataclass

from faq_pages.search.words import Word, spans, stem

LENGTH = 200  # characters, about three lines on a phone


@dataclass(frozen=True)
class Piece:
    """A piece of text; `marked` if it is one of the words that were asked for."""

    text: str
    marked: bool = False


def marked(text: str, asked: Set[str], language: str) -> tuple[Piece, ...]:
    """Return all of `text` in pieces."""
    return _pieces(text, [word for word in spans(text) if stem(word.text, language) in asked])


def snippet(text: str, asked: Set[str], language: str) -> tuple[Piece, ...]:
    """Return the part of `text` that holds most of the stems `asked`, in pieces.

    At most `LENGTH` characters and the ellipses; the beginning if none is there.
    """
    found = [word for word in spans(text) if stem(word.text, language) in asked]
    start = _beginning(text, _best(found, language))
    end = _ending(text, start)
    shown = text[start:end]
    inside = [
        Word(word.text, word.start - start, word.end - start)
        for word in found
        if word.start >= start and word.end <= end
    ]
    before = (Piece("… "),) if start else ()
    after = (Piece(" …"),) if end < len(text) else ()
    return (*before, *_pieces(shown, inside), *after)


def _best(found: list[Word], language: str) -> int:
    """Return where the window starts that holds the most different words, 0 if there are none."""
    best, place = 0, 0
    for number, first in enumerate(found):
        window = {
            stem(word.text, language)
            for word in found[number : number + 40]
            if word.end <= first.start + LENGTH - 40
        }
        if len(window) > best:
            best, place = len(window), first.start
    return place


def _beginning(text: str, place: int) -> int:
    """Return where a sentence starts shortly before `place`, or else a word."""
    if place <= LENGTH // 3:
        return 0
    lead = text[place - LENGTH // 3 : place]
    sentence = max(lead.rfind(mark) for mark in (". ", "? ", "! "))
    cut = sentence + 2 if sentence >= 0 else lead.find(" ", len(lead) // 2) + 1
    return place - len(lead) + (cut or len(lead))


def _ending(text: str, start: int) -> int:
    if len(text) - start <= LENGTH:
        return len(text)
    space = text.rfind(" ", start, start + LENGTH)
    return space if space > start else start + LENGTH


def _pieces(text: str, found: list[Word]) -> tuple[Piece, ...]:
    pieces, place = [], 0
    for word in found:
        pieces += [Piece(text[place : word.start]), Piece(text[word.start : word.end], marked=True)]
        place = word.end
    pieces.append(Piece(text[place:]))
    return tuple(piece for piece in pieces if piece.text)
