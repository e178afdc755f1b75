"""A page of questions, and one that shows nothing: the least that Wagtail can do."""

import json
from typing import Any

from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import expand_db_html
from wagtailseo.models import SeoMixin


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock()
    answer = blocks.RichTextBlock()

    class Meta:
        template = "reference/question.html"


class FAQPage(SeoMixin, Page):
    body = StreamField([("question", QuestionBlock())])

    content_panels = [*Page.content_panels, FieldPanel("body")]
    promote_panels = SeoMixin.seo_panels

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        questions = [
            {
                "@type": "Question",
                "name": block.value["question"],
                "acceptedAnswer": {
                    "@type": "Answer",
                    "text": expand_db_html(block.value["answer"].source),
                },
            }
            for block in self.body
        ]
        graph = {
            "@context": "https://schema.org",
            "@type": "FAQPage",
            "url": self.full_url,
            "mainEntity": questions,
        }
        return {**context, "graph": json.dumps(graph)}


class ListPage(Page):
    template = "reference/constant.html"


class BarePage(Page):
    """No field and no fact: what is left is Wagtail's way to a page."""

    template = "reference/constant.html"
