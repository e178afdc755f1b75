"""Let Lighthouse judge the demo site as a phone meets it: `make lighthouse`.

The site runs as in production (Gunicorn, its own temporary folder), Lighthouse is
the npm package in the system's Chromium. Prints the scores; the exit status is 1 if
one is below 100. Needs Node.js.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests import programs  # noqa: E402

VERSION = "12.8.2"
PACKAGES = ROOT / "data" / "lighthouse"
PORT = 8079
BASE_URL = f"http://127.0.0.1:{PORT}"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {
    "FAQ page": "/faqs/sacroiliac-joint-fusion/",
    "index": "/faqs/",
    "home": "/",
    "search": "/search/?q=can+i+drive",
}
# Results of a search are for no search engine, which costs them that score.
LEFT_OUT = {("search", "seo")}
CHROMIUM_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)


def main() -> int:
    lighthouse = installed()
    print(f"{'':10}{''.join(f'{category:>16}' for category in CATEGORIES)}{'shift':>8}")
    failed = False
    with tempfile.TemporaryDirectory() as folder, running_site(Path(folder)):
        for name, path in PAGES.items():
            report = judged(lighthouse, f"{BASE_URL}{path}", Path(folder) / f"{name}.json")
            scores = {key: report["categories"][key]["score"] or 0 for key in CATEGORIES}
            shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
            cells = "".join(f"{scores[key] * 100:>16.0f}" for key in CATEGORIES)
            print(f"{name:10}{cells}{shift:>8.2f}")
            low = {key for key in CATEGORIES if scores[key] < 1 and (name, key) not in LEFT_OUT}
            for line in reasons(report, low):
                print(f"{'':12}{line}")
            failed |= bool(low) or shift > 0
    return int(failed)


def installed() -> Path:
    """Return the program, installed beside the site's data at the first time."""
    if not (npm := shutil.which("npm")):
        sys.exit(
            "npm is not on the PATH: install Node.js 20 or newer, such as Debian's package `npm`."
        )
    program = PACKAGES / "node_modules" / ".bin" / "lighthouse"
    package = PACKAGES / "node_modules" / "lighthouse" / "package.json"
    if not package.is_file() or json.loads(package.read_text())["version"] != VERSION:
        PACKAGES.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--no-fund", "--no-audit", "--prefix", str(PACKAGES)]
        subprocess.run([*command, f"lighthouse@{VERSION}"], check=True, stdout=subprocess.DEVNULL)
    return program


@contextmanager
def running_site(folder: Path) -> Iterator[None]:
    """Serve the demo as production does, with everything in `folder`."""
    variables = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATA_DIR": str(folder / "data"),
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "SECRET_KEY": "a-key-for-the-minutes-of-a-measurement-and-for-nothing-else",
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": BASE_URL,
        # There is no certificate here.
        "SECURE_SSL_REDIRECT": "false",
        "BIND": f"127.0.0.1:{PORT}",
    }
    (folder / "data").mkdir()
    for command in ("migrate", f"set_site_port {PORT}", "load_demo", "collectstatic --no-input"):
        subprocess.run(
            [sys.executable, "manage.py", *command.split()],
            check=True,
            cwd=ROOT,
            env=variables,
            stdout=subprocess.DEVNULL,
        )
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "scripts.serving_media:application"],
        cwd=ROOT,
        env=variables,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"{BASE_URL}/")
        yield
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(url: str, seconds: int = 30) -> None:
    for _ in range(seconds * 5):
        try:
            urllib.request.urlopen(url, timeout=10).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    sys.exit(f"The site at {url} did not start within {seconds} seconds.")


def judged(lighthouse: Path, url: str, out: Path) -> dict[str, Any]:
    """Return Lighthouse's report of `url`, on the phone that it simulates."""
    # The first visit fills the caches of a site that has just started.
    urllib.request.urlopen(url).close()
    subprocess.run(
        [
            lighthouse,
            url,
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={CHROMIUM_FLAGS}",
            "--output=json",
            f"--output-path={out}",
            "--quiet",
        ],
        check=True,
        env={**os.environ, "CHROME_PATH": str(programs.chromium())},
    )
    report: dict[str, Any] = json.loads(out.read_text())
    return report


def reasons(report: dict[str, Any], categories: set[str]) -> Iterator[str]:
    """Yield what keeps a page below 100."""
    for key in sorted(categories):
        for audit in report["categories"][key]["auditRefs"]:
            result = report["audits"][audit["id"]]
            if audit["weight"] and (result["score"] or 0) < 1 and result["score"] is not None:
                yield f"{key}: {result['title']} {result.get('displayValue', '')}"
                items = result.get("details", {}).get("items", [])
                yield from (f"  {json.dumps(item)[:300]}" for item in items[:5])


if __name__ == "__main__":
    sys.exit(main())
