"""What stands at the end of a page: its sources and the call to action."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from faq_pages import content, findings
from faq_pages.blocks.base import ContentBlock
from faq_pages.blocks.materials import Materials
from faq_pages.markup import telephone_url


class SourceBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=255, help_text=_("The publication's own title."))
    publisher = blocks.CharBlock(
        required=False, max_length=120, help_text=_("Who published it, such as “NHS”.")
    )
    url = blocks.URLBlock(required=False, label=_("Web address"))

    class Meta:
        icon = "link-external"
        label = _("Source")


class SourcesBlock(ContentBlock, blocks.ListBlock):
    def read(self, value: Any, materials: Materials, id: str = "") -> tuple[content.Source, ...]:
        return tuple(
            content.Source(
                title=source["title"].strip(),
                publisher=(source["publisher"] or "").strip(),
                url=source["url"] or "",
            )
            for source in value
            if source["title"] and source["title"].strip()
        )

    def deconstruct(self) -> tuple[str, Any, Any]:
        return ("wagtail.blocks.ListBlock", *self._constructor_args)

    class Meta:
        icon = "list-ul"
        label = _("Sources")
        template = "faq_pages/includes/sources.html"
        preview_template = "faq_pages/preview/sources.html"
        description = _("What the answers rest on: guidelines, studies, public health pages.")
        preview_value = [
            {
                "title": "Low back pain: care in general practice",
                "publisher": "A public health service",
                "url": "https://example.org/back-pain",
            }
        ]


class CallToActionBlock(ContentBlock, blocks.StructBlock):
    snippet = SnippetChooserBlock(
        "faq_pages.CallToAction",
        required=False,
        label=_("Shared call to action"),
        help_text=_("Choose one that is kept in one place, or write one below."),
    )
    heading = blocks.CharBlock(required=False, max_length=120)
    text = blocks.TextBlock(required=False, rows=2)
    button = blocks.CharBlock(
        required=False, max_length=60, help_text=_("What it does, such as “Book a visit”.")
    )
    page = blocks.PageChooserBlock(
        required=False, help_text=_("Where the button leads: a page, an address or a number.")
    )
    url = blocks.URLBlock(required=False, label=_("Web address"))
    phone = blocks.CharBlock(required=False, max_length=40)

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        errors: dict[str, ValidationError] = {}
        try:
            validate_phone(cleaned["phone"] or "")
        except ValidationError as error:
            errors["phone"] = error
        call = self.read(cleaned, Materials())
        if call and not self.is_deferred_validation:
            for finding in findings.missing_from_call(call):
                errors.setdefault(finding.field, ValidationError(finding.sentence))
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned

    def read(
        self, value: blocks.StructValue, materials: Materials, id: str = ""
    ) -> content.CallToAction | None:
        own = content.CallToAction(
            heading=(value["heading"] or "").strip(),
            text=(value["text"] or "").strip(),
            button=(value["button"] or "").strip(),
            url=target(value["page"], value["url"], value["phone"]),
            id=id,
        )
        shared: content.CallToAction | None = value["snippet"] and value["snippet"].read(id=id)
        # A shared one whose page is gone gives way to what is written in place.
        if shared and (shared.url or not own.url):
            return shared
        return own if own.words or own.url else None

    class Meta:
        icon = "pick"
        label = _("Call to action")
        template = "faq_pages/parts/call_to_action.html"
        description = _("What to do next: call, book or visit. It ends the page.")
        label_format = "{heading}"
        preview_value = {
            "snippet": None,
            "heading": "Questions about your back?",
            "text": "Our team is happy to talk them through with you.",
            "button": "Contact us",
            "page": None,
            "url": "https://example.org/contact/",
            "phone": "",
        }


def target(page: Any, url: str | None, phone: str | None) -> str:
    """Return where a button leads, the first that patients can reach, or ""."""
    return (page.url if page and page.live else "") or url or telephone_url(phone or "")


def validate_phone(number: str) -> None:
    """Raise ValidationError unless `number` is blank or can be called."""
    if number and len(telephone_url(number)) < len("tel:123"):
        raise ValidationError(
            gettext("“%(phone)s” is not a phone number: write it as +1 216 555 0100.")
            % {"phone": number}
        )
