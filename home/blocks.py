"""The body of a content page: the app's own blocks, and text with headings."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from faq_pages.blocks import (
    CalloutBlock,
    CallToActionBlock,
    ImageBlock,
    RichTextBlock,
    TableBlock,
)

# `h1` is the page's title. Pictures and tables have blocks of their own, where
# they get alternative texts and captions.
TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class TextBlock(RichTextBlock):
    class Meta:
        label = _("Text")
        description = _("Headings, paragraphs and lists.")
        preview_value = (
            "<h2>What to bring</h2><p>A list of your medicines, and someone to drive you home.</p>"
        )


class ContentBlock(blocks.StreamBlock):
    text = TextBlock(features=TEXT_FEATURES)
    image = ImageBlock()
    table = TableBlock()
    callout = CalloutBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        block_counts = {"call_to_action": {"max_num": 1}}
