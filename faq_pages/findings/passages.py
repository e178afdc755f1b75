"""The text of a page, piece by piece, as the checks of its words read it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from faq_pages.content import FAQ, Callout, Image, Part, Question, Table, Text
from faq_pages.markup import plain_text

_EDGE = re.compile(
    r"<(?:/?(?:p|li|ul|ol|h[1-6]|div|table|tr|td|th|blockquote)\b[^>]*|br\s*/?)>", re.I
)
_TAG = re.compile(r"""<[/!a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.I)
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.I | re.S)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)


@dataclass(frozen=True)
class Link:
    """A link of a text; `href` is None if it has none."""

    href: str | None
    text: str


@dataclass(frozen=True)
class Passage:
    """A piece of the page with its HTML, and the block and field that it stands in.

    `name` is what a sentence calls it: the question, or the words of a heading.
    """

    html: str
    block: str = ""
    field: str = ""
    name: str = ""

    @property
    def text(self) -> str:
        """What it says, a line for each paragraph, item and cell."""
        return prose(self.html)

    @property
    def links(self) -> tuple[Link, ...]:
        return links(self.html)


@lru_cache(maxsize=2048)
def prose(html: str) -> str:
    """Return what cleaned `html` says, a line for each paragraph, item and cell."""
    text = unescape(_TAG.sub("", _EDGE.sub("\n", html)))
    return "\n".join(line for each in text.splitlines() if (line := " ".join(each.split())))


@lru_cache(maxsize=2048)
def links(html: str) -> tuple[Link, ...]:
    """Return the links of cleaned `html`, in order."""
    if "<a" not in html:
        return ()
    return tuple(
        Link(_href(match[1]), " ".join(prose(match[2]).split())) for match in _LINK.finditer(html)
    )


def _href(attributes: str) -> str | None:
    found = _HREF.search(attributes)
    return unescape(found[1] or found[2] or found[3] or "").strip() if found else None


def answer_html(parts: Iterable[Part]) -> str:
    """Return the text of `parts` as HTML, tables row by row; pictures give their captions."""
    return "\n".join(html for part in parts if (html := _html(part)))


def answer_text(parts: Iterable[Part]) -> str:
    """Return what the texts and callouts of an answer say, a line for each paragraph and item.

    Tables are left out: their cells are no sentences.
    """
    return "\n".join(
        text for part in parts if isinstance(part, Text | Callout) and (text := prose(part.html))
    )


def answer_words(question: Question) -> str:
    """Return all that the answer to `question` says, on one line."""
    return " ".join(filter(None, map(_words, question.answer)))


def _words(part: Part) -> str:
    return _plain(part.html) if isinstance(part, Text) else part.words


_plain = lru_cache(maxsize=2048)(plain_text)


def passages(faq: FAQ) -> Iterator[Passage]:
    """Yield all text of `faq` in the order of the page; questions before their answers."""
    yield Passage(_escaped(faq.title), field="title", name=faq.title)
    if faq.tldr:
        yield Passage(faq.tldr.html, faq.tldr.id, "text", faq.tldr.heading or "TLDR")
    for section in faq.sections:
        if section.heading:
            yield Passage(_escaped(section.heading), name=section.heading)
        for item in section.items:
            if isinstance(item, Question):
                yield Passage(_escaped(item.question), item.id, "question", item.question)
                yield Passage(answer_html(item.answer), item.id, "answer", item.question)
            else:
                yield Passage(_html(item), name=section.heading or faq.title)
    if call := faq.call_to_action:
        yield Passage(_escaped(call.text), call.id, "text", call.heading or call.button)


def _html(part: Part) -> str:
    match part:
        case Text():
            return part.html
        case Callout():
            return f"<p>{_escaped(part.heading)}</p>{part.html}" if part.heading else part.html
        case Table():
            heads = "".join(f"<th>{_escaped(head)}</th>" for head in part.header)
            cells = "".join(f"<td>{cell}</td>" for row in part.rows for cell in row)
            return f"<p>{_escaped(part.caption)}</p>{heads}{cells}"
        case Image():
            return _escaped(part.caption)


@lru_cache(maxsize=2048)
def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
