"""A page that no check of ours has anything to say about, to be spoiled one thing at a time."""

from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from typing import Any

from faq_pages.content import (
    FAQ,
    TLDR,
    Callout,
    CallToAction,
    Image,
    Person,
    Question,
    Review,
    Section,
    Source,
    Text,
    Topic,
)
from faq_pages.findings import PageFacts, Surroundings
from tests.faq_pages.findings.cases import AROUND

URL = "https://clinic.example/faqs/knee-pain/"
OTHER = "https://clinic.example/faqs/hip-pain/"

ANSWER = (
    "<p>Most sore knees get better in a few weeks. Rest the knee for a day or two, "
    "and then walk a little more each day.</p>"
)
HURT = Question(
    id="q1", anchor="will-it-hurt", question="Will it hurt?", answer=(Text(html=ANSWER),)
)
WALK = Question(
    id="q2",
    anchor="when-can-i-walk",
    question="When can I walk?",
    answer=(
        Text(html="<p>You can walk on the same day. Take short walks at first, with a friend.</p>"),
    ),
)
URGENT = Callout(level="urgent", html="<p>Call 911 if you cannot breathe.</p>")
PHOTO = Image(url="/media/knee.jpg", width=800, height=600, alt="A doctor bends a knee")

GOOD = FAQ(
    title="Knee pain",
    cover=Image(url="/media/cover.jpg", width=800, height=600, alt="A woman on a stair"),
    tldr=TLDR(id="t1", html="<p>Sore knees are common. Most get better with rest and walks.</p>"),
    sections=(Section(items=(HURT, WALK)),),
    sources=(Source(title="Knee pain", publisher="A library"),),
    author=Person(name="Ada Moss"),
    review=Review(
        reviewer=Person(name="Elena Marsh", credentials="MD"),
        reviewed_at=datetime(2026, 3, 1, 9, tzinfo=UTC),
    ),
    topics=(Topic(type="MedicalCondition", name="Knee pain"),),
)

TITLE = "Knee pain: causes and care"
DESCRIPTION = "What makes a knee sore, what helps at home, and when to call a doctor."
HEAD = {
    "title": f"<title>{TITLE}</title>",
    "description": f'<meta name="description" content="{DESCRIPTION}">',
    "canonical": f'<link rel="canonical" href="{URL}">',
    "viewport": '<meta name="viewport" content="width=device-width">',
    "og": (
        f'<meta property="og:title" content="{TITLE}">'
        f'<meta property="og:description" content="{DESCRIPTION}">'
        '<meta property="og:image" content="https://clinic.example/media/cover.jpg">'
    ),
}


def facts(
    faq: FAQ | None = GOOD,
    *,
    lang: str = "en",
    body: str | None = None,
    around: Surroundings = AROUND,
    is_draft: bool = False,
    **head: str,
) -> PageFacts:
    """The page that says `faq`, its `head` and `body` as given or as they should be."""
    return PageFacts(
        url=URL,
        html=page_html("".join({**HEAD, **head}.values()), body_of(faq, body), lang),
        around=around,
        faq=faq,
        is_draft=is_draft,
    )


def page_html(head: str, body: str, lang: str = "en") -> str:
    language = f' lang="{lang}"' if lang else ""
    return f"<!DOCTYPE html><html{language}><head>{head}</head><body>{body}</body></html>"


def body_of(faq: FAQ | None, body: str | None = None) -> str:
    if body is not None or faq is None:
        return body or ""
    asked = "".join(
        f'<section id="{each.anchor}"><h2>{escape(each.question)}</h2></section>'
        for each in faq.questions
    )
    return f"<main><h1>{escape(faq.title)}</h1>{asked}</main>"


def asking(*questions: Question, **fields: Any) -> FAQ:
    """The good page with other questions, or other `fields`."""
    items = questions or GOOD.sections[0].items
    return replace(GOOD, sections=(Section(items=items),), **fields)


def answering(html: str, *more: Any) -> FAQ:
    """The good page with another answer to its first question."""
    return asking(replace(HURT, answer=(Text(html=html), *more)), WALK)


def called(question: str) -> FAQ:
    """The good page with other words for its first question."""
    return asking(replace(HURT, question=question), WALK)


def saying(**known: Any) -> Surroundings:
    """What is known around the page, with more of it."""
    return replace(AROUND, **known)


def calling(**fields: Any) -> FAQ:
    return replace(GOOD, call_to_action=CallToAction(id="c1", **fields))


def adding(sentence: str) -> str:
    """The good answer with `sentence` after it."""
    return f"{ANSWER}<p>{sentence}</p>"


def linking(link: str) -> str:
    return adding(f"Read about {link} before your visit.")
