"""One linked schema.org graph that says exactly what a page shows.

Built from `content` alone, with the vocabulary of https://schema.org (release
30). A node stands in the graph only when it has content, and every `@id` that
one node refers to is another node of the same graph.
"""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import urljoin

from faq_pages import markup
from faq_pages.content import (
    FAQ,
    Callout,
    Image,
    Organization,
    Part,
    Person,
    Question,
    Source,
    Table,
    Text,
    Topic,
    WebPage,
    WebSite,
)

Node = dict[str, Any]

# The HTML that Google documents for an answer's text; everything else that an
# answer shows is said in these.
ANSWER_TAGS = frozenset(
    "h1 h2 h3 h4 h5 h6 br ol ul li a p div b strong i em".split()
)

# Types of wagtail-seo's list that are no Place, and so have no position and hours.
PLACELESS = frozenset(
    "Organization Airline Corporation GovernmentOrganization MedicalOrganization NGO "
    "PerformingGroup DanceGroup MusicGroup TheaterGroup SportsOrganization SportsTeam".split()
)


def page_graph(page: WebPage, nodes: Iterable[Node] = ()) -> Node:
    """Return the graph of an ordinary page, `nodes` added; empty if there is none to show."""
    if not _has_graph(page):
        return {}
    return _graph(page, _webpage(page, "MedicalWebPage"), nodes)


def faq_graph(page: WebPage, faq: FAQ) -> Node:
    """Return the graph of an FAQ page.

    Without a complete question, or where the page is an alias of another one,
    it is a plain MedicalWebPage: never an empty or a second FAQPage.
    """
    if not _has_graph(page):
        return {}
    questions = () if page.is_alias else faq.complete_questions
    people = _people(page, faq)
    type_ = ["MedicalWebPage", "FAQPage"] if questions else "MedicalWebPage"
    webpage = _webpage(page, type_) | _compact(
        {
            "abstract": faq.tldr.words if faq.tldr else "",
            "lastReviewed": _date(faq.review.reviewed_at) if faq.review else "",
            "reviewedBy": _ref(people, faq.review and faq.review.reviewer),
            "author": _ref(people, faq.author),
            "medicalAudience": {"@type": "MedicalAudience", "audienceType": "Patient"},
            "about": [{"@id": _topic_id(page, topic)} for topic in faq.topics],
            "citation": [_source(source) for source in faq.sources],
            "relatedLink": [urljoin(page.url, link.url) for link in faq.related],
            "mainEntity": [{"@id": f"{page.url}#{question.anchor}"} for question in questions],
        }
    )
    nodes = [
        *(_question(page, question) for question in questions),
        *(_person(page.site, person, id) for person, id in people.items()),
        *(_topic(page, topic) for topic in faq.topics),
    ]
    return _graph(page, webpage, nodes)


def answer_html(question: Question, base: str) -> str:
    """Return the whole answer in the tags that `Answer.text` may hold, links absolute."""
    html = "".join(filter(None, map(_part_html, question.answer)))
    return markup.absolute_links(markup.clean(html, ANSWER_TAGS), base)


# -- Nodes -----------------------------------------------------------------------


def _has_graph(page: WebPage) -> bool:
    return page.site.show_graph and bool(page.url)


def _graph(page: WebPage, webpage: Node, nodes: Iterable[Node]) -> Node:
    site = page.site
    graph = [
        webpage,
        *nodes,
        _website(page),
        _organization(site),
        _breadcrumbs(page),
        _image(page.image, f"{page.url}#primaryimage", site.url),
    ]
    return {"@context": "https://schema.org", "@graph": [node for node in graph if node]}


def _webpage(page: WebPage, type_: str | list[str]) -> Node:
    site = page.site
    return _compact(
        {
            "@type": type_,
            "@id": f"{page.url}#webpage",
            "url": page.url,
            "name": page.name,
            "description": page.description,
            "inLanguage": page.language,
            "datePublished": _time(page.published),
            "dateModified": _time(page.modified),
            "isPartOf": _website_ref(site),
            "publisher": _organization_ref(site),
            "breadcrumb": {"@id": f"{page.url}#breadcrumb"} if page.breadcrumbs else None,
            "primaryImageOfPage": {"@id": f"{page.url}#primaryimage"} if page.image else None,
        }
    )


def _question(page: WebPage, question: Question) -> Node:
    url = f"{page.url}#{question.anchor}"
    return {
        "@type": "Question",
        "@id": url,
        "url": url,
        "name": question.question,
        "acceptedAnswer": {"@type": "Answer", "text": answer_html(question, page.url)},
    }


def _website(page: WebPage) -> Node:
    site = page.site
    if not _website_ref(site):
        return {}
    return _compact(
        {
            "@type": "WebSite",
            **(_website_ref(site) or {}),
            "url": site.url,
            "name": site.name,
            "inLanguage": page.language,
            "publisher": _organization_ref(site),
        }
    )


