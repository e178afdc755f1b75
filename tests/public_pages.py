"""Every kind of public page, with real content, for tests that look at all of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import NoReverseMatch, reverse
from wagtail.models import Site
from wagtailseo.models import SeoSettings

from faq_pages.models import ClinicalReview, FAQIndexPage, FAQPage, FAQSettings, Topic
from tests.faq_pages import samples
from tests.home import pages

# One more than stand on one page of a list.
MANY = 21


@dataclass(frozen=True)
class PublicPages:
    """The addresses by what they show; `faq` is the page with every kind of block."""

    faq: FAQPage
    addresses: dict[str, str] = field(default_factory=dict)


def everything() -> PublicPages:
    """Make a small site with each kind of page and of block; return where they are."""
    home = pages.home_page(
        introduction="<p>Welcome.</p>", image=pages.picture(), image_alt="A clinic"
    )
    contact = pages.contact_page(home)
    content = pages.content_page(home, "Pain", body=[("text", "<h2>Why</h2><p>Words.</p>")])
    _settings(contact)
    index = home.add_child(instance=FAQIndexPage(title="Answers", slug="answers"))
    index.introduction = "<p>What patients ask.</p>"
    index.save()
    topic = Topic.objects.create(name="Hip pain", slug="hip-pain")
    image = pages.picture()
    faq = samples.faq_page(
        index,
        *_every_block(image),
        title="All about hips",
        cover_image=image,
        cover_alt="A hip",
    )
    user = samples.reviewer("the-reviewer")
    faq.topics.add(topic)
    faq.author = user.faq_person
    faq.related_pages.create(page=content)
    faq.save_revision().publish()
    ClinicalReview.objects.record(FAQPage.objects.get(pk=faq.pk), user)
    collapsed = samples.faq_page(
        index,
        samples.tldr(),
        samples.question("Will it hurt?"),
        samples.heading("Afterwards"),
        samples.question("May I walk?"),
        title="Closed at first",
        collapses_answers=True,
    )
    for number in range(MANY):
        samples.faq_page(index, samples.tldr(), samples.question(), title=f"Page {number}")
    pages.content_page(home, "Empty", body=[])
    home.add_child(instance=FAQIndexPage(title="No answers", slug="no-answers"))
    addresses = {
        "home": "/",
        "content": content.url,
        "contact": contact.url,
        "index": index.url,
        "index by topic": f"{index.url}?topic=hip-pain",
        "index, page 2": f"{index.url}?page=2",
        "index without pages": "/no-answers/",
        "faq": faq.url,
        "faq, collapsed": collapsed.url,
        "thanks for yes": f"/feedback/{faq.pk}/thanks/?answer=yes",
        "thanks for no": f"/feedback/{faq.pk}/thanks/?answer=no",
        "not found": "/nowhere/",
        **dict(_search()),
    }
    return PublicPages(faq=FAQPage.objects.get(pk=faq.pk), addresses=addresses)


def _search() -> Iterator[tuple[str, str]]:
    try:
        address = reverse("faq_pages:search")
    except NoReverseMatch:
        return
    yield "search", address
    yield "search with results", f"{address}?q=will+it+hurt"
    yield "search without results", f"{address}?q=xylophone"


def _settings(contact: Any) -> None:
    site = Site.objects.get(is_default_site=True)
    FAQSettings.objects.update_or_create(
        site=site,
        defaults={"disclaimer": "No personal advice.", "contact_page": contact},
    )
    SeoSettings.objects.update_or_create(
        site=site,
        defaults={
            "struct_org_name": "Test Clinic",
            "struct_org_phone": "+1 555 0100",
            "struct_org_address_street": "1 Long Road",
            "struct_org_address_locality": "Springfield",
            "struct_org_address_region": "IL",
            "struct_org_address_postal": "62701",
        },
    )


def _every_block(image: Any) -> list[samples.Block]:
    answer = "<h3>At home</h3><p>Rest <b>a bit</b>.</p><ul><li>ice</li><li>sleep</li></ul>"
    return [
        samples.tldr(),
        samples.callout(),
        samples.question("Will it hurt?", answer),
        samples.heading("Afterwards"),
        samples.question(
            "When may I walk?",
            "<p>Soon:</p>",
            parts=[
                samples.table(("Week 1", "Rest"), ("Week 2", "Walk")),
                samples.image(image.pk, caption="A walk"),
                samples.callout("<p>Stop if it hurts.</p>", "warning"),
                samples.callout("<p>Shoes help.</p>", "note"),
                samples.block("text", "<p>And drive in week three.</p>"),
            ],
        ),
        samples.block("text", "<p>A word in between.</p>"),
        samples.image(image.pk),
        samples.table(("Day 1", "Sleep")),
        samples.question("Who can help?", '<p>Call <a href="https://example.org/">us</a>.</p>'),
        samples.sources("A guideline", "A study"),
        samples.call(
            heading="Ready?", text="Talk to us.", button="Book a visit", url="https://example.org/"
        ),
    ]
