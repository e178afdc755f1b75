"""A Redis that lives as long as a test or a benchmark, and writes nothing to disk by itself."""

import subprocess
from contextlib import AbstractContextManager
from pathlib import Path

from tests import programs
from tests.ports import HOST, listening


def running(
    port: int, snapshots: Path | None = None
) -> "AbstractContextManager[subprocess.Popen[bytes]]":
    """Run it at `port` of this machine; it begins with the last snapshot in that folder."""
    command = [str(programs.redis_server()), "--port", str(port), "--bind", HOST]
    command += ["--save", "", "--loglevel", "warning"]
    if snapshots:
        command += ["--dir", str(snapshots)]
    return listening(port, command, stdout=subprocess.DEVNULL)
