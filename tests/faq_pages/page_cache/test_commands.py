"""What a command of manage.py changes shows in both workers of a server at the next view."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from faq_pages.models import FAQPage
from tests.faq_pages.page_cache.servers import RENAME, ROOT, Server, manage, serving


@pytest.fixture
def two_workers(site):
    with serving(site, "--workers", "2") as server:
        yield server


def warm(server: Server, path: str, rendered) -> None:
    """Ask until both workers have made the page, and neither makes it again."""
    made = 0
    while made < 2:
        server.get(path)
        made += rendered().count(path)
    for _ in range(6):
        server.get(path)
    assert rendered() == []


def all_show(server: Server, path: str, text: str) -> bool:
    """Whether whoever answers shows `text`, the very first views included."""
    return all(text.encode() in server.get(path).body for _ in range(12))


def test_a_script_in_a_shell(two_workers, site, knees, rendered):
    warm(two_workers, knees, rendered)
    manage(site, *RENAME)
    assert all_show(two_workers, knees, "<title>Hi")


def test_an_import(two_workers, site, rendered, tmp_path):
    warm(two_workers, "/faqs/", rendered)
    question = {"question": "Is it far?", "answer": "No."}
    file = tmp_path / "faqs.jsonl"
    file.write_text(json.dumps({"id": "1", "title": "The way here", "questions": [question]}))
    manage(site, "load_faqs", str(file), "--parent", "/faqs/", "--publish", "--verbosity", "0")
    assert all_show(two_workers, "/faqs/", "The way here")


def test_a_page_whose_time_has_come(two_workers, site, knees, rendered):
    page = FAQPage.objects.get()
    page.title = "From today on"
    page.go_live_at = timezone.now() + timedelta(seconds=1)
    page.save_revision().publish()
    warm(two_workers, knees, rendered)
    FAQPage.objects.filter(pk=page.pk).update(go_live_at=timezone.now())
    page.latest_revision.approved_go_live_at = timezone.now()
    page.latest_revision.save()
    manage(site, "publish_scheduled")
    assert all_show(two_workers, knees, "From today on")


def test_a_command_that_cannot_tell_of_its_change_tries_again_before_it_ends(site, knees):
    stamp = Path(site["DATA_DIR"], "content-version")
    stamp.mkdir()
    command = [sys.executable, "manage.py", *RENAME]
    with subprocess.Popen(command, env=site, cwd=ROOT, stderr=subprocess.PIPE) as running:
        assert running.stderr
        told = running.stderr.readline()
        stamp.rmdir()
        assert running.wait(30) == 0
    assert b"could not be told that content has changed" in told
    assert stamp.stat().st_size == 1
