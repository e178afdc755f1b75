"""How the perfect page is spoilt: small changes of its graph or its HTML, and the case of each."""

import json
from collections.abc import Callable
from typing import Any

from faq_pages.findings import PageFacts
from tests.faq_pages.findings import served
from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.served import HTML, ROOT, URL, Graph, node, page

GOOD = page()


def graph(rule: str, name: str, change: Callable[[Graph], object], good: PageFacts = GOOD) -> Case:
    """A graph that `change` spoils in place."""
    return Case(rule=rule, name=name, bad=served.changed(change), good=good)


def html(rule: str, name: str, old: str, new: str) -> Case:
    """A page whose HTML has `new` instead of `old`, while the graph is as it was."""
    return Case(rule=rule, name=name, bad=served.shown(old, new), good=GOOD)


def scripts(rule: str, name: str, *values: Any) -> Case:
    """A page with these scripts of structured data."""
    text = "".join(map(served.script, values))
    return Case(rule=rule, name=name, bad=page(html=HTML.replace("SCRIPT", text)), good=GOOD)


def put(where: str, key: str, value: Any) -> Callable[[Graph], object]:
    return lambda whole: node(whole, where).__setitem__(key, value)


def drop(where: str, key: str) -> Callable[[Graph], object]:
    return lambda whole: node(whole, where).pop(key)


def rename(where: str, key: str, other: str) -> Callable[[Graph], object]:
    return lambda whole: node(whole, where).__setitem__(other, node(whole, where).pop(key))


def answer(text: str) -> Callable[[Graph], object]:
    """Another text of the first answer."""
    return put("will-it-hurt", "acceptedAnswer", {"@type": "Answer", "text": text})


def add(value: dict[str, Any]) -> Callable[[Graph], object]:
    return lambda whole: whole["@graph"].append(value)


def hours(key: str, value: Any) -> Callable[[Graph], object]:
    return lambda whole: node(whole, "organization")["openingHoursSpecification"][0].update(
        {key: value}
    )


def crumb(number: int, **values: Any) -> Callable[[Graph], object]:
    return lambda whole: node(whole, "breadcrumb")["itemListElement"][number].update(values)


def crumb_without(number: int, key: str) -> Callable[[Graph], object]:
    return lambda whole: node(whole, "breadcrumb")["itemListElement"][number].pop(key)


def reversed_questions(whole: Graph) -> None:
    node(whole, "webpage")["mainEntity"].reverse()


def no_answered_question(whole: Graph) -> None:
    """As of a page that never had one: no question is shown or told."""
    node(whole, "webpage").pop("mainEntity")
    whole["@graph"] = [each for each in whole["@graph"] if each["@type"] != "Question"]


def without_questions() -> PageFacts:
    whole = served.graph()
    no_answered_question(whole)
    return page(whole, HTML.replace("faq-question", "faq-other"))


def at_home(change: Callable[[Graph], object] | None = None) -> PageFacts:
    """A home page: the site is told as on every other page, and judged there."""
    nodes = [node(served.graph(), name) for name in ("website", "organization")]
    webpage = {
        "@type": "WebPage",
        "@id": f"{ROOT}#webpage",
        "url": ROOT,
        "name": "Maywell Health",
        "description": "A clinic for joints.",
        "inLanguage": "en",
        "isPartOf": {"@id": f"{ROOT}#website"},
        "publisher": {"@id": f"{ROOT}#organization"},
    }
    whole = {"@context": "https://schema.org", "@graph": [webpage, *nodes]}
    if change:
        change(whole)
    text = f"<html lang='en'><head>SCRIPT</head><body><h1>Welcome</h1>{PHONE}</body></html>"
    return page(whole, text, ROOT)


PARTNER = "https://partner.example/x/"


def at_partner(*, astray: bool = False) -> PageFacts:
    """The page as it is when an editor gave it the address of another site as canonical.

    If it is `astray`, its first question is on a third site.
    """
    told = json.loads(json.dumps(served.graph()).replace(URL, PARTNER))
    if astray:
        node(told, "will-it-hurt")["url"] = "https://staging.example/#will-it-hurt"
    return page(
        told, HTML.replace(f'rel="canonical" href="{URL}"', f'rel="canonical" href="{PARTNER}"')
    )


PHONE = '<a href="tel:+12165550100">Call</a>'


def listed(*titles: str) -> PageFacts:
    """A page that lists two other pages, and is told to list `titles`."""
    items = [
        {"@type": "ListItem", "position": number, "name": title, "url": f"{ROOT}faqs/{number}/"}
        for number, title in enumerate(titles, start=1)
    ]
    webpage = {
        "@type": "CollectionPage",
        "@id": f"{ROOT}faqs/#webpage",
        "url": f"{ROOT}faqs/",
        "name": "Answers",
        "description": "What patients ask.",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "Maywell Health"},
        "mainEntity": {"@type": "ItemList", "itemListElement": items},
    }
    titles_shown = "".join(
        f'<h2 class="faq-entry-title"><a href="/faqs/{title}/">{title}</a></h2>'
        for title in ("Hips", "Knees")
    )
    return page(
        {"@context": "https://schema.org", **webpage},
        "<html lang='en'><head>SCRIPT</head><body>"
        f"<h1 class='faq-title'>Answers</h1>{titles_shown}</body></html>",
        f"{ROOT}faqs/",
    )


DEEP = '{"a":' * 100_000
PERSON = {"@type": "Person", "@id": f"{URL}#person-9", "name": "Eva Lund", "url": f"{ROOT}eva/"}
FAQ_PAGE = {
    "@type": "FAQPage",
    "@id": f"{URL}#again",
    "url": URL,
    "name": "Knee injections",
    "description": "Again.",
    "inLanguage": "en",
    "publisher": {"@id": f"{ROOT}#organization"},
    "mainEntity": {"@id": f"{URL}#will-it-hurt"},
}
