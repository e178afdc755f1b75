"""The site as gunicorn serves it, started by a test and ended with it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

from django.db import connection

ROOT = Path(__file__).resolve().parents[3]
HOST = "www.example.org"
PATIENCE = 60


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
        "DATABASE_URL": database_url(),
        "ALLOWED_HOSTS": HOST,
        "BASE_URL": f"https://{HOST}",
        "SECURE_SSL_REDIRECT": "false",
        "RENDERED": str(folder / "rendered"),
        **more,
    }


def database_url() -> str:
    """Return the address of the database that this test runs on."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return f"postgresql:///{quote(settings['HOST'], safe='')}/{settings['NAME']}?user=postgres"


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
    process = subprocess.Popen([*command, "--no-control-socket"], env=environment, cwd=folder)
    try:
        wait_for(port, process)
        yield Server(port)
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Return once something answers at `port`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} did not start: see what it said above.")


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
