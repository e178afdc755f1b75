"""Each rule of questions, answers and trust: a page that breaks it, and one that does not."""

from dataclasses import replace
from datetime import UTC, datetime

from faq_pages.content import (
    TLDR,
    Callout,
    Section,
    Table,
    Topic,
)
from faq_pages.findings import fold
from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.good_page import (
    ANSWER,
    GOOD,
    HURT,
    OTHER,
    PHOTO,
    URGENT,
    URL,
    WALK,
    adding,
    answering,
    asking,
    called,
    calling,
    facts,
    saying,
)

AGAIN = replace(WALK, id="q3", anchor="again")
HEADED = "<h3>At night</h3><p>Most knees hurt less at night than they do on stairs by day.</p>"
TABLE = Table(header=("Day", "Walk"), rows=(("1", "Five minutes"),))
SHORT = "Rest for a day. Then walk a bit more each day. Most sore knees get well in a few weeks. "
HARD_TLDR = (
    "<p>Conservative management of patellofemoral discomfort, incorporating individualised "
    "physiotherapeutic rehabilitation and anti-inflammatory medication, is recommended before "
    "considering any other surgical intervention.</p>"
)
SURGERY = replace(GOOD, title="Knee surgery")


def of_type(type_: str) -> tuple[Topic, ...]:
    return (Topic(type=type_, name="Knee arthroscopy"),)


INCOMPLETE = [
    Case(rule="no-question", bad=facts(replace(GOOD, sections=())), good=facts()),
    Case(rule="question-blank", bad=facts(called("")), good=facts()),
    Case(
        rule="question-too-long",
        bad=facts(called(f"Does it hurt {'more ' * 50}or less?")),
        good=facts(called(f"Does it hurt {'more ' * 48}?".replace(" ?", "?"))),
    ),
    Case(rule="answer-empty", bad=facts(asking(replace(HURT, answer=()), WALK)), good=facts()),
    Case(
        rule="call-leads-nowhere",
        bad=facts(calling(button="Book a visit")),
        good=facts(calling(button="Book a visit", url="/book/")),
    ),
    Case(
        rule="call-without-button",
        bad=facts(calling(heading="Sore knee?", url="/book/")),
        good=facts(calling(button="Book a visit", url="tel:+12165550100")),
    ),
]

TRUST = [
    Case(rule="no-tldr", bad=facts(replace(GOOD, tldr=None)), good=facts()),
    Case(rule="no-author", bad=facts(replace(GOOD, author=None)), good=facts()),
    Case(rule="no-reviewer", bad=facts(replace(GOOD, review=None)), good=facts()),
    Case(rule="no-topic", bad=facts(replace(GOOD, topics=())), good=facts()),
    Case(rule="no-source", bad=facts(replace(GOOD, sources=())), good=facts()),
    Case(rule="no-cover", bad=facts(replace(GOOD, cover=None)), good=facts()),
    Case(
        rule="review-overdue",
        bad=facts(around=saying(now=datetime(2027, 3, 5, tzinfo=UTC))),
        good=facts(around=saying(now=datetime(2027, 2, 27, tzinfo=UTC))),
    ),
    Case(
        rule="review-overdue",
        name="by the site's own months",
        bad=facts(around=saying(review_months=2)),
        good=facts(around=saying(review_months=24)),
    ),
    Case(
        rule="no-urgent-care",
        bad=facts(SURGERY),
        good=facts(replace(SURGERY, sections=(Section(items=(HURT, URGENT, WALK)),))),
    ),
    Case(
        rule="no-urgent-care",
        name="by its topic",
        bad=facts(replace(GOOD, topics=of_type("SurgicalProcedure"))),
        good=facts(replace(GOOD, topics=of_type("MedicalCondition"))),
    ),
    Case(
        rule="no-urgent-care",
        name="in another language by its topic",
        bad=facts(replace(GOOD, title="Knie", topics=of_type("SurgicalProcedure")), lang="de"),
        good=facts(replace(GOOD, title="Knie"), lang="de"),
    ),
    *(
        Case(
            rule="no-urgent-care",
            name=title,
            bad=facts(replace(GOOD, title=title), lang="es"),
            good=facts(replace(GOOD, title="Dolor de rodilla"), lang="es"),
        )
        for title in (
            "Cirugía de rodilla",
            "Tras la operación",
            "Fusión lumbar",
            "Inyecciones de esteroides",
            "Infiltración de la cadera",
        )
    ),
    Case(
        rule="no-urgent-care",
        name="with a warning in an answer",
        bad=facts(
            replace(answering(ANSWER, Callout(level="note", html="<p>Rest.</p>")), title="Fusion")
        ),
        good=facts(
            replace(
                answering(ANSWER, Callout(level="warning", html="<p>In an emergency, call.</p>")),
                title="Fusion",
            )
        ),
    ),
    Case(
        rule="tldr-long",
        bad=facts(replace(GOOD, tldr=TLDR(html=f"<p>{SHORT * 4}</p>"))),
        good=facts(replace(GOOD, tldr=TLDR(html=f"<p>{SHORT * 3}</p>"))),
    ),
    Case(
        rule="tldr-hard",
        bad=facts(replace(GOOD, tldr=TLDR(html=HARD_TLDR))),
        good=facts(replace(GOOD, tldr=TLDR(html=f"<p>{SHORT * 2}</p>"))),
    ),
]

