"""The page's flat list of blocks: how it starts, what it refuses, how it is read."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.blocks.stream_block import StreamBlockAdapter, StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from faq_pages import anchors, content, findings
from faq_pages.blocks.endings import CallToActionBlock, SourceBlock, SourcesBlock
from faq_pages.blocks.materials import Materials
from faq_pages.blocks.media import editor_media
from faq_pages.blocks.parts import CalloutBlock, ImageBlock, TableBlock, TextBlock
from faq_pages.blocks.questions import QuestionBlock, SectionHeadingBlock, TLDRBlock

Errors = dict[int, Any]


def opening_blocks() -> list[dict[str, Any]]:
    """A new page's TLDR and first question, laid out and blank.

    They carry real ids: Wagtail leaves those of a default None, and then the
    first autosave gives the same question another id each time.
    """
    question = {"question": "", "answer": "", "parts": [], "anchor": ""}
    return [
        {"type": "tldr", "value": {"heading": "", "text": ""}, "id": str(uuid.uuid4())},
        {"type": "question", "value": question, "id": str(uuid.uuid4())},
    ]


@dataclass(frozen=True)
class Body:
    """What the blocks of a page say, grouped as `content.FAQ` has it."""

    tldr: content.TLDR | None = None
    sections: tuple[content.Section, ...] = ()
    sources: tuple[content.Source, ...] = ()
    call_to_action: content.CallToAction | None = None


class BodyBlock(blocks.StreamBlock):
    tldr = TLDRBlock()
    question = QuestionBlock()
    section_heading = SectionHeadingBlock()
    callout = CalloutBlock()
    text = TextBlock()
    image = ImageBlock()
    table = TableBlock()
    sources = SourcesBlock(SourceBlock())
    call_to_action = CallToActionBlock()

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        """Check every block; when publishing, that the page is complete, too.

        What keeps a page from going live is told in the words of
        `findings.obstacles`, which bulk publishing and the importer use as well.
        """
        errors, general = {}, []
        cleaned = value
        try:
            cleaned = super().clean(value)
        except StreamBlockValidationError as error:
            errors, general = error.block_errors, list(error.non_block_errors)
        if not self.is_deferred_validation:
            incomplete, page_wide = _obstacles(self.read(value))
            _merge(errors, {_index(value, id): error for id, error in incomplete.items()})
            general += page_wide
        if errors or general:
            raise StreamBlockValidationError(errors, general)
        return cleaned

    def read(
        self,
        value: blocks.StreamValue,
        published: Mapping[str, anchors.Record] | None = None,
        materials: Materials | None = None,
    ) -> Body:
        """Return what the blocks say; `published` are the anchors that are fixed."""
        materials = materials or Materials(value)
        settled = anchors.settle(anchored(value), published or {})
        read = [
            (child, child.block.read(child.value, materials, child.id or "")) for child in value
        ]
        by_type = {child.block_type: part for child, part in reversed(read) if part}
        return Body(
            tldr=by_type.get("tldr"),
            sections=_sections(read, settled),
            sources=by_type.get("sources", ()),
            call_to_action=by_type.get("call_to_action"),
        )

    class Meta:
        block_counts = {
            "tldr": {"max_num": 1},
            "sources": {"max_num": 1},
            "call_to_action": {"max_num": 1},
        }


class BodyBlockAdapter(StreamBlockAdapter):
    """Opens what needs work, collapses the rest, and adds questions in one click."""

    js_constructor = "faq_pages.blocks.BodyBlock"

    def js_args(self, block: BodyBlock) -> list[Any]:
        *args, meta = super().js_args(block)
        return [*args, {**meta, "addQuestionLabel": gettext("Add question")}]

    @cached_property
    def media(self) -> Any:
        return super().media + editor_media()


register(BodyBlockAdapter(), BodyBlock)


def anchored(value: blocks.StreamValue) -> list[anchors.Anchored]:
    """The blocks of `value` that have an anchor, each with an id of its own."""
    found: list[anchors.Anchored] = []
    seen: set[str] = set()
    for child in value:
        if child.block_type in {"question", "section_heading"}:
            if not child.id or child.id in seen:
                child.id = str(uuid.uuid4())
            seen.add(child.id)
            words = child.value.get("question") or child.value.get("heading") or ""
            found.append(anchors.Anchored(child.id, words, child.value.get("anchor") or ""))
    return found


def typed_twice(
    value: blocks.StreamValue, published: Mapping[str, anchors.Record]
) -> StreamBlockValidationError | None:
    """Return the error for anchors that another question of the page has, if any."""
    message = gettext(
        "“%(anchor)s” is already the anchor of another question on this page. "
        "Type another one, or leave it blank."
    )
    errors = {
        _index(value, block.id): StructBlockValidationError(
            {"anchor": ValidationError(message % {"anchor": block.typed})}
        )
        for block in anchors.typed_twice(anchored(value), published)
    }
    return StreamBlockValidationError(errors) if errors else None


def _sections(
    read: Iterable[tuple[Any, Any]], settled: Mapping[str, anchors.Record]
) -> tuple[content.Section, ...]:
    sections = [content.Section()]
    for child, part in read:
        if not part:
            continue
        if isinstance(part, content.Section):
            sections.append(replace(part, anchor=settled[child.id]["anchor"]))
        elif child.block_type not in {"tldr", "sources", "call_to_action"}:
            if isinstance(part, content.Question):
                record = settled[child.id]
                part = replace(part, anchor=record["anchor"], aliases=tuple(record["aliases"]))
            sections[-1] = replace(sections[-1], items=(*sections[-1].items, part))
    return tuple(section for section in sections if section.heading or section.items)


def _obstacles(body: Body) -> tuple[dict[str, ValidationError], list[ValidationError]]:
    """The obstacles to publishing by block id, and those of the page as a whole.

    A call to action finds its own, wherever its block is used.
    """
    faq = content.FAQ(title="", sections=body.sections)
    by_block: dict[str, dict[str, ValidationError]] = {}
    page_wide = []
    for finding in findings.obstacles(faq):
        error = ValidationError(finding.sentence)
        if finding.block:
            by_block.setdefault(finding.block, {})[finding.field] = error
        else:
            page_wide.append(error)
    return {id: StructBlockValidationError(fields) for id, fields in by_block.items()}, page_wide


def _index(value: blocks.StreamValue, id: str) -> int:
    return next(index for index, child in enumerate(value) if child.id == id)


def _merge(errors: Errors, more: Errors) -> None:
    """Add `more` to `errors`, field by field where a block has both."""
    for index, error in more.items():
        known = errors.get(index)
        if isinstance(known, StructBlockValidationError):
            fields = {**known.block_errors, **error.block_errors}
            errors[index] = StructBlockValidationError(fields, list(known.non_block_errors))
        else:
            errors[index] = error
