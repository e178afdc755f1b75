"""Each rule of how hard a page reads: a page that breaks it, and one that does not."""

from dataclasses import replace

from faq_pages.content import Text, Topic
from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.good_page import HURT, WALK, answering, asking, facts

EASY = (
    "<p>Rest your knee for a day. Then walk a little more each day. Put ice on it for ten "
    "minutes at a time. Call us if it gets hot or red. Most sore knees get well in a few weeks "
    "with no more care than this. You can take the stairs as soon as you feel able to.</p>"
)
HARD = (
    "<p>Conservative management of patellofemoral discomfort, incorporating individualised "
    "physiotherapeutic rehabilitation and anti-inflammatory medication, is recommended before "
    "considering surgical intervention, particularly in patients presenting with significant "
    "comorbidities, whose postoperative recuperation is frequently complicated by prolonged "
    "immobilisation, inadequate analgesia, or insufficient nutritional supplementation during "
    "hospitalisation.</p><p>Contraindications necessitate multidisciplinary reconsideration of "
    "alternative therapeutic possibilities before proceeding.</p>"
)
GERMAN = (
    "<p>Die konservative Behandlung des vorderen Kniegelenkschmerzes, insbesondere durch "
    "individuell angepasste physiotherapeutische Rehabilitationsmaßnahmen sowie "
    "entzündungshemmende Medikamente, wird grundsätzlich empfohlen, bevor ein operativer "
    "Eingriff erwogen wird, vor allem bei Patientinnen und Patienten mit schwerwiegenden "
    "Begleiterkrankungen, deren Genesung nach Operationen häufig durch langwierige "
    "Ruhigstellung, unzureichende Schmerzbehandlung oder Mangelernährung beeinträchtigt wird.</p>"
    "<p>Gegenanzeigen erfordern eine fachübergreifende Abwägung anderer "
    "Behandlungsmöglichkeiten.</p>"
)
LONG_EASY = replace(WALK, answer=answering(EASY * 8).questions[0].answer)
DIALYSIS = (
    "<p>You may need hemodialysis three times a week, and each hemodialysis takes four hours. "
    "Before hemodialysis, drink less, and after hemodialysis, rest for an hour at least. Some do "
    "their hemodialysis at home: ask us how home hemodialysis works, and who can learn "
    "hemodialysis. We teach hemodialysis to all who would like to do hemodialysis with us.</p>"
)
ABOUT_DIALYSIS = (Topic(type="MedicalProcedure", name="Hemodialysis"),)


def halves(html: str) -> tuple[str, str]:
    """Each too short to be judged alone."""
    first, second = html.split(", particularly")
    return f"{first}.</p>", f"<p>Particularly{second}"


CASES = [
    Case(
        rule="answer-hard",
        bad=facts(asking(answering(HARD).questions[0], LONG_EASY)),
        good=facts(answering(EASY)),
    ),
    Case(
        rule="answer-hard",
        name="for its topic's name",
        bad=facts(asking(answering(DIALYSIS).questions[0], LONG_EASY)),
        good=facts(
            replace(asking(answering(DIALYSIS).questions[0], LONG_EASY), topics=ABOUT_DIALYSIS)
        ),
    ),
    Case(
        rule="answer-hard",
        name="in German",
        bad=facts(asking(answering(GERMAN).questions[0], LONG_EASY), lang="de"),
        good=facts(answering(EASY), lang="de"),
    ),
    Case(
        rule="page-hard",
        bad=facts(asking(*(replace(HURT, answer=(Text(html=part),)) for part in halves(HARD)))),
        good=facts(asking(HURT, WALK)),
    ),
]
