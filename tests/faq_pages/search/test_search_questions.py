"""The command that searches."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.faq_pages import samples

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def leaflet(index):
    samples.faq_page(index, samples.question("Will it hurt?"), source_id="5/0001")


def run(*args: str, **options) -> list[dict]:
    out = io.StringIO()
    call_command("search_questions", *args, json=True, stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().strip().split("\n")]


def test_a_query_becomes_one_object():
    (line,) = run("does it hurt")
    assert (line["id"], line["query"]) == (None, "does it hurt")
    (found,) = line["results"]
    assert found["url"] == "/faqs/steroid-injections/#will-it-hurt"
    assert found["source_id"] == "5/0001"
    assert found["question"] == "Will it hurt?"
    assert found["score"] > 0


def test_a_file_of_queries_keeps_their_ids_and_order(tmp_path):
    file = tmp_path / "queries.jsonl"
    file.write_text('{"id": "b", "query": "xylophone"}\n\n{"id": 7, "query": "hurt", "x": 1}\n')
    nothing, found = run(queries=str(file))
    assert (nothing["id"], nothing["results"]) == ("b", [])
    assert (found["id"], len(found["results"])) == (7, 1)


def test_without_json_it_prints_a_table(capsys):
    call_command("search_questions", "hurt", "xylophone")
    out = capsys.readouterr().out
    assert "Will it hurt?" in out
    assert "xylophone: nothing found" in out


def test_a_file_is_read_as_json_has_it(tmp_path):
    file = tmp_path / "queries.jsonl"
    lines = ['{"id": 1, "query": "hurt\u2028"}', '{"id": 2, "query": "\\ud800 hurt"}']
    file.write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8", newline="")
    assert [len(line["results"]) for line in run(queries=str(file))] == [1, 1]


def test_signs_of_markup_are_only_signs(capsys):
    call_command("search_questions", "zzz[/]", "hurt [bold]")
    assert "zzz[/]: nothing found" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "Line 1 of “.*” is not JSON"),
        ('{"id": 1}', 'Line 1 of “.*” has no "query" that is a text'),
        ('["query"]', "has no"),
        (b"\xff\xfe", "is not in UTF-8"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence(tmp_path, content, message):
    file = tmp_path / "queries.jsonl"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CommandError, match=message):
        run(queries=str(file))


def test_a_missing_file_no_query_and_a_bad_limit_are_refused_in_a_sentence():
    with pytest.raises(CommandError, match="cannot be read"):
        run(queries="/nowhere.jsonl")
    with pytest.raises(CommandError, match="No query was given"):
        run()
    with pytest.raises(CommandError, match="--limit is 0"):
        run("hurt", limit=0)
