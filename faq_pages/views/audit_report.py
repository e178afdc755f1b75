"""Reports > Content audit: what is to be mended, on which page, and how."""

from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from faq_pages import audit
from faq_pages.models import AuditFinding
from faq_pages.models.audits import findings_for
from faq_pages.views.spreadsheets import no_formula

MAY_SEE = ["change"]

# How long whoever opens the report waits at most for pages that changed since their audit.
PATIENCE_SECONDS = 2.0


class AuditFilters(WagtailFilterSet):
    """Which findings are listed."""

    severity = ChoiceFilter(
        label=_("Severity"), choices=AuditFinding._meta.get_field("severity").choices
    )
    group = ChoiceFilter(label=_("Group"), choices=AuditFinding._meta.get_field("group").choices)
    rule = ChoiceFilter(label=_("Check"), choices=lambda: _found_rules())
    title = CharFilter(
        label=_("Page title contains"), field_name="page__title", lookup_expr="icontains"
    )

    class Meta:
        model = AuditFinding
        fields = ["severity", "group", "rule", "title"]


def _found_rules() -> list[tuple[str, str]]:
    rules = AuditFinding.objects.order_by("rule").values_list("rule", flat=True).distinct()
    return [(rule, rule) for rule in rules]


class AuditReport(ReportView):
    """Lists every finding on the pages that the reader may edit, the gravest first.

    Pages that changed since their audit are read again when the report is opened, for a
    short while; the rest is for the next time, or for `manage.py audit`.
    """

    model = AuditFinding
    page_title = _("Content audit")
    header_icon = "clipboard-list"
    verbose_name_plural = _("findings")
    index_url_name = "faq_pages_audit_report"
    index_results_url_name = "faq_pages_audit_report_results"
    template_name = "faq_pages/admin/audit_report.html"
    filterset_class = AuditFilters
    permission_policy = page_permission_policy
    any_permission_required = MAY_SEE
    default_ordering = None
    is_searchable = False
    export_filename = "content-audit"

    custom_field_preprocess = {
        field: {ReportView.FORMAT_CSV: no_formula} for field in ("page", "message", "remedy")
    }
    list_export = ["severity", "group", "rule", "page", "message", "remedy", "url", "block"]
    export_headings = {
        "severity": _("Severity"),
        "group": _("Group"),
        "rule": _("Check"),
        "page": _("Page"),
        "message": _("Finding"),
        "remedy": _("What to do"),
        "url": _("Address"),
        "block": _("Block"),
    }

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        self.waiting = audit.refresh(PATIENCE_SECONDS)
        return super().get(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[AuditFinding]:
        return findings_for(self.request.user)

    def order_queryset(self, queryset: QuerySet[AuditFinding]) -> QuerySet[AuditFinding]:
        return queryset

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return {**context, "state": self._state}

    @cached_property
    def _state(self) -> str:
        """How much of the site the report knows, in a sentence."""
        if not self.waiting:
            return gettext(
                "Every page was read since it was last published. The links between pages are "
                "followed by “manage.py audit” alone."
            )
        return ngettext(
            "%(number)d page was published since and is not read yet. Open the report again, "
            "or run “manage.py audit”.",
            "%(number)d pages were published since and are not read yet. Open the report again, "
            "or run “manage.py audit”.",
            self.waiting,
        ) % {"number": self.waiting}

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {
            "severity": item.get_severity_display(),
            "group": item.get_group_display(),
            "rule": item.rule,
            "page": item.page.get_admin_display_title() if item.page else "",
            "message": item.message,
            "remedy": item.remedy,
            "url": item.url,
            "block": item.block,
        }

    @property
    def columns(self) -> list[Column]:
        return [
            Column("message", label=_("Finding"), accessor=_finding, width="50%"),
            Column(
                "severity", label=_("Severity"), accessor=lambda row: row.get_severity_display()
            ),
            Column("group", label=_("Group"), accessor=lambda row: row.get_group_display()),
            Column("page", label=_("Page"), accessor=_page),
        ]


class AuditMenuItem(MenuItem):
    """The report's place in the menu, for whom it has something to show."""

    def is_shown(self, request: Any) -> bool:
        return bool(page_permission_policy.user_has_any_permission(request.user, MAY_SEE))


def _finding(row: AuditFinding) -> str:
    return format_html(
        '<p><b>{}</b></p><p>{}</p><p class="w-help-text">{}</p>', row.message, row.remedy, row.rule
    )


def _page(row: AuditFinding) -> str:
    """Where to mend it: in the editor, at its block if it has one."""
    address = urlsplit(row.url)
    shown = f"{address.path}?{address.query}" if address.query else address.path
    if row.page is None:
        return format_html('<a href="{}">{}</a>', row.url, shown)
    editor = reverse("wagtailadmin_pages:edit", args=[row.page.pk])
    anchor = f"#block-{row.block}-section" if row.block else ""
    return format_html(
        '<a href="{}{}">{}</a><br><span class="w-help-text">{}</span>',
        editor,
        anchor,
        row.page.get_admin_display_title(),
        shown,
    )
