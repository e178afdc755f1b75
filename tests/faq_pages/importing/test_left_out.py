"""What is left out of a document is only what may be: no sentence of an answer."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from faq_pages.content import FAQ
from faq_pages.importing import Imported, read_file
from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.vocabulary import (
    BACK_LINKS,
    CONTENTS,
    SOURCES,
    TLDR,
    answer_label,
    is_one_of,
    normal,
    number_label,
    question_label,
)
from tests.faq_pages.importing.samples import OURS, SHARED, documents, expectation

LAYOUT_WORDS = CONTENTS | TLDR | BACK_LINKS | SOURCES | {"question", "answer", "table"}
SENTENCE = re.compile(r"[^.!?。؟]{12,}[.!?。؟]")
# The words of the frame of a page are those of its site: their sentences are none of the FAQ.
FRAME = {Reason.NAVIGATION, Reason.COMMENT}

IMPORTED = [
    path
    for folder in (OURS, SHARED)
    for path in documents(folder)
    if expectation(path).get("outcome", "import") == "import"
]


@pytest.fixture(params=IMPORTED, ids=lambda path: path.name)
def imported(request: pytest.FixtureRequest) -> Imported:
    path: Path = request.param
    return read_file(path.name, path.read_bytes())


def test_layout_is_only_words_of_layout(imported):
    layout = [each for each in imported.left_out if each.reason is Reason.LAYOUT]
    assert [each.text for each in layout if not is_layout(each, imported.faq)] == []


def test_a_file_s_name_is_one(imported):
    names = [each.text for each in imported.left_out if each.reason is Reason.FILE_NAME]
    assert [name for name in names if SENTENCE.search(name)] == []


def test_what_is_left_out_is_no_sentence_of_an_answer(imported):
    on_page = normal(" ".join(imported.faq.all_words))
    sentences = [
        sentence
        for each in imported.left_out
        if each.reason not in FRAME
        for sentence in SENTENCE.findall(each.text)
        if normal(sentence) in on_page
    ]
    assert sentences == []


def is_layout(left_out: LeftOut, faq: FAQ) -> bool:
    """Whether the words are of layout, repeat a heading, or are only labels and numbers."""
    text = left_out.text
    if text.lower().startswith(("title:", "author:")):
        return True  # front matter
    if is_one_of(text, LAYOUT_WORDS) or all(map(is_label, text.split())):
        return True
    listed = [faq.title, *headings(faq)]
    words = set(normal(text).split())
    return words <= {word for heading in listed for word in normal(heading).split()}


def headings(faq: FAQ) -> Iterable[str]:
    yield from (section.heading for section in faq.sections)
    yield from (question.question for question in faq.questions)


def is_label(word: str) -> bool:
    shown = f"{word} x"
    labels = question_label(shown), answer_label(shown), number_label(shown)
    return any(labels) or is_one_of(word, LAYOUT_WORDS)
