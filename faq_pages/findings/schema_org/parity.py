"""Whether the questions and answers of the graph are those of the page: words, order, seen.

Machines that read the graph have to be told what patients see, or both are misled:
https://developers.google.com/search/docs/appearance/structured-data/sd-policies
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.document import fragment, is_shown, seen_words
from faq_pages.findings.facts import PageFacts, anchor_of
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.schema_org.graph import Node, quoted

QUESTION_NOT_SHOWN = Rule(
    "question-not-shown",
    "structured data",
    "error",
    80,
    gettext_lazy("Show the question on the page, or take it out of the structured data."),
)
QUESTION_NOT_TOLD = Rule(
    "question-not-told",
    "structured data",
    "error",
    75,
    gettext_lazy("Put the question into the structured data, as the page shows it."),
)
QUESTION_WORDS = Rule(
    "question-words-differ",
    "structured data",
    "error",
    75,
    gettext_lazy("Give machines the words that readers see."),
)
ANSWER_WORDS = Rule(
    "answer-words-differ",
    "structured data",
    "error",
    80,
    gettext_lazy("Give machines the words that readers see, all of them and in their order."),
)
QUESTION_ORDER = Rule(
    "question-order-differs",
    "structured data",
    "error",
    50,
    gettext_lazy("List the questions in the order of the page."),
)

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary")

# How many words of an answer a sentence shows where two differ.
_AROUND = 4


def check_questions(page: PageFacts) -> Iterator[Finding]:
    """Whether each question of the graph is on the page, word by word, and the other way round."""
    told: list[Any] = []
    for question in page.graph.questions:
        element = _element(page, question)
        block = page.block_of(question.url)
        if element is None or not is_shown(element):
            yield QUESTION_NOT_SHOWN(
                _("%(question)s is in the structured data, and readers do not see it.")
                % {"question": question.label},
                block=block,
            )
            continue
        told.append(element)
        yield from _compare(page, question, element, block)
    yield from _not_told(page, told)
    if page.graph.questions:
        places = {element: place for place, element in enumerate(page.document.root.iter())}
        order = [places[element] for element in told]
        if order != sorted(order):
            yield QUESTION_ORDER(
                _("The structured data lists the questions in another order than the page.")
            )


def _element(page: PageFacts, question: Node) -> Any:
    """The element that shows `question`: the one at its anchor, or with its words as heading."""
    for address in (question.id, question.text("url")):
        element = page.document.ids.get(anchor_of(address))
        # Some sites put the anchor into the heading, or on nothing before it.
        if element is not None and next(element.iter(*_HEADINGS), None) is not None:
            return element
    words = question.text("name").split()
    return next(
        (
            heading
            for heading in page.document.root.iter(*_HEADINGS)
            if words and seen_words(heading) == words
        ),
        None,
    )


def _compare(page: PageFacts, question: Node, element: Any, block: str) -> Iterator[Finding]:
    heading, seen = _shown(element)
    words = seen_words(heading) if heading is not None else []
    if words != question.text("name").split():
        yield QUESTION_WORDS(
            _("Readers see the question “%(seen)s”, machines are told “%(told)s”.")
            % {"seen": quoted(" ".join(words)), "told": quoted(question.text("name"))},
            block=block,
        )
    answers = page.graph.linked(question, "acceptedAnswer")
    if not answers or "text" not in answers[0].values:
        return  # required, and said there
    told = seen_words(fragment(answers[0].text("text")))
    if told != seen:
        yield ANSWER_WORDS(
            _("The answer to “%(question)s” reads “%(seen)s”, machines are told “%(told)s”.")
            % {
                "question": quoted(question.text("name")),
                "seen": _difference(seen, told),
                "told": _difference(told, seen),
            },
            block=block,
        )


def _shown(element: Any) -> tuple[Any, list[str]]:
    """The heading of a question's element, and the words of the answer after it."""
    if element.tag in _HEADINGS:
        return element, list(_after(element))
    heading = next(element.iter(*_HEADINGS), None)
    return heading, seen_words(element, skip=heading)


def _after(heading: Any) -> Iterator[str]:
    """The words after a heading that stands alone, up to the next one of its level or above."""
    yield from (heading.tail or "").split()
    for each in heading.itersiblings():
        if each.tag in _HEADINGS and _HEADINGS.index(each.tag) <= _HEADINGS.index(heading.tag):
            return
        yield from seen_words(each)
        yield from (each.tail or "").split()


def _not_told(page: PageFacts, told: list[Any]) -> Iterator[Finding]:
    """The questions of ours that are shown and in no graph.

    A page without a graph has none to compare with; a copy of another page, whose
    canonical address says so, tells its questions there.
    """
    canonical = next(iter(page.document.links_in_head("canonical")), page.url)
    is_copy = canonical != page.url and not page.graph.of_kind("FAQPage")
    if is_copy or not page.graph.nodes:
        return
    known = set(told)
    for element in page.document.by_class("faq-question"):
        if element in known or not is_shown(element) or element.get("data-incomplete") is not None:
            continue
        heading, _answer = _shown(element)
        words = " ".join(seen_words(heading)) if heading is not None else ""
        yield QUESTION_NOT_TOLD(
            _(
                "The page shows the question “%(question)s”, and its structured data does not "
                "have it."
            )
            % {"question": quoted(words)},
            block=page.block_of(f"#{element.get('id')}"),
        )


def _difference(words: list[str], others: list[str]) -> str:
    """Return the words at the first place where `words` are not `others`."""
    at = next(
        (
            number
            for number, pair in enumerate(zip(words, others, strict=False))
            if len({*pair}) > 1
        ),
        min(len(words), len(others)),
    )
    start, end = max(at - _AROUND, 0), at + _AROUND
    cut = " ".join(words[start:end])
    return f"{'… ' if start else ''}{quoted(cut)}{' …' if end < len(words) else ''}"
