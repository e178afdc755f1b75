"""Measures kept pages beside a made page and a constant one: ratios, no pass and no fail.

    .venv/bin/python benchmarks/page_cache.py [ROUNDS [SECONDS]]

The same page, by gunicorn with two processes: made each time, kept in memory, kept in Redis
where `redis-server` is there; then 30 KB that cost nothing under the same middleware.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import bench
import servers

from tests.deploy import ports  # where `servers` has led the way

PAGE = "/faqs/sacroiliac-joint-fusion/"
ROUNDS = 5
SECONDS = 2


def main(rounds: int = ROUNDS, seconds: int = SECONDS) -> None:
    servers.wrk()
    with TemporaryDirectory() as folder, ExitStack() as running:
        made = bench.sites(Path(folder))
        bench.prepare(made)
        ours, empty = made["ours"], Path(folder, "empty")
        empty.mkdir()
        settings = {
            "made": {**ours.settings, "PAGE_CACHE": "false"},
            "kept in memory": {**ours.settings, "PAGE_CACHE": "true"},
        }
        if shutil.which("redis-server"):
            url = running.enter_context(redis())
            settings["kept in Redis"] = {**settings["kept in memory"], "CACHE_URL": url}
        sites = {
            name: servers.Site(ours.application, each, ours.folders)
            for name, each in settings.items()
        }
        sites["constant 30 KB"] = made["constant"]
        ports = {
            name: running.enter_context(servers.served(site, empty)) for name, site in sites.items()
        }
        paths = {name: "/constant/" if name == "constant 30 KB" else PAGE for name in sites}
        for name, port in ports.items():
            servers.warm(port, paths[name])
        rates: dict[str, list[float]] = {name: [] for name in sites}
        for _ in range(rounds):
            for name, port in ports.items():
                rates[name].append(servers.requests_per_second(port, paths[name], seconds))
    for name, found in rates.items():
        to_made = median(own / base for own, base in zip(found, rates["made"], strict=True))
        to_constant = median(
            own / base for own, base in zip(found, rates["constant 30 KB"], strict=True)
        )
        print(f"{name}: {median(found):.0f}/s, {to_made:.1f} x made, {to_constant:.2f} x constant")


@contextmanager
def redis() -> Iterator[str]:
    port = ports.free_port()
    command = ["redis-server", "--port", str(port), "--bind", servers.HOST, "--save", ""]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        ports.wait_for(port, process)
        yield f"redis://{servers.HOST}:{port}/0"
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
