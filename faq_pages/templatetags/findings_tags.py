"""Tags for the preview that lists what is to be mended."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import template
from django.utils.translation import gettext as _

from faq_pages import audit
from faq_pages.content import FAQ
from faq_pages.findings import (
    Finding,
    ReadingLevel,
    answer_text,
    prose,
    reading_level,
    shortlist,
    terms_of,
)

register = template.Library()


class Shortlist(NamedTuple):
    shown: tuple[Finding, ...]
    folded: tuple[Finding, ...]


@register.simple_tag(takes_context=True)
def draft_findings(context: template.Context) -> Shortlist:
    """Return the findings of the draft that is previewed, those that matter most apart."""
    content: Mapping[str, Any] = {str(name): value for name, value in context.flatten().items()}
    found = audit.draft_findings(content["page"], content["request"], content)
    return Shortlist(*shortlist(found))


@register.simple_tag(takes_context=True)
def editor_url(context: template.Context, block: str) -> str:
    """Return where the block with the id `block` stands in the editor around the preview; or "".

    It is the editor's own address with an anchor, so that following it leaves nothing.
    """
    editor = getattr(context["request"], "editor_url", "")
    return f"{editor}#block-{block}-section" if editor else ""


class Read(NamedTuple):
    """How a text of the page reads: with all its words, and but for those it cannot avoid."""

    name: str
    block: str
    whole: ReadingLevel
    eased: ReadingLevel


@register.simple_tag
def reading_levels(faq: FAQ, language: str) -> list[Read]:
    """Return how the TLDR and each answer of `faq` read."""
    texts = [(_("In short"), faq.tldr.id, prose(faq.tldr.html))] if faq.tldr else []
    texts += [
        (question.question, question.id, answer_text(question.answer)) for question in faq.questions
    ]
    terms = terms_of(faq)
    return [
        Read(name, block, reading_level(text, (), language), reading_level(text, terms, language))
        for name, block, text in texts
        if text
    ]
