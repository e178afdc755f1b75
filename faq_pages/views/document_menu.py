"""The way from the admin's screens to a document that is written already."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from faq_pages.models import FAQIndexPage, FAQPage


def may_import(user: Any, page: Page) -> bool:
    """Whether `user` may add pages under an index, or edit the page whose body it would be."""
    on_page = page.permissions_for_user(user)
    if isinstance(page, FAQIndexPage):
        return bool(on_page.can_add_subpage())
    return isinstance(page, FAQPage) and bool(on_page.can_edit() and not on_page.page_locked())


class ImportMenuItem(ActionMenuItem):
    """Offers the import in the menu of a new FAQ page, beside "Save draft"."""

    name = "action-import"
    label = _("Import a document instead")
    icon_name = "doc-full"
    order = 90

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        parent = context.get("parent_page")
        return (
            context["view"] == "create"
            and isinstance(parent, FAQIndexPage)
            and may_import(context["request"].user, parent)
        )

    def get_url(self, context: Mapping[str, Any]) -> str:
        return reverse("faq_pages_import_document", args=[context["parent_page"].pk])
