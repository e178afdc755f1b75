"""Sites that are started for a benchmark, and the program that drives them."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"
# As many as keep two processes busy, and no more: what is measured is the work, not the queue.
CONNECTIONS = 4
PATIENCE = 60


class MissingProgram(Exception):
    """A program that the benchmark needs is not on this machine."""


def wrk() -> str:
    """Return the program that asks for pages; install it on Debian as root if it is missing."""
    if not shutil.which("wrk") and shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "wrk"], check=True, env=quiet)
    if path := shutil.which("wrk"):
        return path
    raise MissingProgram(
        "wrk is not on this machine: run `apt-get install wrk` on Debian or "
        "`brew install wrk` on macOS."
    )


@dataclass(frozen=True)
class Site:
    """A Django site that gunicorn serves: the application, and the settings around it."""

    application: str
    settings: Mapping[str, str]
    folders: tuple[Path, ...] = field(default=())

    @property
    def environment(self) -> dict[str, str]:
        # Nothing of this shell's: its DATABASE_URL is somebody's real database.
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        path = os.pathsep.join(map(str, self.folders))
        return {**kept, "PYTHONPATH": path, **self.settings}

    def run(self, *arguments: str) -> str:
        """Run Python in this site's environment and return what it prints."""
        done = subprocess.run(
            [sys.executable, *arguments],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout


@contextmanager
def served(site: Site, folder: Path) -> Iterator[int]:
    """Serve `site` by two processes at a port of this machine, and end them afterwards."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", site.application]
    command += ["--workers", "2", "--bind", f"{HOST}:{port}", "--log-level", "error"]
    # An empty folder: gunicorn would read the gunicorn.conf.py of ours.
    process = subprocess.Popen(command, env=site.environment, cwd=folder)
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait()


def requests_per_second(port: int, path: str, seconds: int) -> float:
    """Ask for `path` again and again for so long; raises if any answer was not the page."""
    command = [wrk(), "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", f"http://{HOST}:{port}{path}"]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if not found or "Non-2xx" in said:
        raise RuntimeError(f"{path} was not served:\n{said}")
    return float(found[1])


def warm(port: int, path: str) -> None:
    """Ask for `path` until each process has surely made it once."""
    for _ in range(10):
        connection = HTTPConnection(HOST, port, timeout=PATIENCE)
        connection.request("GET", path)
        status = connection.getresponse().status
        connection.close()
        if status != 200:
            raise RuntimeError(f"{path} answers {status}")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind((HOST, 0))
        port: int = asked.getsockname()[1]
        return port


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("gunicorn did not start: see what it said above.")
