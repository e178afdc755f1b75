"""One file on its way from the disk to a page."""

import os
import time
from dataclasses import dataclass, replace
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction

from faq_pages import conf
from faq_pages.importing import Imported, Refusal, Surroundings, read_file
from faq_pages.importing.drafts import create_draft, page_from, publish, replace_body, why_closed
from faq_pages.importing.files import opened
from faq_pages.importing.library import bring_in
from faq_pages.importing.report import Outcome
from faq_pages.models import FAQIndexPage, FAQPage


@dataclass(frozen=True, kw_only=True)
class Destination:
    """Where pages of files go.

    `live` publishes what is complete; `update` replaces the page that was made
    from a file of the same name.
    """

    index: FAQIndexPage
    site: Surroundings
    live: bool = False
    update: bool = False


def run(
    name: str, destination: Destination | None = None, site: Surroundings | None = None
) -> Outcome:
    """Import the file at `name`; without a `destination`, only say what it holds.

    `site` is the one that it may refer to, that of the destination if there is one.
    """
    start = time.perf_counter()
    # A name may have bytes that are no text, which nobody could print.
    shown = os.fsencode(name).decode("utf-8", "replace")
    try:
        limit = conf.max_document_bytes()
        site = destination.site if destination else site
        with opened(Path(name)) as file:
            data = file.read(limit + 1)
        imported = read_file(Path(shown).name, data, site, limit)
        outcome = Outcome(name=shown, imported=imported)
        if destination:
            outcome = _with_page(outcome, imported, destination)
    except Refusal as refusal:
        outcome = Outcome(name=shown, message=str(refusal), has_failed=True)
    except ValidationError as error:
        message = f"Wagtail cannot keep the page: {' '.join(error.messages)}"
        outcome = Outcome(name=shown, message=message, has_failed=True)
    return replace(outcome, seconds=time.perf_counter() - start)


@transaction.atomic
def _with_page(outcome: Outcome, imported: Imported, destination: Destination) -> Outcome:
    # A record of `load_faqs` may have the same name, and is something else.
    source_id = f"file:{Path(outcome.name).name}"
    known = page_from(source_id, destination.index)
    if known and destination.update and (closed := why_closed(known)):
        raise Refusal(f"{_place(known)}, {closed}: import the file again when it is free.")
    brought = bring_in(imported.pictures.values())
    if known and destination.update:
        page = replace_body(
            known, imported.faq, images=brought.ids, title=imported.faq.title, site=destination.site
        )
    else:
        page = create_draft(
            imported.faq,
            destination.index,
            images=brought.ids,
            source_id=source_id,
            site=destination.site,
        )
    message, has_failed = _result(page, known, destination)
    unsure = (*imported.unsure, *brought.refused)
    return replace(
        outcome,
        imported=replace(imported, unsure=unsure),
        message=message,
        has_failed=has_failed,
    )


def _result(page: FAQPage, known: FAQPage | None, destination: Destination) -> tuple[str, bool]:
    """Return what came of the page, and whether that is not as asked."""
    if destination.live:
        if obstacles := publish(page):
            return " ".join([f"It stays a draft: {_place(page)}.", *obstacles]), True
        return f"It is published: {page.full_url}", False
    if known and destination.update:
        return f"It replaced the body of {_place(page)}.", False
    made = f"It is a draft now: {_place(page)}."
    if known:
        made += (
            f" A file of this name was imported before, as {_place(known)}: --update replaces it."
        )
    return made, False


def _place(page: FAQPage) -> str:
    return f"“{page.title}”, page {page.pk} in the admin"
