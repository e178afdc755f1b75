"""Text from editors is hostile: whatever stands in a field, page and JSON stay whole."""

import json
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Site

from faq_pages.models import FAQPage, FAQSettings, Person, Topic
from faq_pages.seo import SeoSettings
from tests.faq_pages import samples

FRAGMENTS = [
    "</script>",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "]]>",
    '"',
    "'",
    "&amp;",
    "&",
    "<",
    "😀",
    "שלום",
    "\u202eabc",
    "\u2028",
    "{{ 7 }}",
    "{% now %}",
    "\\",
    "</title>",
    "words",
    " ",
]
hostile = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=5).map("".join)
asked = hostile.filter(str.strip)


def rich(text: str) -> str:
    return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>"


class HostileTextTests(TestCase):
    page: FAQPage
    person: Person
    topic: Topic
    site: Site

    @classmethod
    def setUpTestData(cls) -> None:
        cls.page = samples.faq_page(samples.index_page(), samples.question())
        cls.person = samples.person()
        cls.topic = Topic.objects.create(name="Topic", slug="topic")
        cls.site = Site.objects.get(is_default_site=True)

    def served(self, blocks: list[samples.Block], text: str, **fields: str) -> BeautifulSoup:
        page = FAQPage.objects.get(pk=self.page.pk)
        page.body = blocks
        page.author = self.person
        page.topics = [self.topic]
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision().publish()
        Person.objects.update(name=text, credentials=text, job_title=text)
        Topic.objects.update(name=text, also_called=text)
        Site.objects.update(site_name=text)
        SeoSettings.objects.update_or_create(
            site=self.site, defaults={"struct_org_name": text, "struct_org_phone": text}
        )
        FAQSettings.objects.update_or_create(site=self.site, defaults={"disclaimer": text})
        response = Client().get("/faqs/steroid-injections/")
        assert response.status_code == 200
        return BeautifulSoup(response.content.decode(), "html5lib")

    @settings(max_examples=40)
    @given(question=asked, text=hostile, title=asked)
    def test_the_page_and_its_json_stay_whole(self, question: str, text: str, title: str) -> None:
        blocks = [
            samples.tldr(rich(text), heading=text),
            samples.question(
                question,
                rich("A " + text),
                parts=[
                    samples.table((text, text), header=(text, "B")),
                    samples.callout(rich(text)),
                ],
            ),
            samples.heading(text),
            samples.question("Next?", rich("Whole")),
            samples.sources(text),
            samples.call(heading=text, text=text, button=text, url="https://example.org/"),
        ]
        html = self.served(blocks, text, title=title, seo_title=text, search_description=text)
        (script,) = html.find_all("script")
        graph: dict[str, Any] = json.loads(script.string or "")
        told = [node for node in graph["@graph"] if node["@type"] == "Question"]
        assert told[0]["name"] == question.strip()
        assert told[1]["acceptedAnswer"]["text"] == "<p>Whole</p>"
        for node in told:
            anchor = node["@id"].partition("#")[2]
            answer = html.find(id=anchor).find(class_="faq-answer")
            said = BeautifulSoup(node["acceptedAnswer"]["text"], "html.parser")
            assert said.get_text(" ").split() == answer.get_text(" ").split()
        assert html.find("footer")
        assert html.h1.text.split() == title.split()
