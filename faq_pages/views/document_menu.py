"""The way from the form of a new page to a document that is written already."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem

from faq_pages.models import FAQIndexPage
from faq_pages.views.documents import may_import


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
