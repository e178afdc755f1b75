"""The site itself, served by gunicorn as in production, behind the nginx that is shipped."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from wagtail.models import PageViewRestriction

from tests import database
from tests.deploy.shipped import NAME, Nginx, running
from tests.faq_pages import samples
from tests.ports import HOST, free_port, listening

ROOT = Path(__file__).resolve().parents[2]
# What an editor does meanwhile, in a process of its own.
PUBLISH = """
from faq_pages.models import FAQPage
page = FAQPage.objects.get(slug="injections")
page.title = "What is new"
page.save_revision().publish()
"""
PASSWORD = "a long one, for a minute"


@pytest.fixture
def environment(tmp_path: Path, transactional_db: None, settings: Any) -> dict[str, str]:
    """A site in production, with a page for all, one behind a password, and an editor."""
    index = samples.index_page()
    samples.faq_page(index, samples.tldr(), samples.question(), title="Old", slug="injections")
    closed = samples.faq_page(index, samples.question(), title="Closed", slug="closed")
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.PASSWORD, password="open"
    )
    # Production does not take the quick hashes of the tests.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    User.objects.create_superuser("editor", password=PASSWORD)
    (tmp_path / "data" / "static").mkdir(parents=True)
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "tests.production",
        "SECRET_KEY": "for a site that lives for some seconds, on this machine only",
        "DATABASE_URL": database.url(),
        "DATA_DIR": str(tmp_path / "data"),
        "ALLOWED_HOSTS": NAME,
        "BASE_URL": f"https://{NAME}",
        "BEHIND_PROXY": "true",
        "WEB_CONCURRENCY": "2",
    }


@pytest.fixture
def behind_nginx(environment: dict[str, str], tmp_path: Path) -> Iterator[Nginx]:
    port = free_port()
    folder = tmp_path / "nginx"
    folder.mkdir()
    gunicorn = [sys.executable, "-m", "gunicorn", "--bind", f"{HOST}:{port}"]
    with (
        listening(port, gunicorn, cwd=ROOT, env=environment),
        running(folder, f"{HOST}:{port}", Path(environment["DATA_DIR"])) as nginx,
    ):
        yield nginx


def test_the_site_works_behind_nginx(behind_nginx: Nginx, environment: dict[str, str]) -> None:
    nginx, page = behind_nginx, "/faqs/injections/"
    first = nginx.ask(page, accept_encoding="gzip, br")
    assert first.status == 200
    assert first.headers["Cache-Control"] == "max-age=0, must-revalidate"
    assert first.headers["Content-Encoding"] in {"gzip", "br"}
    assert "Set-Cookie" not in first.headers
    assert nginx.ask(page, if_none_match=first.headers["ETag"].removeprefix("W/")).status == 304

    # Nobody else gets what is somebody's own.
    assert nginx.ask(page, accept="text/markdown").status == 303
    assert "Set-Cookie" in nginx.ask("/faqs/closed/").headers
    session = sign_in(nginx)
    theirs = nginx.ask(page, cookie=session)
    assert theirs.headers["Cache-Control"] == "private, no-cache"
    assert "wagtail-userbar" in theirs.text
    for_all = nginx.ask(page).text
    assert "<h1" in for_all
    assert "wagtail-userbar" not in for_all
    assert nginx.ask("/admin/", cookie=session).status == 200

    # A command publishes; visitors come all the time.
    command = [sys.executable, "manage.py", "shell", "--command", PUBLISH]
    subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    end = time.monotonic() + 5
    while "What is new" not in nginx.ask(page).text:
        assert time.monotonic() < end, "The old page is still shown after 5 seconds."
        time.sleep(0.2)


def sign_in(nginx: Nginx) -> str:
    """Sign in by the form, as a browser does, and return the cookies."""
    form = nginx.ask("/admin/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.text)[1]
    answer = nginx.ask(
        "/admin/login/",
        "POST",
        urlencode(
            {"username": "editor", "password": PASSWORD, "csrfmiddlewaretoken": token}
        ).encode(),
        content_type="application/x-www-form-urlencoded",
        origin=f"https://{NAME}",
        cookie=form.headers["Set-Cookie"].partition(";")[0],
    )
    assert answer.status == 302
    cookies = (cookie.partition(";")[0] for cookie in answer.headers.get_all("Set-Cookie"))
    return "; ".join(cookies)
