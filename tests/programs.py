"""Find the programs that the tests run besides Python, or install them.

`python -m tests.programs` leaves a machine ready for `make test`: on Debian as
root it installs what is missing, elsewhere it says in one sentence what to do.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

# Debian and Homebrew keep PostgreSQL's server away from PATH.
POSTGRESQL_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/local/pgsql/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
CHROMIUM_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


class MissingProgram(Exception):
    """A program that the tests need is not on this machine."""


def postgresql() -> Path:
    """Return the folder that holds `initdb` and `postgres`."""
    folders = [*os.get_exec_path(), *_newest_first(POSTGRESQL_FOLDERS)]
    for folder in folders:
        if all(os.access(Path(folder, name), os.X_OK) for name in ("initdb", "postgres")):
            return Path(folder)
    raise MissingProgram(
        "PostgreSQL's server is not on this machine: run `apt-get install postgresql` "
        "on Debian or `brew install postgresql@16` on macOS."
    )


def chromium() -> Path:
    """Return the browser that the tests drive."""
    names = (path for name in CHROMIUM_NAMES if (path := shutil.which(name)))
    for path in (*names, *CHROMIUM_PATHS):
        if os.access(path, os.X_OK):
            return Path(path)
    raise MissingProgram(
        "Neither Chromium nor Google Chrome is on this machine: run `apt-get install chromium` "
        "on Debian or `brew install --cask chromium` on macOS."
    )


def lynx() -> Path:
    """Return the browser that shows a page as text, as a reader without CSS has it."""
    if path := shutil.which("lynx"):
        return Path(path)
    raise MissingProgram(
        "lynx is not on this machine: run `apt-get install lynx` on Debian or "
        "`brew install lynx` on macOS."
    )


def _newest_first(patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        found = Path("/").glob(pattern.lstrip("/"))
        yield from sorted(map(str, found), key=lambda path: (len(path), path), reverse=True)


PACKAGES = {"postgresql": postgresql, "chromium": chromium, "lynx": lynx}


def _missing() -> dict[str, MissingProgram]:
    missing = {}
    for package, find in PACKAGES.items():
        try:
            find()
        except MissingProgram as error:
            missing[package] = error
    return missing


def _apt_get_install(packages: Iterable[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        check=True,
        env=quiet,
    )


def main() -> None:
    missing = _missing()
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Installing {' and '.join(missing)} with apt-get.", flush=True)
        _apt_get_install(missing)
        missing = _missing()
    if missing:
        sys.exit("\n".join(map(str, missing.values())))


if __name__ == "__main__":
    main()
