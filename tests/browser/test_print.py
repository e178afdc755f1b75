"""What comes out of the printer: a handout that holds every answer."""

import io
import re
import unicodedata
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from wagtail.models import Site

from faq_pages.models import ClinicalReview, FAQPage
from faq_pages.seo import SeoSettings
from tests.faq_pages import samples

pytestmark = pytest.mark.browser

QUESTIONS = 24


def words(number: int) -> str:
    """An answer of a length of its own, so that pages end in many places."""
    sentences = "".join(
        f"<p>Sentence {number}.{place} goes on for a while, so that it fills a line of paper "
        "and a little of the next one, as the sentences of real answers do.</p>"
        for place in range(1 + number * 7 % 9)
    )
    return f"{sentences}<p>End of answer {number}.</p>"


def long_page(**fields: Any) -> FAQPage:
    blocks = []
    for number in range(1, QUESTIONS + 1):
        if number % 6 == 0:
            blocks.append(samples.heading(f"Part before {number}"))
        blocks.append(samples.question(f"Question number {number}?", words(number)))
    page = samples.faq_page(
        samples.index_page(),
        samples.tldr(),
        samples.callout("<p>Call at once.</p>"),
        *blocks,
        samples.question("Linked?", '<p>See <a href="https://example.org/leaflet">this</a>.</p>'),
        samples.sources("A guideline"),
        **fields,
    )
    ClinicalReview.objects.record(page, samples.reviewer())
    return page


@pytest.fixture(params=[False, True], ids=["open", "collapsed"])
def handout(request: pytest.FixtureRequest, live_site: Site, page: Page) -> list[str]:
    """The text of each printed page."""
    SeoSettings.objects.create(site=live_site, struct_org_phone="+1 216 555 0100")
    address = long_page(collapses_answers=request.param).full_url
    page.goto(address, wait_until="networkidle")
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    # Some fonts draw "fl" as one sign, and that is what is read back.
    return [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in reader.pages]


def test_a_handout_is_whole_and_clean(handout: list[str], live_site: Site):
    text = re.sub(r"\s+", " ", " ".join(handout))
    assert len(handout) > 3

    # Every answer, in order, from its question to its last words.
    marks = [
        mark
        for number in range(1, QUESTIONS + 1)
        for mark in (f"Question number {number}?", f"End of answer {number}.")
    ]
    places = [text.find(mark) for mark in marks]
    assert -1 not in places
    assert places == sorted(places)
    for number in range(1, QUESTIONS + 1):
        assert text.count(f"Sentence {number}.0 goes on") == 1

    # What is urgent, who checked it, what it rests on, where a link leads, whom to call.
    assert text.index("Call at once.") < text.index("It is safe and quick.")
    assert "Medically reviewed by Ada Moss, MD on" in text
    assert "A guideline (https://example.org/)" in text
    assert "this (https://example.org/leaflet)" in text
    assert "Phone: +1 216 555 0100" in text
    here = f"{live_site.hostname}:{live_site.port}/faqs/steroid-injections"
    assert f"The latest version of this page: {here}" in text
    assert text.index(here) > places[-1]

    # Nothing that paper cannot do.
    for needless in ("On this page", "Show all answers", "Skip to main", "Did this answer", "Menu"):
        assert needless not in text

    # A heading at the foot of a page would leave its answer on the next one.
    for sheet in handout:
        last = sheet.strip().splitlines()[-1]
        assert not re.match(r"Question number \d+\?|Part before|Sources|Linked\?", last)


def test_a_handout_is_black_on_white_from_dark_mode_too(live_site: Site, page: Page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(long_page().full_url)
    colours = page.locator(".faq").evaluate(
        "faq => [getComputedStyle(faq).color, getComputedStyle(faq).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.locator(".faq-link").first.is_hidden()
