"""`manage.py audit`, as CI and marketing run it."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import PageViewRestriction, Site

from faq_pages.findings import RULES
from faq_pages.models import AuditFinding, FAQPage, PageAudit
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db

KEYS = ["id", "group", "severity", "url", "block", "message", "remedy"]


def run(*args: str, **options: Any) -> str:
    out = StringIO()
    call_command("audit", *args, stdout=out, **{"fail_on": "never", **options})
    return out.getvalue()


def as_json(*args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("--json", *args))
    return found


def page_with_broken_link() -> FAQPage:
    link = samples.question(answer='<p>See <a href="/nowhere/">our advice</a> about it.</p>')
    return samples.faq_page(samples.index_page(), samples.tldr(), link, title="Knees")


def test_the_json_has_the_number_of_pages_and_each_finding_with_its_parts():
    page = page_with_broken_link()

    found = as_json()

    assert found["pages"] == 3
    assert [list(finding) for finding in found["findings"]] == [KEYS] * len(found["findings"])
    (broken,) = [each for each in found["findings"] if each["id"] == "internal-link-broken"]
    assert broken["severity"] == "error"
    assert broken["group"] == "crawl"
    assert broken["url"] == "http://localhost/faqs/knees/"
    assert "/nowhere/" in broken["message"]
    assert broken["block"] == page.read().questions[0].id


def test_a_content_finding_names_its_block():
    page = samples.faq_page(samples.index_page(), samples.question(answer="<p>No.</p>"))

    (thin,) = [each for each in as_json()["findings"] if each["id"] == "answer-thin"]

    assert thin["block"] == page.read().questions[0].id


def test_the_gravest_findings_come_first():
    page_with_broken_link()

    order = ["error", "warning", "advice"]
    severities = [order.index(each["severity"]) for each in as_json()["findings"]]

    assert severities == sorted(severities)


def test_only_a_path_is_read_if_one_is_given():
    page_with_broken_link()

    assert as_json("--path", "/faqs/")["pages"] == 2


@pytest.mark.parametrize(("fail_on", "fails"), [("error", True), ("never", False)])
def test_the_exit_status_tells_ci_of_an_error(fail_on: str, fails: bool):
    page_with_broken_link()

    if fails:
        with pytest.raises(SystemExit, match="1"):
            run(fail_on=fail_on)
    else:
        run(fail_on=fail_on)


def test_warnings_count_where_they_are_asked_for(monkeypatch):
    samples.faq_page(samples.index_page(), samples.question(answer="<p>No.</p>"))

    with pytest.raises(SystemExit, match="1"):
        run(fail_on="warning")


def test_files_for_other_tools_have_every_graph_and_every_address(tmp_path: Path):
    page_with_broken_link()

    run("--graphs", str(tmp_path / "graphs.jsonl"), "--urls", str(tmp_path / "urls.txt"))

    graphs = [json.loads(line) for line in (tmp_path / "graphs.jsonl").read_text().splitlines()]
    urls = (tmp_path / "urls.txt").read_text().splitlines()
    assert "http://localhost/faqs/knees/" in urls
    (knees,) = [each["graph"] for each in graphs if each["url"] == "http://localhost/faqs/knees/"]
    assert knees["@context"] == "https://schema.org"


def test_the_report_is_one_file_in_which_hostile_words_are_harmless(tmp_path: Path):
    hostile = "<script>alert(1)</script>?"
    samples.faq_page(samples.index_page(), samples.question(hostile, "<p>No.</p>"))

    run("--html", str(tmp_path / "report.html"))

    report = (tmp_path / "report.html").read_text()
    assert "<script" not in report
    assert "&lt;script&gt;" in report
    assert "http://localhost/faqs/" in report


def test_a_summary_names_each_check_and_how_often_it_was_broken():
    page_with_broken_link()

    summary = run()

    assert summary.startswith("3 pages were read: ")
    assert "internal-link-broken" in summary


def test_what_was_found_is_kept_and_replaced_by_the_next_run():
    page = page_with_broken_link()
    run()
    assert AuditFinding.objects.filter(rule="internal-link-broken", page=page).count() == 1
    assert PageAudit.objects.filter(page=page).exists()

    page.body = [("question", {"question": "Why?", "answer": "<p>Because it helps.</p>"})]
    page.save_revision().publish()
    run()

    assert not AuditFinding.objects.filter(rule="internal-link-broken").exists()


def test_a_path_without_a_slash_is_refused_with_a_sentence():
    for path in ("faqs", "/faqs/?page=2", "/../", "/faqs/#a"):
        with pytest.raises(CommandError, match=r"--path is “.+”\. Begin it with a slash"):
            run("--path", path)


def test_a_path_without_a_page_is_refused_with_a_sentence():
    with pytest.raises(CommandError, match="“http://localhost/nothing/” answers with status 404"):
        run("--path", "/nothing/")


def test_a_site_that_is_not_there_is_refused_with_the_names_of_those_that_are():
    with pytest.raises(CommandError, match=r"no site “other\.example”. The sites are: localhost"):
        run("--site", "other.example")


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path):
    with pytest.raises(CommandError, match="cannot be written"):
        run("--urls", str(tmp_path / "no" / "such" / "folder.txt"))


def test_the_checks_can_be_listed_without_reading_a_page(monkeypatch):
    monkeypatch.delattr("faq_pages.audit.SiteAudit")

    listed = run("--checks").splitlines()

    assert len(listed) == len(RULES)
    assert any(
        line.startswith("internal-link-broken (crawl, error): Lead the link") for line in listed
    )


def test_nothing_is_read_for_a_file_that_cannot_be_written(tmp_path: Path, monkeypatch):
    monkeypatch.delattr("faq_pages.audit.SiteAudit")

    with pytest.raises(CommandError, match="cannot be written"):
        run("--json", str(tmp_path / "no" / "such" / "folder.json"))


def test_a_site_that_leads_elsewhere_is_told_where_and_what_to_set(settings):
    settings.SECURE_SSL_REDIRECT = True

    with pytest.raises(CommandError, match=r"leads on to “https://localhost/”.+port \(443"):
        run()


def test_a_host_that_django_refuses_is_told_by_its_name(settings):
    settings.ALLOWED_HOSTS = ["other.example"]

    with pytest.raises(CommandError, match="see that ALLOWED_HOSTS has “localhost”"):
        run()


def test_a_page_behind_a_login_or_a_password_is_no_fault_of_who_links_to_it():
    index = samples.index_page()
    kinds = {"Staff": PageViewRestriction.LOGIN, "Group": PageViewRestriction.PASSWORD}
    for title, kind in kinds.items():
        private = samples.faq_page(index, samples.question(), title=title)
        PageViewRestriction.objects.create(page=private, restriction_type=kind, password="x")
    links = "".join(f'<p>Read <a href="/faqs/{name}/">it there</a>.</p>' for name in kinds)
    samples.faq_page(index, samples.question(answer=links.lower()), title="Open")

    found = as_json()

    assert not [each for each in found["findings"] if each["severity"] == "error"]
    told = {each["url"] for each in found["findings"]}
    assert not [url for url in told if "staff" in url or "group" in url or "login" in url]


def test_an_alias_is_not_told_what_only_its_source_can_mend():
    page = page_with_broken_link()
    page.create_alias(update_slug="knees-again")

    found = as_json()["findings"]
    urls = {each["url"] for each in found if each["group"] in {"content", "head", "reading"}}
    broken = [each for each in found if each["id"] == "internal-link-broken"]

    assert "http://localhost/faqs/knees/" in urls
    assert "http://localhost/faqs/knees-again/" not in urls
    assert len(broken) == 1


def test_a_site_within_the_tree_of_another_keeps_its_own_pages(settings):
    settings.ALLOWED_HOSTS = ["*"]
    index = samples.index_page()
    inner = samples.faq_page(index, samples.question(), title="Inner")
    Site.objects.create(hostname="inner.example", root_page=inner)
    samples.faq_page(index, samples.question(), title="Outer")

    run()

    assert not AuditFinding.objects.filter(page=inner, url__startswith="http://localhost").exists()
    assert AuditFinding.objects.filter(page=inner, url__startswith="http://inner.example").exists()


def test_a_description_that_another_page_has_is_told():
    index = samples.index_page()
    for title in ("Knees", "Hips"):
        samples.faq_page(index, samples.question(), title=title, search_description="All of it.")

    (told,) = [
        each for each in as_json()["findings"] if each["id"] == "crawled-description-repeated"
    ]

    assert {told["url"], told["message"].split("”")[1].split("“")[1]} == {
        "http://localhost/faqs/knees/",
        "http://localhost/faqs/hips/",
    }