QUESTIONS = [
    Case(
        rule="question-twice",
        bad=facts(asking(HURT, replace(WALK, question="will it  HURT"))),
        good=facts(asking(HURT, replace(WALK, question="Will it hurt my hip?"))),
    ),
    Case(
        rule="question-elsewhere",
        bad=facts(around=saying(questions={fold("Will it hurt?"): [f"{OTHER}#will-it-hurt"]})),
        good=facts(around=saying(questions={fold("Will it hurt?"): [f"{URL}#will-it-hurt"]})),
    ),
    Case(
        rule="question-not-asked",
        bad=facts(called("Pain after the visit")),
        good=facts(called("How long the pain lasts")),
    ),
    *(
        Case(
            rule="question-not-asked",
            name=f"in {lang}",
            bad=facts(called("Does the pain last."), lang=lang),
            good=facts(called(asked), lang=lang),
        )
        for lang, asked in {
            "es": "¿Duele mucho?",
            "ar": "هل هو مؤلم؟",
            "el": "Πονάει;",
            "ja": "痛いですか？",
            "fr": "Ça fait mal ?",
        }.items()
    ),
    Case(
        rule="question-shouted",
        bad=facts(called("WILL IT HURT MUCH?")),
        good=facts(called("MRI?")),
    ),
    Case(rule="question-marks", bad=facts(called("Will it hurt ?")), good=facts()),
    Case(rule="question-marks", name="twice", bad=facts(called("Will it hurt? ?")), good=facts()),
]

ANSWERS = [
    Case(
        rule="answer-twice",
        bad=facts(asking(HURT, WALK, replace(AGAIN, question="Can I walk?"))),
        good=facts(asking(HURT, WALK)),
    ),
    Case(
        rule="answer-elsewhere",
        bad=facts(around=saying(answers={fold(HURT.answer[0].words): [OTHER]})),
        good=facts(around=saying(answers={fold(HURT.answer[0].words): [URL]})),
    ),
    Case(
        rule="answer-thin",
        bad=facts(answering("<p>A little, for a day or two.</p>")),
        good=facts(answering('<p>A little: see <a href="/pain/">how we ease pain</a>.</p>')),
    ),
    Case(
        rule="answer-thin",
        name="with a picture",
        bad=facts(answering("<p>Yes.</p>")),
        good=facts(answering("<p>Yes.</p>", PHOTO)),
    ),
    Case(
        rule="answer-starts-with-heading",
        bad=facts(answering(HEADED)),
        good=facts(answering(ANSWER + HEADED)),
    ),
    Case(
        rule="answer-points-away",
        bad=facts(answering(adding("As mentioned above, rest first."))),
        good=facts(answering(adding("Pain above the knee is rare. Bend it below 5 inches."))),
    ),
    Case(
        rule="answer-points-away",
        name="to a list",
        bad=facts(answering(adding("Do what is listed below."))),
        good=facts(answering(adding("Do what is listed below.") + "<ul><li>Rest.</li></ul>")),
    ),
    Case(
        rule="answer-points-away",
        name="to a table",
        bad=facts(answering(adding("The table below says more."))),
        good=facts(answering(adding("The table below says more."), TABLE)),
    ),
    Case(
        rule="answer-points-away",
        name="to another question",
        bad=facts(answering(adding("Please see the previous question."))),
        good=facts(answering(adding("Write down each question before you come."))),
    ),
]

CASES = [*INCOMPLETE, *TRUST, *QUESTIONS, *ANSWERS]
