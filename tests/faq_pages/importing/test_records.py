"""Records: one line of JSON, an FAQ or a sentence. No database."""

import gzip
import json
from dataclasses import replace

import pytest

from faq_pages.content import FAQ, TLDR, Question, Section, Source, Table, Text
from faq_pages.importing import Refusal, json_lines
from faq_pages.importing.json_lines import lines_of, size_of
from faq_pages.importing.records import Record, read_record

QUESTION = {"question": "Is tea safe?", "answer": "Yes."}


def line(**changes: object) -> str:
    record = {"id": "tea", "title": "Tea", "questions": [QUESTION], **changes}
    return json.dumps({key: value for key, value in record.items() if value is not ...})


def read(**changes: object) -> FAQ:
    return read_record(line(**changes)).faq


def refusal(text: str | bytes) -> str:
    with pytest.raises(Refusal) as refused:
        read_record(text)
    return str(refused.value)


def test_a_record_s_digest_is_of_what_it_says_in_whatever_order():
    digest = read_record(line(title="Tea", url="")).digest
    assert read_record(line(url="", title="Tea")).digest == digest
    assert read_record(line(title="Milk", url="")).digest != digest


def test_synonyms_are_other_names_for_search():
    record = read_record(line(synonyms=[" Green\n tea ", "", "Cha"]))
    assert record.also_called == ("Green tea", "Cha")
    assert record.notes == ()


@pytest.mark.parametrize("synonyms", [["Cha", 5, None], "Cha", {"a": 1}, 7, [["Cha"]]])
def test_synonyms_that_are_no_list_of_texts_lose_no_record(synonyms):
    record = read_record(line(synonyms=synonyms))
    assert set(record.also_called) <= {"Cha"}
    assert record.notes == ("What is no text in the list “synonyms” was left out.",)


def test_a_record_is_read_whole():
    text = line(title=" All\nabout  tea ", url="https://example.org/tea", tldr="Safe.", other=1)
    assert replace(read_record(text), digest="") == Record(
        id="tea",
        faq=FAQ(
            title="All about tea",
            tldr=TLDR(html="<p>Safe.</p>"),
            sections=(
                Section(
                    items=(Question(question="Is tea safe?", answer=(Text(html="<p>Yes.</p>"),)),)
                ),
            ),
            sources=(Source(title="All about tea", url="https://example.org/tea"),),
        ),
    )


def test_a_record_may_be_bytes():
    assert read_record(line(title="Thé").encode()).faq.title == "Thé"


def test_the_focus_stands_for_a_title():
    assert read(title=..., focus="Milk").title == "Milk"
    assert read(focus="Milk").title == "Tea"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("What is  it ?", "What is it?"),
        ("What is it? ?", "What is it?"),
        ("Is it\n(hot) ? ?", "Is it (hot)?"),
        ("Tell me more", "Tell me more"),
        ("Why? Because", "Why? Because"),
    ],
)
def test_the_end_of_a_question_is_mended(written, read_as):
    (question,) = read(questions=[{"question": written, "answer": "So."}]).questions
    assert question.question == read_as


@pytest.mark.parametrize(
    "url", ["", "tea.html", "ftp://example.org/", "https://", "http://[a", "a b"]
)
def test_only_a_whole_web_address_is_a_source(url):
    assert read(url=url).sources == ()


def test_an_answer_in_html_keeps_its_lists_and_tables_and_nothing_unsafe():
    html = (
        "<p onclick='x()'>Yes, <a href='https://example.org/'>really</a>.</p><ul><li>Hot</li></ul>"
        "<script>alert(1)</script><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
        "<p><a href='javascript:x()'>Go</a></p>"
    )
    (question,) = read(questions=[{"question": "Safe?", "answer": html}]).questions
    text, table, end = question.answer
    assert text == Text(
        html='<p>Yes, <a href="https://example.org/">really</a>.</p><ul><li>Hot</li></ul>'
    )
    assert table == Table(header=("A", "B"), rows=(("1", "2"),))
    assert end == Text(html="<p>Go</p>")


def test_a_plain_answer_that_begins_with_a_sign_is_no_html():
    (question,) = read(questions=[{"question": "How much?", "answer": "<5 cups"}]).questions
    assert question.answer == (Text(html="<p>&lt;5 cups</p>"),)


def test_a_question_may_wait_for_its_answer():
    (question,) = read(questions=[{"question": "Is it hot?"}]).questions
    assert not question.is_complete


def test_characters_that_no_database_keeps_are_left_out():
    assert read(title="T\x00ea\ud800").title == "Tea"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "it is not JSON"),
        ("[1]", "it is a list"),
        ("7", "it is `7`"),
        ("[" * 200_000, "too deep"),
        (b'{"id": "\xff"}', "byte 9 of the line is not UTF-8"),
        (line(id=...), "it has no “id”"),
        (line(id=5), "“id” of the record is `5`: write a text"),
        (line(id=" "), "its “id” is empty"),
        (line(id="x" * 256), "has 256 characters"),
        (line(title=...), "it has no title"),
        (line(title=" "), "it has no title"),
        (line(title=[]), "“title” of the record is a list"),
        (line(url={}), "“url” of the record is an object"),
        (line(tldr=False), "“tldr” of the record is `false`"),
        (line(questions=...), "it has no questions"),
        (line(questions=[]), "it has no questions"),
        (line(questions="?"), "“questions” is a text"),
        (line(questions=[QUESTION, 3]), "question 2 is `3`"),
        (line(questions=[{"answer": "Yes."}]), "question 1 has no words"),
        (line(questions=[{"question": "? ?", "answer": "Yes."}]), "question 1 has no words"),
        (line(questions=[{"question": "Why?", "answer": 1}]), "“answer” of question 1 is `1`"),
        (
            line(questions=[{"question": "Why?", "answer": "<div>" * 200}]),
            "“The answer to question 1” has too many",
        ),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(text, sentence):
    message = refusal(text)
    assert sentence in message
    assert message.endswith(".")


# -- Lines of a file -------------------------------------------------------------


def contents(path) -> list[tuple[int, str]]:
    return [
        (each.number, each.content.decode() if isinstance(each.content, bytes) else "refused")
        for each in lines_of(path)
    ]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_lines_are_numbered_and_blank_ones_left_out(tmp_path, pack):
    path = tmp_path / "faqs"
    path.write_bytes(pack(b"\xef\xbb\xbfa\r\n\n  \nb"))
    assert contents(path) == [(1, "a\r\n"), (4, "b")]


def test_a_line_that_is_too_long_is_refused_and_the_next_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(json_lines, "MAX_LINE", 10)
    path = tmp_path / "faqs.jsonl"
    path.write_bytes(b"x" * 11 + b"\n0123456789\n" + b"y" * 200_000 + b"\nz\n")
    assert contents(path) == [(1, "refused"), (2, "0123456789\n"), (3, "refused"), (4, "z\n")]


def test_a_packed_file_that_breaks_off_ends_with_a_refusal(tmp_path):
    path = tmp_path / "faqs.gz"
    path.write_bytes(gzip.compress(b"a\nb\n")[:-6])
    *_, last = lines_of(path)
    assert isinstance(last.content, Refusal)
    assert "breaks off" in str(last.content)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(Refusal, match="There is no file"):
        size_of(tmp_path / "none")
    with pytest.raises(Refusal, match="cannot be read: Is a directory"):
        size_of(tmp_path)
