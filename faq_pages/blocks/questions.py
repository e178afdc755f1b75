"""The TLDR, the questions and the headings that group them."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import (
    BlockGroup,
    StructBlockAdapter,
    StructBlockValidationError,
)

from faq_pages import anchors, conf, content, findings
from faq_pages.blocks.base import ContentBlock
from faq_pages.blocks.materials import Materials
from faq_pages.blocks.media import editor_media
from faq_pages.blocks.parts import (
    CalloutBlock,
    ImageBlock,
    RichTextBlock,
    TableBlock,
    TextBlock,
)
from faq_pages.markup import plain_text


class TLDRBlock(ContentBlock, blocks.StructBlock):
    heading = blocks.CharBlock(
        required=False,
        max_length=60,
        help_text=_("What patients read above it. “In short” if left blank."),
    )
    text = RichTextBlock(
        required=False,
        features=list(conf.SUMMARY_FEATURES),
        help_text=_("The whole page in three or four plain sentences."),
    )

    def read(
        self, value: blocks.StructValue, materials: Materials, id: str = ""
    ) -> content.TLDR | None:
        html = materials.html(value["text"])
        if not html:
            return None
        return content.TLDR(html=html, heading=(value["heading"] or "").strip(), id=id)

    class Meta:
        icon = "info-circle"
        label = _("TLDR")
        template = "faq_pages/parts/tldr.html"
        description = _("The short answer, at the top of the page and in search results.")
        label_format = "{text}"
        form_layout = BlockGroup(children=["text"], settings=["heading"])
        preview_value = {
            "heading": "",
            "text": "<p>Most people walk on the day of the procedure and go home the same day. "
            "Full healing takes several months.</p>",
        }


class AnswerPartsBlock(blocks.StreamBlock):
    text = TextBlock(required=False)
    table = TableBlock()
    image = ImageBlock()
    callout = CalloutBlock()

    def read(self, value: blocks.StreamValue, materials: Materials) -> list[content.Part]:
        parts = (child.block.read(child.value, materials, child.id) for child in value)
        return [part for part in parts if part]


class QuestionBlock(ContentBlock, blocks.StructBlock):
    question = blocks.CharBlock(
        max_length=findings.QUESTION_LENGTH,
        help_text=_("As a patient would ask it, with a question mark."),
    )
    answer = RichTextBlock(
        help_text=_("Start with the answer itself, then explain. Short sentences help.")
    )
    parts = AnswerPartsBlock(
        required=False,
        label=_("More of the answer"),
        help_text=_("Tables, images and callouts that belong to this answer."),
    )
    anchor = blocks.CharBlock(
        required=False,
        max_length=anchors.MAX_LENGTH,
        help_text=_(
            "The end of this question's own link, as in /page/#anchor. Leave it blank: it follows "
            "the words and stays fixed once the page is published."
        ),
    )

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        cleaned["anchor"] = (cleaned["anchor"] or "").strip().removeprefix("#")
        if cleaned["anchor"]:
            _check_anchor(cleaned["anchor"])
        return cleaned

    def read(
        self, value: blocks.StructValue, materials: Materials, id: str = ""
    ) -> content.Question:
        html = materials.html(value["answer"])
        answer = [content.Text(html=html)] if html else []
        return content.Question(
            question=(value["question"] or "").strip(),
            answer=(*answer, *self.child_blocks["parts"].read(value["parts"], materials)),
            id=id,
        )

    class Meta:
        icon = "help"
        label = _("Question")
        template = "faq_pages/parts/question.html"
        description = _("A question that patients ask, with its answer.")
        label_format = "{question}"
        form_layout = BlockGroup(children=["question", "answer", "parts"], settings=["anchor"])
        preview_value = {
            "question": "When can I drive again?",
            "answer": "<p>Most people drive again after two to three weeks. Wait until you can "
            "brake hard without pain, and ask us first.</p>",
            "parts": [],
            "anchor": "",
        }


def _check_anchor(anchor: str) -> None:
    try:
        validate_slug(anchor)
    except ValidationError:
        message = gettext(
            "“%(anchor)s” cannot be an anchor: use letters, digits, hyphens and underscores only."
        )
    else:
        if not anchors.is_reserved(anchor):
            return
        message = gettext("“%(anchor)s” is an anchor of the page's layout: choose another one.")
    raise StructBlockValidationError({"anchor": ValidationError(message % {"anchor": anchor})})


class QuestionBlockAdapter(StructBlockAdapter):
    """Leaves the anchor behind when an editor duplicates a question."""

    js_constructor = "faq_pages.blocks.QuestionBlock"

    @cached_property
    def media(self) -> Any:
        return super().media + editor_media()


register(QuestionBlockAdapter(), QuestionBlock)


class SectionHeadingBlock(ContentBlock, blocks.StructBlock):
    heading = blocks.CharBlock(max_length=120, help_text=_("Groups the questions that follow it."))

    def read(
        self, value: blocks.StructValue, materials: Materials, id: str = ""
    ) -> content.Section | None:
        heading = (value["heading"] or "").strip()
        return content.Section(heading=heading) if heading else None

    class Meta:
        icon = "title"
        label = _("Section heading")
        template = "faq_pages/parts/section.html"
        description = _("A heading over a group of questions, such as “After surgery”.")
        preview_value = {"heading": "After surgery"}


def is_complete(stored: Mapping[str, Any]) -> bool:
    """Whether a question as the database has it asks something and is answered."""
    has_answer = plain_text(stored.get("answer") or "") or stored.get("parts")
    return bool((stored.get("question") or "").strip() and has_answer)
