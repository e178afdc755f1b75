"""How the site starts: safely, or not at all."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "only-for-this-test-" + "abcdefghijklmnopqrstuvwxyz0123456789",
    "DATABASE_URL": "sqlite:////nowhere/never-opened.sqlite3",
    "ALLOWED_HOSTS": "www.example.org, example.org",
    "BASE_URL": "https://www.example.org",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "BASE_URL"])
def test_production_refuses_to_start_without_what_only_the_site_knows(name):
    ended = manage("check", **{**PRODUCTION, name: ""})
    assert ended.returncode != 0
    assert f"The environment variable {name} is not set. Set it to " in ended.stderr


def test_production_refuses_an_address_that_is_none():
    ended = manage("check", **{**PRODUCTION, "BASE_URL": "www.example.org"})
    assert ended.returncode != 0
    assert 'BASE_URL is "www.example.org", which is not an address.' in ended.stderr


def test_an_unknown_kind_of_database_is_named_without_its_password():
    ended = manage("check", **{**PRODUCTION, "DATABASE_URL": "postgress://me:secret@host/name"})
    assert ended.returncode != 0
    assert 'DATABASE_URL begins with "postgress:", which is no database' in ended.stderr
    assert "secret" not in ended.stderr


@pytest.mark.parametrize("behind_proxy", ["false", "true"])
def test_production_passes_djangos_own_review(behind_proxy):
    environment = {**PRODUCTION, "BEHIND_PROXY": behind_proxy}
    ended = manage("check", "--deploy", "--fail-level", "WARNING", **environment)
    assert ended.returncode == 0, ended.stderr
    assert "no issues" in ended.stdout


def test_a_developers_key_is_made_once_and_for_its_owner_only(tmp_path):
    program = "from config.settings import dev; print(dev.SECRET_KEY)"
    environment = {**os.environ, "DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": "site"}
    first, second = (
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    )
    assert first == second
    assert len(first.strip()) >= 50
    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600


def run(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", f"import django; django.setup()\n{program}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "site", **environment},
        capture_output=True,
        text=True,
        check=True,
    )


def test_a_developers_server_logs_no_search(tmp_path):
    program = """
import logging
said = '"%s" %s %s'
for address in ("/search/?q=my+secret", "/search/?q=my secret"):
    logging.getLogger("django.server").info(said, f"GET {address} HTTP/1.1", "200", "5")
logging.getLogger("django.server").warning("Bad %s", "('GET /?q=my secret')")
"""
    ended = run(
        program,
        DJANGO_SETTINGS_MODULE="config.settings.dev",
        DATA_DIR=str(tmp_path / "data"),
    )
    assert ended.stderr.count('"GET /search/ HTTP/1.1" 200 5') == 2
    assert "Bad" in ended.stderr
    assert "secret" not in ended.stderr


@pytest.mark.parametrize(
    ("url", "told"),
    [("", "feedback LockedFiles"), ("redis://host:6379/1", "default OptionalRedis")],
)
def test_feedback_has_a_cache_that_forgets(tmp_path, url, told):
    program = """
from django.conf import settings
from faq_pages import conf
name = conf.feedback_cache()
print(name, settings.CACHES[name]["BACKEND"].rpartition(".")[2])
"""
    environment = {**PRODUCTION, "DATA_DIR": str(tmp_path), "CACHE_URL": url}
    assert run(program, **environment).stdout.strip() == told


def test_a_drawing_that_is_opened_by_itself_loads_and_runs_nothing(tmp_path):
    program = """
from django.conf import settings
from wsgiref.headers import Headers
for name in ("mark.svg", "site.css"):
    headers = Headers()
    settings.WHITENOISE_ADD_HEADERS_FUNCTION(headers, name, name)
    print(headers["Content-Security-Policy"])
"""
    ended = run(program, **PRODUCTION, DATA_DIR=str(tmp_path))
    assert ended.stdout.splitlines() == ["default-src 'none'; style-src 'unsafe-inline'", "None"]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", "pages LocMemCache content-version -"),
        ("redis://host:6379/1", "pages RedisCache  pages"),
        ("valkey://host:6379/1", "pages RedisCache  pages"),
    ],
)
def test_pages_are_kept_beside_the_version_that_tells_when_they_are_out_of_date(
    tmp_path, url, told
):
    program = """
from pathlib import Path
from django.conf import settings
from faq_pages import conf
kind = settings.CACHES[conf.page_cache()]["BACKEND"].rpartition(".")[2]
print(conf.page_cache(), kind, Path(conf.version_file()).name, conf.version_cache() or "-")
"""
    environment = {**PRODUCTION, "DATA_DIR": str(tmp_path), "CACHE_URL": url}
    assert run(program, **environment).stdout.strip() == told
    assert (
        run(
            "from faq_pages import conf; print(conf.page_cache())",
            **environment,
            PAGE_CACHE="false",
        ).stdout.strip()
        == ""
    )
