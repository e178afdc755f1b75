"""Whatever comes in, what comes out is safe, or a refusal in a sentence."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from faq_pages.conf import ANSWER_FEATURES
from faq_pages.content import FAQ, Question, Table, Text
from faq_pages.importing import Imported, Refusal, read_file, read_paste
from faq_pages.importing.report import Outcome, as_json, as_text
from faq_pages.importing.stream import stream_data
from faq_pages.markup import ALLOWED_TAGS, is_safe_url
from tests.faq_pages.importing.builders import docx, run
from tests.faq_pages.importing.samples import OURS, documents, kept_words, words

EDITOR = ContentstateConverter(list(ANSWER_FEATURES))

LINES = st.sampled_from(
    """Tea|TLDR|On this page|Is it safe?|Q: Why?|A: So.|1) Why?|2. How?|- one|• two|    • three|
    |o\tfour|====|---|a-b__c_cover.png|In pain? We can help.|Call us today|References|¿Por qué?|
    |Read about tea.|<b>|</p>|&lt;|\u2028|\x0b|\ud7ff|Summary: short|Image: x.png|\u202e""".split(
        "|"
    )
)
TAGS = """p div span b i a ul ol li table tr td th h1 h2 h3 br img details summary dl dt dd pre
    button nav footer del script style iframe svg math form input template title body html
    o:p blockquote sup font center""".split()
ATTRIBUTES = st.sampled_from(
    ["", ' href="javascript:x()"', ' href="https://example.org/?a=1&amp;b"', ' href="#a"',
     ' onclick="x()"', ' style="font-weight:700"', ' style="mso-list:l0 level2 lfo1"',
     ' class="lst-kix_a-1"', ' class="title"', ' src="x.png" onerror="x()"', ' aria-expanded="x"',
     ' colspan="9"', ' style="mso-list:Ignore"', ' href=https://www.google.com/url?q=http://a.b/']
)  # fmt: skip
PIECES = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), ATTRIBUTES),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    LINES,
    st.text(max_size=8),
    st.sampled_from(["<!--", "-->", "<![if !x]>", "&nbsp;", "&", "<", ">", '"', "\n", " "]),
)

MARKS = st.sampled_from(
    ["# One", "## Is it safe?", "**Why?**", "> [!NOTE]", "> **Two**", "- [ ] a", "1. x", "   - y",
     "| a | b |", "|---|---|", "Table: Doses", "![A hip](hip.png)", "[a](javascript:x())", "[^1]",
     "[^1]: A note", "Term\n: What it is", "~~gone~~", "```", "---", "<div>", "<http://a.b>", "\\"]
)  # fmt: skip
WORD_TAGS = """p r t tbl tr tc hyperlink ins del moveFrom moveTo sdt sdtContent fldSimple pict
    txbxContent drawing bdo ruby rubyBase footnoteReference commentReference br tab""".split()
WORD_PIECES = st.builds("<{}w:{}>".format, st.sampled_from(["", "/"]), st.sampled_from(WORD_TAGS))
DAMAGED = [path for path in documents(OURS) if path.suffix in {".docx", ".zip"}]
# Where, as a part of the file; by which byte; and how many go for it.
CHANGES = st.tuples(st.floats(0, 1), st.integers(0, 255), st.integers(0, 400))


def balanced(body: str) -> str:
    """`body` with its tags closed: other XML is refused before anything else looks at it."""
    opened: list[str] = []
    pieces: list[str] = []
    for piece in re.split(r"(<[^>]*>)", body):
        closing = re.fullmatch(r"</([\w:]+)>", piece)
        if closing and closing[1] not in opened:
            continue
        while closing and opened[-1] != closing[1]:
            pieces.append(f"</{opened.pop()}>")
        if closing:
            opened.pop()
        elif opening := re.fullmatch(r"<([\w:]+)[^>/]*>", piece):
            opened.append(opening[1])
        pieces.append(piece)
    return "".join([*pieces, *(f"</{tag}>" for tag in reversed(opened))])


def accept(imported: Imported) -> None:
    """Check that what was read may be stored and shown."""
    faq = imported.faq
    assert faq.title.strip()
    for html in pieces(faq):
        accept_html(html)
    stream = stream_data(faq, images=dict.fromkeys(imported.pictures, 1))
    assert json.dumps(stream).encode()
    for text in rich_texts(stream):
        # What Wagtail's editor does to open a text; it fails on some that browsers show.
        assert EDITOR.from_database_format(text)
    assert json.dumps(as_json(Outcome(name="x", imported=imported)), ensure_ascii=False).encode()
    assert as_text(Outcome(name="x", imported=imported)).encode()


def rich_texts(stream: list[dict[str, Any]]) -> Iterator[str]:
    """The rich texts in the raw data of a stream."""
    for block in stream:
        value = block["value"]
        match block["type"]:
            case "text":
                yield value
            case "tldr" | "callout":
                yield value["text"]
            case "table":
                yield from (cell for row in value["rows"] for cell in row["values"])
            case "question":
                yield value["answer"]
                yield from rich_texts(value["parts"])


def pieces(faq: FAQ) -> Iterator[str]:
    """The HTML that `faq` holds."""
    if faq.tldr:
        yield faq.tldr.html
    for section in faq.sections:
        for item in section.items:
            for part in item.answer if isinstance(item, Question) else [item]:
                if isinstance(part, Text):
                    yield part.html
                elif isinstance(part, Table):
                    yield from (cell for row in part.rows for cell in row)


def accept_html(html: str) -> None:
    for element in BeautifulSoup(html, "html.parser").find_all(True):
        assert element.name in ALLOWED_TAGS
        assert set(element.attrs) <= ({"href"} if element.name == "a" else set())
        assert is_safe_url(str(element.get("href", "")))


@given(st.binary())
@example(b"\xff\xfe\x00")
@example(b"PK\x03\x04")
def test_no_bytes_break_the_importer(data):
    with suppress(Refusal):
        accept(read_file("x.txt", data))


@given(st.sampled_from(DAMAGED), st.lists(CHANGES, min_size=1, max_size=8))
def test_no_damage_to_a_document_breaks_the_importer(path, changes):
    data = bytearray(path.read_bytes())
    for place, byte, cut in changes:
        index = int(place * (len(data) - 1)) if data else 0
        data[index : index + cut] = bytes([byte])
    with suppress(Refusal):
        accept(read_file(path.name, bytes(data)))


@given(st.lists(st.one_of(WORD_PIECES, LINES.map(run)), max_size=25).map("".join))
def test_no_word_document_breaks_the_importer_or_gets_through_it(body):
    with suppress(Refusal):
        accept(read_file("x.docx", docx(balanced(body))))


@given(st.lists(st.one_of(LINES, MARKS, PIECES), max_size=30).map("\n".join))
def test_no_markdown_breaks_the_importer_or_gets_through_it(text):
    with suppress(Refusal):
        accept(read_file("x.md", text.encode("utf-8", "replace")))


@given(st.one_of(st.text(), st.lists(LINES, max_size=20).map("\n".join)))
def test_no_text_breaks_the_importer(text):
    with suppress(Refusal):
        accept(read_paste(text, is_html=False))


@given(st.lists(st.one_of(LINES, st.just("")), max_size=20).map("\n".join))
def test_no_word_of_a_text_is_lost(text):
    with suppress(Refusal):
        imported = read_paste(text, is_html=False)
        lost = words(text) - kept_words(imported)
        # A list numbers itself, and "o" is Word's second-level bullet.
        assert not lost.keys() - {"1", "2", "o"}


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_html_breaks_the_importer_or_gets_through_it(html):
    with suppress(Refusal):
        accept(read_paste(html, is_html=True))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_the_text_of_an_answer_is_stored_escaped(words):
    imported = read_paste(f"Tea\n\nIs it safe?\n\nYes: {words} and so on.", is_html=False)
    (question,) = imported.faq.questions
    assert "<" not in question.answer[0].html.removeprefix("<p>").removesuffix("</p>")
    soup = BeautifulSoup(question.answer[0].html, "html.parser")
    assert soup.get_text() == f"Yes: {words} and so on."


def test_half_a_character_does_not_break_a_paste():
    accept(read_paste("Tea\ud800\n\nIs it safe?\n\nYes.", is_html=False))
