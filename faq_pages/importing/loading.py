"""Many FAQs on their way to pages, one after the other and never all at once."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db import reset_queries, transaction

from faq_pages import markup
from faq_pages.content import FAQ
from faq_pages.importing.documents import Refusal
from faq_pages.importing.drafts import MAX_TITLE, create_draft, page_from, publish, replace_body
from faq_pages.importing.indexing import indexed_together
from faq_pages.importing.json_lines import Line
from faq_pages.importing.records import Record, read_record
from faq_pages.importing.sites import surroundings_of
from faq_pages.importing.stream import stream_data
from faq_pages.importing.surroundings import Surroundings
from faq_pages.models import FAQIndexPage, FAQPage

# So many records are one transaction, for about a second: editors wait for no longer.
BATCH = 25


class Fate(Enum):
    """What came of a record."""

    MADE = "made"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """A line that was brought in or refused; `notes` are sentences to print."""

    line: Line
    fate: Fate
    notes: tuple[str, ...] = ()


def load(lines: Iterable[Line], parent: FAQIndexPage, *, live: bool = False) -> Iterator[Loaded]:
    """Bring the records of `lines` in under `parent`; `live` publishes what is complete.

    A record whose page is there updates it. Each is whole or not there at all, so
    a run that was interrupted goes on when it is started again.
    """
    loader = _Loader(parent, live=live)
    lines = iter(lines)
    while batch := [*islice(lines, BATCH)]:
        with transaction.atomic(), indexed_together():
            loaded = [loader.load(line) for line in batch]
        yield from loaded
        # With DEBUG, Django keeps the last thousands of queries, bodies and all.
        reset_queries()


class _Loader:
    """What all records of a run share."""

    def __init__(self, parent: FAQIndexPage, *, live: bool) -> None:
        self.parent = parent
        self.live = live
        self.site = surroundings_of(parent)
        # A page may have been moved to another index since.
        site = parent.get_site()
        self.root = site.root_page if site else parent
        self.lines: dict[str, int] = {}

    def load(self, line: Line) -> Loaded:
        try:
            record = self._record(line)
            with transaction.atomic():
                fate, page, may_publish = self._page(record)
                notes = record.notes if fate is not Fate.UNCHANGED else ()
                notes += self._publish(page) if self.live and may_publish else ()
        except (Refusal, ValidationError) as refusal:
            return Loaded(
                line=line, fate=Fate.REFUSED, notes=(f"Line {line.number}: {_why(refusal)}",)
            )
        return Loaded(
            line=line, fate=fate, notes=tuple(f"Line {line.number}: {note}" for note in notes)
        )

    def _record(self, line: Line) -> Record:
        if isinstance(line.content, Refusal):
            raise line.content
        record = read_record(line.content)
        before = self.lines.setdefault(record.id, line.number)
        if before != line.number:
            raise Refusal(
                f"its “id”, “{record.id}”, is that of line {before}: give each record its own."
            )
        return record

    def _page(self, record: Record) -> tuple[Fate, FAQPage, bool]:
        """Return the page of `record`, what was done to it, and whether it may be published."""
        page = page_from(record.id, self.root)
        if page is None:
            page = create_draft(record.faq, self.parent, source_id=record.id, site=self.site)
            return Fate.MADE, page, True
        if not _has_changed(page, record.faq, self.site):
            return Fate.UNCHANGED, page, _was_left_as_draft(page)
        page = replace_body(page, record.faq, title=record.faq.title, site=self.site)
        return Fate.UPDATED, page, True

    def _publish(self, page: FAQPage) -> tuple[str, ...]:
        if not page.live and page.first_published_at:
            return (f"“{page.title}” was taken offline by an editor, and stays offline.",)
        if obstacles := publish(page):
            return (f"“{page.title}”, page {page.pk}, stays a draft. {' '.join(obstacles)}",)
        return ()


def _has_changed(page: FAQPage, faq: FAQ, site: Surroundings) -> bool:
    """Whether `faq` says something else than what `page` was last made from.

    That is the latest revision that no person has saved. So what an editor has
    changed since is kept until the record itself changes.
    """
    revision = page.revisions.filter(user=None).order_by("-created_at", "-pk").first()
    if revision is None:
        return True
    before = json.loads(revision.content["body"])
    after = stream_data(faq, site)
    is_renamed = revision.content["title"] != markup.shorten(faq.title, MAX_TITLE)
    return bool(is_renamed or _without_ids(before) != _without_ids(after))


def _without_ids(value: Any) -> Any:
    """Return the raw data of a stream without what Wagtail adds to it."""
    if isinstance(value, list):
        return [_without_ids(each) for each in value]
    if isinstance(value, dict):
        kept = {key: each for key, each in value.items() if key not in {"id", "anchor"}}
        return {key: _without_ids(each) for key, each in kept.items()}
    return value


def _was_left_as_draft(page: FAQPage) -> bool:
    """Whether an earlier run has left words that are not online, and nobody changed them."""
    if page.latest_revision is None or page.latest_revision.user_id is not None:
        return False
    return bool(page.has_unpublished_changes if page.live else not page.first_published_at)


def _why(refusal: Refusal | ValidationError) -> str:
    if isinstance(refusal, ValidationError):
        return f"Wagtail cannot keep the page: {' '.join(refusal.messages)}"
    return str(refusal)
