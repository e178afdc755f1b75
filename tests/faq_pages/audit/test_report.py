"""Reports > Content audit: every finding, where to mend it, and as a spreadsheet."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from openpyxl import load_workbook
from wagtail.models import Site

from faq_pages.audit import outdated_pages
from faq_pages.models import AuditFinding, FAQIndexPage, FAQPage
from tests.faq_pages import people, samples

pytestmark = pytest.mark.django_db

URL = "/admin/reports/content-audit/"


def report(client: Client, query: str = "") -> BeautifulSoup:
    response = client.get(f"{URL}{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def rows(client: Client, query: str = "") -> list[str]:
    """What the report's table says, row by row."""
    table = report(client, query).select("main tbody tr")
    return [" ".join(row.get_text(" ").split()) for row in table]


@pytest.fixture
def stranger(index: FAQIndexPage) -> Any:
    """Somebody with an account who may edit pages elsewhere only."""
    other = samples.index_page("Others", "others")
    return people.editor(other, "stranger")


@pytest.fixture
def thin(index: FAQIndexPage) -> FAQPage:
    """A page with an answer of one word."""
    return samples.faq_page(index, samples.question("Why?", "<p>So.</p>"), title="Thin answers")


def test_a_finding_says_what_is_wrong_what_to_do_and_leads_to_its_block(
    editor: Client, thin: FAQPage
):
    block = thin.read().questions[0].id

    (row,) = [
        row for row in report(editor).select("main tbody tr") if "answer-thin" in row.get_text()
    ]

    assert "Thin answers" in row.get_text()
    (link,) = [a["href"] for a in row.select("a") if "block" in a["href"]]
    assert link == f"/admin/pages/{thin.pk}/edit/#block-{block}-section"


def test_a_page_that_was_published_is_read_when_the_report_is_opened(editor: Client, thin: FAQPage):
    assert any("answer-thin" in row for row in rows(editor))

    thin.body = [samples.question("Why?", "<p>Because it calms the joint for some weeks.</p>" * 3)]
    thin.save_revision().publish()

    assert not any("answer-thin" in row and "Thin answers" in row for row in rows(editor))
    assert "Every page was read since it was last published." in report(editor).get_text()


def test_pages_that_wait_are_counted(editor: Client, thin: FAQPage, monkeypatch):
    monkeypatch.setattr("faq_pages.views.audit_report.PATIENCE_SECONDS", -1)

    assert "pages were published since and are not read yet" in report(editor).get_text()


def test_the_list_can_be_filtered(editor: Client, thin: FAQPage, index: FAQIndexPage):
    rows(editor)

    by_rule = rows(editor, "?rule=answer-thin")
    by_title = rows(editor, "?title=thin")
    by_severity = rows(editor, "?severity=error")

    assert by_rule
    assert all("answer-thin" in row for row in by_rule)
    assert by_title
    assert all("Thin answers" in row for row in by_title)
    assert not any("answer-thin" in row for row in by_severity)


@pytest.mark.parametrize("query", ["?severity=none", "?rule=%00", "?group=x&title=%27%22", "?p=zz"])
def test_odd_filters_are_no_server_error(editor: Client, thin: FAQPage, query: str):
    assert editor.get(f"{URL}{query}").status_code in (200, 404)


def test_a_spreadsheet_has_every_finding(editor: Client, thin: FAQPage):
    total = len(rows(editor))

    text = editor.get(f"{URL}?export=csv").getvalue().decode()
    exported = list(csv.DictReader(StringIO(text)))
    sheet = load_workbook(BytesIO(editor.get(f"{URL}?export=xlsx").getvalue())).active

    assert len(exported) == total
    (row,) = [row for row in exported if row["Check"] == "answer-thin"]
    assert row["Page"] == "Thin answers"
    assert sheet is not None
    assert sheet.max_row == total + 1


def test_no_finding_is_a_formula_in_a_spreadsheet(editor: Client, index: FAQIndexPage):
    samples.faq_page(index, samples.question(), title="=1+1")

    text = editor.get(f"{URL}?export=csv").getvalue().decode()

    assert "'=1+1" in text
    assert not any(row["Page"].startswith("=") for row in csv.DictReader(StringIO(text)))


def test_what_is_not_online_is_not_listed(editor: Client, thin: FAQPage):
    assert any("Thin answers" in row for row in rows(editor))

    thin.unpublish()

    assert not any("Thin answers" in row for row in rows(editor))


def test_an_editor_sees_only_pages_of_theirs(client: Client, thin: FAQPage, stranger: Any):
    client.force_login(stranger)

    assert not any("Thin answers" in row for row in rows(client))


def test_whoever_is_not_signed_in_sees_no_report(client: Client, thin: FAQPage):
    assert client.get(URL).status_code == 302


def test_hostile_words_are_harmless(editor: Client, index: FAQIndexPage):
    samples.faq_page(
        index, samples.question("<script>alert(1)</script>?", "<p>So.</p>"), title="<b>x</b>"
    )

    page = report(editor)

    assert not [script for script in page.select("main script") if "alert(1)" in script.text]
    assert "<script>alert(1)</script>" in page.get_text()


def test_programs_read_the_findings_if_they_are_signed_in(
    client: Client, editor: Client, thin: FAQPage
):
    call_command("audit", fail_on="never", verbosity=0)

    assert client.get("/api/v2/findings/").status_code == 403
    found = editor.get(f"/api/v2/findings/?rule=answer-thin&page={thin.pk}").json()

    assert found["meta"]["total_count"] == 1
    (item,) = found["items"]
    assert item["severity"] == "advice"
    assert item["block"] == thin.read().questions[0].id
    assert item["message"] == AuditFinding.objects.get(rule="answer-thin").message


def test_programs_of_an_editor_see_only_pages_of_theirs(
    client: Client, thin: FAQPage, stranger: Any
):
    call_command("audit", fail_on="never", verbosity=0)
    client.force_login(stranger)

    items = client.get("/api/v2/findings/").json()["items"]

    assert items
    assert [item["url"] for item in items if "/faqs/" in item["url"]] == []


def test_a_page_that_is_read_again_keeps_what_is_known_of_its_links(
    editor: Client, index: FAQIndexPage
):
    link = samples.question(answer='<p>See <a href="/nowhere/">our advice</a> about it.</p>')
    page = samples.faq_page(index, link, title="Knees")
    call_command("audit", fail_on="never", verbosity=0)
    page.save_revision().publish()

    assert any("internal-link-broken" in row for row in rows(editor))


def test_an_alias_is_read_once(editor: Client, index: FAQIndexPage):
    page = samples.faq_page(index, samples.question(), title="Knees")
    page.create_alias(update_slug="knees-again")
    rows(editor)

    assert not outdated_pages(Site.objects.get()).exists()
