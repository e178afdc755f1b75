"""The editor's form of an FAQ page."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from wagtail.admin.forms import WagtailAdminPageForm

from faq_pages.blocks.body import typed_twice


class FAQPageForm(WagtailAdminPageForm):
    """Checks what one block alone cannot know. Drafts save with anything blank."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        body = cleaned.get("body")
        if body and (error := typed_twice(body, self.instance.anchors)):
            self.add_error("body", error)
        if not self.is_deferred_validation and _lacks_alt(cleaned):
            self.add_error("cover_alt", _alt_wanted(cleaned["cover_image"].title))
        return cleaned


def _lacks_alt(cleaned: dict[str, Any]) -> bool:
    described = cleaned.get("cover_alt", "").strip() or cleaned.get("cover_decorative")
    return bool(cleaned.get("cover_image")) and not described


def _alt_wanted(title: str) -> forms.ValidationError:
    message = gettext(
        "The cover image “%(title)s” has no alternative text. "
        "Say what it shows, or tick “decorative”."
    )
    return forms.ValidationError(message % {"title": title})
