"""Every check of one page, in the order in which a page is read."""

from collections.abc import Callable, Iterator

from faq_pages.findings.content import (
    abbreviations,
    answers,
    characters,
    links,
    publishing,
    questions,
    tldr,
    trust,
)
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding
from faq_pages.findings.head import outline, pictures, tags
from faq_pages.findings.reading.checks import reading
from faq_pages.findings.schema_org import (
    contact,
    dates,
    parity,
    requirements,
    shown_facts,
    terms,
    truths,
)

Check = Callable[[PageFacts], Iterator[Finding]]

STRUCTURED_DATA: tuple[Check, ...] = (
    terms.check_scripts,
    terms.check_terms,
    truths.check_faq_page,
    truths.check_links,
    truths.check_addresses,
    truths.check_values,
    dates.check_dates,
    truths.check_answers,
    requirements.check_required,
    requirements.check_recommended,
    parity.check_questions,
    shown_facts.check_facts,
    contact.check_telephone,
    contact.check_address,
)
HEAD: tuple[Check, ...] = (
    tags.title,
    tags.description,
    tags.canonical,
    tags.cards,
    tags.language_and_viewport,
    outline.headings,
    pictures.pictures,
)
CONTENT: tuple[Check, ...] = (
    publishing.incomplete,
    trust.urgent_care,
    trust.review,
    trust.gaps,
    tldr.short_answer,
    questions.repeated_questions,
    questions.wording_of_questions,
    answers.repeated_answers,
    answers.whole_answers,
    links.broken_links,
    links.link_texts,
    abbreviations.abbreviations,
    characters.lost_characters,
)
READING: tuple[Check, ...] = (reading,)

CHECKS = (*STRUCTURED_DATA, *HEAD, *CONTENT, *READING)
