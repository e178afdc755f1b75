"""Sites that are started for a benchmark, and the program that drives them."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles

from whitenoise.compress import Compressor

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT))

from tests import ports, redis_server  # noqa: E402
from tests.deploy import shipped  # noqa: E402

HOST = "127.0.0.1"
# As many as keep two processes busy, and no more: what is measured is the work, not the queue.
CONNECTIONS = 4
PATIENCE = 60
BROWSERS_ACCEPT = "gzip, deflate, br, zstd"


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


def production(folder: Path, database: str) -> dict[str, str]:
    """Return the environment of our site in production: its files in `folder`, its database."""
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "for a site that lives for some minutes, on this machine only",
        "DATA_DIR": str(folder),
        "DATABASE_URL": database,
        "ALLOWED_HOSTS": f"{HOST},localhost",
        "BASE_URL": f"http://{HOST}",
        # Who asks speaks no HTTPS to gunicorn, as no proxy does.
        "SECURE_SSL_REDIRECT": "false",
    }


@contextmanager
def served(site: Site, folder: Path) -> Iterator[int]:
    """Serve `site` by two processes at a port of this machine, and end them afterwards.

    With threads, as the shipped gunicorn.conf.py has them: connections are kept open.
    """
    port = ports.free_port()
    options = f"--workers 2 --threads 4 --bind {HOST}:{port} --log-level error"
    command = [sys.executable, "-m", "gunicorn", site.application, *options.split()]
    # An empty folder: gunicorn would read the gunicorn.conf.py of ours.
    with ports.listening(port, command, env=site.environment, cwd=folder):
        yield port


@contextmanager
def redis() -> Iterator[str]:
    """Run a Redis that keeps nothing on disk, and give its address."""
    port = ports.free_port()
    with redis_server.running(port):
        yield f"redis://{HOST}:{port}/0"


@contextmanager
def behind_nginx(folder: Path, port: int, data: Path) -> Iterator[int]:
    """Run the shipped nginx in front of the site at `port`, with the files of `data`.

    Without HTTPS, which would cost more than the answers and make all of them alike.
    """
    folder.mkdir()
    with shipped.running(folder, f"{HOST}:{port}", data, https=False) as nginx:
        yield nginx.port


def save(port: int, path: str, file: Path) -> None:
    """Write what the site answers at `path` to `file`, compressed beside it as static files are."""
    file.write_bytes(_get(port, path))
    Compressor(quiet=True).compress(str(file))


def noise(ratios: Sequence[float]) -> float:
    """Return half the range that the middle half of `ratios` lies in."""
    if len(ratios) < 2:
        return 0
    first, _, third = quantiles(ratios, n=4)
    return (third - first) / 2


def requests_per_second(port: int, path: str, seconds: int, accepts: str = "") -> float:
    """Ask for `path` again and again for so long; raises if any answer was not the page."""
    command = [wrk(), "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", f"http://{HOST}:{port}{path}"]
    if accepts:
        command += ["-H", f"Accept-Encoding: {accepts}"]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if not found or "Non-2xx" in said:
        raise RuntimeError(f"{path} was not served:\n{said}")
    return float(found[1])


def warm(port: int, path: str) -> None:
    """Ask for `path` until each process has surely made it once."""
    for _ in range(10):
        _get(port, path)


def ask(port: int, path: str) -> float:
    """Ask for `path` once and return the seconds until all of it was there."""
    start = time.perf_counter()
    _get(port, path)
    return time.perf_counter() - start


def _get(port: int, path: str) -> bytes:
    connection = HTTPConnection(HOST, port, timeout=PATIENCE)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.status != 200:
        raise RuntimeError(f"{path} answers {response.status}")
    return body
