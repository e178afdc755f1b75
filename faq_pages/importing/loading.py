"""Many FAQs on their way to pages, one after the other and never all at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import reset_queries, transaction

from faq_pages.importing.documents import Refusal
from faq_pages.importing.drafts import create_draft, page_from, publish, replace_body, why_closed
from faq_pages.importing.indexing import indexed_together
from faq_pages.importing.json_lines import Line
from faq_pages.importing.records import Record, read_record
from faq_pages.importing.sites import surroundings_of
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
        except Exception as error:
            error.add_note(f"This came of line {line.number} of the file.")
            raise
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
            page = create_draft(
                record.faq,
                self.parent,
                source_id=record.id,
                source_digest=record.digest,
                also_called=record.also_called,
                site=self.site,
            )
            return Fate.MADE, page, True
        if page.source_digest == record.digest:
            return Fate.UNCHANGED, page, _was_left_as_draft(page)
        if closed := why_closed(page):
            raise Refusal(f"its page, “{page.title}”, {closed}: bring it in when it is free again.")
        draft = replace_body(
            page,
            record.faq,
            title=record.faq.title,
            also_called=record.also_called,
            site=self.site,
        )
        FAQPage.objects.filter(pk=page.pk).update(source_digest=record.digest)
        draft.source_digest = record.digest
        return Fate.UPDATED, draft, True

    def _publish(self, page: FAQPage) -> tuple[str, ...]:
        if not page.live and page.first_published_at:
            return (f"“{page.title}” was taken offline by an editor, and stays offline.",)
        if obstacles := publish(page):
            return (f"“{page.title}”, page {page.pk}, stays a draft. {' '.join(obstacles)}",)
        return ()


def _was_left_as_draft(page: FAQPage) -> bool:
    """Whether earlier runs have left words that never were online, and no person changed them."""
    never_online = not page.live and not page.first_published_at
    return never_online and not page.revisions.exclude(user=None).exists()


def _why(refusal: Refusal | ValidationError) -> str:
    if isinstance(refusal, ValidationError):
        return f"Wagtail cannot keep the page: {' '.join(refusal.messages)}"
    return str(refusal)
