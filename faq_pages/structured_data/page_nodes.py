"""The nodes of a page: the page itself, its questions, people, topics and sources."""

from faq_pages.content import FAQ, Person, Question, Source, Topic, WebPage, WebSite
from faq_pages.structured_data.answers import answer_html
from faq_pages.structured_data.site_nodes import organization_ref, website_ref
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
            "specialty": _specialty(page),
            "datePublished": time(page.published),
            "dateModified": time(page.modified),
            "isPartOf": website_ref(site),
            "publisher": organization_ref(site),
            "breadcrumb": {"@id": f"{page.url}#breadcrumb"} if page.breadcrumbs else None,
            "primaryImageOfPage": {"@id": f"{page.url}#primaryimage"} if page.image else None,
        }
    )


def _specialty(page: WebPage) -> str:
    """The clinic's MedicalSpecialty; only a MedicalWebPage has one."""
    is_medical = page.type == "MedicalWebPage" and page.specialty
    return f"https://schema.org/{page.specialty}" if is_medical else ""


def question(page: WebPage, question: Question) -> Node:
    url = f"{page.url}#{question.anchor}"
    return {
        "@type": "Question",
        "@id": url,
        "url": url,
        "name": question.question,
        "acceptedAnswer": {"@type": "Answer", "text": answer_html(question, page.url)},
    }


def breadcrumbs(page: WebPage) -> Node:
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
