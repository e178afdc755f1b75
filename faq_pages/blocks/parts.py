"""What an answer is made of where rich text is not enough."""

import re
from html import escape
from typing import Any

from django.templatetags.static import static
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail.rich_text import RichText

from faq_pages import conf, content
from faq_pages.blocks import images
from faq_pages.blocks.base import ContentBlock
from faq_pages.blocks.materials import Materials, image_content
from faq_pages.bullets import bullets_to_lists


class RichTextBlock(blocks.RichTextBlock):
    """Rich text with what an answer may hold; typed bullets become lists on save."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": conf.answer_features(), **kwargs})

    def clean(self, value: RichText) -> RichText:
        cleaned = super().clean(value)
        return RichText(bullets_to_lists(cleaned.source))

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        # Migrations know it as Wagtail's, so that it can be renamed or changed.
        return ("wagtail.blocks.RichTextBlock", [], self._constructor_args[1])


class TextBlock(ContentBlock, RichTextBlock):
    def read(self, value: RichText, materials: Materials, id: str = "") -> content.Text | None:
        html = materials.html(value)
        return content.Text(html=html) if html else None

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "faq_pages/parts/text.html"
        description = _("Paragraphs and lists between questions.")
        preview_value = (
            "<p>Bring a list of your medicines to every visit. "
            "It saves time and helps us keep you safe.</p>"
        )


class ImageBlock(ContentBlock, blocks.StructBlock):
    image = images.ImageBlock(required=False)
    caption = blocks.CharBlock(
        required=False,
        max_length=255,
        help_text=_("Shown under the image. Leave it blank if the text says it already."),
    )

    def read(
        self, value: blocks.StructValue, materials: Materials, id: str = ""
    ) -> content.Image | None:
        image = value["image"]
        if not image:
            return None
        alt = "" if image.decorative else image.contextual_alt_text or None
        return image_content(image, alt, value["caption"] or "")

    def preview_part(self, value: Any) -> content.Image:
        return content.Image(
            url=static("faq_pages/example.svg"), width=640, height=360, caption=value["caption"]
        )

    class Meta:
        icon = "image"
        label = _("Image")
        template = "faq_pages/parts/image.html"
        description = _("A picture with its alternative text and a caption.")
        preview_value = {"image": None, "caption": "The joint lies low in the back."}


class TableBlock(ContentBlock, TypedTableBlock):
    text = blocks.CharBlock(required=False, label=_("Plain text"))
    rich_text = RichTextBlock(
        required=False, features=list(conf.SUMMARY_FEATURES), label=_("Formatted text")
    )

    def read(self, value: TypedTable, materials: Materials, id: str = "") -> content.Table | None:
        rows = tuple(tuple(_cell(cell.value, materials) for cell in row) for row in value.rows)
        header = tuple((column["heading"] or "").strip() for column in value.columns)
        if not any(header) and not any(any(row) for row in rows):
            return None
        return content.Table(header=header, rows=rows, caption=(value.caption or "").strip())

    class Meta:
        icon = "table"
        label = _("Table")
        template = "faq_pages/parts/table.html"
        description = _("Facts in rows and columns, such as what to expect week by week.")
        preview_value = {
            "columns": [
                {"type": "text", "heading": "When"},
                {"type": "text", "heading": "What most people can do"},
            ],
            "rows": [
                {"values": ["First week", "Short walks at home"]},
                {"values": ["Week six", "Light work, if your surgeon agrees"]},
            ],
            "caption": "Recovery at a glance",
        }


# A cell of one paragraph needs no paragraph.
_LONE_PARAGRAPH = re.compile(r"^<p>((?:(?!</?p>).)*)</p>$", re.DOTALL)


def _cell(value: str | RichText | None, materials: Materials) -> str:
    if isinstance(value, RichText):
        return _LONE_PARAGRAPH.sub(r"\1", materials.html(value))
    return escape(value or "")


# A callout always says in words what it is: never by its colour alone.
LEVELS: dict[str, content.Level] = {"urgent": "urgent", "warning": "warning", "note": "note"}
DEFAULT_HEADINGS: dict[content.Level, str] = {
    "urgent": gettext_noop("Get help right away"),
    "warning": gettext_noop("Take care"),
    "note": gettext_noop("Good to know"),
}


class CalloutBlock(ContentBlock, blocks.StructBlock):
    level = blocks.ChoiceBlock(
        choices=[
            ("urgent", _("Urgent care")),
            ("warning", _("Warning")),
            ("note", _("Note")),
        ],
        default="note",
        help_text=_("Urgent care is for signs that cannot wait: it stands out most."),
    )
    heading = blocks.CharBlock(
        required=False, max_length=120, help_text=_("“Good to know” or the like if left blank.")
    )
    text = RichTextBlock(required=False, features=list(conf.SUMMARY_FEATURES))

    def read(
        self, value: blocks.StructValue, materials: Materials, id: str = ""
    ) -> content.Callout | None:
        heading, html = (value["heading"] or "").strip(), materials.html(value["text"])
        if not heading and not html:
            return None
        level = LEVELS.get(value["level"], "note")
        return content.Callout(
            level=level, heading=heading or gettext(DEFAULT_HEADINGS[level]), html=html
        )

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "faq_pages/parts/callout.html"
        description = _("Sets urgent-care advice, a warning or a note apart from the text.")
        label_format = "{level}: {heading}"
        preview_value = {
            "level": "urgent",
            "heading": "Call 911 or go to an emergency room",
            "text": "<p>If you lose control of your bladder or bowels, do not wait.</p>",
        }
