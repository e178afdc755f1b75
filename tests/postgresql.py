"""A pytest plugin: `pytest --database postgresql` runs on a PostgreSQL of its own.

The server lives in a temporary folder, listens on a socket in it and nowhere
else, and goes with the test run. Only tests that touch a database run on it:
the others have nothing to say about PostgreSQL.

It is loaded by name (`-p` in pyproject.toml), as it has to act before
pytest-django reads the settings, and a conftest.py comes after that.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests import programs

SECONDS_TO_START = 60
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}

# What a server of an hour's life may forget in a power cut.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=50")


class TemporaryServer:
    """A PostgreSQL server that exists from `start` to `stop`."""

    def __init__(self) -> None:
        # Not pytest's own temporary folder: a socket's path has to be short,
        # and the server's user has to reach it.
        self.folder = Path(tempfile.mkdtemp(prefix="faq-pg-", dir="/tmp"))
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql:///{quote(str(self.folder), safe='')}/postgres?user=postgres"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def start(self) -> None:
        try:
            programs_folder = programs.postgresql()
            self.log.touch()
            self._hand_over()
            self._create(programs_folder)
            self._launch(programs_folder)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            # SIGQUIT is an "immediate" shutdown: there is nothing to keep.
            self.process.send_signal(3)
            self.process.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _owner(self) -> dict[str, Any]:
        """Whom to run as: PostgreSQL refuses to be run by root."""
        if os.geteuid() != 0:
            return {}
        return {"user": _unprivileged_user(), "extra_groups": []}

    def _hand_over(self) -> None:
        if user := self._owner.get("user"):
            shutil.chown(self.folder, user)
            shutil.chown(self.log, user)

    def _create(self, programs_folder: Path) -> None:
        subprocess.run(
            [
                programs_folder / "initdb",
                f"--pgdata={self.folder / 'data'}",
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
            ],
            check=True,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            **self._owner,
        )

    def _launch(self, programs_folder: Path) -> None:
        options = ["listen_addresses=", f"unix_socket_directories={self.folder}", *FAST]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    programs_folder / "postgres",
                    *("-D", self.folder / "data"),
                    *(part for option in options for part in ("-c", option)),
                ],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                # Ctrl-C is for pytest, which then stops the server in order.
                start_new_session=True,
                **self._owner,
            )
        self._wait()

    def _wait(self) -> None:
        import psycopg2

        assert self.process
        deadline = time.monotonic() + SECONDS_TO_START
        while self.process.poll() is None and time.monotonic() < deadline:
            try:
                psycopg2.connect(host=str(self.folder), user="postgres", dbname="postgres").close()
            except psycopg2.OperationalError:
                time.sleep(0.1)
            else:
                return
        raise pytest.UsageError(
            f"The temporary PostgreSQL did not start. It says:\n{self.log.read_text()}"
        )


def _unprivileged_user() -> str:
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=["sqlite", "postgresql"],
        default="sqlite",
        help="Where database tests run. With postgresql, only these tests run.",
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    on_postgresql = early_config.known_args_namespace.database == "postgresql"
    # Worker processes inherit the variable, and leave the server to their parent.
    if on_postgresql and "PYTEST_XDIST_WORKER" not in os.environ:
        server = TemporaryServer()
        try:
            server.start()
        except programs.MissingProgram as error:
            raise pytest.UsageError(str(error)) from None
        early_config.add_cleanup(server.stop)
        os.environ["TEST_DATABASE_URL"] = server.url
    return (yield)


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("database") == "postgresql":
        # The server goes as a whole: nobody has to drop its databases one by one.
        config.option.reuse_db = True


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("database") != "postgresql":
        return
    kept = [item for item in items if touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if not touches_database(item)])
    items[:] = kept


def touches_database(item: pytest.Item) -> bool:
    """Whether a test uses the database: by a mark, a fixture or its TestCase."""
    from django.test import TransactionTestCase

    case = getattr(item, "cls", None)
    return (
        item.get_closest_marker("django_db") is not None
        or not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
        or (case is not None and issubclass(case, TransactionTestCase))
    )
