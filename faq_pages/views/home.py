"""The app's place on the admin's first screen."""

from collections.abc import Mapping
from typing import Any, ClassVar

from wagtail.admin.ui.components import Component

from faq_pages.models import FAQIndexPage
from faq_pages.views.document_menu import may_import


class FAQHomePanel(Component):
    """One click to a new FAQ page, blank or from a document."""

    name = "faq_pages"
    template_name = "faq_pages/admin/home_panel.html"
    order = 50

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["faq_pages/editor.css"]}

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        indexes = FAQIndexPage.objects.filter(alias_of=None).order_by("path")
        return {"indexes": [index for index in indexes if may_import(user, index)]}
