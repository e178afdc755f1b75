"""One file on its way from the disk to a page."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from faq_pages.content import Link
from faq_pages.importing import Imported, Refusal, read_file
from faq_pages.importing.drafts import create_draft, publish
from faq_pages.importing.formats import MAX_BYTES
from faq_pages.importing.report import Outcome
from faq_pages.models import FAQIndexPage, FAQPage


def run(
    name: str, pages: Sequence[Link] = (), parent: FAQIndexPage | None = None, *, live: bool = False
) -> Outcome:
    """Import the file at `name`; without a `parent`, only say what it holds.

    `pages` are those that phrases without a link may mean. `live` publishes
    the page if it is complete.
    """
    start = time.perf_counter()
    try:
        imported = read_file(Path(name).name, _read(name), pages)
        outcome = Outcome(name=name, imported=imported)
        if parent:
            outcome = _with_page(outcome, imported, parent, live=live)
    except Refusal as refusal:
        outcome = Outcome(name=name, message=str(refusal), has_failed=True)
    return replace(outcome, seconds=time.perf_counter() - start)


def _read(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Refusal(f"There is no file “{name}”: check its name and folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Refusal(f"“{name}” cannot be read: {reason}.") from None


def _with_page(
    outcome: Outcome, imported: Imported, parent: FAQIndexPage, *, live: bool
) -> Outcome:
    page = create_draft(imported.faq, parent)
    if not live:
        return replace(outcome, message=f"It is a draft now: {_place(page)}")
    if obstacles := publish(page):
        message = " ".join([f"It stays a draft: {_place(page)}", *obstacles])
        return replace(outcome, message=message, has_failed=True)
    return replace(outcome, message=f"It is published: {page.full_url}")


def _place(page: FAQPage) -> str:
    return f"“{page.title}”, page {page.pk} in the admin."
