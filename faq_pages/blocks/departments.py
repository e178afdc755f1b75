"""A part of the clinic, as its settings list them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from faq_pages import content


class DepartmentBlock(blocks.StructBlock):
    """schema.org's `department`: a name, and how patients reach it."""

    name = blocks.CharBlock(max_length=120, label=_("Name"))
    telephone = blocks.CharBlock(required=False, max_length=40, label=_("Telephone"))
    url = blocks.URLBlock(required=False, label=_("Address on the web"))

    def clean(self, value: Any) -> Any:
        """Refuse what browsers do not open: Django takes ftp:// too."""
        cleaned = super().clean(value)
        url = cleaned["url"] or ""
        if url and not url.lower().startswith(("https://", "http://")):
            message = gettext("“%(url)s” is not a web address. Begin it with https://.")
            error = ValidationError(message % {"url": url})
            raise blocks.StructBlockValidationError({"url": error})
        return cleaned

    def read(self, value: Any) -> content.Department:
        """Return the department; what was never filled in is empty."""
        return content.Department(
            name=(value["name"] or "").strip(),
            telephone=(value["telephone"] or "").strip(),
            url=value["url"] or "",
        )

    class Meta:
        icon = "group"
        label = _("Department")
