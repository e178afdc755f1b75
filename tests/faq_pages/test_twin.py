"""The Markdown twin of a page: all that its readers get, for those who may read it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from markdown_it import MarkdownIt

from faq_pages import content
from faq_pages.blocks import BodyBlock
from faq_pages.markdown import twin_markdown
from tests.public_pages import everything

SITE = content.WebSite(
    name="Clinic",
    url="https://clinic.example/",
    publisher=content.Organization(
        type="MedicalClinic",
        name="Clinic",
        telephone="+1 555 0100",
        address=content.Address(street="1 Long Road", locality="Town"),
    ),
    disclaimer="No personal advice.\nAsk your doctor.",
    contact_url="/contact/",
)
PAGE = content.WebPage(
    url="https://clinic.example/faqs/hips/",
    name="Hips",
    title="Hips | Clinic",
    site=SITE,
    modified=datetime(2026, 3, 4, tzinfo=UTC),
)
QUESTION = content.Question(question="Why?", answer=(content.Text(html="<p>So.</p>"),))

PARTS: dict[type[content.Part], content.Part] = {
    content.Text: content.Text(html="<p>Distinctly worded.</p>"),
    content.Image: content.Image(url="/a.png", width=1, height=1, caption="Distinctly worded."),
    content.Table: content.Table(header=("When",), rows=(("<p>Distinctly worded.</p>",),)),
    content.Callout: content.Callout(level="note", html="<p>Distinctly worded.</p>"),
}


def twin(*items: content.Item, page: content.WebPage = PAGE, **fields: Any) -> str:
    sections = (content.Section(items=items),)
    return twin_markdown(content.FAQ(title="Hips", sections=sections, **fields), page)


def words(text: str) -> str:
    return re.sub(r"\W+", " ", text).lower()


# -- What it says ------------------------------------------------------------------


@pytest.mark.parametrize("kind", get_args(content.Part))
def test_each_kind_of_part_is_there_in_an_answer_and_between(kind: type[content.Part]) -> None:
    part = PARTS[kind]
    assert "Distinctly worded." in twin(part)
    assert "Distinctly worded." in twin(replace(QUESTION, answer=(part,)))


@pytest.mark.parametrize("level", get_args(content.Level))
def test_each_level_of_a_callout_is_there(level: content.Level) -> None:
    assert (
        "Stop\\." in (said := twin(content.Callout(level=level, heading="Stop.")))
        or "Stop." in said
    )


WHOLE = """\
# Hips

Medically reviewed by Ada Moss, MD on Jan. 2, 2026\\
Written by Bo Lind, Nurse\\
Last changed on March 4, 2026

> [!CAUTION]
> **Call 911**

## In short

It is safe.

## Why?

So.

## Sources

- [A study](https://example.org/)

## Who wrote this page

In pain

Here.

## Ready?

[Book](https://clinic.example/book/)

## Related pages

- [Knees \\[old\\]](https://clinic.example/faqs/knees/)

## Topics

- Hip pain

## Clinic

- [+1 555 0100](tel:+15550100)
- 1 Long Road, Town
- [Opening hours and contact](https://clinic.example/contact/)

---

No personal advice.

Ask your doctor.

This page: <https://clinic.example/faqs/hips/>
"""


def test_a_page_is_told_whole_with_what_is_urgent_first() -> None:
    reviewer = content.Person(name="Ada Moss", credentials="MD")
    said = twin(
        QUESTION,
        content.Question(question="No answer?"),
        content.Callout(level="urgent", heading="Call 911"),
        tldr=content.TLDR(html="<p>It is safe.</p>"),
        sources=(content.Source(title="A study", url="https://example.org/"),),
        call_to_action=content.CallToAction(heading="Ready?", button="Book", url="/book/"),
        author=content.Person(name="Bo Lind", job_title="Nurse", description="In pain\nHere."),
        review=content.Review(reviewer=reviewer, reviewed_at=datetime(2026, 1, 2, tzinfo=UTC)),
        topics=(content.Topic(type="MedicalCondition", name="Hip pain"),),
        related=(content.Link(text="Knees [old]", url="/faqs/knees/"),),
    )
    assert said == WHOLE


def test_what_is_not_there_leaves_nothing() -> None:
    site = content.WebSite(
        name="", url="/", publisher=content.Organization(type="MedicalClinic", name="")
    )
    page = content.WebPage(url="", name="", title="", site=site)
    assert twin(QUESTION, page=page) == "# Hips\n\n## Why?\n\nSo.\n"


HOSTILE = "</script> # [x](javascript:alert(1)) <b>*b*</b>\n## y"


def test_hostile_text_is_only_text() -> None:
    person = content.Person(name=HOSTILE, credentials=HOSTILE, job_title=HOSTILE)
    hostile_site = replace(
        SITE,
        disclaimer=HOSTILE,
        contact_url="/a b)<c>",
        publisher=replace(
            SITE.publisher,
            name=HOSTILE,
            telephone="<i>call</i>",
            address=content.Address(street=HOSTILE),
        ),
    )
    said = twin(
        page=replace(PAGE, site=hostile_site, url="https://clinic.example/a>b c/"),
        author=person,
        review=content.Review(reviewer=person, reviewed_at=datetime(2026, 1, 2, tzinfo=UTC)),
        topics=(content.Topic(type="Drug", name=HOSTILE),),
        related=(content.Link(text=HOSTILE, url="/x) y"),),
    )
    html = BeautifulSoup(MarkdownIt("commonmark").render(said), "html.parser")
    assert not html.find_all(["b", "i", "em", "script"])
    assert {tag.name for tag in html.find_all(True)} <= {
        "h1",
        "h2",
        "p",
        "br",
        "ul",
        "li",
        "a",
        "hr",
    }
    assert not [a for a in html.find_all("a") if str(a["href"]).startswith("javascript")]
    assert [heading.text for heading in html.find_all("h2")][:2] == ["Related pages", "Topics"]


@pytest.mark.django_db
def test_no_block_of_a_page_is_lost() -> None:
    made = everything()
    stored = {block.block_type for block in made.faq.body}
    assert stored == set(BodyBlock().child_blocks)
    said = words(Client().get(made.faq.twin_path).content.decode())
    wanted = [*written(made.faq.read()), "No personal advice.", "+1 555 0100", "1 Long Road"]
    wanted += ["Medically reviewed by Ada Moss", "Written by Ada Moss", made.faq.full_url]
    assert len(wanted) > 35
    assert [text for text in wanted if words(text).strip() not in said] == []


def written(faq: content.FAQ) -> Iterator[str]:
    """All words of a page, in pieces that stay together."""
    yield from (faq.title, faq.cover.alt, faq.tldr.words)
    for section in faq.sections:
        yield section.heading
        for item in section.items:
            if isinstance(item, content.Question):
                yield item.question
            for part in item.answer if isinstance(item, content.Question) else [item]:
                yield from of_part(part)
    for source in faq.sources:
        yield from (source.title, source.publisher, source.url)
    yield from (faq.call_to_action.heading, faq.call_to_action.text, faq.call_to_action.button)
    yield from (link.text for link in faq.related)
    yield from (topic.name for topic in faq.topics)


def of_part(part: content.Part) -> Iterator[str]:
    match part:
        case content.Image():
            yield from (part.alt, part.caption, part.url)
        case content.Table():
            yield from (part.caption, *part.header, *(cell for row in part.rows for cell in row))
        case _:
            yield from re.split(r"(?<=[.:])\s", part.words)
