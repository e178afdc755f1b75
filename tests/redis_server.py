"""A Redis that lives as long as a test or a benchmark, and keeps nothing on disk."""

import subprocess
from contextlib import AbstractContextManager

from tests import programs
from tests.ports import HOST, listening


def running(port: int) -> "AbstractContextManager[subprocess.Popen[bytes]]":
    """Run it at `port` of this machine."""
    command = [str(programs.redis_server()), "--port", str(port), "--bind", HOST]
    command += ["--save", "", "--loglevel", "warning"]
    return listening(port, command, stdout=subprocess.DEVNULL)
