"""The blocks of a page, by kind: questions, parts of answers, endings, the body."""

from faq_pages.blocks.body import BodyBlock, opening_blocks
from faq_pages.blocks.endings import CallToActionBlock, SourceBlock, SourcesBlock
from faq_pages.blocks.parts import CalloutBlock, ImageBlock, RichTextBlock, TableBlock, TextBlock
from faq_pages.blocks.questions import QuestionBlock, SectionHeadingBlock, TLDRBlock

__all__ = [
    "BodyBlock",
    "CallToActionBlock",
    "CalloutBlock",
    "ImageBlock",
    "QuestionBlock",
    "RichTextBlock",
    "SectionHeadingBlock",
    "SourceBlock",
    "SourcesBlock",
    "TLDRBlock",
    "TableBlock",
    "TextBlock",
    "opening_blocks",
]
