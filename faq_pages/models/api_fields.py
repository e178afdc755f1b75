"""What Wagtail's API says of an FAQ page: the same reading that patients see."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from rest_framework.fields import Field
from wagtail.api import APIField

from faq_pages.content import FAQ, Person, Question, WebPage
from faq_pages.markup import absolute_links

Say = Callable[[FAQ, WebPage], Any]


class ContentField(Field):
    """Says one thing of a page's content, which is read once for all its fields."""

    def __init__(self, say: Say) -> None:
        super().__init__(source="*", read_only=True)
        self.say = say

    def to_representation(self, page: Any) -> Any:
        return self.say(page.content["faq"], page.content["webpage"])


class GraphField(Field):
    """The JSON-LD of a page, as an object."""

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True)

    def to_representation(self, page: Any) -> Any:
        return page.content["graph"]


def _tldr(faq: FAQ, webpage: WebPage) -> dict[str, str] | None:
    return {"heading": faq.tldr.heading, "html": faq.tldr.html} if faq.tldr else None


def _questions(faq: FAQ, webpage: WebPage) -> list[dict[str, Any]]:
    return [_question(question, webpage) for question in faq.complete_questions]


def _question(question: Question, webpage: WebPage) -> dict[str, Any]:
    return {
        "id": question.id,
        "anchor": question.anchor,
        "aliases": list(question.aliases),
        "url": f"{webpage.url}#{question.anchor}",
        "question": question.question,
        "answer": absolute_links("".join(map(_part_html, question.answer)), webpage.base),
    }


def _part_html(part: Any) -> str:
    return render_to_string(f"faq_pages/parts/{part.kind}.html", {"part": part}).strip()


def _author(faq: FAQ, webpage: WebPage) -> dict[str, Any] | None:
    return _person(faq.author) if faq.author else None


def _review(faq: FAQ, webpage: WebPage) -> dict[str, Any] | None:
    if not faq.review:
        return None
    return {
        "reviewer": _person(faq.review.reviewer),
        "reviewed_at": _time(faq.review.reviewed_at),
    }


def _dates(faq: FAQ, webpage: WebPage) -> dict[str, str | None]:
    return {"published": _time(webpage.published), "modified": _time(webpage.modified)}


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "credentials": person.credentials,
        "job_title": person.job_title,
        "url": person.url,
        "same_as": list(person.same_as),
    }


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


API_FIELDS = [
    APIField("tldr", serializer=ContentField(_tldr)),
    APIField("questions", serializer=ContentField(_questions)),
    APIField("author", serializer=ContentField(_author)),
    APIField("review", serializer=ContentField(_review)),
    APIField("dates", serializer=ContentField(_dates)),
    APIField("structured_data", serializer=GraphField()),
]
