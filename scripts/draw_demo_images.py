"""Draws the demo's pictures: each SVG of site/demo/drawings becomes an image file.

Chromium does the drawing (`CHROMIUM` names the program, where Playwright has not
installed its own). Run it after a drawing has changed and commit the results:

    python scripts/draw_demo_images.py
"""

import io
import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

DEMO = Path(__file__).resolve().parent.parent / "site" / "demo"
PAGE = "<style>* {{ margin: 0 }} svg {{ display: block }}</style>{svg}"
PROGRAM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=PROGRAM if Path(PROGRAM).exists() else None
        )
        for drawing in sorted((DEMO / "drawings").glob("*.svg")):
            image = draw(browser, drawing)
            path = save(image, drawing.stem)
            print(f"{path.name}: {image.width} x {image.height}, {path.stat().st_size:,} bytes")
        browser.close()


def draw(browser: Browser, drawing: Path) -> Image.Image:
    page = browser.new_page(viewport={"width": 1600, "height": 1024})
    page.set_content(PAGE.format(svg=drawing.read_text()))
    picture = page.locator("svg").screenshot(omit_background=True)
    page.close()
    return Image.open(io.BytesIO(picture))


def save(image: Image.Image, name: str) -> Path:
    """Save a drawing that leaves its corners clear as PNG, a full one as JPEG."""
    if image.mode == "RGBA":
        path = DEMO / "images" / f"{name}.png"
        image.quantize(64).save(path, optimize=True)
    else:
        path = DEMO / "images" / f"{name}.jpg"
        image.convert("RGB").save(path, quality=80, optimize=True, progressive=True)
    return path


if __name__ == "__main__":
    main()
