"""The nodes of the site: who publishes it, its name, its images."""

from urllib.parse import urljoin

from faq_pages.content import Image, Organization, WebPage, WebSite
from faq_pages.structured_data.values import Node, compact

# Types of wagtail-seo's list that are no Place, and so have no position and hours.
PLACELESS = frozenset(
    "Organization Airline Corporation GovernmentOrganization MedicalOrganization NGO "
    "PerformingGroup DanceGroup MusicGroup TheaterGroup SportsOrganization SportsTeam".split()
)


def website(page: WebPage) -> Node:
    site = page.site
    if not website_ref(site):
        return {}
    return compact(
        {
            "@type": "WebSite",
            **(website_ref(site) or {}),
            "url": site.url,
            "name": site.name,
            "inLanguage": page.language,
            "publisher": organization_ref(site),
        }
    )


def organization(site: WebSite) -> Node:
    facts = site.publisher
    if not facts.name:
        return {}
    node = {
        "@type": facts.type,
        **(organization_ref(site) or {}),
        "url": site.url,
        "name": facts.name,
        "telephone": facts.telephone,
        "address": _address(facts),
        "logo": image(facts.logo, f"{site.url}#logo", site.url),
        "image": image(facts.image, f"{site.url}#image", site.url),
    }
    if facts.type not in PLACELESS:
        node |= {"geo": _geo(facts), "openingHoursSpecification": _hours(facts)}
    return {**facts.extra, **compact(node)}


def _address(facts: Organization) -> Node | None:
    if not facts.address:
        return None
    return compact(
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


def image(image: Image | None, id: str, base: str) -> Node:
    if not image:
        return {}
    url = urljoin(base, image.url)
    return compact(
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


def website_ref(site: WebSite) -> Node | None:
    return {"@id": f"{site.url}#website"} if site.name else None


def organization_ref(site: WebSite) -> Node | None:
    return {"@id": f"{site.url}#organization"} if site.publisher.name else None
