"""The lines of a document: its clean HTML, one block each, and how each looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup, Tag

from faq_pages.content import Image
from faq_pages.importing.fragments import is_bold, without_start, words_of
from faq_pages.importing.vocabulary import (
    asks,
    ends_asking,
    ends_sentence,
    label_number,
    number_label,
    question_label,
)
from faq_pages.markup import plain_text

# No heading is longer, and a question's field holds no more.
MAX_HEADING = 255
_MAX_TITLE = 150
# Without a question mark, only a short line is taken for a question.
_MAX_BARE_QUESTION = 120

# Ranks of headings that are none in the markup follow those of h1 to h6.
# A line that asks without a question mark is the weakest.
BOLD, LABELLED, NUMBERED, PLAIN, BARE = 7, 8, 9, 10, 11
NO_HEADING = 99

_PICTURE_FILE = re.compile(
    r"[^\n/\\?*|\"<>]{1,200}\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|svg|bmp)", re.I
)
_PICTURE_LABEL = re.compile(
    r"((?:cover|hero|header|featured|main)\s+)?(?:image|picture|photo)\s*:\s*(\S.*)", re.I
)
# One long "word" of parts: what people see is "a-photo-of-a-knee__x8Kq_cover".
_GENERATED_NAME = re.compile(r"(?=.*_.*|.{20,})(?=.{12,})[^\W_]+(?:[-_]+[^\W_]+){2,}[-_]*")
# "I have diabetes. May I eat fruit?" is a question, a paragraph that ends with one is not.
_SENTENCE_END = re.compile(r"[.!?:]\s+\S")
# A bold question at the beginning of a paragraph that goes on: "<b>Is it safe?</b> Yes."
_RUN_IN = re.compile(r"<b>(?:(?!</b>).){5,250}[?？؟]\s*</b>(?=\s*[^\s<?])")
_MOSTLY = 0.8
_LINK_ALONE = re.compile(r"(?:<b>)?<a [^>]*>(?:(?!</a>).)*</a>(?:</b>)?", re.S)


@dataclass(frozen=True)
class Line:
    """One block of a document. `html` is the whole element.

    `picture` is the name or key of a picture; `image` is there if its file is.
    """

    tag: str
    html: str
    text: str
    picture: str = ""
    image: Image | None = None
    items: tuple[str, ...] = ()

    @property
    def is_list(self) -> bool:
        return self.tag in {"ul", "ol"}

    @property
    def is_paragraph(self) -> bool:
        return self.tag == "p"

    @property
    def inner(self) -> str:
        """The HTML within the element."""
        return self.html[self.html.index(">") + 1 : self.html.rindex("<")]

    def without(self, start: str) -> "tuple[Line, ...]":
        """Return the line without the words that it begins with, nothing if none are left."""
        text = self.text[len(start) :].strip()
        html = f"<{self.tag}>{without_start(self.inner, start)}</{self.tag}>"
        return (Line(self.tag, html, text),) if text else ()

    @property
    def is_linked(self) -> bool:
        """Whether the line is one link and nothing else."""
        return self.is_paragraph and bool(_LINK_ALONE.fullmatch(self.inner.strip()))

    @cached_property
    def asks(self) -> bool:
        """Whether the line asks something, with or without a question mark."""
        if len(self.text) > MAX_HEADING or self.picture_name:
            return False
        if self.rank == LABELLED and self.label[0] in "Qq问سש":
            return True
        return self.rank != NO_HEADING and asks(self.words)

    @cached_property
    def label(self) -> str:
        """What stands before a question: "Q:", "2)", "Question 3: 4."."""
        label = question_label(self.text)
        return label + number_label(self.text[len(label) :])

    @property
    def number(self) -> int:
        """The number in the label, 0 if there is none."""
        return label_number(self.label)

    @property
    def words(self) -> str:
        """The text without its label."""
        return self.text[len(self.label) :]

    @cached_property
    def rank(self) -> int:
        """How strong a heading the line is: 1 to 6 as `h1` to `h6`, then by looks."""
        if re.fullmatch("h[1-6]", self.tag):
            return int(self.tag[1])
        if self.is_list:
            return NUMBERED if self._is_numbered_question else NO_HEADING
        if not self.is_paragraph or len(self.text) > MAX_HEADING or "<br" in self.html:
            return NO_HEADING
        if question_label(self.text):
            return LABELLED
        is_loud = is_bold(self.html) or _is_in_capitals(self.text)
        if is_loud and (ends_asking(self.text) or not ends_sentence(self.text)):
            return BOLD
        if number_label(self.text) and not ends_sentence(self.text):
            return NUMBERED
        if ends_asking(self.text):
            return PLAIN if len(_SENTENCE_END.findall(self.text)) < 2 else NO_HEADING
        is_short = len(self.text) <= _MAX_BARE_QUESTION
        return BARE if is_short and asks(self.text) else NO_HEADING

    @property
    def _is_numbered_question(self) -> bool:
        """Whether the list is a question that was numbered: Word makes a list of it."""
        if len(self.items) != 1:
            return False
        return asks(self.items[0]) if self.tag == "ol" else ends_asking(self.items[0])

    @property
    def could_be_title(self) -> bool:
        return self.rank <= BOLD or (
            self.is_paragraph
            and len(self.text) <= _MAX_TITLE
            and (not ends_sentence(self.text) or self.text.endswith("!"))
            and "<br" not in self.html
        )

    @cached_property
    def picture_name(self) -> str:
        """The picture that the line is or names as a file, "" if it is neither."""
        if self.tag == "img":
            return self.picture
        if not self.is_paragraph:
            return ""
        text = self.text.strip("[]() ")
        label = _PICTURE_LABEL.fullmatch(text)
        name = label[2] if label else text
        if _PICTURE_FILE.fullmatch(name):
            return name.rpartition(".")[0]
        is_cover = label is not None and label[1] is not None
        return name if is_cover or _GENERATED_NAME.fullmatch(name) else ""


def lines_of(html: str) -> list[Line]:
    """Return the lines of clean HTML.

    Where questions begin the paragraphs that answer them, in bold, each is a line
    of its own.
    """
    lines = [*_lines(BeautifulSoup(html, "html.parser"))]
    run_in = [line for line in lines if line.is_paragraph and _RUN_IN.match(line.inner)]
    asking = sum(line.asks and line.rank <= BOLD for line in lines)
    if len(run_in) < 2 or len(run_in) < asking:
        return lines
    return [part for line in lines for part in (_divided(line) if line in run_in else [line])]


def _divided(line: Line) -> Iterator[Line]:
    """Yield the bold question that a paragraph begins with, and the answer after it."""
    match = _RUN_IN.match(line.inner)
    assert match
    for inner in (match[0], line.inner[match.end() :].strip()):
        html = f"<p>{inner}</p>"
        yield Line("p", html, plain_text(html))


def _is_in_capitals(text: str) -> bool:
    """Whether `text` is written in capitals, as typewriters wrote headings."""
    letters = [character for character in text if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return len(text.split()) > 1 and capitals > _MOSTLY * len(letters)


def _lines(soup: BeautifulSoup) -> Iterator[Line]:
    for element in soup.find_all(True, recursive=False):
        html = element.decode(formatter="minimal")
        if element.name == "img":
            src, alt = str(element.get("src", "")), str(element.get("alt", ""))
            yield Line("img", html, alt, src, _image(element, src, alt))
        elif text := plain_text(html):
            yield Line(element.name, html, text, items=tuple(_items(element)))


def _image(element: Tag, src: str, alt: str) -> Image | None:
    width, height = str(element.get("width", "")), str(element.get("height", ""))
    if not (width.isdigit() and height.isdigit()):
        return None
    caption = str(element.get("title", ""))
    return Image(
        url=src,
        width=int(width),
        height=int(height),
        alt=alt,
        caption=caption,
        needs_alt=not alt,
    )


def _items(element: Tag) -> Iterator[str]:
    if element.name in {"ul", "ol"}:
        for item in element.find_all("li", recursive=False):
            yield words_of(item)
