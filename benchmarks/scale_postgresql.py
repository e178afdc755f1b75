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
            _tell(server.url, f"CREATE DATABASE {name}")
            if _file(folder, name).exists():
                _run("pg_restore", "--dbname", _for_programs(address), str(_file(folder, name)))
                # What PostgreSQL does by itself a minute later.
                _tell(address, "ANALYZE")
        yield addresses
    finally:
        server.stop()


def keep(name: str, address: str, folder: Path) -> None:
    """Copy the database at `address` into `folder`."""
    file = str(_file(folder, name))
    _run("pg_dump", "--format=custom", "--file", file, "--dbname", _for_programs(address))


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.dump"


def _tell(address: str, sql: str) -> None:
    _run("psql", "--dbname", _for_programs(address), "--quiet", "--command", sql)


def _for_programs(address: str) -> str:
    """Return `address`, which is one for Django, as PostgreSQL's own programs read it.

    https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
    """
    return address.replace("postgresql:///", "postgresql://", 1)


def _run(program: str, *arguments: str) -> None:
    subprocess.run([programs.postgresql() / program, *arguments], check=True)
