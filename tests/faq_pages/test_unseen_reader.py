"""A reader without style sheets and scripts gets every answer, in the order of the page.

So do a screen reader, a text browser, a reader mode and a program that reads plain HTML.
"""

import re
import subprocess
from html.parser import HTMLParser

import pytest
from django.test import Client

from faq_pages import content, markup
from faq_pages.models import FAQPage
from tests import programs
from tests.public_pages import everything

pytestmark = pytest.mark.django_db

# What no reader is shown, and what holds no text of its own.
SILENT = {"script", "style", "template", "head", "svg"}
INLINE = {"a", "b", "i", "em", "strong", "span", "bdi", "sup", "sub", "cite", "time", "abbr"}


class Reader(HTMLParser):
    """Reads HTML block by block; nothing is known of classes and rules."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.blocks[-1] += data

    def _break(self, tag: str) -> None:
        if tag not in INLINE:
            self.blocks.append("")


def read_as_blocks(html: str) -> str:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return "\n".join(" ".join(block.split()) for block in reader.blocks if block.strip())


def read_in_lynx(html: str) -> str:
    command = [str(programs.lynx()), "-dump", "-stdin", "-force_html", "-nolist", "-width=1000"]
    shown = subprocess.run(
        [*command, "-display_charset=utf-8", "-assume_charset=utf-8"],
        input=html.encode(),
        capture_output=True,
        check=True,
    )
    return shown.stdout.decode()


@pytest.mark.parametrize("read", [read_as_blocks, read_in_lynx])
@pytest.mark.parametrize("name", ["faq", "faq, collapsed"])
def test_every_answer_is_read_in_its_order(name: str, read: object) -> None:
    address = everything().addresses[name]
    html = Client().get(address).content.decode()
    assert callable(read)
    text = _words(read(html))
    faq = FAQPage.objects.get(slug=address.strip("/").rpartition("/")[2]).read()
    position = 0
    for piece in _pieces(faq):
        found = text.find(_words(piece), position)
        assert found >= 0, f"“{piece}” is not read, or not after what comes before it."
        position = found + len(_words(piece))


def _pieces(faq: content.FAQ) -> list[str]:
    """What the page says, in its order: each question, then each part of its answer."""
    pieces = [faq.title]
    for section in faq.sections:
        pieces += [section.heading] if section.heading else []
        for item in section.items:
            if isinstance(item, content.Question):
                pieces.append(item.question)
                for part in item.answer:
                    pieces += _of_part(part)
    return pieces


def _of_part(part: content.Part) -> list[str]:
    match part:
        case content.Text() | content.Callout():
            return re.split(r"\n+", markup.plain_text(part.html.replace("</", "\n</")))
        case content.Table():
            cells = [markup.plain_text(cell) for row in part.rows for cell in row]
            return [part.caption, *part.header, *cells]
        case content.Image():
            return [part.caption]


def _words(text: str) -> str:
    """Only letters and digits: each reader has bullets and spaces of its own."""
    return "".join(char for char in text.casefold() if char.isalnum())
