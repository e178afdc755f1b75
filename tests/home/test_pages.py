"""The pages around the FAQ: where they go, what they show, what they edit like."""

import json
import re
from datetime import time

from wagtail.models import Page, Site
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from faq_pages.models import FAQIndexPage, FAQPage
from faq_pages.seo import SeoSettings
from home.models import ContactPage, ContentPage, FeaturedPage, HomePage
from tests.home import pages

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def graph_types(html: str) -> list[str]:
    (script,) = SCRIPT.findall(html)
    return [node["@type"] for node in json.loads(script)["@graph"]]


class Tree(WagtailPageTestCase):
    def test_a_home_page_is_made_at_the_root_only(self):
        self.assertAllowedParentPageTypes(HomePage, {Page})

    def test_content_pages_are_made_under_the_home_page_and_each_other(self):
        self.assertAllowedParentPageTypes(ContentPage, {HomePage, ContentPage})
        self.assertAllowedSubpageTypes(ContentPage, {ContentPage})

    def test_the_list_of_answers_is_made_under_the_home_page(self):
        self.assertCanCreateAt(HomePage, FAQIndexPage)
        self.assertCanNotCreateAt(HomePage, FAQPage)

    def test_a_contact_page_has_nothing_under_it(self):
        self.assertAllowedParentPageTypes(ContactPage, {HomePage})
        self.assertAllowedSubpageTypes(ContactPage, {})

    def test_a_site_has_one_contact_page(self):
        home = pages.home_page()
        self.assertTrue(ContactPage.can_create_at(home))
        pages.contact_page(home)
        self.assertFalse(ContactPage.can_create_at(home))


class Home(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = pages.home_page(introduction="<p>Care for <b>your</b> back.</p>")

    def test_it_renders_with_nothing_but_a_title(self):
        bare = pages.home_page(title="Bare", slug="bare")
        self.assertPageIsRenderable(bare)

    def test_its_heading_is_the_title_unless_it_has_its_own(self):
        self.assertContains(self.client.get("/"), ">Test Clinic</h1>")
        self.home.heading = "Answers about your back"
        self.home.save_revision().publish()
        self.assertContains(self.client.get("/"), ">Answers about your back</h1>")

    def test_its_graph_is_a_plain_page(self):
        types = graph_types(self.client.get("/").content.decode())
        self.assertIn("WebPage", types)
        self.assertIn("WebSite", types)

    def test_its_description_falls_back_to_the_introduction(self):
        self.assertContains(
            self.client.get("/"), '<meta name="description" content="Care for your back.">'
        )

    def test_it_features_the_chosen_pages_that_are_live_in_their_order(self):
        first, second, draft = (
            pages.content_page(self.home, title, introduction=f"<p>On {title}.</p>", live=live)
            for title, live in [("Pain", True), ("Fusion", True), ("Draft", False)]
        )
        for number, page in enumerate([second, draft, first]):
            self.home.featured_pages.add(FeaturedPage(page=page, sort_order=number))
        self.home.save()
        cards = HomePage.objects.get().featured
        self.assertEqual(
            [(card.title, card.url, card.description) for card in cards],
            [("Fusion", "/fusion/", "On Fusion."), ("Pain", "/pain/", "On Pain.")],
        )

    def test_it_knows_the_latest_answers_of_its_own_site_only(self):
        index = self.home.add_child(instance=FAQIndexPage(title="FAQs", slug="faqs"))
        index.add_child(instance=FAQPage(title="Injections"))
        elsewhere = Page.get_first_root_node().add_child(instance=HomePage(title="Else"))
        other = elsewhere.add_child(instance=FAQIndexPage(title="FAQs"))
        other.add_child(instance=FAQPage(title="Other"))
        self.assertEqual([entry.title for entry in self.home.latest_answers], ["Injections"])
        self.assertEqual(self.home.answers, index)

    def test_without_answers_it_leads_to_none(self):
        self.assertIsNone(self.home.answers)
        self.assertEqual(self.home.latest_answers, [])

    def test_an_editor_can_save_it(self):
        data = nested_form_data(
            {
                "title": "Test Clinic",
                "slug": "clinic",
                "heading": "Hello",
                "introduction": rich_text("<p>Welcome.</p>"),
                "featured_pages": inline_formset([]),
                "comments": inline_formset([]),
            }
        )
        self.assertPageIsEditable(self.home, post_data=data)

    def test_every_preview_renders(self):
        for mode, _label in HomePage.preview_modes:
            self.assertPageIsPreviewable(self.home, mode=mode)


class Content(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = pages.home_page()
        cls.page = pages.content_page(
            cls.home,
            body=[
                ("text", "<h2>What it is</h2><p>A small joint.</p>"),
                ("callout", {"level": "urgent", "heading": "Call 911", "text": "<p>Now.</p>"}),
            ],
        )

    def test_it_renders_with_nothing_but_a_title(self):
        self.assertPageIsRenderable(pages.content_page(self.home, "Bare"))

    def test_its_body_has_headings_and_the_apps_own_parts(self):
        answer = self.client.get(self.page.url)
        self.assertContains(answer, "<h2>What it is</h2>")
        self.assertContains(answer, "faq-callout-urgent")

    def test_its_picture_is_shared_and_never_named_after_a_file(self):
        self.page.image, self.page.image_alt = pages.picture(), "A clinic with a red door"
        self.page.save_revision().publish()
        answer = self.client.get(self.page.url)
        self.assertContains(answer, 'property="og:image:alt" content="A clinic with a red door"')
        self.assertNotContains(answer, "clinic-final2")

    def test_its_graph_has_the_way_to_it(self):
        self.assertIn(
            "BreadcrumbList", graph_types(self.client.get(self.page.url).content.decode())
        )

    def post_data(self) -> dict[str, str]:
        return nested_form_data(
            {
                "title": "Joint pain",
                "slug": "joint-pain",
                "introduction": rich_text(""),
                "body": streamfield([("text", rich_text("<p>Words.</p>"))]),
                "comments": inline_formset([]),
            }
        )

    def test_an_editor_can_save_it(self):
        self.assertPageIsEditable(self.page, post_data=self.post_data())

    def test_every_preview_renders(self):
        for mode, _label in ContentPage.preview_modes:
            self.assertPageIsPreviewable(self.page, mode=mode, post_data=self.post_data())


class Contact(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = pages.contact_page(pages.home_page())

    def test_it_renders_before_anything_is_known_about_the_clinic(self):
        self.assertPageIsRenderable(self.page)

    def test_phone_address_and_hours_come_from_the_settings(self):
        SeoSettings.objects.create(
            site=Site.objects.get(is_default_site=True),
            struct_org_phone="+1 216 555 0100",
            struct_org_address_street="12 Test Street",
            struct_org_address_locality="Cleveland",
            struct_org_hours=[
                (
                    "hours",
                    {
                        "days": ["Monday"],
                        "start_time": time(8, 30),
                        "end_time": time(17),
                    },
                )
            ],
        )
        answer = self.client.get(self.page.url)
        self.assertContains(answer, 'href="tel:+12165550100"')
        self.assertContains(answer, "12 Test Street")
        self.assertContains(answer, "8:30 a.m. – 5 p.m.")

    def test_every_preview_renders(self):
        for mode, _label in ContactPage.preview_modes:
            self.assertPageIsPreviewable(self.page, mode=mode)
