"""What lets readers trust a page: who wrote and checked it, on what grounds, and what is urgent."""

import re
from collections.abc import Iterator
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.content import FAQ, Callout, Question
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.markup import shorten

NO_URGENT_CARE = Rule(
    "no-urgent-care",
    "content",
    "warning",
    90,
    gettext_lazy("Add an urgent callout that says when to call and when to go to an emergency."),
)
REVIEW_OVERDUE = Rule(
    "review-overdue",
    "content",
    "warning",
    80,
    gettext_lazy("Ask the reviewer to read the page again and sign it."),
)
NO_REVIEWER = Rule(
    "no-reviewer",
    "content",
    "warning",
    60,
    gettext_lazy("Ask a clinician to read the page and sign it."),
)
NO_AUTHOR = Rule("no-author", "content", "warning", 52, gettext_lazy("Choose who wrote the page."))
NO_SOURCE = Rule(
    "no-source",
    "content",
    "warning",
    50,
    gettext_lazy("Add a “Sources” block that names what the answers rest on."),
)
NO_TLDR = Rule(
    "no-tldr",
    "content",
    "advice",
    45,
    gettext_lazy("Add a TLDR that answers the page's main question in two or three sentences."),
)
NO_TOPIC = Rule(
    "no-topic",
    "content",
    "advice",
    32,
    gettext_lazy("Choose the condition, procedure or drug that it is about."),
)
NO_COVER = Rule("no-cover", "content", "advice", 20, gettext_lazy("Choose a cover image."))

# What can go wrong after it: schema.org's types of what is done to a patient or taken by one.
_TREATMENTS = frozenset(
    """Drug DrugClass MedicalProcedure MedicalTherapy PalliativeProcedure PhysicalTherapy
    PsychologicalTreatment RadiationTherapy SurgicalProcedure TherapeuticProcedure Vaccine
    OccupationalTherapy""".split()
)
# The same in titles of pages that have no topic, in English and Spanish: words, and endings
# of names of operations.
_TREATMENT = re.compile(
    r"\b(?:ablations?|anesthesia|biops(?:y|ies)|blocks|catheter\w*|chemotherapy|epidurals?|"
    r"fusions?|implants?|infusions?|injections?|nerve block|operations?|procedures?|radiotherapy|"
    r"replacements?|surger(?:y|ies)|stimulators?|transfusions?|transplants?\w*|vaccin\w+|"
    r"\w{3,}(?:ectomy|ostomy|otomy|plasty|scopy|centesis)|\w{3,}desis|"
    r"cirug[ií]as?|fusi[oó]n|fusiones|infiltraci(?:[oó]n|ones)|inyecci(?:[oó]n|ones)|"
    r"operaci(?:[oó]n|ones)|reemplazos?)\b",
    re.I,
)
# Words that send a reader to get help at once.
_URGENT = re.compile(r"\b(?:911|999|112|emergency|emergencies|urgent|urgently)\b", re.I)

_DAYS_IN_MONTH = 30.44


def missing(faq: FAQ) -> tuple[str, ...]:
    """Return what readers would miss on a page that could go live, in sentences."""
    return tuple(finding.message for finding in _gaps(faq))


def gaps(page: PageFacts) -> Iterator[Finding]:
    """Find what readers and search engines would miss around the answers."""
    if page.faq:
        yield from _gaps(page.faq)


def _gaps(faq: FAQ) -> Iterator[Finding]:
    if not faq.tldr:
        yield NO_TLDR(_("There is no short summary (TLDR): search engines get no abstract."))
    if not faq.author:
        yield NO_AUTHOR(_("Nobody is named as the author."))
    if not faq.review:
        yield NO_REVIEWER(
            _("No clinician has signed these words, so no reviewer and no review date appear.")
        )
    if not faq.topics:
        yield NO_TOPIC(_("No topic says what the page is about."))
    if not faq.sources:
        yield NO_SOURCE(_("No source is named for the answers."))
    if not faq.cover:
        yield NO_COVER(
            _("There is no cover image, so shared links show the site's default image or none.")
        )


def review(page: PageFacts) -> Iterator[Finding]:
    """Find a review that is older than the site lets it be."""
    if not page.faq or not page.faq.review:
        return
    reviewed, now = page.faq.review.reviewed_at, page.around.now
    months = page.around.review_months
    if months and _months(reviewed, now) > months:
        yield REVIEW_OVERDUE(
            _("%(name)s signed these words on %(date)s: a review holds %(months)d months.")
            % {
                "name": page.faq.review.reviewer.full_name,
                "date": date_format(reviewed, "DATE_FORMAT"),
                "months": months,
            }
        )


def _months(since: datetime, until: datetime) -> float:
    return (until - since).total_seconds() / 86400 / _DAYS_IN_MONTH


def urgent_care(page: PageFacts) -> Iterator[Finding]:
    """Find a page about a treatment that never says when to get help at once."""
    if not page.faq or not (treatment := _treatment(page.faq)) or _says_when_to_get_help(page.faq):
        return
    yield NO_URGENT_CARE(
        _("The page is about “%(treatment)s” and has no urgent-care callout.")
        % {"treatment": shorten(treatment, 60)}
    )


def _treatment(faq: FAQ) -> str:
    topics = [topic.name for topic in faq.topics if topic.type in _TREATMENTS]
    return topics[0] if topics else faq.title if _TREATMENT.search(faq.title) else ""


def _says_when_to_get_help(faq: FAQ) -> bool:
    """Whether a callout of `faq`, in an answer or not, is urgent by its level or its words."""
    items = [item for section in faq.sections for item in section.items]
    parts = [part for item in items if isinstance(item, Question) for part in item.answer]
    callouts = [part for part in (*items, *parts) if isinstance(part, Callout)]
    return any(each.level == "urgent" or _URGENT.search(each.words) for each in callouts)
