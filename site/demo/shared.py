"""What the demo's pages share: people, topics, the clinic's own facts."""

from typing import Any

from wagtail.models import Page, Site

from demo.texts import clinic, people, topics
from faq_pages.models import CallToAction, FAQSettings, Person, Topic, TopicCode
from faq_pages.seo import SeoSettings


def add_people(reviewer: Any) -> Person:
    """Add the people; return the author of the FAQ pages."""
    Person.objects.create(**people.PHYSICIAN, user=reviewer)
    Person.objects.create(**people.THERAPIST)
    return Person.objects.create(**people.WRITER)


def add_topics() -> None:
    for text in topics.ALL:
        topic = Topic(
            slug=text.slug,
            name=text.name,
            type=text.type,
            description=text.description,
            also_called="\n".join(text.also_called),
        )
        topic.codes = [
            TopicCode(system=TopicCode.System.ICD_10_CM, value=value) for value in text.icd_10_cm
        ]
        topic.save()


def add_call_to_action(page: Page) -> CallToAction:
    return CallToAction.objects.create(**clinic.CALL_TO_ACTION, page=page)


def name_site(site: Site) -> None:
    site.site_name = clinic.NAME
    # Wagtail's own choice is an address that no development server listens on.
    if site.hostname == "localhost":
        site.hostname = "127.0.0.1"
        site.port = 8000 if site.port == 80 else site.port
    site.save()


def save_settings(site: Site, contact: Page, images: dict[str, Any]) -> None:
    """Save what holds for the whole site: the clinic's facts and the disclaimer."""
    SeoSettings.objects.update_or_create(
        site=site,
        defaults={
            **clinic.ORGANIZATION,
            "struct_org_logo": images["logo"],
            "struct_org_image": images["clinic"],
            "og_image_default": images["clinic"],
            "struct_org_hours": [
                ("hours", {"days": list(days), "start_time": opens, "end_time": closes})
                for days, opens, closes in clinic.HOURS
            ],
        },
    )
    FAQSettings.objects.update_or_create(
        site=site,
        defaults={
            "disclaimer": clinic.DISCLAIMER,
            "contact_page": contact,
            "specialty": "Musculoskeletal",
        },
    )
