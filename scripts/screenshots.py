"""Take the pictures of a running site that stand in docs/screenshots.

    python scripts/screenshots.py --base-url http://127.0.0.1:8000

The editor's picture is taken if `--password` gives that of the account `editor`.
Needs Playwright and Pillow from requirements-dev.txt, and a Chromium.
"""

import argparse
import io
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote_plus

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# A phone as small as most are, and a laptop.
SCREENS = {360: 740, 1280: 800}
# Pages are longer than anyone looks at in a picture.
TALLEST = {360: 2600, 1280: 1900}
# Milliseconds until the preview stands.
EDITOR_SETTLES = 4_000
ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "tests" / "files" / "import" / "wrist-fracture-pictures.docx"

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Shot:
    name: str
    path: str
    # The first screen alone, as it opens, or as much of the page as fits.
    first_screen: bool = False


def shots(options: argparse.Namespace) -> Iterator[Shot]:
    yield Shot("faq-first-screen", options.faq, first_screen=True)
    yield Shot("faq", options.faq)
    if options.collapsed:
        yield Shot("faq-collapsed", options.collapsed)
    yield Shot("index", "/faqs/")
    yield Shot("search", f"/search/?q={quote_plus(options.search)}")
    yield Shot("home", "/")
    yield Shot("content", options.content)
    yield Shot("contact", "/contact/")
    yield Shot("not-found", options.missing)
    yield Shot("failed", options.failed)


def main() -> None:
    options = parse_options()
    schemes: tuple[Scheme, ...] = ("light", "dark") if options.dark else ("light",)
    options.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        for scheme in schemes:
            for path in take_all(browser, options, scheme):
                print(f"{path} ({path.stat().st_size // 1024} KB)")
        if options.password:
            print(take_editor(browser, options))
            print(take_review(browser, options))
        browser.close()


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--base-url", default="http://127.0.0.1:8000", help="the running site")
    parser.add_argument(
        "--faq", default="/faqs/sacroiliac-joint-fusion/", help="the path of the sample FAQ page"
    )
    parser.add_argument(
        "--missing", default="/404/", help="a path that answers with the site's 404 page"
    )
    parser.add_argument(
        "--failed", default="/500/", help="a path that answers with the site's 500 page"
    )
    parser.add_argument(
        "--content", default="/treatments/sacroiliac-joint-fusion/", help="a content page"
    )
    parser.add_argument("--collapsed", help="the path of a page whose answers collapse")
    parser.add_argument("--search", default="how long to recover", help="what to search for")
    parser.add_argument("--password", help="of the account `editor`, for the editor's picture")
    parser.add_argument("--dark", action="store_true", help="take the dark pictures as well")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    return parser.parse_args()


def chromium() -> str:
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not found:
        sys.exit(f"No Chromium is on the PATH: install one of {', '.join(CHROMIUM_NAMES)}.")
    return found


def take_all(browser: Browser, options: argparse.Namespace, scheme: Scheme) -> Iterator[Path]:
    """Take every picture in one colour scheme, in every width."""
    suffix = "" if scheme == "light" else f"-{scheme}"
    for width, height in SCREENS.items():
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme
        )
        page = context.new_page()
        for shot in shots(options):
            picture = take(page, options.base_url.rstrip("/") + shot.path, shot, width)
            if picture:
                path = options.out / f"{shot.name}-{width}{suffix}.png"
                save(picture, path)
                yield path
        context.close()


def take_editor(browser: Browser, options: argparse.Namespace) -> Path:
    """Take the sample page as its editor sees it, with the preview open."""
    base = options.base_url.rstrip("/")
    page = signed_in(browser, options)
    found = page.request.get(f"{base}/api/v2/pages/find/?html_path={options.faq}").json()
    page.goto(f"{base}/admin/pages/{found['id']}/edit/")
    page.get_by_role("button", name="Toggle preview").click()
    page.wait_for_timeout(EDITOR_SETTLES)
    path: Path = options.out / "editor-1280.png"
    save(page.screenshot(), path)
    return path


def take_review(browser: Browser, options: argparse.Namespace) -> Path:
    """Take the review of a document that nothing is made of."""
    page = signed_in(browser, options)
    page.get_by_role("link", name="Import a document").first.click()
    page.locator("input[type=file]").set_input_files(DOCUMENT)
    page.get_by_role("button", name="Read the document").click()
    page.wait_for_url("**/faq/document/**")
    path: Path = options.out / "review-1280.png"
    save(page.screenshot(), path)
    return path


def signed_in(browser: Browser, options: argparse.Namespace) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{options.base_url.rstrip('/')}/admin/login/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(options.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    return page


def take(page: Page, url: str, shot: Shot, width: int) -> bytes | None:
    """Return a picture of `url`, or None where Django shows developers its own page.

    The window grows to the page's height, so that fixed parts stay at its foot.
    """
    page.set_viewport_size({"width": width, "height": SCREENS[width]})
    answer = page.goto(url, wait_until="load")
    if answer is None or (answer.status >= 500 and shot.name != "failed"):
        sys.exit(f"{url} cannot be pictured: it answers {answer.status if answer else 'nothing'}.")
    if page.title() == f"Page not found at {shot.path}":
        print(f"{url} is left out: with DEBUG on, Django answers with a page of its own.")
        return None
    if not shot.first_screen:
        tall = int(page.evaluate("document.documentElement.scrollHeight"))
        page.set_viewport_size({"width": width, "height": min(tall, TALLEST[width])})
    page.wait_for_load_state("networkidle")
    return page.screenshot()


def save(picture: bytes, path: Path) -> None:
    """Save `picture` in 256 colours: a third of the size, and no eye tells."""
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
