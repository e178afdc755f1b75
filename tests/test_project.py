"""The project's own rules about its files."""

import site
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[1]
OURS = ("faq_pages", "home", "site", "templates", "tests", "scripts")
LONG = 300


def test_site_is_still_the_standard_librarys_module():
    assert Path(site.__file__).parent == Path(sysconfig.get_path("stdlib"))
    assert not (ROOT / "site" / "__init__.py").exists()


def long_files() -> Iterator[tuple[str, str]]:
    for folder in OURS:
        for path in (ROOT / folder).rglob("*.*"):
            # Documents to import are as their programs write them.
            is_ours = {"migrations", "files"}.isdisjoint(path.parts)
            if path.suffix in {".py", ".html", ".css"} and is_ours:
                lines = path.read_text(encoding="utf-8").splitlines()
                if len(lines) > LONG:
                    yield str(path.relative_to(ROOT)), "\n".join(lines[:20])


def test_a_long_file_gives_its_reason():
    without = [name for name, beginning in long_files() if "Long because" not in beginning]
    assert not without, f"Split them, or write why not ('Long because ...') at the top: {without}"


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_continuous_integration_runs_both_commands():
    script = ROOT / ".ci" / "run"
    assert {"make check", "make test"} <= set(script.read_text().splitlines())
    assert script.stat().st_mode & 0o100
