"""Measures what findings cost, as multiples of rendering the page: ratios, no pass and no fail.

    .venv/bin/python benchmarks/findings.py [QUESTIONS]

Two figures, each the median of rounds in which both were timed one after the other: the
audit of a page within the process, to serving that page (at most 3 is wanted); the preview
“Findings” of an unsaved draft of 40 questions, to its plain preview (at most 1.5).
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site"), str(ROOT / "benchmarks")]

from audit import set_up  # noqa: E402

QUESTIONS = 40
ROUNDS = 40
# A border of the stack comes about every 150 of these.
FRAMES = 7


def main(number: int = QUESTIONS) -> None:
    with TemporaryDirectory() as folder:
        set_up(Path(folder))
        page, posted = long_page(number)
        print(f"A page of {number} questions:")
        print(f"  its audit to its rendering: {audit_ratio(page):.2f}")
        print(f"  preview of findings to plain preview: {preview_ratio(page, posted):.2f}")


def long_page(number: int) -> tuple[Any, dict[str, Any]]:
    """Return a published page with `number` questions from the demo, and what its form posts."""
    from faq_pages.models import FAQIndexPage, FAQPage
    from tests.faq_pages import samples

    asked = [
        block["value"]
        for page in FAQPage.objects.live()
        for block in page.body.raw_data
        if block["type"] == "question"
    ]
    values = (asked[index % len(asked)] for index in range(number))
    blocks = [samples.tldr()] + [
        samples.question(f"{index}. {value['question']}", value["answer"])
        for index, value in enumerate(values, start=1)
    ]
    page = samples.faq_page(FAQIndexPage.objects.get(), *blocks, title="A long page")
    return page, samples.form_data("A long page", *blocks)


def audit_ratio(page: Any) -> float:
    from faq_pages.audit.pages import PageAuditor
    from faq_pages.audit.serving import Visitor

    site = page.get_site()
    auditor, visitor = PageAuditor(site), Visitor(site)
    url = page.get_full_url()
    return ratio(lambda: visitor.get(url), lambda: auditor.audit(visitor.get(url)))


def preview_ratio(page: Any, posted: dict[str, Any]) -> float:
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client(SERVER_NAME=page.get_site().hostname)
    client.force_login(get_user_model().objects.filter(is_superuser=True)[0])
    url = f"/admin/pages/{page.pk}/edit/preview/"
    assert client.post(url, posted).json()["is_valid"]

    def seen(mode: str) -> Callable[[], None]:
        def look() -> None:
            response = client.get(f"{url}?mode={mode}")
            assert response.status_code == 200, response.status_code

        return look

    return ratio(seen(""), seen("findings"))


def ratio(base: Callable[[], object], other: Callable[[], object]) -> float:
    """Return how many times as long `other` takes, the median of rounds of both.

    Each round stands deeper on the stack: CPython 3.11 asks the system for memory at each
    call that happens to cross a border of its stack, which makes any function slow by chance.
    """
    base(), other()
    rounds = range(0, ROUNDS * FRAMES, FRAMES)
    return median(deep_down(frames, other) / deep_down(frames, base) for frames in rounds)


def deep_down(frames: int, call: Callable[[], object]) -> float:
    return deep_down(frames - 1, call) if frames else timed(call)


def timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
