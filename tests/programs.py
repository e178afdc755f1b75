"""Find the programs that the tests run besides Python, or install them.

Debian packages, and with npm those of `tests/external/package.json`: independent readers
of structured data, to which the tests show what the site serves.

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
# Debian keeps nginx here, which is not in everybody's PATH.
SBIN = "/usr/sbin"
NGINX_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
EXTERNAL = Path(__file__).parent / "external"


class MissingProgram(Exception):
    """A program that the tests need is not on this machine."""


def postgresql() -> Path:
    """Return the folder that holds `initdb` and `postgres`, and `psql` and `pg_dump` with them."""
    folders = [*os.get_exec_path(), *_newest_first(POSTGRESQL_FOLDERS)]
    for folder in folders:
        if all(os.access(Path(folder, name), os.X_OK) for name in ("initdb", "postgres")):
            # Some have links to these two alone on their path.
            return Path(folder, "postgres").resolve().parent
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


def node() -> Path:
    """Return the program that runs JavaScript."""
    if path := shutil.which("node"):
        return Path(path)
    raise MissingProgram(
        "Node.js is not on this machine: run `apt-get install nodejs` on Debian or "
        "`brew install node` on macOS."
    )


def npm() -> Path:
    """Return the program that installs packages of JavaScript."""
    if path := shutil.which("npm"):
        return Path(path)
    raise MissingProgram(
        "npm is not on this machine: run `apt-get install npm` on Debian or "
        "`brew install node` on macOS."
    )


def nginx() -> Path:
    """Return the web server; Debian keeps it away from PATH of those who are not root."""
    if path := shutil.which("nginx", path=os.pathsep.join([*os.get_exec_path(), SBIN])):
        return Path(path)
    raise MissingProgram(
        "nginx is not on this machine: run `apt-get install nginx` on Debian or "
        "`brew install nginx` on macOS."
    )


def nginx_brotli() -> Path | None:
    """Return nginx's module that sends files compressed with brotli.

    None where nobody packages it: only Debian is asked to have it.
    """
    if NGINX_BROTLI.is_file():
        return NGINX_BROTLI
    if not shutil.which("apt-get"):
        return None
    raise MissingProgram(
        "nginx's module for brotli is not on this machine: run "
        "`apt-get install libnginx-mod-http-brotli-static`."
    )


def redis_server() -> Path:
    """Return the server that keeps pages for several machines."""
    for name in ("redis-server", "valkey-server"):
        if path := shutil.which(name):
            return Path(path)
    raise MissingProgram(
        "redis-server is not on this machine: run `apt-get install redis-server` on Debian or "
        "`brew install redis` on macOS."
    )


def readers() -> Path:
    """Return the folder of the packages that `tests/external/package-lock.json` names."""
    if _stamp().is_file() and _stamp().read_text() == _lock():
        return EXTERNAL / "node_modules"
    raise MissingProgram(
        "The packages of tests/external are not installed, or others than its "
        "package-lock.json names: run `python -m tests.programs`."
    )


def install_readers() -> None:
    """Install those packages, unless they are there."""
    try:
        readers()
    except MissingProgram:
        print("Installing the packages of tests/external with npm.", flush=True)
        subprocess.run(
            [npm(), "ci", "--no-audit", "--no-fund", "--silent"], check=True, cwd=EXTERNAL
        )
        _stamp().write_text(_lock())


def _lock() -> str:
    return (EXTERNAL / "package-lock.json").read_text()


def _stamp() -> Path:
    return EXTERNAL / "node_modules" / "installed-package-lock.json"


def _newest_first(patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        found = Path("/").glob(pattern.lstrip("/"))
        yield from sorted(map(str, found), key=lambda path: (len(path), path), reverse=True)


PACKAGES = {
    "postgresql": postgresql,
    "chromium": chromium,
    "lynx": lynx,
    "nodejs": node,
    "npm": npm,
    "nginx": nginx,
    "libnginx-mod-http-brotli-static": nginx_brotli,
    "redis-server": redis_server,
}


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
        print(f"Installing {', '.join(missing)} with apt-get.", flush=True)
        _apt_get_install(missing)
        missing = _missing()
    if missing:
        sys.exit("\n".join(map(str, missing.values())))
    try:
        install_readers()
    except subprocess.CalledProcessError:
        sys.exit(
            "npm could not install the packages of tests/external: see what it said above, "
            "and whether this machine reaches npm's registry."
        )


if __name__ == "__main__":
    main()
