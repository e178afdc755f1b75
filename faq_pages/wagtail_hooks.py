"""Registers what the app adds to Wagtail's admin."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from faq_pages.models import CallToAction, FAQIndexPage, FAQPage, Person, RemovedAddress, Topic
from faq_pages.views.audit_report import AuditMenuItem, AuditReport
from faq_pages.views.checks import with_our_checks
from faq_pages.views.document_menu import ImportMenuItem, may_import
from faq_pages.views.feedback_report import FeedbackMenuItem, FeedbackReport
from faq_pages.views.home import FAQHomePanel
from faq_pages.views.publishing import incomplete_pages
from faq_pages.views.reviews import SignReview, may_sign


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    list_display = ["name", "credentials", "job_title"]


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = ["name", "type"]
    list_filter = ["type"]


class CallToActionViewSet(SnippetViewSet):
    model = CallToAction
    icon = "pick"
    list_display = ["name", "button"]


class RemovedAddressViewSet(SnippetViewSet):
    model = RemovedAddress
    icon = "link"
    menu_label = _("Removed addresses")
    menu_order = 850  # as the redirects, beside which it is wanted
    add_to_settings_menu = True
    list_display = ["path", "site", "removed_at"]
    search_fields = ["path"]


class FAQLibrary(SnippetViewSetGroup):
    """What FAQ pages share, in one menu."""

    menu_label = _("FAQ library")
    menu_icon = "help"
    menu_order = 250
    items = (PersonViewSet, TopicViewSet, CallToActionViewSet)


register_snippet(FAQLibrary)
register_snippet(RemovedAddressViewSet)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    return [
        path(
            "faq/<int:page_id>/import-a-document/",
            _from_documents("ImportDocument"),
            name="faq_pages_import_document",
        ),
        path(
            "faq/document/<uuid:upload_id>/",
            _from_documents("ReviewDocument"),
            name="faq_pages_review_document",
        ),
        path("faq/<int:page_id>/sign/", SignReview.as_view(), name="faq_pages_sign_review"),
        path("reports/content-audit/", AuditReport.as_view(), name="faq_pages_audit_report"),
        path(
            "reports/content-audit/results/",
            AuditReport.as_view(results_only=True),
            name="faq_pages_audit_report_results",
        ),
        path("reports/feedback/", FeedbackReport.as_view(), name="faq_pages_feedback_report"),
        path(
            "reports/feedback/results/",
            FeedbackReport.as_view(results_only=True),
            name="faq_pages_feedback_report_results",
        ),
    ]


def _from_documents(name: str) -> Callable[..., HttpResponseBase]:
    """Return a view of `views.documents`, which is imported when somebody asks for it.

    With it come the importer and the libraries that read Word and Markdown: a tenth of what a
    site takes to start, for what few of its processes ever do.
    """

    def view(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        from faq_pages.views import documents

        answer: HttpResponseBase = getattr(documents, name).as_view()(request, **kwargs)
        return answer

    return view


@hooks.register("register_reports_menu_item")
def register_feedback_report() -> FeedbackMenuItem:
    return FeedbackMenuItem(
        _("Patient feedback"),
        reverse("faq_pages_feedback_report"),
        name="faq-pages-feedback",
        icon_name="comment",
        order=650,
    )


@hooks.register("register_reports_menu_item")
def register_audit_report() -> AuditMenuItem:
    return AuditMenuItem(
        _("Content audit"),
        reverse("faq_pages_audit_report"),
        name="faq-pages-content-audit",
        icon_name="clipboard-list",
        order=640,
    )


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="faq_pages", codename="add_clinicalreview"
    )


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(
        "faq_pages.clinical_review", _("Clinical review"), _("Signed the words of the page")
    )


@hooks.register("construct_homepage_panels")
def add_home_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(FAQHomePanel())


@hooks.register("construct_wagtail_userbar")
def add_checks(request: HttpRequest, items: list[Any], page: Any) -> None:
    items[:] = with_our_checks(items)


@hooks.register("register_page_header_buttons")
def header_buttons(page: Any, user: Any, **kwargs: Any) -> Iterator[Button]:
    yield from _buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page: Any, user: Any, **kwargs: Any) -> Iterator[Button]:
    yield from _buttons(page, user)


@hooks.register("register_page_action_menu_item")
def register_import_menu_item() -> ImportMenuItem:
    return ImportMenuItem()


def _buttons(page: Any, user: Any) -> Iterator[Button]:
    page = page.specific
    if not page.alias_of_id and may_import(user, page):
        is_index = isinstance(page, FAQIndexPage)
        yield Button(
            _("Import a document") if is_index else _("Replace from a document"),
            url=reverse("faq_pages_import_document", args=[page.pk]),
            icon_name="doc-full",
            priority=15,
        )
    if isinstance(page, FAQPage) and may_sign(user, page):
        yield Button(
            _("Sign clinical review"),
            url=reverse("faq_pages_sign_review", args=[page.pk]),
            icon_name="check",
            priority=15,
        )


@hooks.register("before_bulk_action")
def refuse_incomplete_pages(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Bulk publishing asks for what the editor's form asks for: no page goes live without."""
    if action_type != "publish":
        return None
    refused = list(incomplete_pages(objects, **action.get_execution_context()))
    for page, sentence in refused:
        messages.error(
            request,
            gettext("“%(title)s” was not published. %(reason)s")
            % {"title": page.get_admin_display_title(), "reason": sentence},
        )
    return redirect(action.next_url) if refused else None
