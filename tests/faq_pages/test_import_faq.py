"""The command: files in, drafts or one JSON object a file out."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from faq_pages.importing import read_file
from faq_pages.models import FAQIndexPage, FAQPage
from tests.faq_pages import samples

FILES = Path(__file__).parents[1] / "files" / "import"
COMPLETE = "Tea\n\nIs it safe?\n\nYes.\n\nIs it hot?\n\nOften."


@pytest.fixture
def index(db) -> FAQIndexPage:
    return samples.index_page("Hot drinks", "faqs")


def run(*args: Any) -> str:
    out = StringIO()
    call_command("import_faq", *args, stdout=out)
    return out.getvalue()


def file(folder: Path, text: str = COMPLETE, name: str = "tea.txt") -> str:
    path = folder / name
    path.write_text(text)
    return str(path)


def test_a_dry_run_prints_one_json_object_a_file_and_needs_no_database(tmp_path):
    # Without the `db` fixture, any query would fail the test.
    lines = run(file(tmp_path), file(tmp_path, name="b.txt"), "--dry-run", "--json").splitlines()

    assert len(lines) == 2
    found = json.loads(lines[0])
    assert found.pop("seconds") >= 0
    assert found == {
        "outcome": "import",
        "title": "Tea",
        "hero_image": None,
        "tldr": "",
        "questions": [
            {"question": "Is it safe?", "answer": "<p>Yes.</p>"},
            {"question": "Is it hot?", "answer": "<p>Often.</p>"},
        ],
        "sections": [],
        "sources": [],
        "cta": None,
        "left_out": [],
        "unsure": [],
        "message": "",
    }


def test_a_refused_file_is_an_object_too_and_the_others_go_on(tmp_path):
    out = StringIO()
    missing, folder, empty = str(tmp_path / "no.txt"), str(tmp_path), file(tmp_path, "", "0.txt")
    with pytest.raises(CommandError, match="3 of 4"):
        call_command(
            "import_faq",
            missing,
            folder,
            empty,
            file(tmp_path),
            dry_run=True,
            json=True,
            stdout=out,
        )

    found = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [each["outcome"] for each in found] == ["reject", "reject", "reject", "import"]
    assert [set(each) for each in found[1:]] == [set(found[0])] * 3
    assert "There is no file" in found[0]["message"]
    assert "cannot be read: Is a directory" in found[1]["message"]
    assert "is empty" in found[2]["message"]


def test_a_dry_run_for_people_says_what_it_found(tmp_path):
    text = COMPLETE.replace("Often.", "Read about cold tea.")
    assert run(file(tmp_path, text), "--dry-run").splitlines()[1:] == [
        "  Title: Tea",
        "  Short answer: none",
        "  1. Is it safe?",
        "  2. Is it hot?",
        "  Call to action: none",
        "  Please check: “cold tea” seems to promise a page, but has no link: "
        "link it, or reword it.",
        "  Nothing was changed.",
    ]


def test_files_become_drafts_under_the_parent(index, tmp_path):
    found = run(file(tmp_path), "--parent", index.url)
    page = FAQPage.objects.get()
    assert f"It is a draft now: “Tea”, page {page.pk}" in found
    assert not page.live


def test_a_dry_run_with_a_parent_suggests_its_site_s_pages_and_makes_none(index, tmp_path):
    text = COMPLETE.replace("Often.", f"Read about {index.title}.")
    found = run(file(tmp_path, text), "--dry-run", "--parent", index.url)
    assert f"“{index.title}” ({index.url})" in found
    assert not FAQPage.objects.exists()


def test_complete_files_are_published_and_others_stay_drafts(index, tmp_path):
    out = StringIO()
    incomplete = file(tmp_path, "Milk\n\nIs it safe?", "milk.txt")
    with pytest.raises(CommandError, match="1 of 2"):
        call_command(
            "import_faq",
            file(tmp_path),
            incomplete,
            parent=index.url,
            publish=True,
            json=True,
            stdout=out,
        )

    tea, milk = (json.loads(line) for line in out.getvalue().splitlines())
    assert tea["message"].startswith("It is published: http")
    assert milk["outcome"] == "import"
    assert milk["message"].startswith("It stays a draft")
    assert "“Is it safe?”, has nothing in its “Answer” field" in milk["message"]
    assert FAQPage.objects.get(live=True).title == "Tea"
    assert FAQPage.objects.get(live=False).title == "Milk"


def test_a_parent_is_asked_for(tmp_path):
    with pytest.raises(CommandError, match="--parent /faqs/"):
        run(file(tmp_path))


def test_a_wrong_parent_stops_the_command_before_anything_is_read(index, tmp_path):
    with pytest.raises(CommandError, match="no FAQ index page at “/nowhere/”"):
        run(file(tmp_path), "--parent", "/nowhere/")
    assert not FAQPage.objects.exists()


def test_an_imported_page_is_read_as_the_file_says(index):
    path = FILES / "knee-replacement.txt"
    run(str(path), "--parent", index.url)
    faq, read = read_file(path.name, path.read_bytes()).faq, FAQPage.objects.get().read()
    assert list(read.all_words) == list(faq.all_words)
    assert read.call_to_action.heading == faq.call_to_action.heading
