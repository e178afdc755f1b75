"""What patients meet in which order, and how each question is found again."""

import datetime
from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from faq_pages import content
from faq_pages.models import ClinicalReview, FAQPage, FAQSettings, Topic
from faq_pages.seo import SeoSettings
from home.models import ContentPage, HomePage
from tests.faq_pages import samples
from tests.faq_pages.pages import soup
from tests.home import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    """A clinic's home page, with all that its settings can say."""
    home = pages.home_page(introduction="<p>Welcome.</p>")
    site = Site.objects.get(is_default_site=True)
    contact = pages.contact_page(home)
    FAQSettings.objects.update_or_create(
        site=site, defaults={"disclaimer": "Not advice.", "contact_page": contact}
    )
    SeoSettings.objects.create(
        site=site,
        struct_org_phone="+1 216 555 0100",
        struct_org_address_street="12 Test Street",
        struct_org_address_locality="Cleveland",
        struct_org_address_region="OH",
        struct_org_address_postal="44101",
    )
    return home


@pytest.fixture
def page(home: HomePage) -> FAQPage:
    """A page that has everything."""
    index = samples.index_page()
    user = samples.reviewer()
    image = get_image_model().objects.create(title="A hip", file=get_test_image_file())
    page = samples.faq_page(
        index,
        samples.question("One?"),
        samples.callout("<p>Urgent one.</p>"),
        samples.heading("Afterwards"),
        samples.question("Two?", parts=[samples.callout("<p>Inside.</p>")]),
        samples.callout("<p>A note.</p>", level="note"),
        samples.callout("<p>Urgent two.</p>"),
        samples.tldr(),
        samples.sources("A guideline"),
        samples.call(heading="Ready?", button="Book", url="https://example.org/"),
        cover_image=image,
        cover_alt="A hip",
        author=samples.person("Nora Field", "MPH", job_title="Medical writer"),
    )
    page.topics.add(Topic.objects.create(name="Hip pain", slug="hip-pain"))
    page.related_pages.create(page=home)
    page.save_revision().publish()
    ClinicalReview.objects.record(page, user)
    return page


ORDER = (
    ".faq-breadcrumbs",
    "h1.faq-title",
    ".faq-byline",
    ".faq-cover",
    ".faq-urgent",
    ".faq-tldr",
    ".faq-contents",
    ".faq-question",
    ".faq-sources",
    ".faq-author",
    ".faq-related",
    ".faq-next",
    ".faq-feedback",
    ".faq-disclaimer",
    ".faq-topics",
    ".faq-handout",
)


def test_a_page_reads_in_the_order_in_which_people_ask(page: FAQPage) -> None:
    html = soup(page.url)
    elements = list(html.find_all(True))
    places = [next(elements.index(found) for found in html.select(name)[:1]) for name in ORDER]
    assert places == sorted(places)


def test_what_is_urgent_comes_first_and_once(page: FAQPage) -> None:
    html = soup(page.url)
    assert [part.get_text(" ", strip=True) for part in html.select(".faq-urgent .faq-text")] == [
        "Urgent one.",
        "Urgent two.",
    ]
    words = html.body.get_text(" ")
    assert [words.count(text) for text in ("Urgent one.", "Urgent two.", "Inside.")] == [1, 1, 1]
    # What belongs to an answer stays in it, and what can wait where it was put.
    assert html.select_one("#two .faq-callout-urgent")
    assert "A note." in html.select_one(".faq-section").text


def test_who_checked_it_stands_on_top_and_who_wrote_it_below(page: FAQPage) -> None:
    html = soup(page.url)
    byline = html.select_one(".faq-byline").text
    assert "Ada Moss, MD" in byline
    assert "Nora Field" not in byline
    author = html.select_one(".faq-author").get_text(" ", strip=True)
    assert "Nora Field, MPH , Medical writer" in author
    today = datetime.datetime.now(datetime.UTC).date()
    assert html.select_one(".faq-author time")["datetime"] == f"{today:%Y-%m-%d}"


