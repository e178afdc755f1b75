"""Blocks, pages and people for tests, each with words of its own."""

import uuid
from typing import Any

from django.contrib.auth.models import User
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from faq_pages.models import FAQIndexPage, FAQPage, Person

Block = dict[str, Any]


def block(type_: str, value: Any, id: str = "") -> Block:
    return {"type": type_, "value": value, "id": id or str(uuid.uuid4())}


def question(
    words: str = "Will it hurt?",
    answer: str = "<p>A little, and only for a day.</p>",
    *,
    anchor: str = "",
    parts: list[Block] | None = None,
    id: str = "",
) -> Block:
    value = {"question": words, "answer": answer, "parts": parts or [], "anchor": anchor}
    return block("question", value, id)


def tldr(text: str = "<p>It is safe and quick.</p>", heading: str = "") -> Block:
    return block("tldr", {"heading": heading, "text": text})


def heading(words: str = "Afterwards", id: str = "") -> Block:
    return block("section_heading", {"heading": words}, id)


def callout(text: str = "<p>Call us at once.</p>", level: str = "urgent") -> Block:
    return block("callout", {"level": level, "heading": "", "text": text})


def table(*rows: tuple[str, ...], header: tuple[str, ...] = ("When", "What")) -> Block:
    value = {
        "columns": [{"type": "text", "heading": text} for text in header],
        "rows": [{"values": list(row)} for row in rows],
        "caption": "Week by week",
    }
    return block("table", value)


def image(id: int, alt: str = "A hip", caption: str = "") -> Block:
    value = {"image": id, "alt_text": alt, "decorative": False}
    return block("image", {"image": value, "caption": caption})


def sources(*titles: str) -> Block:
    return block(
        "sources",
        [
            block("item", {"title": title, "publisher": "A library", "url": "https://example.org/"})
            for title in titles
        ],
    )


def call(**fields: Any) -> Block:
    blank = {"snippet": None, "heading": "", "text": "", "button": "", "page": None}
    return block("call_to_action", {**blank, "url": "", "phone": "", **fields})


def index_page(title: str = "FAQs", slug: str = "faqs") -> FAQIndexPage:
    """A published index under the root page of the default site."""
    parent = Site.objects.get(is_default_site=True).root_page
    index: FAQIndexPage = parent.add_child(instance=FAQIndexPage(title=title, slug=slug))
    return index


def faq_page(
    parent: Page,
    *blocks: Block,
    title: str = "Steroid injections",
    live: bool = True,
    **fields: Any,
) -> FAQPage:
    """A page as an editor makes it: a draft, published if `live`."""
    page = FAQPage(title=title, body=list(blocks), live=False, **fields)
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return FAQPage.objects.get(pk=page.pk)


def person(name: str = "Ada Moss", credentials: str = "MD", **fields: Any) -> Person:
    return Person.objects.create(name=name, credentials=credentials, **fields)


def reviewer(username: str = "reviewer") -> Any:
    """A superuser whose account is linked to a person, its `faq_person`."""
    user = User.objects.create_superuser(username, f"{username}@example.org", "secret")
    person(user=user, job_title="Pain specialist")
    return user


def form_data(title: str, *blocks: Block, **fields: Any) -> dict[str, Any]:
    """What the editor's form posts for `blocks` of questions, TLDRs and headings."""
    from wagtail.test.utils.form_data import inline_formset

    posted = nested_form_data(
        {
            "title": title,
            "slug": fields.pop("slug", "a-page"),
            "body": streamfield([(item["type"], _posted(item)) for item in blocks]),
            "related_pages": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )
    for number, item in enumerate(blocks):
        posted[f"body-{number}-id"] = item["id"]
    return posted


def _posted(item: Block) -> Any:
    value = item["value"]
    match item["type"]:
        case "tldr":
            return {"heading": value["heading"], "text": rich_text(value["text"])}
        case "question":
            return {
                "question": value["question"],
                "answer": rich_text(value["answer"]),
                "parts": streamfield([]),
                "anchor": value["anchor"],
            }
    return value
