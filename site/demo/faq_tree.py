"""The FAQ pages, made from their words as an imported document's are."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Site

from demo.links import page_at
from demo.site_tree import publish
from demo.texts.faqs import FAQS, FAQText
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
    page: FAQPage = create_draft(text.faq, around.index, user=around.users["editor"])
    cover = around.images[text.picture]
    page.slug = text.slug
    page.cover_image, page.cover_alt = cover, cover.description
    page.author = around.author
    page.topics = list(Topic.objects.filter(slug__in=[topic.slug for topic in text.topics]))
    _illustrate(page, text, around.images)
    page.body.append(("call_to_action", {"snippet": around.call_to_action}))
    page.save()
    return page


def _illustrate(page: FAQPage, text: FAQText, images: dict[str, Any]) -> None:
    questions = list(page.body.blocks_by_name("question"))
    for illustration in text.illustrations:
        image = images[illustration.picture]
        image.contextual_alt_text, image.decorative = image.description, False
        questions[illustration.question - 1].value["parts"].append(
            ("image", {"image": image, "caption": illustration.caption})
        )
