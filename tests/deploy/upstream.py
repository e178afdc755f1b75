"""A site whose answers a test chooses, and which counts how often it was asked."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.ports import HOST, free_port

# What the site says of a page: tests/faq_pages/test_conditional.py holds it to that.
FOR_ALL = "max-age=0, must-revalidate, s-maxage=1, stale-while-revalidate=2, stale-if-error=86400"
# The same for longer, where a slow machine would be another test.
FOR_A_MINUTE = FOR_ALL.replace("s-maxage=1,", "s-maxage=60,")


@dataclass
class Says:
    """What is answered at an address: its headers are those of a page unless told otherwise."""

    body: str | bytes = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Cache-Control": FOR_ALL})
    seconds: float = 0


@dataclass
class Upstream:
    """The site. `asked` has the headers of all requests, by path; `posted` what was sent."""

    answers: dict[str, Says] = field(default_factory=dict)
    asked: dict[str, list[Message]] = field(default_factory=dict)
    posted: list[bytes] = field(default_factory=list)
    port: int = field(default_factory=free_port)
    _server: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        return f"{HOST}:{self.port}"

    def times(self, path: str) -> int:
        return len(self.asked.get(path, []))

    def start(self) -> None:
        """Listen."""
        handler = type("Handler", (_Handler,), {"site": self})
        self._server = _Server((HOST, self.port), handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Be down: nobody listens."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class _Server(ThreadingHTTPServer):
    request_queue_size = 1024
    daemon_threads = True


class _Handler(BaseHTTPRequestHandler):
    site: Upstream

    def do_GET(self) -> None:
        self.site.asked.setdefault(self.path, []).append(self.headers)
        says = self.site.answers.get(self.path, Says("Nothing here.", 404, {}))
        time.sleep(says.seconds)
        body = says.body if isinstance(says.body, bytes) else says.body.encode()
        tag = says.headers.get("ETag")
        same = tag is not None and self.headers["If-None-Match"] == tag
        self.send_response(304 if same else says.status)
        for name, value in says.headers.items():
            self.send_header(name, value)
        if not same:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not same and self.command != "HEAD":
            self.wfile.write(body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        self.site.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.do_GET()

    def log_message(self, *arguments: object) -> None:
        """Say nothing: nobody reads it."""
