"""Graphs that are well spelled, and untrue or incomplete."""

from tests.faq_pages.findings import served
from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.served import ROOT, URL, node
from tests.faq_pages.findings.spoiling import (
    FAQ_PAGE,
    GOOD,
    PERSON,
    add,
    answer,
    at_home,
    at_partner,
    crumb,
    crumb_without,
    drop,
    graph,
    hours,
    html,
    put,
    without_questions,
)

TRUTHS = [
    graph("several-faq-pages", "two", add(FAQ_PAGE)),
    Case(
        rule="faq-page-empty",
        name="no question",
        bad=without_questions(),
        good=GOOD,
    ),
    graph(
        "dangling-reference", "an author", put("webpage", "contributor", {"@id": f"{URL}#person-7"})
    ),
    graph(
        "dangling-reference",
        "another site's",
        put("website", "isPartOf", {"@id": "https://example.org/#website"}),
    ),
    graph(
        "duplicate-id",
        "two images",
        put(
            "organization",
            "image",
            {
                "@type": "ImageObject",
                "@id": f"{ROOT}#logo",
                "url": f"{ROOT}b.png",
                "width": 1,
                "height": 1,
            },
        ),
    ),
    graph("unlinked-node", "a person", add(PERSON)),
    graph("unlinked-node", "the picture", drop("webpage", "primaryImageOfPage")),
    graph("relative-address", "an image", put("primaryimage", "contentUrl", "/media/knee.jpg")),
    graph(
        "relative-address",
        "an id",
        put(
            "organization",
            "department",
            {
                "@type": "Organization",
                "@id": "#physio",
                "name": "Physiotherapy",
            },
        ),
    ),
    graph("relative-address", "no host", put("organization", "sameAs", "www.example.org/clinic")),
    graph("relative-address", "a breadcrumb", crumb(1, item="/faqs/")),
    graph(
        "foreign-host",
        "a question",
        put("will-it-hurt", "url", "https://staging.example/#will-it-hurt"),
    ),
    Case(
        rule="foreign-host",
        name="a question, where an editor chose another site's address",
        bad=at_partner(astray=True),
        good=at_partner(),
    ),
    Case(
        rule="canonical-differs",
        name="another page",
        bad=served.shown(f'rel="canonical" href="{URL}"', f'rel="canonical" href="{ROOT}"'),
        good=GOOD,
    ),
    graph("empty-value", "a text", put("person-1", "description", "")),
    graph("empty-value", "a list", put("person-1", "sameAs", [])),
    graph("empty-value", "null", put("organization", "slogan", None)),
    graph("empty-value", "an object", put("organization", "founder", {})),
    graph("empty-value", "one of several", put("person-2", "sameAs", ["https://a.example/", " "])),
    html("language-differs", "the page", '<html lang="en"', '<html lang="es"'),
    graph("language-differs", "the graph", put("webpage", "inLanguage", "de")),
    graph(
        "answer-tags",
        "a table",
        answer(
            "<p>A <b>little</b>, for a moment.</p><table><tr><td>We numb the skin.</td></tr>"
            "<tr><td>You may lie down.</td></tr></table>"
        ),
    ),
    graph(
        "answer-tags",
        "a script",
        answer(
            "<p>A <b>little</b>, for a moment.</p><ul><li>We numb the skin.</li>"
            "<li>You may lie down.</li></ul><script>alert(1)</script>"
        ),
    ),
    graph(
        "answer-links",
        "relative",
        answer(
            '<p>A <a href="/pain/">little</a>, for a moment.</p><ul><li>We numb the skin.</li>'
            "<li>You may lie down.</li></ul>"
        ),
    ),
    graph(
        "answer-links",
        "a script",
        answer(
            '<p>A <a href="javascript:x()">little</a>, for a moment.</p>'
            "<ul><li>We numb the skin.</li><li>You may lie down.</li></ul>"
        ),
    ),
]

DATES = [
    graph("date-format", "as people write it", put("webpage", "dateCreated", "March 1, 2026")),
    graph("date-format", "no zone", put("webpage", "datePublished", "2026-03-01T09:00:00")),
    graph("date-format", "no such day", put("webpage", "datePublished", "2026-02-30")),
    graph("date-format", "no time", hours("opens", "8 am")),
    graph("date-impossible", "ahead", put("website", "datePublished", "2027-01-01T00:00:00Z")),
    graph("date-impossible", "before the web", put("primaryimage", "uploadDate", "1970-01-01")),
    graph(
        "date-impossible",
        "changed before it was there",
        put("webpage", "datePublished", "2026-05-21T09:00:00+00:00"),
    ),
]

REQUIREMENTS = [
    graph("required-property", "name of the site", drop("website", "name")),
    graph("required-property", "answer", drop("will-it-hurt", "acceptedAnswer")),
    graph(
        "required-property",
        "text of an answer",
        put(
            "will-it-hurt",
            "acceptedAnswer",
            {"@type": "Answer", "author": {"@id": f"{URL}#person-1"}},
        ),
    ),
    graph(
        "required-property",
        "address of a picture",
        lambda whole: [node(whole, "primaryimage").pop(key) for key in ("url", "contentUrl")],
    ),
    graph("required-property", "position of a breadcrumb", crumb_without(1, "position")),
    graph("required-property", "item of a breadcrumb", crumb_without(0, "item")),
    graph(
        "required-property",
        "closing time",
        lambda whole: node(whole, "organization")["openingHoursSpecification"][0].pop("closes"),
    ),
    graph(
        "required-property",
        "latitude",
        lambda whole: node(whole, "organization")["geo"].pop("latitude"),
    ),
    graph(
        "required-property",
        "system of a code",
        lambda whole: node(whole, "topic-arthritis")["code"][0].pop("codingSystem"),
    ),
    graph("recommended-property", "profile of an author", drop("person-1", "url")),
    graph("recommended-property", "height of a picture", drop("primaryimage", "height")),
    Case(
        rule="recommended-property",
        name="logo of the clinic",
        bad=at_home(drop("organization", "logo")),
        good=at_home(),
    ),
    graph(
        "breadcrumb-order", "from 0", lambda whole: [crumb(n, position=n)(whole) for n in range(3)]
    ),
    graph("breadcrumb-order", "twice the same", crumb(2, position=2)),
]
