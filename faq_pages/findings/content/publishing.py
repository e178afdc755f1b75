"""What keeps a page from going live.

The editor's form, bulk publishing, the importer and previews all ask here and so say
the same.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.content import FAQ, CallToAction, Question
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.markup import shorten

QUOTE_LENGTH = 60
QUESTION_LENGTH = 255


NO_QUESTION = Rule(
    "no-question",
    "content",
    "warning",
    98,
    gettext_lazy("Add a question with an answer to publish it."),
)
QUESTION_BLANK = Rule(
    "question-blank",
    "content",
    "warning",
    97,
    gettext_lazy("Write the question, or remove the block."),
)
QUESTION_TOO_LONG = Rule(
    "question-too-long",
    "content",
    "warning",
    96,
    gettext_lazy("Shorten it to 255, and move the rest to the answer."),
)
ANSWER_EMPTY = Rule(
    "answer-empty",
    "content",
    "warning",
    97,
    gettext_lazy("Write the answer, or remove the block."),
)
CALL_LEADS_NOWHERE = Rule(
    "call-leads-nowhere",
    "content",
    "warning",
    95,
    gettext_lazy("Choose a page, or give a web address or phone number."),
)
CALL_WITHOUT_BUTTON = Rule(
    "call-without-button",
    "content",
    "warning",
    95,
    gettext_lazy("Say what it does, such as “Book a visit”."),
)


def incomplete(page: PageFacts) -> Iterator[Finding]:
    """Find what keeps the page from going live."""
    if page.faq:
        yield from _obstacles(page.faq)


def obstacles(faq: FAQ) -> tuple[Finding, ...]:
    """Return why `faq` cannot be published yet; empty if it can."""
    return tuple(_obstacles(faq))


def _obstacles(faq: FAQ) -> Iterator[Finding]:
    if not faq.questions:
        yield NO_QUESTION(_("This page has no question yet."))
    for number, question in enumerate(faq.questions, start=1):
        yield from _missing_from_question(number, question)
    if faq.call_to_action:
        yield from missing_from_call(faq.call_to_action)


def _missing_from_question(number: int, question: Question) -> Iterator[Finding]:
    if not question.question:
        yield QUESTION_BLANK(
            _("Question %(number)d has no words in its “Question” field.") % {"number": number},
            block=question.id,
            field="question",
        )
    if len(question.question) > QUESTION_LENGTH:
        yield QUESTION_TOO_LONG(
            _(
                "Question %(number)d, “%(question)s”, has %(length)d characters in its "
                "“Question” field."
            )
            % {
                "number": number,
                "question": shorten(question.question, QUOTE_LENGTH),
                "length": len(question.question),
            },
            block=question.id,
            field="question",
        )
    if not question.answer:
        yield ANSWER_EMPTY(
            _("Question %(number)d, “%(question)s”, has nothing in its “Answer” field.")
            % {"number": number, "question": shorten(question.question, QUOTE_LENGTH)},
            block=question.id,
            field="answer",
        )


def missing_from_call(call: CallToAction) -> Iterator[Finding]:
    """Yield what keeps a page with `call` from going live."""
    name = shorten(call.button or call.heading, QUOTE_LENGTH)
    if not call.url:
        yield CALL_LEADS_NOWHERE(
            _("The call to action “%(name)s” leads nowhere.") % {"name": name},
            block=call.id,
            field="page",
        )
    elif not call.button:
        yield CALL_WITHOUT_BUTTON(
            _("The button of the call to action “%(name)s” has no words.") % {"name": name},
            block=call.id,
            field="button",
        )
