"""Databases on a PostgreSQL that lives as long as scale.py, and their copies in files."""

import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from servers import ROOT

sys.path.insert(0, str(ROOT))
from tests import programs
from tests.postgresql import TemporaryServer


@contextmanager
def databases(names: Collection[str], folder: Path) -> Iterator[dict[str, str]]:
    """Yield the address of a database for each of `names`; what `keep` has kept is in it."""
    server = TemporaryServer()
    server.start()
    try:
        addresses = {name: server.url.replace("/postgres?", f"/{name}?") for name in names}
        for name, address in addresses.items():
            _run("psql", server.url, "--quiet", "--command", f"CREATE DATABASE {name}")
            if _file(folder, name).exists():
                _run("pg_restore", "--dbname", address, str(_file(folder, name)))
                # What PostgreSQL does by itself a minute later.
                _run("psql", address, "--quiet", "--command", "ANALYZE")
        yield addresses
    finally:
        server.stop()


def keep(name: str, address: str, folder: Path) -> None:
    """Copy the database at `address` into `folder`."""
    _run("pg_dump", "--format=custom", "--file", str(_file(folder, name)), address)


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.dump"


def _run(program: str, *arguments: str) -> None:
    subprocess.run([programs.postgresql() / program, *arguments], check=True)
