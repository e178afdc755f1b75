"""The nodes of the site: who publishes it, its name, its images."""

from urllib.parse import urljoin

from faq_pages.content import Action, Department, Image, Organization, WebPage, WebSite
from faq_pages.structured_data.values import Node, compact

# Types of wagtail-seo's list that are no Place, and so have no position and hours.
PLACELESS = frozenset(
    "Organization Airline Corporation GovernmentOrganization MedicalOrganization NGO "
    "PerformingGroup DanceGroup MusicGroup TheaterGroup SportsOrganization SportsTeam".split()
)


# Types that have a `medicalSpecialty`: wagtail-seo's and MedicalClinic, our own default.
MEDICAL = frozenset("MedicalOrganization MedicalClinic Dentist Hospital Pharmacy Physician".split())

# Where an address on the web opens: https://schema.org/actionPlatform.
_PLATFORMS = ["https://schema.org/DesktopWebPlatform", "https://schema.org/MobileWebPlatform"]


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


def organization(page: WebPage) -> Node:
    """Return who publishes the site of `page`.

    What free JSON says of a property that has a field holds only while the field is blank.
    """
    site, facts = page.site, page.site.publisher
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
        "sameAs": list(facts.same_as),
        "publishingPrinciples": facts.publishing_principles,
        "department": [_department(facts, department) for department in facts.departments],
        "potentialAction": [_action(action) for action in facts.actions],
    }
    if facts.type in MEDICAL:
        node |= {"medicalSpecialty": specialty(page)}
    if facts.type not in PLACELESS:
        node |= {"geo": _geo(facts), "openingHoursSpecification": _hours(facts)}
    return {**facts.extra, **compact(node)}


def specialty(page: WebPage) -> str:
    """Return the address of the clinic's MedicalSpecialty, or ""."""
    return f"https://schema.org/{page.specialty}" if page.specialty else ""


def _department(facts: Organization, department: Department) -> Node:
    # Not the organization's own type: a LocalBusiness, as a clinic is one, must have an
    # address by Google's rules, and a department has none of its own here.
    return compact(
        {
            "@type": "MedicalOrganization" if facts.type in MEDICAL else "Organization",
            "name": department.name,
            "telephone": department.telephone,
            "url": department.url,
        }
    )


def _action(action: Action) -> Node:
    result = {"@type": action.result_type, "name": action.result} if action.result_type else None
    node = {
        "@type": action.type,
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": action.url,
            "actionPlatform": _PLATFORMS,
        },
        "result": compact(result) if result else None,
    }
    return {**action.extra, **compact(node)}


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
            # Both hold a Distance, https://schema.org/Distance, which has a unit.
            "width": f"{image.width} px",
            "height": f"{image.height} px",
            "caption": image.caption or image.alt,
        }
    )


def website_ref(site: WebSite) -> Node | None:
    return {"@id": f"{site.url}#website"} if site.name else None


def organization_ref(site: WebSite) -> Node | None:
    return {"@id": f"{site.url}#organization"} if site.publisher.name else None
