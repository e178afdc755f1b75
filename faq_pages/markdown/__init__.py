"""An FAQ as Markdown: CommonMark with the tables and alerts of GitHub."""

from faq_pages.markdown.page import faq_markdown
from faq_pages.markdown.twin import twin_markdown

__all__ = ["faq_markdown", "twin_markdown"]
