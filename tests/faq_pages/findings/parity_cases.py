"""Graphs that say something else than the page that they are on."""

from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.served import ROOT, node
from tests.faq_pages.findings.spoiling import (
    answer,
    crumb,
    drop,
    graph,
    html,
    listed,
    put,
    reversed_questions,
)

PARITY = [
    html(
        "question-not-shown",
        "hidden",
        'class="faq-question" id="will-it-hurt"',
        'class="faq-question" hidden id="will-it-hurt"',
    ),
    html(
        "question-not-shown",
        "around it nothing is shown",
        '<div class="faq-section">',
        '<div class="faq-section" style="display: none">',
    ),
    graph(
        "question-not-told",
        "one is missing",
        lambda whole: [
            node(whole, "webpage")["mainEntity"].pop(),
            whole["@graph"].remove(node(whole, "whom-do-i-call")),
        ],
    ),
    graph("question-words-differ", "a letter", put("will-it-hurt", "name", "Will it hurts?")),
    html("question-words-differ", "on the page", ">When may I walk?</h3>", ">When may I run?</h3>"),
    graph("answer-words-differ", "shorter", answer("<p>A <b>little</b>, for a moment.</p>")),
    graph(
        "answer-words-differ",
        "in another order",
        answer(
            "<ul><li>We numb the skin.</li><li>You may lie down.</li></ul>"
            "<p>A <b>little</b>, for a moment.</p>"
        ),
    ),
    html(
        "answer-words-differ",
        "a hidden line",
        "<li>You may lie down.</li>",
        "<li hidden>You may lie down.</li>",
    ),
    html(
        "answer-words-differ",
        "seen by nobody but machines",
        "<td>Stairs</td>",
        '<td aria-hidden="true">Stairs</td>',
    ),
    html(
        "answer-words-differ",
        "more on the page",
        "Call us on the same day.",
        "Call us on the same day, or the next.",
    ),
    graph("question-order-differs", "backwards", reversed_questions),
]

FACTS = [
    graph("name-differs", "of the page", put("webpage", "name", "Knee injection")),
    graph("description-differs", "left out", drop("webpage", "description")),
    html("abstract-differs", "on the page", "Most people walk home.", "Some people walk home."),
    graph("abstract-differs", "left out", drop("webpage", "abstract")),
    html(
        "abstract-differs",
        "shown nowhere",
        '<section class="faq-tldr"',
        '<section hidden class="faq-tldr"',
    ),
    html("reviewer-differs", "another name", "<b>Leo Hart, MD</b>", "<b>Leo Hart, DO</b>"),
    graph("reviewer-differs", "credentials left out", drop("person-2", "honorificSuffix")),
    graph("review-date-differs", "a day later", put("webpage", "lastReviewed", "2026-05-22")),
    graph("review-date-differs", "left out", drop("webpage", "lastReviewed")),
    html("author-differs", "another name", "<b>Ada Moss</b>", "<b>Ida Moss</b>"),
    graph("author-differs", "another job", put("person-1", "jobTitle", "Surgeon")),
    html("change-date-differs", "on the page", 'datetime="2026-05-20"', 'datetime="2026-05-19"'),
    graph("breadcrumbs-differ", "another name", crumb(1, name="FAQs")),
    html(
        "breadcrumbs-differ",
        "one more on the page",
        '<li class="faq-crumb">',
        '<li class="faq-crumb">Start</li><li class="faq-crumb">',
    ),
    graph("sources-differ", "one left out", lambda whole: node(whole, "webpage")["citation"].pop()),
    graph(
        "sources-differ",
        "never shown",
        lambda whole: node(whole, "webpage")["citation"].append(
            {"@type": "CreativeWork", "name": "A book"}
        ),
    ),
    html("topics-differ", "another name", ">Arthritis of the knee</a>", ">Arthritis</a>"),
    graph(
        "related-pages-differ",
        "another page",
        put("webpage", "relatedLink", [f"{ROOT}faqs/shoulders/"]),
    ),
    graph(
        "telephone-differs", "another number", put("organization", "telephone", "+1 216 555 0199")
    ),
    graph("telephone-differs", "none", drop("organization", "telephone")),
    html("address-differs", "another street", "<address>1 Elm Street", "<address>2 Elm Street"),
    graph("address-differs", "none", drop("organization", "address")),
    Case(
        rule="entries-differ",
        name="another order",
        bad=listed("Knees", "Hips"),
        good=listed("Hips", "Knees"),
    ),
]
