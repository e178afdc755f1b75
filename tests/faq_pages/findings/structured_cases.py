"""Broken graphs and broken pages, each with the one check that finds what is wrong."""

from tests.faq_pages.findings import served
from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.parity_cases import FACTS, PARITY
from tests.faq_pages.findings.served import HTML, URL, page
from tests.faq_pages.findings.spoiling import (
    DEEP,
    GOOD,
    PERSON,
    drop,
    graph,
    hours,
    put,
    rename,
    scripts,
)
from tests.faq_pages.findings.truth_cases import DATES, REQUIREMENTS, TRUTHS

SCRIPTS = [
    Case(
        rule="json-ld-missing",
        name="no script at all",
        bad=page(html=HTML.replace("SCRIPT", "")),
        good=GOOD,
    ),
    scripts("json-ld-invalid", "cut off", '{"@context": "https://schema.org"'),
    scripts("json-ld-invalid", "too deep", DEEP),
    scripts("json-ld-invalid", "null", "null"),
    scripts("json-ld-invalid", "no number", '{"@context": "https://schema.org", "position": NaN}'),
    scripts("json-ld-invalid", "a text", '"FAQPage"'),
    scripts(
        "json-ld-several",
        "a second one",
        {**served.graph(), "@graph": served.graph()["@graph"][:-1]},
        {"@context": "https://schema.org", **served.graph()["@graph"][-1]},
    ),
    scripts("json-ld-context", "none", {"@graph": served.graph()["@graph"]}),
    scripts(
        "json-ld-context", "another one", {**served.graph(), "@context": "https://example.org/"}
    ),
]

TERMS = [
    graph("node-without-type", "a person", drop("person-1", "@type")),
    graph("node-without-type", "an answer", put("will-it-hurt", "suggestedAnswer", {"text": "A"})),
    graph("unknown-type", "misspelled", put("topic-arthritis", "@type", "MedicalConditon")),
    graph("unknown-type", "an invented one", hours("@type", "OpeningTimes")),
    graph("unknown-property", "misspelled", rename("primaryimage", "caption", "captoin")),
    graph("unknown-property", "of popular guides", put("webpage", "medicalCondition", "Arthritis")),
    graph("unknown-property", "a keyword that is none", put("person-1", "@name", "Ada")),
    graph(
        "misplaced-property",
        "credentials of a clinic",
        put("organization", "honorificSuffix", "MD"),
    ),
    graph("misplaced-property", "hours of a person", put("person-1", "openingHours", "Mo-Fr")),
    graph(
        "misplaced-property",
        "a reviewed question",
        put("whom-do-i-call", "lastReviewed", "2026-05-01"),
    ),
    graph("wrong-value", "a number for a text", put("person-2", "jobTitle", 7)),
    graph("wrong-value", "a text for a number", put("primaryimage", "width", "wide")),
    graph("wrong-value", "a text for a node", put("organization", "geo", "north of the river")),
    graph("wrong-value", "words for an address", put("organization", "sameAs", ["our profile"])),
    graph(
        "wrong-value",
        "a person for a topic's code",
        put("topic-arthritis", "code", {"@id": f"{URL}#person-1"}),
    ),
    graph(
        "wrong-value",
        "a topic as the employer",
        put("person-1", "worksFor", {"@id": f"{URL}#topic-arthritis"}),
    ),
    graph("wrong-value", "no specialty", put("webpage", "specialty", "https://schema.org/Knees")),
    graph(
        "wrong-value",
        "no audience",
        put("webpage", "medicalAudience", "https://schema.org/Patient"),
    ),
    graph("wrong-value", "a day of the week that is none", hours("dayOfWeek", ["Mo", "Tu"])),
    graph("wrong-value", "yes for a Boolean", put("webpage", "isAccessibleForFree", "yes")),
    graph("superseded-term", "a property", put("organization", "founders", {**PERSON})),
    graph(
        "superseded-term", "a value", put("webpage", "specialty", "https://schema.org/Dermatologic")
    ),
]

CASES: list[Case] = [*SCRIPTS, *TERMS, *TRUTHS, *DATES, *REQUIREMENTS, *PARITY, *FACTS]
