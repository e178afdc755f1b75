"""What patients tapped, page by page: where a better answer is missing."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, F, FloatField, Max, Q, QuerySet
from django.db.models.functions import Cast, NullIf
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from faq_pages.blocks.body import anchored
from faq_pages.models import FAQPage, Feedback
from faq_pages.views.spreadsheets import no_formula

MAY_SEE = ["change"]


class Days(WagtailFilterSet):
    """Which days count; all of them if none are chosen."""

    day = DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)

    class Meta:
        model = Feedback
        fields = ["day"]

    @property
    def chosen(self) -> dict[str, date]:
        """The first and the last day as conditions on `day`, as far as they are chosen."""
        days = self.form.cleaned_data.get("day") if self.is_valid() else None
        ends = {"gte": days.start, "lte": days.stop} if days else {}
        return {f"day__{name}": end.date() for name, end in ends.items() if end}


class FeedbackReport(ReportView):
    """Lists the pages that the reader may edit and patients answered, the most "no" first.

    Yes and no are answers about the page as a whole; a question that somebody chose after
    a "no" is counted beside them. However many pages there are, it takes the same queries.
    """

    page_title = _("Patient feedback")
    header_icon = "comment"
    verbose_name_plural = _("answers")
    index_url_name = "faq_pages_feedback_report"
    index_results_url_name = "faq_pages_feedback_report_results"
    filterset_class = Days
    permission_policy = page_permission_policy
    any_permission_required = MAY_SEE
    default_ordering = ["-no", "share", "title", "pk"]
    export_filename = "patient-feedback"

    custom_field_preprocess = {
        field: {ReportView.FORMAT_CSV: no_formula} for field in ("title", "questions")
    }
    list_export = ["title", "yes", "no", "percent", "questions", "last_day"]
    export_headings = {
        "title": _("Page"),
        "yes": _("Yes"),
        "no": _("No"),
        "percent": _("Share of yes in percent"),
        "questions": _("Questions not answered"),
        "last_day": _("Last day"),
    }

    def get_base_queryset(self) -> QuerySet[FAQPage]:
        # A user's permissions are a union of subtrees, so pages are looked up by number.
        mine = page_permission_policy.instances_user_has_any_permission_for(
            self.request.user, MAY_SEE
        )
        return with_counts(FAQPage.objects.filter(pk__in=mine.values("pk")), self._days())

    def filter_queryset(self, queryset: QuerySet[FAQPage]) -> QuerySet[FAQPage]:
        # The days are conditions on what is counted, not on the pages: see `with_counts`.
        return queryset

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        # In place: Wagtail has laid out its table of these same pages before.
        asked = _unanswered([page.pk for page in object_list], self._days())
        for page in object_list:
            page.unanswered = list(_in_words(page, asked[page.pk]))
        return object_list

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {
            "title": item.title,
            "yes": item.yes,
            "no": item.no,
            "percent": _percent(item),
            "questions": "\n".join(f"{words} ({count})" for words, count in item.unanswered),
            "last_day": item.last_day,
        }

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("title", label=_("Page"), url_name="wagtailadmin_pages:edit"),
            Column("yes", label=_("Yes"), sort_key="yes"),
            Column("no", label=_("No"), sort_key="no"),
            Column("share", label=_("Share of yes"), accessor=_share, sort_key="share"),
            Column("questions", label=_("Questions not answered"), accessor=_list),
            Column("last_day", label=_("Last day"), accessor=_last_day, sort_key="last_day"),
        ]

    def _days(self) -> dict[str, date]:
        return self.filters.chosen if self.filters else {}


class FeedbackMenuItem(MenuItem):
    """The report's place in the menu, for whom it has something to show."""

    def is_shown(self, request: Any) -> bool:
        return bool(page_permission_policy.user_has_any_permission(request.user, MAY_SEE))


def with_counts(pages: QuerySet[FAQPage], days: dict[str, date]) -> QuerySet[FAQPage]:
    """Return `pages` that have feedback of `days`, with what was tapped in them.

    `days` holds conditions on the day. Each page gets `yes`, `no`, `share` (of yes, from
    0 to 1, or None) and `last_day`.
    """
    then = Q(**{f"feedback__{name}": day for name, day in days.items()})
    whole = then & Q(feedback__question="")
    counted: QuerySet[FAQPage] = (
        pages.annotate(
            yes=Count("feedback", filter=whole & Q(feedback__helpful=True)),
            no=Count("feedback", filter=whole & Q(feedback__helpful=False)),
            last_day=Max("feedback__day", filter=then),
        )
        .filter(last_day__isnull=False)
        .annotate(share=Cast("yes", FloatField()) / NullIf(F("yes") + F("no"), 0))
    )
    return counted


def _unanswered(pages: list[int], days: dict[str, date]) -> dict[int, list[tuple[str, int]]]:
    """Return the anchors that were chosen after a "no", with how often, by page."""
    rows = Feedback.objects.filter(page__in=pages, helpful=False, **days).exclude(question="")
    counted = rows.values_list("page", "question").annotate(times=Count("pk"))
    found = defaultdict(list)
    for page, anchor, count in counted.order_by("-times", "question"):
        found[page].append((anchor, count))
    return found


def _in_words(page: FAQPage, counted: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield each question as the page asks it now; its anchor if it is not there any more."""
    if not counted:
        return
    words = {block.id: block.words for block in anchored(page.body)}
    by_anchor = {
        name: words[id]
        for id, record in page.settled_anchors().items()
        for name in (record["anchor"], *record["aliases"])
    }
    for anchor, count in counted:
        yield by_anchor.get(anchor) or gettext("#%(anchor)s, removed") % {"anchor": anchor}, count


def _percent(page: Any) -> int | None:
    return None if page.share is None else round(100 * page.share)


def _share(page: Any) -> str:
    percent = _percent(page)
    return "–" if percent is None else f"{percent}%"


def _last_day(page: Any) -> str:
    return date_format(page.last_day)


def _list(page: Any) -> str:
    if not page.unanswered:
        return ""
    items = format_html_join("", "<li>{} ({})</li>", page.unanswered)
    return format_html("<ul>{}</ul>", items)
