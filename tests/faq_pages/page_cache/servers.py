"""The site as gunicorn serves it, started by a test and ended with it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests import database
from tests.ports import free_port, listening

ROOT = Path(__file__).resolve().parents[3]
HOST = "www.example.org"
PATIENCE = 60
# What manage.py is told to have a process of its own give the page "knees" another title.
RENAME = (
    "shell",
    "--command",
    "from wagtail.models import Page; Page.objects.filter(slug='knees').update(title='Hi')",
)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    port: int

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for `path`; an underscore in a header's name is a hyphen."""
        asked = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        asked.request(method, path, headers={"Host": HOST, **named})
        answer: HTTPResponse = asked.getresponse()
        body = answer.read()
        asked.close()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, told, body)


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return what a process of the site needs: all write into `folder`, and share its database."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "site"))),
        # Sets have the same order in each process, and so has the policy in a header.
        "PYTHONHASHSEED": "0",
        "DJANGO_SETTINGS_MODULE": "tests.faq_pages.page_cache.production",
        "SECRET_KEY": "only for a test, and for no longer than it runs: 0123456789abcdef",
        "DATA_DIR": str(folder),
        "DATABASE_URL": database.url(),
        "ALLOWED_HOSTS": HOST,
        "BASE_URL": f"https://{HOST}",
        "SECURE_SSL_REDIRECT": "false",
        "RENDERED": str(folder / "rendered"),
        **more,
    }


@contextmanager
def serving(
    environment: Mapping[str, str], *options: str, port: int | None = None
) -> Iterator[Server]:
    """Serve the site with gunicorn's `options`, at a port of this machine."""
    port = port or free_port()
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--log-level", "error"]
    command += ["--bind", f"127.0.0.1:{port}", *options]
    folder = Path(environment["DATA_DIR"], "elsewhere")
    # An empty folder: gunicorn would read the gunicorn.conf.py of the project.
    folder.mkdir(exist_ok=True)
    Path(environment["DATA_DIR"], "static").mkdir(exist_ok=True)
    with listening(port, [*command, "--no-control-socket"], env=environment, cwd=folder):
        yield Server(port)


def manage(environment: Mapping[str, str], *arguments: str) -> str:
    """Run manage.py as a process of its own and return what it prints."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout
