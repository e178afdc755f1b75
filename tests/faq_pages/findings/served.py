"""A perfect page as it is served, written by hand, and how to spoil it.

`graph()` and `HTML` are what our templates and our generator give for one page with all
that a page may have. Nothing here is made by them: the checks are judged by it.
"""

import copy
import json
from collections.abc import Callable
from typing import Any

from faq_pages.findings import PageFacts
from tests.faq_pages.findings.cases import AROUND

ROOT = "https://clinic.example/"
URL = f"{ROOT}faqs/knee-injections/"

Graph = dict[str, Any]
Change = Callable[[Graph], object]

# fmt: off
_NODES: list[dict[str, Any]] = [
    {
        "@type": ["MedicalWebPage", "FAQPage"],
        "@id": f"{URL}#webpage",
        "url": URL,
        "name": "Knee injections",
        "description": "What an injection into the knee does, and what to expect after it.",
        "abstract": "An injection calms a sore knee. Most people walk home.",
        "inLanguage": "en",
        "specialty": "https://schema.org/Musculoskeletal",
        "datePublished": "2026-03-01T09:00:00+00:00",
        "dateModified": "2026-05-20T10:30:00+00:00",
        "lastReviewed": "2026-05-21",
        "reviewedBy": {"@id": f"{URL}#person-2"},
        "author": {"@id": f"{URL}#person-1"},
        "publisher": {"@id": f"{ROOT}#organization"},
        "isPartOf": {"@id": f"{ROOT}#website"},
        "breadcrumb": {"@id": f"{URL}#breadcrumb"},
        "primaryImageOfPage": {"@id": f"{URL}#primaryimage"},
        "medicalAudience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        "about": [{"@id": f"{URL}#topic-arthritis"}],
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Injections for joints",
                "url": "https://library.example/joints",
                "publisher": {"@type": "Organization", "name": "The Library of Joints"},
            },
            {"@type": "CreativeWork", "name": "A leaflet on cortisone"},
        ],
        "relatedLink": [f"{ROOT}faqs/hip-injections/"],
        "mainEntity": [
            {"@id": f"{URL}#will-it-hurt"},
            {"@id": f"{URL}#when-may-i-walk"},
            {"@id": f"{URL}#what-does-it-cost"},
            {"@id": f"{URL}#whom-do-i-call"},
        ],
    },
    {
        "@type": "Question",
        "@id": f"{URL}#will-it-hurt",
        "url": f"{URL}#will-it-hurt",
        "name": "Will it hurt?",
        "acceptedAnswer": {
            "@type": "Answer",
            "text": "<p>A <b>little</b>, for a moment.</p><ul><li>We numb the skin.</li>"
            "<li>You may lie down.</li></ul>",
        },
    },
    {
        "@type": "Question",
        "@id": f"{URL}#when-may-i-walk",
        "url": f"{URL}#when-may-i-walk",
        "name": "When may I walk?",
        "acceptedAnswer": {
            "@type": "Answer",
            "text": "<p>At once, and slowly.</p><p>Week by week</p><ul>"
            "<li><strong>When</strong><br><strong>What</strong></li>"
            "<li>Week 1<br>Short walks</li><li>Week 2<br>Stairs</li></ul>",
        },
    },
    {
        "@type": "Question",
        "@id": f"{URL}#what-does-it-cost",
        "url": f"{URL}#what-does-it-cost",
        "name": "What does it cost?",
        "acceptedAnswer": {
            "@type": "Answer",
            "text": f'<p>Most insurers pay. See <a href="{ROOT}costs/">our prices</a>.</p>',
        },
    },
    {
        "@type": "Question",
        "@id": f"{URL}#whom-do-i-call",
        "url": f"{URL}#whom-do-i-call",
        "name": "Whom do I call?",
        "acceptedAnswer": {
            "@type": "Answer",
            "text": "<p><strong>Fever?</strong></p><p>Call us on the same day.</p>",
        },
    },
    {
        "@type": "Person",
        "@id": f"{URL}#person-1",
        "name": "Ada Moss",
        "jobTitle": "Health writer",
        "url": f"{ROOT}people/ada-moss/",
        "worksFor": {"@id": f"{ROOT}#organization"},
    },
    {
        "@type": "Person",
        "@id": f"{URL}#person-2",
        "name": "Leo Hart",
        "honorificSuffix": "MD",
        "jobTitle": "Orthopaedic surgeon",
        "sameAs": ["https://registry.example/leo-hart"],
        "worksFor": {"@id": f"{ROOT}#organization"},
    },
    {
        "@type": "MedicalCondition",
        "@id": f"{URL}#topic-arthritis",
        "name": "Arthritis of the knee",
        "alternateName": ["Gonarthrosis"],
        "code": [{"@type": "MedicalCode", "codingSystem": "ICD-10-CM", "codeValue": "M17.9"}],
    },
    {
        "@type": "WebSite",
        "@id": f"{ROOT}#website",
        "url": ROOT,
        "name": "Maywell Health",
        "inLanguage": "en",
        "publisher": {"@id": f"{ROOT}#organization"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{ROOT}search/?q={{query}}",
            "query-input": "required name=query",
        },
    },
    {
        "@type": "MedicalClinic",
        "@id": f"{ROOT}#organization",
        "url": ROOT,
        "name": "Maywell Health",
        "telephone": "+1 216 555 0100",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "1 Elm Street",
            "addressLocality": "Cleveland",
            "addressRegion": "OH",
            "postalCode": "44101",
            "addressCountry": "US",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 41.5, "longitude": -81.7},
        "openingHoursSpecification": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["https://schema.org/Monday", "https://schema.org/Tuesday"],
                "opens": "08:00",
                "closes": "17:00",
            },
        ],
        "logo": {
            "@type": "ImageObject",
            "@id": f"{ROOT}#logo",
            "url": f"{ROOT}media/logo.png",
            "contentUrl": f"{ROOT}media/logo.png",
            "width": 512,
            "height": 512,
        },
        "sameAs": ["https://maps.example/maywell"],
        "department": [{"@type": "Organization", "name": "Physiotherapy", "url": f"{ROOT}physio/"}],
        "publishingPrinciples": f"{ROOT}how-we-write/",
    },
    {
        "@type": "BreadcrumbList",
        "@id": f"{URL}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home", "item": ROOT},
            {"@type": "ListItem", "position": 2, "name": "Answers", "item": f"{ROOT}faqs/"},
            {"@type": "ListItem", "position": 3, "name": "Knee injections", "item": URL},
        ],
    },
    {
        "@type": "ImageObject",
        "@id": f"{URL}#primaryimage",
        "url": f"{ROOT}media/knee.jpg",
        "contentUrl": f"{ROOT}media/knee.jpg",
        "width": 1200,
        "height": 630,
        "caption": "A knee that is being examined",
    },
]

