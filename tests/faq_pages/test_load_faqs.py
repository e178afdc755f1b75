"""The command: many FAQs in, pages out, as often as it is run."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Revision

from faq_pages.importing import loading
from faq_pages.importing.records import read_record
from faq_pages.models import FAQIndexPage, FAQPage
from tests.faq_pages import samples
from tests.faq_pages.importing.samples import SHARED

# Tried where the project has it: the text is not ours.
SAMPLE = SHARED.parent / "medquad-sample.jsonl.gz"


@pytest.fixture
def index(db) -> FAQIndexPage:
    return samples.index_page("Hot drinks", "faqs")


@pytest.fixture
def load(index, tmp_path):
    """Runs the command on records; returns what it says and what it complains about."""

    def run(*records: dict[str, Any] | str, path: Path | None = None, **options: Any):
        written = tmp_path / "faqs.jsonl"
        written.write_text(
            "\n".join(each if isinstance(each, str) else json.dumps(each) for each in records)
        )
        out, err = StringIO(), StringIO()
        options = {"parent": index.url, "stdout": out, "stderr": err, **options}
        try:
            call_command("load_faqs", str(path or written), **options)
        except CommandError as error:
            err.write(str(error))
        return out.getvalue().strip(), err.getvalue().strip()

    return run


def record(id: str = "tea", **changes: Any) -> dict[str, Any]:
    question = {"question": "Is it safe ?", "answer": "Yes.    - Hot.    - Cold."}
    return {"id": id, "title": f"About {id}", "questions": [question], **changes}


def titles() -> list[tuple[str, bool]]:
    return list(FAQPage.objects.order_by("pk").values_list("title", "live"))


def test_records_become_drafts_or_published_pages(load):
    assert load(record()) == ("1 made, 0 updated, 0 unchanged, 0 refused.", "")
    assert load(record("milk"), publish=True)[0].startswith("1 made")
    assert titles() == [("About tea", False), ("About milk", True)]


def test_a_page_says_what_its_record_does(load):
    html = "<p>See:</p><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    load(
        record(
            url="https://example.org/tea",
            tldr="Safe.",
            questions=[{"question": "Why?", "answer": html}],
        )
    )
    faq = FAQPage.objects.get().read()
    assert (faq.tldr.words, faq.sources[0].url) == ("Safe.", "https://example.org/tea")
    assert faq.questions[0].words == "Why? See: A B 1 2"


def test_a_second_run_makes_no_page_and_no_revision(load):
    html = "<p>A <a href='/faqs/'>link</a></p><table><tr><td>1</td></tr></table><p>End</p>"
    records = [record(), record("milk", questions=[{"question": "Why?", "answer": html}])]
    load(*records, publish=True)
    revisions = Revision.objects.count()

    assert load(*records, publish=True) == ("0 made, 0 updated, 2 unchanged, 0 refused.", "")
    assert (FAQPage.objects.count(), Revision.objects.count()) == (2, revisions)


def test_a_changed_record_updates_its_page(load):
    load(record(), record("milk"), publish=True)
    changed = record(title="On tea", tldr="New.")
    assert load(changed, record("milk"), publish=True)[0].startswith("0 made, 1 updated, 1 unch")

    page = FAQPage.objects.get(source_id="tea")
    assert (page.title, page.summary, page.has_unpublished_changes) == ("On tea", "New.", False)


def test_an_interrupted_run_goes_on(load):
    records = [record(str(number)) for number in range(5)]
    load(*records, limit=2)
    assert load(*records, publish=True)[0] == "3 made, 0 updated, 2 unchanged, 0 refused."
    # The drafts of the first run are published, too.
    assert [live for _, live in titles()] == [True] * 5


def test_what_a_batch_that_failed_had_made_is_made_by_the_next_run(load, monkeypatch):
    monkeypatch.setattr(loading, "BATCH", 2)
    records = [record(str(number)) for number in range(5)]
    monkeypatch.setattr(loading, "read_record", fails_at("3"))
    with pytest.raises(KeyboardInterrupt):
        load(*records, publish=True)
    assert len(titles()) == 2

    monkeypatch.undo()
    assert load(*records, publish=True)[0].startswith("3 made, 0 updated, 2 unchanged")


def fails_at(id: str):
    def fail(line):
        found = read_record(line)
        if found.id == id:
            raise KeyboardInterrupt
        return found

    return fail


def test_what_an_editor_has_changed_stays_until_the_record_changes(load):
    load(record(), publish=True)
    page = FAQPage.objects.get()
    page.title = "Tea, by an editor"
    page.save_revision(user=samples.reviewer())

    assert "1 unchanged" in load(record(), publish=True)[0]
    page.refresh_from_db()
    assert (page.draft_title, page.title) == ("Tea, by an editor", "About tea")


def test_a_page_that_an_editor_took_offline_stays_offline_and_is_named(load):
    load(record(), publish=True)
    FAQPage.objects.get().unpublish()
    _, complaints = load(record(tldr="New."), publish=True)
    assert complaints == "Line 1: “About tea” was taken offline by an editor, and stays offline."
    assert titles() == [("About tea", False)]


def test_an_incomplete_page_stays_a_draft_and_is_named(load):
    said, complaints = load(
        record(questions=[{"question": "x" * 256 + "?", "answer": "Yes."}]),
        record("milk", questions=[{"question": "Is it hot?"}]),
        record("water"),
        publish=True,
    )
    assert said == "3 made, 0 updated, 0 unchanged, 0 refused."
    assert "Line 1: “About tea”, page" in complaints
    assert "has 257 characters" in complaints
    assert "“Is it hot?”, has nothing in its “Answer” field" in complaints
    assert [live for _, live in titles()] == [False, False, True]


def test_an_incomplete_page_stays_a_draft_however_often_it_is_loaded(load):
    load(record(), publish=True)
    questions = [*record()["questions"], {"question": "And now what?", "answer": ""}]
    changed = record(questions=questions)
    assert "stays a draft" in load(changed, publish=True)[1]
    load(changed, publish=True)
    page = FAQPage.objects.get()
    assert (page.live, page.has_unpublished_changes, len(page.read().questions)) == (True, True, 1)


def test_a_page_that_somebody_has_locked_is_left_alone_and_named(load):
    load(record())
    FAQPage.objects.update(locked=True)
    said, complained = load(record(title="Tea again"))
    assert said == "0 made, 0 updated, 0 unchanged, 1 refused."
    assert "its page, “About tea”, is locked" in complained
    assert titles() == [("About tea", False)]


def test_an_editor_s_changes_stay_when_the_account_is_deleted(load, django_user_model):
    load(record())
    page = FAQPage.objects.get()
    editor = django_user_model.objects.create_user("editor")
    page.title = "Edited"
    page.save_revision(user=editor).publish()
    editor.delete()
    load(record(), publish=True)
    assert titles() == [("Edited", True)]


def test_a_record_that_is_refused_is_named_and_the_others_go_on(load):
    said, complaints = load(record(), "{", record(), record("milk"))
    assert said == "2 made, 0 updated, 0 unchanged, 2 refused."
    assert "Line 2: it is not JSON" in complaints
    assert "Line 3: its “id”, “tea”, is that of line 1" in complaints
    assert complaints.endswith("2 of 4 records were refused, as said above.")


def test_titles_may_come_again(load):
    load(*(record(str(number), title="Tea") for number in range(3)), publish=True)
    assert sorted(FAQPage.objects.values_list("slug", flat=True)) == ["tea", "tea-2", "tea-3"]


def test_pages_are_found_by_a_search_right_away(load):
    load(record(), record("milk"), publish=True)
    assert [page.title for page in FAQPage.objects.search("milk")] == ["About milk"]
    page = FAQPage.objects.get(source_id="milk")
    page.title = "Cocoa"
    page.save()
    assert FAQPage.objects.search("cocoa").count() == 1


def test_a_file_or_a_parent_that_is_not_there_stops_the_command(load):
    assert "There is no file" in load(path=Path("/none/faqs.jsonl"))[1]
    assert "no FAQ index page at “/nowhere/”" in load(record(), parent="/nowhere/")[1]


def test_a_limit_is_a_number_of_records(load):
    with pytest.raises(CommandError, match="“0” is no number"):
        call_command("load_faqs", "x", "--parent", "/", "--limit", "0")


def test_a_record_costs_the_same_queries_whatever_was_loaded_before(
    load, django_assert_max_num_queries
):
    load(*(record(str(number)) for number in range(30)), publish=True)
    # A record is about 110 queries, nearly all of them Wagtail's; a run is ten.
    with django_assert_max_num_queries(140):
        load(record("one"), publish=True)


@pytest.mark.skipif(not SAMPLE.exists(), reason="The shared sample is not on this machine.")
def test_the_shared_sample_is_loaded_and_loaded_again(load):
    said, complaints = load(path=SAMPLE, limit=40, publish=True)
    assert said == "40 made, 0 updated, 0 unchanged, 0 refused."
    assert complaints == ""
    revisions = Revision.objects.count()

    assert load(path=SAMPLE, limit=40, publish=True)[0].startswith("0 made, 0 updated, 40 unch")
    assert Revision.objects.count() == revisions
