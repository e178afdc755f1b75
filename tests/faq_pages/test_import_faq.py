"""The command: files in, drafts or one JSON object a file out."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.images import get_image_model

from faq_pages.content import Image
from faq_pages.importing import read_file
from faq_pages.models import FAQIndexPage, FAQPage
from tests.faq_pages import samples

FILES = Path(__file__).parents[1] / "files" / "import"
COMPLETE = "Tea\n\nIs it safe?\n\nYes.\n\nIs it hot?\n\nOften."
MILK = "Milk\n\nIs it white?\n\nYes.\n\nIs it hot?\n\nRarely."


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
        "tldr_heading": "",
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


# -- Pictures --------------------------------------------------------------------


def test_a_word_document_becomes_a_draft_with_its_picture(index):
    run(str(FILES / "ear-wax-google-docs.docx"), "--parent", index.url)
    image = get_image_model().objects.get()
    parts = [part for each in FAQPage.objects.get().read().questions for part in each.answer]
    (picture,) = [part for part in parts if isinstance(part, Image)]
    assert picture.alt == image.description == "A cotton bud in an ear canal, pushing wax inwards"


def test_a_picture_that_the_library_refuses_is_named(index, settings):
    settings.WAGTAILIMAGES_EXTENSIONS = ["webp"]
    found = run(str(FILES / "ear-wax-google-docs.docx"), "--parent", index.url)
    assert "was not brought in: Not a supported image format." in " ".join(found.split())


def test_a_dry_run_brings_no_picture_in(index):
    run(str(FILES / "ear-wax-google-docs.docx"), "--parent", index.url, "--dry-run")
    assert not get_image_model().objects.exists()


# -- A file again ----------------------------------------------------------------


def test_an_update_replaces_the_page_that_was_made_from_the_file(index, tmp_path):
    run(file(tmp_path), "--parent", index.url)
    before = FAQPage.objects.get()
    found = run(file(tmp_path, MILK), "--parent", index.url, "--update")
    after = FAQPage.objects.get()
    assert after.pk == before.pk
    assert f"It replaced the body of “Milk”, page {after.pk}" in found
    assert questions(after) == ["Is it white?", "Is it hot?"]


def test_an_update_keeps_address_ids_and_anchors(index, tmp_path):
    run(file(tmp_path), "--parent", index.url, "--publish")
    before = FAQPage.objects.get()
    run(file(tmp_path, MILK), "--parent", index.url, "--update", "--publish")
    after = FAQPage.objects.get()
    old, new = before.read().questions[1], after.read().questions[1]
    assert after.slug == before.slug == "tea"
    assert (new.question, new.id, new.anchor) == (old.question, old.id, old.anchor)


def test_an_update_keeps_the_body_before_in_the_page_s_history(index, tmp_path):
    run(file(tmp_path), "--parent", index.url)
    before = FAQPage.objects.get().latest_revision
    run(file(tmp_path, MILK), "--parent", index.url, "--update")
    assert FAQPage.objects.get().latest_revision.pk != before.pk
    assert questions(before.as_object()) == ["Is it safe?", "Is it hot?"]


def test_an_update_alone_leaves_what_is_online(index, tmp_path):
    run(file(tmp_path), "--parent", index.url, "--publish")
    run(file(tmp_path, MILK), "--parent", index.url, "--update")
    page = FAQPage.objects.get()
    assert (page.title, questions(page)) == ("Tea", ["Is it safe?", "Is it hot?"])
    assert page.get_latest_revision_as_object().title == "Milk"


def test_an_update_and_publish_puts_the_new_words_online(index, tmp_path):
    run(file(tmp_path), "--parent", index.url, "--publish")
    found = run(file(tmp_path, MILK), "--parent", index.url, "--update", "--publish")
    page = FAQPage.objects.get()
    assert "It is published: " in found
    assert (page.title, questions(page)) == ("Milk", ["Is it white?", "Is it hot?"])
    assert not page.has_unpublished_changes


def test_an_update_of_a_new_file_makes_a_draft(index, tmp_path):
    run(file(tmp_path), "--parent", index.url)
    found = run(file(tmp_path, MILK, "milk.txt"), "--parent", index.url, "--update")
    assert "It is a draft now: “Milk”" in found
    assert FAQPage.objects.count() == 2


def test_a_file_again_without_update_makes_a_page_and_says_how(index, tmp_path):
    run(file(tmp_path), "--parent", index.url)
    found = " ".join(run(file(tmp_path), "--parent", index.url).split())
    assert "A file of this name was imported before, as “Tea”" in found
    assert FAQPage.objects.count() == 2


def test_two_files_of_one_name_are_refused_before_anything_is_made(index, tmp_path):
    (tmp_path / "other").mkdir()
    files = file(tmp_path), file(tmp_path, name="milk.txt"), file(tmp_path / "other")
    with pytest.raises(CommandError, match=r"2 of the files are called “tea\.txt”"):
        run(*files, "--parent", index.url)
    assert not FAQPage.objects.exists()


def test_a_dry_run_reads_files_of_one_name(tmp_path):
    (tmp_path / "other").mkdir()
    assert run(file(tmp_path), file(tmp_path / "other"), "--dry-run").count("Title: Tea") == 2


def questions(page: FAQPage) -> list[str]:
    return [each.question for each in page.read().questions]
