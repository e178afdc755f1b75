"""Pieces of HTML: what they say and look like, and how to cut them."""

import re

from bs4 import BeautifulSoup, Tag

from faq_pages import markup

_INLINE = ["a", "b", "i", "sub", "sup"]
_LEADING_SPACE = re.compile(r"\A((?:<(?:a|b|i|sub|sup)\b[^>]*>)*)(?:\s|<br/?>)+")
_BOLD = re.compile(r"<b>.*?</b>", re.S)


def words_of(element: Tag) -> str:
    """Return what `element` says, on one line, with no marks of its own."""
    return markup.plain_text(element.decode_contents())


def is_bold(html: str) -> bool:
    """Whether all words of `html` are bold."""
    return "<b>" in html and not markup.plain_text(_BOLD.sub("", html))


def without_start(html: str, start: str) -> str:
    """Return `html` without the words of `start`, with which its text begins.

    The words may stand in several tags: "<b>A</b>: Yes." without "A:" is "Yes."
    """
    soup = BeautifulSoup(html, "html.parser")
    left = len("".join(start.split()))
    for text in list(soup.find_all(string=True)):
        if not left:
            break
        kept = _after(str(text), left)
        left -= len("".join(str(text).split())) - len("".join(kept.split()))
        text.replace_with(kept)
    for tag in soup.find_all(_INLINE):
        if not tag.get_text(strip=True):
            tag.unwrap()
    return _LEADING_SPACE.sub(r"\1", soup.decode(formatter="minimal"))


def _after(text: str, count: int) -> str:
    """Return `text` after its first `count` characters that are no white space."""
    for index, character in enumerate(text):
        if not count:
            return text[index:]
        count -= not character.isspace()
    return ""