HTML = f"""<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Knee injections | Maywell Health</title>
<meta name="description"
  content="What an injection into the knee does, and what to expect after it.">
<link rel="canonical" href="{URL}">
SCRIPT
</head>
<body class="faq-host">
<header><a href="{ROOT}">Maywell Health</a>
<a class="faq-bar" href="tel:+12165550100">Call <bdi dir="ltr">+1 216 555 0100</bdi></a></header>
<main id="main">
<article class="faq">
<nav class="faq-breadcrumbs"><ol>
<li class="faq-crumb"><a href="{ROOT}">Home</a></li>
<li class="faq-crumb"><a href="{ROOT}faqs/">Answers</a></li></ol></nav>
<h1 class="faq-title">Knee injections</h1>
<div class="faq-byline"><p class="faq-reviewed"><svg aria-hidden="true"><path d="M1 1"/></svg>
<span>Medically reviewed by <b>Leo Hart, MD</b> on
<time datetime="2026-05-21">May 21, 2026</time></span></p></div>
<section class="faq-tldr" id="faq-in-short"><h2 class="faq-tldr-heading">In short</h2>
<div class="faq-text"><p>An injection calms a sore knee.</p><p>Most people walk home.</p></div>
</section>
<nav class="faq-contents"><ol><li><a href="#will-it-hurt">Will it hurt?</a></li>
<li><a href="#whom-do-i-call">Whom do I call?</a></li></ol></nav>
<div class="faq-body">
<section class="faq-question" id="will-it-hurt"><span class="faq-alias" id="pain"></span>
<div class="faq-question-head"><h2 class="faq-question-heading">Will it hurt?</h2>
<a class="faq-link" href="#will-it-hurt" aria-label="Link to: Will it hurt?"><svg></svg></a></div>
<div class="faq-answer"><div class="faq-text"><p>A <b>little</b>, for a moment.</p>
<ul><li>We numb the skin.</li><li>You may lie down.</li></ul></div></div></section>
<div class="faq-section"><h2 class="faq-section-heading" id="afterwards">Afterwards</h2>
<section class="faq-question" id="when-may-i-walk">
<div class="faq-question-head"><h3 class="faq-question-heading">When may I walk?</h3></div>
<div class="faq-answer"><div class="faq-text"><p>At once, and slowly.</p></div>
<div class="faq-table-scroll"><table class="faq-table"><caption>Week by week</caption>
<thead><tr><th scope="col">When</th><th scope="col">What</th></tr></thead>
<tbody><tr><td>Week 1</td><td>Short walks</td></tr><tr><td>Week 2</td><td>Stairs</td></tr></tbody>
</table></div></div></section>
<section class="faq-question" id="what-does-it-cost">
<div class="faq-question-head"><h3 class="faq-question-heading">What does it cost?</h3></div>
<div class="faq-answer"><div class="faq-text">
<p>Most insurers pay. See <a href="/costs/">our prices</a>.</p></div></div></section>
<section class="faq-question" id="whom-do-i-call">
<div class="faq-question-head"><h3 class="faq-question-heading">Whom do I call?</h3></div>
<div class="faq-answer"><div class="faq-callout faq-callout-warning" role="note">
<p class="faq-callout-heading"><svg></svg><strong>Fever?</strong></p>
<div class="faq-text"><p>Call us on the same day.</p></div></div></div></section>
</div>
<section class="faq-sources" id="faq-sources"><h2>Sources</h2><ol class="faq-sources-list">
<li><a href="https://library.example/joints">Injections for joints</a>
<span class="faq-publisher">The Library of Joints</span></li>
<li><cite>A leaflet on cortisone</cite></li></ol></section>
<section class="faq-author"><h2>Who wrote this page</h2><p><b>Ada Moss</b>, Health writer</p>
<p class="faq-quiet">Last changed on <time datetime="2026-05-20">May 20, 2026</time></p></section>
<nav class="faq-related"><h2>Related pages</h2><ul>
<li><a href="/faqs/hip-injections/">Hip injections</a></li></ul></nav>
<div class="faq-topics"><p class="faq-topics-label">Topics</p><ul class="faq-chips">
<li><a class="faq-chip" href="{ROOT}faqs/?topic=arthritis">Arthritis of the knee</a></li></ul></div>
</div></article></main>
<footer><address>1 Elm Street<br>Cleveland, OH 44101</address></footer>
</body></html>"""
# fmt: on


def graph() -> Graph:
    """Return the page's whole graph, to be changed at will."""
    return {"@context": "https://schema.org", "@graph": copy.deepcopy(_NODES)}


def node(whole: Graph, name: str) -> dict[str, Any]:
    """Return the node whose `@id` ends with `name`: "webpage", "will-it-hurt"."""
    found: dict[str, Any] = next(
        each for each in whole["@graph"] if each["@id"].endswith(f"#{name}")
    )
    return found


def script(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text.replace("</", "<" + chr(92) + "/")}</script>'


def page(whole: Any = None, html: str = HTML, url: str = URL) -> PageFacts:
    """Return the page with the graph `whole`, or the perfect one, in its head."""
    scripts = script(graph() if whole is None else whole)
    return PageFacts(url=url, html=html.replace("SCRIPT", scripts), around=AROUND)


def changed(*changes: Change) -> PageFacts:
    """Return the page with its graph changed in place by each of `changes`."""
    whole = graph()
    for change in changes:
        change(whole)
    return page(whole)


def shown(old: str, new: str) -> PageFacts:
    """Return the page with `new` in its HTML where `old` stood, its graph as it was."""
    assert old in HTML, f"“{old}” is not on the page."
    return page(html=HTML.replace(old, new))
