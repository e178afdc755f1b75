"""Tags for the preview that lists what is to be mended."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import template

from faq_pages import audit
from faq_pages.findings import Finding, shortlist

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
