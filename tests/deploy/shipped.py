"""The nginx of deploy/nginx, running on this machine: what an administrator edits is replaced."""

import os
import ssl
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

from tests import programs
from tests.ports import HOST, free_port, listening

SHIPPED = Path(__file__).resolve().parents[2] / "deploy" / "nginx"
NAME = "www.example.org"
# Debian's, and Homebrew's on both kinds of Mac.
MIME_TYPES = [
    Path(prefix, "nginx/mime.types") for prefix in ("/etc", "/opt/homebrew/etc", "/usr/local/etc")
]

# As Debian's nginx.conf around a site, but for what it writes and where.
_MAIN = """
{modules}
{user}
worker_processes 2;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    sendfile on;
    tcp_nopush on;
    include {mime_types};
    default_type application/octet-stream;
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/faq.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    headers: Message

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Nginx:
    """A running nginx; `folder` has its configuration, its logs and its cache."""

    folder: Path
    port: int
    plain_port: int
    context: ssl.SSLContext = field(repr=False)

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, /, **headers: str
    ) -> Answer:
        """Ask for `path` by HTTPS; `accept_encoding="br"` and the like are headers."""
        connection = HTTPSConnection(HOST, self.port, timeout=30, context=self.context)
        return _answer(connection, method, path, body, headers)

    def ask_plainly(self, path: str, **headers: str) -> Answer:
        """Ask for `path` by HTTP."""
        return _answer(
            HTTPConnection(HOST, self.plain_port, timeout=30), "GET", path, None, headers
        )


def _answer(
    connection: HTTPConnection, method: str, path: str, body: bytes | None, named: Mapping[str, str]
) -> Answer:
    headers = {"Host": NAME, "Accept-Encoding": "identity"}
    headers |= {name.replace("_", "-").title(): value for name, value in named.items()}
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return Answer(response.status, response.read(), response.headers)
    finally:
        connection.close()


@contextmanager
def running(folder: Path, site: str, data: Path, *, https: bool = True) -> Iterator[Nginx]:
    """Run nginx in front of `site`, as "127.0.0.1:8000", with the files of `data`.

    `folder` is empty; `data` is what DATA_DIR names. Without `https`, what is shipped for
    HTTPS is served by HTTP at the same port.
    """
    certificate(folder)
    nginx = Nginx(folder, free_port(), free_port(), _trusting(folder / "cert.pem"))
    configure(nginx, site, data, https)
    with listening(nginx.port, [str(programs.nginx()), *_options(folder)]):
        yield nginx


def check(nginx: Nginx) -> str:
    """Return what `nginx -t` says of the configuration; raise if it does not take it."""
    command = [str(programs.nginx()), "-t", *_options(nginx.folder)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stderr


def configure(nginx: Nginx, site: str, data: Path, https: bool) -> None:
    """Write the shipped file with this machine's ports and paths, and a main one around it."""
    folder = nginx.folder
    shipped = (SHIPPED / "faq.conf").read_text()
    for of_administrator, of_test in {
        "listen 80;": f"listen {HOST}:{nginx.plain_port};",
        "listen [::]:80;": "",
        "listen 443 ssl http2;": f"listen {HOST}:{nginx.port}{' ssl http2' * https};",
        "listen [::]:443 ssl http2;": "",
        "server 127.0.0.1:8000;": f"server {site};",
        f"/etc/letsencrypt/live/{NAME}/fullchain.pem": f"{folder}/cert.pem",
        f"/etc/letsencrypt/live/{NAME}/privkey.pem": f"{folder}/key.pem",
        "/srv/faq/data;": f"{data};",
        "/srv/faq/deploy/nginx": str(SHIPPED),
        "/var/cache/nginx-faq": f"{folder}/cache",
        "/var/log/nginx/": f"{folder}/",
    }.items():
        assert of_administrator in shipped, f"faq.conf has no {of_administrator}"
        shipped = shipped.replace(of_administrator, of_test)
    module = programs.nginx_brotli()
    if not module:
        shipped = shipped.replace("brotli_static on;", "")
    (folder / "faq.conf").write_text(shipped)
    (folder / "nginx.conf").write_text(
        _MAIN.format(
            folder=folder,
            modules=f"load_module {module};" if module else "",
            # Whoever runs the tests may read their folder; root gives up being root otherwise.
            user="user root;" if os.geteuid() == 0 else "",
            mime_types=next(filter(Path.is_file, MIME_TYPES)),
        )
    )


def certificate(folder: Path) -> None:
    """Make a certificate for `NAME` that nobody but this test trusts."""
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    command += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(command, check=True, capture_output=True)


def _trusting(path: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(path))
    context.check_hostname = False  # it is asked by its number
    return context


def _options(folder: Path) -> list[str]:
    return ["-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
