"""What an editor can mend: the checks of the head, of the words and of how hard they read."""

from faq_pages.findings import (
    abbreviations,
    answers,
    characters,
    head,
    links,
    outline,
    pictures,
    publishing,
    questions,
    reading,
    tldr,
    trust,
)

HEAD_CHECKS = (
    head.title,
    head.description,
    head.canonical,
    head.cards,
    head.language_and_viewport,
    outline.headings,
    pictures.pictures,
)
CONTENT_CHECKS = (
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
READING_CHECKS = (reading.reading,)
