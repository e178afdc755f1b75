"""The graph as a whole: which nodes stand in it."""

from collections.abc import Iterable
from urllib.parse import urljoin

from faq_pages.content import FAQ, WebPage
from faq_pages.structured_data import page_nodes, site_nodes
from faq_pages.structured_data.values import Node, compact, date


def page_graph(page: WebPage, nodes: Iterable[Node] = ()) -> Node:
    """Return the graph of an ordinary page, `nodes` added; empty if there is none to show."""
    if not _has_graph(page):
        return {}
    return _graph(page, page_nodes.webpage(page, page.type), nodes)


def faq_graph(page: WebPage, faq: FAQ) -> Node:
    """Return the graph of an FAQ page.

    Without a complete question, or where the page is an alias of another one,
    it is a plain MedicalWebPage: never an empty or a second FAQPage.
    """
    if not _has_graph(page):
        return {}
    questions = () if page.is_alias else faq.complete_questions
    people = page_nodes.people(page, faq)
    type_ = ["MedicalWebPage", "FAQPage"] if questions else "MedicalWebPage"
    webpage = page_nodes.webpage(page, type_) | compact(
        {
            "abstract": faq.tldr.words if faq.tldr else "",
            "lastReviewed": date(faq.review.reviewed_at) if faq.review else "",
            "reviewedBy": page_nodes.ref(people, faq.review.reviewer if faq.review else None),
            "author": page_nodes.ref(people, faq.author),
            "medicalAudience": {"@type": "MedicalAudience", "audienceType": "Patient"},
            "about": [{"@id": page_nodes.topic_id(page, topic)} for topic in faq.topics],
            "citation": [page_nodes.source(source) for source in faq.sources],
            "relatedLink": [urljoin(page.base, link.url) for link in faq.related],
            "mainEntity": [{"@id": f"{page.url}#{question.anchor}"} for question in questions],
        }
    )
    nodes = [
        *(page_nodes.question(page, question) for question in questions),
        *(page_nodes.person(page.site, person, id) for person, id in people.items()),
        *(page_nodes.topic(page, topic) for topic in faq.topics),
    ]
    return _graph(page, webpage, nodes)


def _has_graph(page: WebPage) -> bool:
    return page.site.show_graph and bool(page.url)


def _graph(page: WebPage, webpage: Node, nodes: Iterable[Node]) -> Node:
    graph = [
        webpage,
        *nodes,
        page_nodes.entries(page),
        site_nodes.website(page),
        site_nodes.organization(page),
        page_nodes.breadcrumbs(page),
    ]
    return {"@context": "https://schema.org", "@graph": [node for node in graph if node]}
