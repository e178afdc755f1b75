"""Every page that an editor can publish has no fault in its structured data.

Random pages of every kind of block and with hostile text are rendered as visitors get
them, with random settings of the site, and judged by the validator, which knows nothing of
what made them: no error and no warning, so parity holds as well. 500 examples in the suite; 10,000 by

    pytest tests/faq_pages/findings/test_whole_pages.py --hypothesis-profile fuzz
"""

from datetime import UTC, datetime, timedelta
from html import escape
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

EXAMPLES = max(500, settings.default.max_examples)

# fmt: off
FRAGMENTS = st.sampled_from([
    "</script>", "<script>alert(1)</script>", "<!--", "-->", "]]>", '"', "'", "&amp;", "&", "<",
    "< 38", "a<b>c", "&lt;p&gt;", "&#0;", "&nbsp;", "&notin;", "</title>", "{{ 7 }}", "{% now %}",
    "\\", "\\u003c", "😀", "👩‍⚕️", "שלום", "مفصل", "\u202eabc\u202c", "\u2028", "\u2029", "\xa0",
    "\u200b", "\ufeff", "\xad", "\x1e", "\x0b", "\x85", "\ufffe", "e\u0301", "İ", "ﬁ", "H₂O",
    "words", "knee", "Will it hurt?", "5 mg", " ", "  ", "\t", "\n",
])
# fmt: on
TEXTS = st.lists(FRAGMENTS, min_size=1, max_size=4).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
)
ASKED = TEXTS.filter(lambda text: bool(text.strip()))
OPTIONAL = st.just("") | TEXTS
ADDRESSES = st.sampled_from(
    [
        "https://example.org/",
        "https://example.org/a?b=1&c=%20d#e",
        "/pain/",
        "#will-it-hurt",
        "mailto:help@example.org",
        "tel:+1-555-0100",
        "//cdn.example/x",
        "?q=1",
        "http://[a",
        "javascript:alert(1)",
        "",
    ]
)
WEB_ADDRESSES = st.sampled_from(["https://example.org/", "https://example.org/a?b=1&c=%20d#e"])


@st.composite
def rich_texts(draw: st.DrawFn) -> str:
    """The HTML of a rich text, with words in it."""
    return "".join(draw(st.lists(_blocks(), min_size=1, max_size=3)))


def _blocks() -> st.SearchStrategy[str]:
    words = ASKED.map(escape)
    inline = st.one_of(
        words,
        words.map("<b>{}</b>".format),
        words.map("a<sup>{}</sup>b".format),
        words.map("H<sub>{}</sub>".format),
        words.map("<i><b>{}</b></i>".format),
        st.builds('<a href="{}">{}</a>'.format, ADDRESSES.map(escape), words),
    )
    line = st.lists(inline, min_size=1, max_size=3).map(" ".join)
    return st.one_of(
        line.map("<p>{}</p>".format),
        line.map("<h3>{}</h3>".format),
        st.builds("<p>{}<br/>{}</p>".format, line, line),
        st.builds("<ul><li>{}</li><li>{}<ol><li>{}</li></ol></li></ul>".format, line, line, line),
    )


@st.composite
def parts(draw: st.DrawFn, picture: int) -> samples.Block:
    """What stands in an answer or between questions."""
    kind = draw(st.sampled_from(["text", "table", "image", "callout"]))
    if kind == "text":
        return samples.block("text", draw(rich_texts()))
    if kind == "image":
        return samples.image(picture, draw(OPTIONAL), draw(OPTIONAL))
    if kind == "callout":
        level = draw(st.sampled_from(["urgent", "warning", "note"]))
        value = {
            "level": level,
            "heading": draw(OPTIONAL),
            "text": draw(st.just("") | rich_texts()),
        }
        return samples.block("callout", value)
    cells = st.tuples(OPTIONAL, rich_texts())
    return samples.block(
        "table",
        {
            "columns": [
                {"type": "text", "heading": draw(OPTIONAL)},
                {"type": "rich_text", "heading": draw(OPTIONAL)},
            ],
            "rows": [{"values": list(row)} for row in draw(st.lists(cells, max_size=2))],
            "caption": draw(OPTIONAL),
        },
    )


@st.composite
def questions(draw: st.DrawFn, picture: int) -> samples.Block:
    return samples.question(
        draw(ASKED)[:255],
        draw(rich_texts()),
        parts=draw(st.lists(parts(picture), max_size=2)),
    )


@st.composite
def bodies(draw: st.DrawFn, picture: int) -> list[samples.Block]:
    """The blocks of a page in any order, at least one question among them."""
    middle = st.one_of(
        questions(picture),
        questions(picture),
        parts(picture),
        ASKED.map(lambda text: samples.heading(text[:120])),
    )
    body = [draw(questions(picture)), *draw(st.lists(middle, max_size=5))]
    if draw(st.booleans()):
        body.append(samples.tldr(draw(rich_texts()), heading=draw(OPTIONAL)[:60]))
    if draw(st.booleans()):
        titles = draw(st.lists(ASKED, min_size=1, max_size=2))
        body.append(samples.sources(*titles))
    if draw(st.booleans()):
        words = {name: draw(ASKED) for name in ("heading", "text", "button")}
        body.append(samples.call(**words, url=draw(WEB_ADDRESSES)))
    return draw(st.permutations(body))


_MARCH = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
_HOURS = samples.block(
    "hours", {"days": ["Monday", "Friday"], "start_time": "08:30:00", "end_time": "17:00:00"}
)

PHONES = st.sampled_from(["", "+1 216 555 0100", "(0)30 / 12 34 ext. 5", "call us", "٠١٢٣"])

SITES = st.fixed_dictionaries(
    {
        "struct_org_type": st.sampled_from(
            ["", "Organization", "MedicalClinic", "Hospital", "Physician", "NGO", "Dentist"]
        ),
        "struct_org_name": OPTIONAL,
        "struct_org_phone": PHONES | OPTIONAL.map(lambda text: text[:40]),
        "struct_org_address_street": OPTIONAL,
        "struct_org_address_locality": OPTIONAL,
        "struct_org_address_region": OPTIONAL,
        "struct_org_address_postal": OPTIONAL,
        "struct_org_address_country": OPTIONAL,
        "struct_org_geo_lat": st.sampled_from([None, 0, 41.5]),
        "struct_org_geo_lng": st.sampled_from([None, 0, -81.7]),
        "struct_org_hours": st.sampled_from([[], [_HOURS]]),
        "struct_meta": st.sampled_from([True, True, True, False]),
        "struct_org_extra_json": st.sampled_from(["", '{"slogan": "Close to home"}', "{broken"]),
    }
)

PAGES = st.fixed_dictionaries(
    {
        "title": ASKED,
        "seo_title": OPTIONAL,
        "search_description": OPTIONAL,
        "site_name": OPTIONAL,
        "collapses_answers": st.booleans(),
        "has_author": st.booleans(),
        "has_topic": st.booleans(),
        "has_related": st.booleans(),
        "has_cover": st.booleans(),
        "is_reviewed": st.booleans(),
        "is_published": st.booleans(),
        "person": st.tuples(ASKED, OPTIONAL, OPTIONAL, OPTIONAL),
        "topic": st.tuples(ASKED, OPTIONAL, ASKED),
        "specialty": st.sampled_from(["", "Musculoskeletal"]),
        "disclaimer": OPTIONAL,
    }
)


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
        FAQSettings.objects.update(specialty=facts["specialty"], disclaimer=facts["disclaimer"])
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
        for name in ("title", "seo_title", "search_description", "collapses_answers"):
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
