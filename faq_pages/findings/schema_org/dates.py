"""Whether the dates of a graph are dates, and can be true."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.schema_org import vocabulary
from faq_pages.findings.schema_org.graph import Node, literal, quoted

DATE_FORMAT = Rule(
    "date-format",
    "structured data",
    "error",
    50,
    gettext_lazy("Write a day as 2026-05-31, a time as 08:30, a moment as 2026-05-31T08:30:00Z."),
)
DATE_IMPOSSIBLE = Rule(
    "date-impossible",
    "structured data",
    "error",
    60,
    gettext_lazy("Mend the date where it comes from."),
)

# What happened to the page, and so can be judged: it is over, and the web is not older.
_HAPPENED = ("datePublished", "dateModified", "dateCreated", "uploadDate", "lastReviewed")
_EARLIEST = date(1990, 1, 1)

# A day has begun somewhere when it is still yesterday here, at most this much earlier.
_ZONES = timedelta(hours=14)

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[-+]\d\d:?\d\d)\Z", re.ASCII)
_HOUR = re.compile(r"\d\d:\d\d(:\d\d)?(Z|[-+]\d\d:\d\d)?\Z", re.ASCII)


def check_dates(page: PageFacts) -> Iterator[Finding]:
    """Whether dates are in ISO 8601, moments with a zone, and none is ahead or too old."""
    for node in page.graph.nodes:
        block = page.block_of(node.url)
        for name in node.values:
            kinds = {"Date", "DateTime", "Time"}.intersection(vocabulary.ranges(name))
            if not kinds or "Text" in vocabulary.ranges(name):
                continue
            for text in filter(None, map(literal, node.of(name))):
                if not any(_is_written(text, kind) for kind in kinds):
                    yield DATE_FORMAT(
                        _(
                            "“%(name)s” of %(node)s is “%(text)s”, which is no date that machines "
                            "read."
                        )
                        % {"name": name, "node": node.label, "text": quoted(text)},
                        block=block,
                    )
        yield from _impossible(node, page.around.now, block)


def _impossible(node: Node, now: datetime, block: str) -> Iterator[Finding]:
    found = {name: moment for name in _HAPPENED if (moment := read(node.text(name)))}
    for name, moment in found.items():
        if _is_ahead(moment, now) or _day(moment) < _EARLIEST:
            yield DATE_IMPOSSIBLE(
                _("“%(name)s” of %(node)s is %(date)s, which cannot be.")
                % {"name": name, "node": node.label, "date": node.text(name)},
                block=block,
            )
    published, modified = found.get("datePublished"), found.get("dateModified")
    if published and modified and _is_before(modified, published):
        yield DATE_IMPOSSIBLE(
            _("%(node)s was changed on %(modified)s, before it was published on %(published)s.")
            % {
                "node": node.label,
                "modified": node.text("dateModified"),
                "published": node.text("datePublished"),
            },
            block=block,
        )


def read(text: str) -> date | datetime | None:
    """Return the day or the moment that `text` is in ISO 8601; None if it is neither."""
    try:
        if _DAY.match(text):
            return date.fromisoformat(text)
        return datetime.fromisoformat(text) if _MOMENT.match(text) else None
    except ValueError:
        return None


def _is_written(text: str, kind: str) -> bool:
    if kind != "Time":
        return read(text) is not None and (kind == "Date" or not _DAY.match(text))
    try:
        return bool(_HOUR.match(text)) and time.fromisoformat(text) is not None
    except ValueError:
        return False


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _is_ahead(moment: date | datetime, now: datetime) -> bool:
    if isinstance(moment, datetime):
        return moment > now
    return moment > (now.astimezone(UTC) + _ZONES).date()


def _is_before(one: date | datetime, other: date | datetime) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return _day(one) < _day(other)
