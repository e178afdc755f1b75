"""Every page that an editor can publish has no fault in its structured data.

Random pages of every kind of block and with hostile text are rendered as visitors get
them, with random settings of the site, and judged by the validator, which knows nothing of
what made them: no error and no warning, so parity holds as well. 500 examples in the suite;
10,000 by

    pytest tests/faq_pages/findings/test_whole_pages.py --hypothesis-profile fuzz
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import wagtail_factories
from django.contrib.auth.models import AnonymousUser
from django.template.loader import get_template
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Site

from faq_pages.findings import STRUCTURED_DATA, PageFacts, Surroundings, obstacles
from faq_pages.models import ClinicalReview, FAQPage, FAQSettings, Person, Topic
from faq_pages.models.topics import TopicCode
from faq_pages.seo import SeoSettings
from tests.faq_pages import samples
from tests.faq_pages.findings.publishable import PAGES, SITES, bodies

_MARCH = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)

EXAMPLES = max(500, settings.default.max_examples)


class WholePages(TestCase):
    """One site with one page, which is written anew for each example."""

    page: FAQPage
    related: FAQPage
    person: Person
    topic: Topic
    site: Site
    user: Any
    picture: Any

    @classmethod
    def setUpTestData(cls) -> None:
        index = samples.index_page()
        cls.page = samples.faq_page(index, samples.question())
        cls.related = samples.faq_page(index, samples.question(), title="Hip & knee")
        cls.site = Site.objects.get(is_default_site=True)
        cls.topic = Topic.objects.create(name="Topic", slug="topic")
        TopicCode.objects.create(topic=cls.topic, system="ICD-10-CM", value="M53.3")
        cls.user = samples.reviewer()
        cls.person = cls.user.faq_person
        cls.picture = wagtail_factories.ImageFactory(title="hip.jpg")
        SeoSettings.objects.create(site=cls.site)
        FAQSettings.objects.create(site=cls.site)

    def configure(self, site: dict[str, Any], facts: dict[str, Any]) -> None:
        """Save the settings of the site, and what stands in tables of its own."""
        row = SeoSettings.objects.get(site=self.site)
        for name, value in site.items():
            setattr(row, name, value)
        row.struct_org_logo = self.picture
        row.save()
        ours = FAQSettings.objects.get(site=self.site)
        for name in (
            *("specialty", "disclaimer", "same_as"),
            *("google_verification", "bing_verification"),
        ):
            setattr(ours, name, facts[name])
        ours.departments = [
            samples.block("department", {"name": name, "telephone": phone, "url": url})
            for name, phone, url in facts["departments"]
        ]
        ours.publishing_principles = self.related if facts["has_principles"] else None
        ours.save()
        Site.objects.update(site_name=facts["site_name"])
        name, credentials, job_title, biography = facts["person"]
        Person.objects.update(
            name=name, credentials=credentials, job_title=job_title, biography=biography
        )
        topic, also_called, code = facts["topic"]
        Topic.objects.update(name=topic, also_called=also_called)
        TopicCode.objects.update(value=code)

    def served(self, body: list[samples.Block], facts: dict[str, Any]) -> tuple[FAQPage, str]:
        """Return the page that has this body, and its HTML as visitors get it."""
        page = FAQPage.objects.get(pk=self.page.pk)
        page.body = body
        for name in (
            *("title", "seo_title", "search_description", "collapses_answers"),
            *("canonical_url", "noindex"),
        ):
            setattr(page, name, facts[name])
        page.author = Person.objects.get(pk=self.person.pk) if facts["has_author"] else None
        page.topics = [self.topic] if facts["has_topic"] else []
        page.cover_image = self.picture if facts["has_cover"] else None
        page.related_pages = []
        if facts["has_related"]:
            page.related_pages.create(page=self.related)
        page.first_published_at = _MARCH if facts["is_published"] else None
        page.last_published_at = _MARCH + timedelta(days=9) if facts["is_published"] else None
        if facts["is_reviewed"]:
            ClinicalReview.objects.record(page, self.user)
        request = RequestFactory().get("/faqs/steroid-injections/", headers={"host": "localhost"})
        request.user = AnonymousUser()
        context = page.get_context(request)
        html = get_template(page.get_template(request)).render(context, request)
        return page, html

    @settings(max_examples=EXAMPLES)
    @given(data=st.data(), site=SITES, facts=PAGES)
    def test_a_page_that_can_be_published_has_no_fault(
        self, data: st.DataObject, site: dict[str, Any], facts: dict[str, Any]
    ) -> None:
        body = data.draw(bodies(self.picture.pk))
        self.configure(site, facts)
        page, html = self.served(body, facts)
        faq = page.read()
        assert not obstacles(faq)
        served = PageFacts(
            url="http://localhost/faqs/steroid-injections/",
            html=html,
            around=Surroundings(
                now=datetime.now(UTC) + timedelta(minutes=1), root="http://localhost/"
            ),
        )
        found = [finding for check in STRUCTURED_DATA for finding in check(served)]
        assert not [finding for finding in found if finding.severity != "advice"]
        told = [question.text("name").split() for question in served.graph.questions]
        asked = [question.question.split() for question in faq.complete_questions]
        assert told == (asked if site["struct_meta"] else [])
