"""The FAQ pages, made from their words as an imported document's are."""

from dataclasses import dataclass, replace
from typing import Any, TypeGuard

from wagtail.models import Site

from demo.links import page_at
from demo.site_tree import publish
from demo.texts.faqs import FAQS, FAQText
from faq_pages.content import Callout, Part
from faq_pages.importing.drafts import create_draft
from faq_pages.models import CallToAction, ClinicalReview, FAQPage, Person, RelatedPage, Topic


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the FAQ pages share."""

    site: Site
    index: Any
    images: dict[str, Any]
    users: dict[str, Any]
    author: Person
    call_to_action: CallToAction


def add_faqs(around: Around) -> None:
    """Add the FAQ pages, published and signed by the reviewer."""
    drafts = [_add(text, around) for text in FAQS]
    # Related pages need all of them to be there. The index shows the latest first.
    for page, text in reversed(list(zip(drafts, FAQS, strict=True))):
        page.related_pages = [
            RelatedPage(page=page_at(path, around.site), sort_order=order)
            for order, path in enumerate(text.related)
        ]
        publish(page, around.users)
        signed = FAQPage.objects.get(pk=page.pk)
        ClinicalReview.objects.record(page=signed, user=around.users["reviewer"])


def _add(text: FAQText, around: Around) -> FAQPage:
    # A draft's address comes from its title; another one later would leave a redirect behind.
    addressed = replace(text.faq, title=text.slug)
    page = create_draft(addressed, around.index, user=around.users["editor"])
    page.title = page.draft_title = text.faq.title
    cover = around.images[text.picture]
    page.cover_image, page.cover_alt = cover, cover.description
    page.author = around.author
    page.topics = list(Topic.objects.filter(slug__in=[topic.slug for topic in text.topics]))
    _add_callouts(page, text)
    _illustrate(page, text, around.images)
    page.body.append(("call_to_action", {"snippet": around.call_to_action}))
    page.save()
    return page


def _add_callouts(page: FAQPage, text: FAQText) -> None:
    """Add the callouts that end answers: documents have none, so a draft may lack them."""
    blocks = page.body.blocks_by_name("question")
    for block, question in zip(blocks, text.faq.questions, strict=True):
        parts = block.value["parts"]
        if not any(part.block_type == "callout" for part in parts):
            parts.extend(map(_callout, filter(_is_callout, question.answer)))


def _is_callout(part: Part) -> TypeGuard[Callout]:
    return isinstance(part, Callout)


def _callout(callout: Callout) -> tuple[str, dict[str, str]]:
    return "callout", {"level": callout.level, "heading": callout.heading, "text": callout.html}


def _illustrate(page: FAQPage, text: FAQText, images: dict[str, Any]) -> None:
    questions = list(page.body.blocks_by_name("question"))
    for illustration in text.illustrations:
        image = images[illustration.picture]
        image.contextual_alt_text, image.decorative = image.description, False
        questions[illustration.question - 1].value["parts"].append(
            ("image", {"image": image, "caption": illustration.caption})
        )