def _organization(site: WebSite) -> Node:
    facts = site.publisher
    if not facts.name:
        return {}
    node = {
        "@type": facts.type,
        **(_organization_ref(site) or {}),
        "url": site.url,
        "name": facts.name,
        "telephone": facts.telephone,
        "address": _address(facts),
        "logo": _image(facts.logo, f"{site.url}#logo", site.url),
        "image": _image(facts.image, f"{site.url}#image", site.url),
    }
    if facts.type not in PLACELESS:
        node |= {"geo": _geo(facts), "openingHoursSpecification": _hours(facts)}
    return _compact({**facts.extra, **node})


def _address(facts: Organization) -> Node | None:
    if not facts.address:
        return None
    return _compact(
        {
            "@type": "PostalAddress",
            "streetAddress": facts.address.street,
            "addressLocality": facts.address.locality,
            "addressRegion": facts.address.region,
            "postalCode": facts.address.postal_code,
            "addressCountry": facts.address.country,
        }
    )


def _geo(facts: Organization) -> Node | None:
    if facts.latitude is None or facts.longitude is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": facts.latitude,
        "longitude": facts.longitude,
    }


def _hours(facts: Organization) -> list[Node]:
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [f"https://schema.org/{day}" for day in hours.days],
            "opens": hours.opens,
            "closes": hours.closes,
        }
        for hours in facts.hours
    ]


def _breadcrumbs(page: WebPage) -> Node:
    if not page.breadcrumbs:
        return {}
    return {
        "@type": "BreadcrumbList",
        "@id": f"{page.url}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": link.text, "item": link.url}
            for position, link in enumerate(page.breadcrumbs, start=1)
        ],
    }


def _image(image: Image | None, id: str, base: str) -> Node:
    if not image:
        return {}
    url = urljoin(base, image.url)
    return _compact(
        {
            "@type": "ImageObject",
            "@id": id,
            "url": url,
            "contentUrl": url,
            "width": image.width,
            "height": image.height,
            "caption": image.caption or image.alt,
        }
    )


def _people(page: WebPage, faq: FAQ) -> dict[Person, str]:
    """The page's people with the `@id` of each, one who wrote and checked it once."""
    people = [faq.author, faq.review.reviewer if faq.review else None]
    found = dict.fromkeys(person for person in people if person)
    return {
        person: f"{page.url}#person-{number}" for number, person in enumerate(found, start=1)
    }


def _ref(people: dict[Person, str], person: Person | None) -> Node | None:
    return {"@id": people[person]} if person else None


def _person(site: WebSite, person: Person, id: str) -> Node:
    return _compact(
        {
            "@type": "Person",
            "@id": id,
            "name": person.name,
            "honorificSuffix": person.credentials,
            "jobTitle": person.job_title,
            "url": person.url,
            "sameAs": list(person.same_as),
            "worksFor": _organization_ref(site),
        }
    )


def _topic_id(page: WebPage, topic: Topic) -> str:
    return f"{page.url}#topic-{topic.slug}"


def _topic(page: WebPage, topic: Topic) -> Node:
    return _compact(
        {
            "@type": topic.type,
            "@id": _topic_id(page, topic),
            "name": topic.name,
            "alternateName": list(topic.also_called),
            "code": [
                {"@type": "MedicalCode", "codingSystem": code.system, "codeValue": code.value}
                for code in topic.codes
            ],
        }
    )


def _source(source: Source) -> Node:
    return _compact(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "publisher": {"@type": "Organization", "name": source.publisher}
            if source.publisher
            else None,
        }
    )


def _website_ref(site: WebSite) -> Node | None:
    return {"@id": f"{site.url}#website"} if site.name else None


def _organization_ref(site: WebSite) -> Node | None:
    return {"@id": f"{site.url}#organization"} if site.publisher.name else None


# -- Answers ---------------------------------------------------------------------


def _part_html(part: Part) -> str:
    match part:
        case Text():
            return part.html
        case Table():
            return _table_html(part)
        case Callout():
            return _callout_html(part)
        case Image():
            return _paragraph(part.caption)


def _table_html(table: Table) -> str:
    """Say a table as a list, one row an item: its own tags are not allowed."""
    header = [f"<strong>{escape(cell)}</strong>" for cell in table.header if cell]
    rows = [header, *([cell for cell in row if cell] for row in table.rows)]
    items = "".join(f"<li>{'<br>'.join(row)}</li>" for row in rows if row)
    return _paragraph(table.caption) + f"<ul>{items}</ul>"


def _callout_html(callout: Callout) -> str:
    heading = f"<p><strong>{escape(callout.heading)}</strong></p>" if callout.heading else ""
    return heading + callout.html


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


# -- Values ----------------------------------------------------------------------


def _compact(node: Node) -> Node:
    """Leave out what is empty; 0 is a value."""
    return {key: value for key, value in node.items() if value not in _EMPTY}


_EMPTY: tuple[object, ...] = ("", None, [], {}, ())


def _time(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def _date(moment: datetime) -> str:
    return moment.date().isoformat()
