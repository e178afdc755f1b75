"""What our site takes to start, and the memory of its processes, beside a bare Wagtail.

That is what `wagtail start` makes, with its production settings and its own welcome page.
"""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import servers
from scale_results import Measure, milliseconds
from servers import ROOT, Site

HOME = "/"
REQUESTS = 200
WORKERS = 2
MOST_TO_START, MOST_MEMORY = 1.5, 1.8

_LOCAL = f"""
SECRET_KEY = "for a site that lives for some minutes, on this machine only"
ALLOWED_HOSTS = ["{servers.HOST}"]
"""


def bare(folder: Path) -> Site:
    """Make a site as `wagtail start` does, in `folder`."""
    made = Site("bare.wsgi", {"DJANGO_SETTINGS_MODULE": "bare.settings.production"}, (folder,))
    if not folder.exists():
        folder.mkdir(parents=True)
        start = "import sys; from wagtail.bin.wagtail import main; main()"
        made.run("-c", start, "start", "bare", str(folder))
        (folder / "bare" / "settings" / "local.py").write_text(_LOCAL)
        made.run(str(folder / "manage.py"), "migrate", "--verbosity", "0")
        made.run(str(folder / "manage.py"), "collectstatic", "--no-input", "--verbosity", "0")
    return made


def compared(ours: Site, folder: Path, paths: Sequence[str], rounds: int) -> list[Measure]:
    """Return how our site compares, whose visitors ask for `paths` in turn."""
    other = bare(folder)
    # What is compiled once, and read from the disk for the first time, is not measured.
    starts = [(started(ours), started(other)) for _ in range(rounds + 1)][1:]
    own, theirs = zip(*starts, strict=True)
    ratios = [mine / its for mine, its in starts]
    mine, its = memory(ours, paths), memory(other, [HOME])
    return [
        Measure("start-up, to a bare Wagtail's", milliseconds(own, theirs), ratios, MOST_TO_START),
        Measure(
            f"memory of a process after {REQUESTS} requests, to a bare Wagtail's",
            f"{mine / 1024:.0f} MB to {its / 1024:.0f} MB",
            [mine / its],
            MOST_MEMORY,
        ),
    ]


def started(site: Site) -> float:
    return float(site.run(str(ROOT / "benchmarks" / "scale_start.py"), site.application, HOME))


def memory(site: Site, paths: Sequence[str]) -> float:
    """Return the kilobytes of the largest process of `site` after so many requests to each."""
    with TemporaryDirectory() as empty, ExitStack() as running:
        port = running.enter_context(servers.served(site, Path(empty)))
        for path in islice(cycle(paths), REQUESTS * WORKERS):
            servers.ask(port, path)
        return max(_sizes(f"{servers.HOST}:{port}"))


def _sizes(address: str) -> list[int]:
    """Return the resident memory of the processes that gunicorn has started for `address`."""
    command = ["ps", "-axo", "pid=,ppid=,rss=,command="]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    lines = [line.split(None, 3) for line in said.splitlines()]
    found = [line for line in lines if sys.executable in line[3] and address in line[3]]
    masters = {line[0] for line in found}
    return [int(rss) for _, parent, rss, _ in found if parent in masters]