def test_what_to_do_next_is_the_call_the_phone_the_way_and_the_hours(page: FAQPage) -> None:
    links = soup(page.url).select(".faq-next a")
    assert [link["href"] for link in links] == [
        "https://example.org/",
        "tel:+12165550100",
        "https://www.google.com/maps/dir/?api=1&destination=12+Test+Street%2C+Cleveland%2C+OH+44101",
        "/contact/",
    ]


def test_without_anything_to_do_there_is_no_such_section() -> None:
    page = samples.faq_page(samples.index_page(), samples.question())
    assert not soup(page.url).select(".faq-next, .faq-urgent, .faq-author, .faq-byline")


def test_feedback_is_asked_for_only_where_the_clinic_wants_it(page: FAQPage) -> None:
    assert soup(page.url).select_one(".faq-feedback")
    FAQSettings.objects.update(asks_feedback=False)
    assert not soup(page.url).select_one(".faq-feedback")


# -- Urgent advice in the plain shape --------------------------------------------------


URGENT = content.Callout(level="urgent", heading="Call now")
NOTE = content.Callout(level="note", heading="Note")


def test_a_heading_that_urgent_advice_leaves_alone_is_not_shown() -> None:
    sections = (
        content.Section(items=(URGENT,)),
        content.Section(heading="Empty from the start"),
        content.Section(heading="Only urgent", items=(URGENT,)),
        content.Section(heading="Mixed", items=(NOTE, URGENT)),
    )
    faq = content.FAQ(title="T", sections=sections)
    assert faq.urgent == (URGENT, URGENT, URGENT)
    assert [section.heading for section in faq.unhurried] == ["Empty from the start", "Mixed"]
    assert faq.unhurried[1].items == (NOTE,)
    assert faq.sections == sections


# -- Each question's own address -------------------------------------------------------


def test_each_question_has_a_link_to_itself_beside_its_heading(page: FAQPage) -> None:
    for question in soup(page.url).select(".faq-question"):
        heading, link = question.find(["h2", "h3"]), question.select_one("a.faq-link")
        assert link["href"] == f"#{question['id']}"
        assert link["aria-label"] == f"Link to: {heading.string}"
        assert not heading.find("a")


def test_an_old_anchor_is_inside_the_question_that_it_leads_to(home: HomePage) -> None:
    page = samples.faq_page(samples.index_page(), samples.question("Will it hurt?", id="q1"))
    page.body[0].value["anchor"] = "pain"
    page.save_revision().publish()
    html = soup(page.url)
    assert html.find(id="will-it-hurt").find_parent(class_="faq-question")["id"] == "pain"


# -- Headings --------------------------------------------------------------------------


def levels(html: BeautifulSoup) -> list[int]:
    return [int(heading.name[1]) for heading in html.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]


def assert_outline(html: BeautifulSoup) -> None:
    found = levels(html)
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(found))


@pytest.mark.parametrize(
    "path",
    ["/", "/faqs/", "/faqs/?topic=hip-pain", "/faqs/steroid-injections/", "/contact/", "/pain/"],
)
def test_no_template_leaves_a_level_of_headings_out(
    page: FAQPage, home: HomePage, path: str
) -> None:
    featured: Page = pages.content_page(
        home,
        "Pain",
        body=[("text", "<h2>What</h2>"), ("callout", CALLOUT), ("call_to_action", CALL)],
    )
    home.featured_pages.create(page=featured)
    assert isinstance(featured, ContentPage)
    assert_outline(soup(path))


CALLOUT: dict[str, Any] = {"level": "note", "heading": "", "text": "<p>Now.</p>"}
CALL: dict[str, Any] = {"heading": "Ready?", "button": "Call", "phone": "+1 216 555 0100"}


def test_the_page_for_what_is_not_there_has_an_outline_too(home: HomePage) -> None:
    answer = Client().get("/nowhere/")
    assert_outline(BeautifulSoup(answer.content, "html.parser"))
