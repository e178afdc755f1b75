"""The nodes of a page: the page itself, its questions, people, topics and sources."""

from urllib.parse import urljoin

from faq_pages.content import FAQ, Entry, Person, Question, Source, Topic, WebPage, WebSite
from faq_pages.structured_data.answers import answer_html
from faq_pages.structured_data.site_nodes import image, organization_ref, specialty, website_ref
from faq_pages.structured_data.values import Node, compact, time


def webpage(page: WebPage, type_: str | list[str]) -> Node:
    site = page.site
    return compact(
        {
            "@type": type_,
            "@id": f"{page.url}#webpage",
            "url": page.url,
            "name": page.name,
            "description": page.description,
            "inLanguage": page.language,
            # Only a MedicalWebPage has one.
            "specialty": specialty(page) if page.type == "MedicalWebPage" else "",
            "datePublished": time(page.published),
            "dateModified": time(page.modified),
            "isPartOf": website_ref(site),
            "publisher": organization_ref(site),
            "breadcrumb": {"@id": f"{page.url}#breadcrumb"} if breadcrumbs(page) else None,
            "primaryImageOfPage": image(page.image, f"{page.url}#primaryimage", site.url),
            "mainEntity": {"@id": entries_id(page)} if page.entries else None,
        }
    )


def question(page: WebPage, question: Question) -> Node:
    url = f"{page.url}#{question.anchor}"
    return {
        "@type": "Question",
        "@id": url,
        "url": url,
        "name": question.question,
        "acceptedAnswer": {"@type": "Answer", "text": answer_html(question, page.base)},
    }


def breadcrumbs(page: WebPage) -> Node:
    """Return the way to `page`; a home page alone is none."""
    if len(page.breadcrumbs) < 2:
        return {}
    return {
        "@type": "BreadcrumbList",
        "@id": f"{page.url}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": link.text, "item": link.url}
            for position, link in enumerate(page.breadcrumbs, start=1)
        ],
    }


def entries_id(page: WebPage) -> str:
    return f"{page.url}#entries"


def entries(page: WebPage) -> Node:
    """Return what `page` lists, in its order; each page of a long list is one of its own."""
    if not page.entries:
        return {}
    return {
        "@type": "ItemList",
        "@id": entries_id(page),
        "numberOfItems": len(page.entries),
        "itemListElement": [
            _entry(page.site, entry, position)
            for position, entry in enumerate(page.entries, start=1)
        ],
    }


def _entry(site: WebSite, entry: Entry, position: int) -> Node:
    return {
        "@type": "ListItem",
        "position": position,
        "name": entry.title,
        "url": urljoin(site.url, entry.url),
    }


def people(page: WebPage, faq: FAQ) -> dict[Person, str]:
    """The page's people with the `@id` of each, one who wrote and checked it once."""
    people = [faq.author, faq.review.reviewer if faq.review else None]
    found = dict.fromkeys(person for person in people if person)
    return {person: f"{page.url}#person-{number}" for number, person in enumerate(found, start=1)}


def ref(people: dict[Person, str], person: Person | None) -> Node | None:
    return {"@id": people[person]} if person else None


def person(site: WebSite, person: Person, id: str) -> Node:
    return compact(
        {
            "@type": "Person",
            "@id": id,
            "name": person.name,
            "honorificSuffix": person.credentials,
            "jobTitle": person.job_title,
            "url": person.url,
            "sameAs": list(person.same_as),
            "image": image(person.image, f"{id}-image", site.url),
            "description": person.description,
            "worksFor": organization_ref(site),
        }
    )


def topic_id(page: WebPage, topic: Topic) -> str:
    return f"{page.url}#topic-{topic.slug}"


def topic(page: WebPage, topic: Topic) -> Node:
    return compact(
        {
            "@type": topic.type,
            "@id": topic_id(page, topic),
            "name": topic.name,
            "alternateName": list(topic.also_called),
            "code": [
                {"@type": "MedicalCode", "codingSystem": code.system, "codeValue": code.value}
                for code in topic.codes
            ],
        }
    )


def source(source: Source) -> Node:
    return compact(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "publisher": {"@type": "Organization", "name": source.publisher}
            if source.publisher
            else None,
        }
    )
