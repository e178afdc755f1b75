"""Where servers of this machine listen, for the seconds of a test."""

import random
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

HOST = "127.0.0.1"
SECONDS_TO_START = 60
# Below those that systems give to connections, and to servers that ask for any: so nobody
# takes a port between this and the server's start, or while a server is stopped.
PORTS = range(20_000, 32_000)


def free_port() -> int:
    """Return a port at which nobody listens."""
    for port in random.sample(PORTS, 100):
        with socket.socket() as asked:
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                asked.bind((HOST, port))
            except OSError:
                continue
            return port
    raise RuntimeError(f"All ports that were tried between {PORTS[0]} and {PORTS[-1]} are taken.")


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Return as soon as `process` listens at `port`; raise RuntimeError if it does not."""
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"{process.args!r} did not start: see what it said above.")


@contextmanager
def listening(
    port: int, command: Sequence[str], **options: Any
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a server that listens at `port`, with the `options` of Popen, and end it afterwards."""
    process = subprocess.Popen(command, **options)
    try:
        wait_for(port, process)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=SECONDS_TO_START)
