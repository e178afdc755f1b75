"""Reports > Patient feedback: where a better answer is missing."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from faq_pages.models import FAQIndexPage, FAQPage, Feedback
from tests.faq_pages import people, samples

pytestmark = pytest.mark.django_db

URL = "/admin/reports/feedback/"


def answers(
    page: FAQPage, *, yes: int = 0, no: int = 0, day: date | None = None, **questions: int
) -> None:
    """Store so many answers about `page`, and after a "no" about its questions by anchor."""
    day = day or timezone.localdate()
    rows = [(True, "")] * yes + [(False, "")] * no
    for anchor, count in questions.items():
        rows += [(False, anchor.replace("_", "-"))] * count
    Feedback.objects.bulk_create(
        Feedback(page=page, helpful=helpful, question=anchor, day=day) for helpful, anchor in rows
    )


def rows(client: Client, query: str = "") -> list[list[str]]:
    """What the report's table says, cell by cell."""
    response = client.get(f"{URL}{query}")
    assert response.status_code == 200
    html = BeautifulSoup(response.content, "html.parser")
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.find_all("td")]
        for row in html.select("main tbody tr")
    ]


@pytest.fixture
def pain(index: FAQIndexPage) -> FAQPage:
    return samples.faq_page(
        index, samples.question("Will it hurt?"), samples.question("How long?"), title="Pain"
    )


@pytest.fixture
def rest(index: FAQIndexPage) -> FAQPage:
    return samples.faq_page(index, samples.question("May I walk?"), title="Rest")


def test_each_page_has_its_counts_and_what_it_did_not_answer(editor: Client, pain: FAQPage) -> None:
    answers(pain, yes=3, no=1, will_it_hurt=2, how_long=1)
    (row,) = rows(editor)
    assert row[:4] == ["Pain", "3", "1", "75%"]
    assert row[4] == "Will it hurt? (2) How long? (1)"
    assert row[5]


def test_what_needs_work_comes_first(editor: Client, pain: FAQPage, rest: FAQPage) -> None:
    fine = samples.faq_page(pain.get_parent(), samples.question(), title="Fine")
    answers(fine, yes=5)
    answers(rest, yes=9, no=2)
    answers(pain, yes=1, no=2)
    assert [row[0] for row in rows(editor)] == ["Pain", "Rest", "Fine"]
    assert [row[0] for row in rows(editor, "?ordering=yes")] == ["Pain", "Fine", "Rest"]


def test_only_the_chosen_days_count(editor: Client, pain: FAQPage, rest: FAQPage) -> None:
    today = timezone.localdate()
    answers(pain, yes=1, day=today - timedelta(days=40), will_it_hurt=1)
    answers(pain, no=2, how_long=3)
    answers(rest, yes=4, day=today - timedelta(days=40))
    week_ago = today - timedelta(days=7)
    (row,) = rows(editor, f"?day_from={week_ago}")
    assert row[:5] == ["Pain", "0", "2", "0%", "How long? (3)"]
    before = rows(editor, f"?day_to={week_ago}")
    assert {tuple(row[:4]) for row in before} == {
        ("Pain", "1", "0", "100%"),
        ("Rest", "4", "0", "100%"),
    }
    assert rows(editor, "?day_from=nonsense")


def test_a_question_that_is_gone_is_shown_by_its_anchor(editor: Client, pain: FAQPage) -> None:
    answers(pain, will_it_hurt=1, no_such=1)
    page = FAQPage.objects.get(pk=pain.pk)
    page.body[0].value["question"] = "Is it painful?"
    page.save_revision().publish()
    (row,) = rows(editor)
    assert row[:5] == ["Pain", "0", "0", "–", "#no-such, removed (1) Is it painful? (1)"]


def test_it_takes_as_many_queries_for_twenty_pages_as_for_two(
    index: FAQIndexPage, editor: Client
) -> None:
    def queries() -> int:
        editor.get(URL)
        with CaptureQueriesContext(connection) as captured:
            rows(editor)
        return len(captured)

    def add(count: int) -> None:
        for number in range(count):
            page = samples.faq_page(index, samples.question(), title=f"Page {number} of {count}")
            answers(page, yes=1, no=1, will_it_hurt=1)

    add(2)
    few = queries()
    add(18)
    assert len(rows(editor)) == 20
    assert queries() == few


# -- Exports -------------------------------------------------------------------------

HEADINGS = ["Page", "Yes", "No", "Share of yes in percent", "Questions not answered", "Last day"]


def test_it_can_be_downloaded_as_csv(editor: Client, pain: FAQPage) -> None:
    answers(pain, yes=2, no=1, will_it_hurt=2, how_long=1, day=date(2026, 5, 4))
    response: Any = editor.get(f"{URL}?export=csv")
    assert "patient-feedback.csv" in response["Content-Disposition"]
    text = b"".join(response.streaming_content).decode()
    assert list(csv.reader(StringIO(text))) == [
        HEADINGS,
        ["Pain", "2", "1", "67", "Will it hurt? (2)\nHow long? (1)", "2026-05-04"],
    ]


def test_it_can_be_downloaded_for_a_spreadsheet(editor: Client, pain: FAQPage) -> None:
    answers(pain, yes=1, day=date(2026, 5, 4))
    response: Any = editor.get(f"{URL}?export=xlsx&day_from=2026-05-01")
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    cells = [[cell.value for cell in row] for row in sheet.rows]
    assert cells[0] == HEADINGS
    assert cells[1][:4] == ["Pain", 1, 0, 100]
    assert cells[1][5] == date(2026, 5, 4)


def test_a_spreadsheet_runs_no_title_as_a_formula(editor: Client, index: FAQIndexPage) -> None:
    answers(samples.faq_page(index, samples.question(), title="=1+1", slug="x"), yes=1)
    response: Any = editor.get(f"{URL}?export=xlsx")
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


def test_nor_does_one_that_opens_the_csv(editor: Client, index: FAQIndexPage) -> None:
    question = samples.question("@SUM(1)?")
    answers(samples.faq_page(index, question, title="=1+1", slug="x"), no=1, sum1=1)
    response: Any = editor.get(f"{URL}?export=csv")
    text = b"".join(response.streaming_content).decode()
    _, row = csv.reader(StringIO(text))
    assert row[0] == "'=1+1"
    assert row[4] == "'@SUM(1)? (1)"


# -- Who may see it ------------------------------------------------------------------


def test_it_is_in_the_menu_of_those_who_may_edit(editor: Client) -> None:
    assert URL in editor.get("/admin/").content.decode()


def test_those_who_may_not_edit_get_nothing(index: FAQIndexPage) -> None:
    reader = people.signed_in(people.editor(index, "reader", pages=[]))
    assert URL not in reader.get("/admin/").content.decode()
    assert reader.get(URL).status_code == 302
    assert Client().get(URL)["Location"].startswith("/admin/login/")


def test_an_editor_sees_the_pages_that_are_theirs(pain: FAQPage, rest: FAQPage) -> None:
    other = samples.index_page(slug="other")
    theirs = samples.faq_page(other, samples.question(), title="Theirs")
    answers(pain, no=1)
    answers(theirs, no=1)
    client = people.signed_in(people.editor(other, "other"))
    assert [row[0] for row in rows(client)] == ["Theirs"]


def test_without_feedback_it_says_so(editor: Client) -> None:
    response: Any = editor.get(URL)
    assert "There are no answers to display." in response.content.decode()
