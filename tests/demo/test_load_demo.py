"""What `load_demo` makes, and what it leaves alone."""

import io
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.test.utils import WagtailPageTestCase

from demo.texts.faqs import FAQS
from faq_pages import findings, markup
from faq_pages.content import Callout, Image, Text
from faq_pages.models import ClinicalReview, FAQPage, Topic
from home.models import HomePage


def load_demo() -> str:
    output = io.StringIO()
    call_command("load_demo", stdout=output)
    return output.getvalue()


def counts() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


class LoadedDemo(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        with cls.captureOnCommitCallbacks(execute=True):
            load_demo()
        cls.site = Site.objects.get(is_default_site=True)

    def test_the_home_page_takes_the_place_of_wagtails_own(self):
        assert list(Page.objects.filter(depth=2)) == [self.site.root_page]
        assert self.site.root_page.specific_class is HomePage
        assert self.site.site_name == "Maywell Health"
        assert (self.site.hostname, self.site.port) == ("127.0.0.1", 8000)

    def test_the_pages_that_documents_link_to_are_there(self):
        for path in (
            "/",
            "/faqs/",
            "/faqs/sacroiliac-joint-fusion/",
            "/treatments/sacroiliac-joint-fusion/",
            "/treatments/sacroiliac-joint-steroid-injection/",
            "/conditions/sacroiliac-joint-pain/",
            "/contact/",
        ):
            assert self.client.get(path).status_code == 200, path

    def test_a_second_run_adds_nothing(self):
        before = counts()
        assert "nothing was changed" in load_demo()
        assert counts() == before

    def test_a_second_run_keeps_an_edited_title(self):
        page = FAQPage.objects.get(slug="sacroiliac-joint-fusion")
        page.title = "What we changed"
        page.save_revision().publish()
        load_demo()
        assert FAQPage.objects.get(pk=page.pk).title == "What we changed"

    def test_a_second_run_does_not_bring_back_what_was_deleted(self):
        Page.objects.get(slug="contact").delete()
        User.objects.get(username="editor").delete()
        before = counts()
        load_demo()
        assert counts() == before

    def test_every_link_leads_to_a_page(self):
        links = {
            link for faq in self.faqs() for html in html_of(faq) for link in markup.links(html)
        }
        links |= {related.url for faq in self.faqs() for related in faq.related}
        links |= {faq.call_to_action.url for faq in self.faqs()}
        assert len(links) > 5
        for link in links:
            assert self.client.get(urlsplit(link).path).status_code == 200, link

    def test_no_page_has_moved_on_the_way(self):
        assert not Redirect.objects.exists()

    def test_links_between_pages_outlive_a_move(self):
        for page in Page.objects.specific():
            stored = str(getattr(page, "body", "") and page.body.raw_data)
            assert 'href="/' not in stored, page.title

    def test_every_faq_page_is_published_and_complete(self):
        assert FAQPage.objects.live().count() == len(FAQS)
        for faq in self.faqs():
            assert findings.obstacles(faq) == ()
            assert findings.missing(faq) == ()

    def test_the_pages_say_what_their_texts_say(self):
        for text in FAQS:
            page = FAQPage.objects.get(slug=text.slug).read()
            assert page.sections[0].heading == text.faq.sections[0].heading
            assert [q.question for q in page.questions] == [q.question for q in text.faq.questions]
            for shown, written in zip(page.questions, text.faq.questions, strict=True):
                assert words(shown.answer) == words(written.answer)

    def test_every_faq_page_is_signed_by_the_reviewer(self):
        reviewer = User.objects.get(username="reviewer")
        assert [review.user for review in ClinicalReview.objects.all()] == [reviewer] * len(FAQS)
        assert {faq.review.reviewer.full_name for faq in self.faqs()} == {"Elena Marsh, MD, FAAPMR"}

    def test_topics_carry_their_codes(self):
        topic = Topic.objects.get(slug="sacroiliac-joint-pain")
        assert list(topic.codes.values_list("system", "value")) == [("ICD-10-CM", "M53.3")]

    def test_no_picture_is_described_by_a_file_name(self):
        shown = [faq.cover for faq in self.faqs()]
        shown += [
            part
            for faq in self.faqs()
            for question in faq.questions
            for part in question.answer
            if isinstance(part, Image)
        ]
        assert len(shown) > len(FAQS)
        for image in shown:
            assert image
            assert image.alt.endswith(".")
            assert len(image.alt.split()) > 5

    def test_the_clinics_facts_are_on_the_contact_page(self):
        response = self.client.get("/contact/")
        self.assertContains(response, "+1 503-555-0142")
        self.assertContains(response, "240 Larkspur Way")

    def faqs(self) -> list[Any]:
        return [page.read() for page in FAQPage.objects.all()]


class ADatabaseInUse(WagtailPageTestCase):
    def test_a_site_that_people_began_stays_as_it_is(self):
        page = Site.objects.get().root_page
        page.title = "Our own site"
        page.save_revision().publish()
        before = counts()
        assert "nothing was changed" in load_demo()
        assert counts() == before
        assert Site.objects.get().root_page == page

    def test_an_account_that_is_there_keeps_its_password(self):
        User.objects.create_superuser("admin", password="chosen by its owner")
        load_demo()
        assert User.objects.get(username="admin").check_password("chosen by its owner")


def html_of(faq: Any) -> list[str]:
    parts = [part for question in faq.questions for part in question.answer]
    return [faq.tldr.html, *(part.html for part in parts if isinstance(part, Text | Callout))]


def words(answer: Any) -> str:
    """What an answer says apart from pictures, which only the page has."""
    return " ".join(part.words for part in answer if not isinstance(part, Image))
