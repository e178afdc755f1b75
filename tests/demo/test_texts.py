import re
from pathlib import Path

import pytest

from demo.pictures import FOLDER, PICTURES
from demo.texts import site_pages
from demo.texts.faqs import FAQS, FAQText
from demo.texts.si_joint_fusion import SI_JOINT_FUSION
from demo.texts.site_pages import SitePage
from faq_pages import findings, markup
from faq_pages.content import FAQ, Callout, Table, Text

SITE_PAGES = [page for page in vars(site_pages).values() if isinstance(page, SitePage)]

each_faq = pytest.mark.parametrize("text", FAQS, ids=lambda text: text.slug)
each_picture = pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.key)


def fragments(faq: FAQ) -> list[str]:
    parts = [part for question in faq.questions for part in question.answer]
    html = [part.html for part in parts if isinstance(part, Text | Callout)]
    return [faq.tldr.html if faq.tldr else "", *html]


@each_faq
def test_nothing_keeps_a_demo_faq_from_being_published(text: FAQText) -> None:
    assert findings.obstacles(text.faq) == ()


@each_faq
def test_the_words_are_clean_html(text: FAQText) -> None:
    assert [html for html in fragments(text.faq) if markup.clean(html) != html] == []


@each_faq
def test_every_faq_has_a_summary_and_sources_that_can_be_looked_up(text: FAQText) -> None:
    assert text.faq.tldr
    assert text.faq.sources
    assert all(source.url.startswith("https://") for source in text.faq.sources)


@each_faq
def test_every_faq_says_once_when_to_seek_care_at_once(text: FAQText) -> None:
    parts = [part for question in text.faq.questions for part in question.answer]
    urgent = [part for part in parts if isinstance(part, Callout) and part.level == "urgent"]
    assert len(urgent) == 1
    assert "911" in urgent[0].html
    assert "bladder or bowels" in urgent[0].html


def test_the_fusion_faq_has_nine_questions_a_list_and_a_table() -> None:
    faq = SI_JOINT_FUSION
    parts = [part for question in faq.questions for part in question.answer]
    assert len(faq.questions) == 9
    assert any("<ul>" in part.html for part in parts if isinstance(part, Text))
    assert [part for part in parts if isinstance(part, Table)]


@each_faq
def test_answers_promise_nothing(text: FAQText) -> None:
    words = " ".join(text.faq.all_words).lower()
    assert (
        re.findall(r"\b(?:guarantee\w*|cures?|painless|risk-free|100%|always works)", words) == []
    )


@pytest.mark.parametrize("page", SITE_PAGES, ids=lambda page: page.slug)
def test_a_description_fits_into_a_search_result(page: SitePage) -> None:
    assert 50 <= len(page.description) <= 155


@each_picture
def test_a_picture_is_described_in_words(picture) -> None:
    for words in (picture.alt, picture.title):
        assert " " in words
        assert not re.search(r"\.(?:jpe?g|png|webp|svg)|[_]|\w-\w+-\w", words)


@each_picture
def test_a_picture_is_small_and_has_its_drawing(picture) -> None:
    assert (FOLDER / picture.file).stat().st_size < 60_000
    assert (FOLDER.parent / "drawings" / f"{picture.key}.svg").exists()


def test_no_drawing_is_left_out() -> None:
    drawings = {Path(drawing).stem for drawing in (FOLDER.parent / "drawings").glob("*.svg")}
    assert drawings == {picture.key for picture in PICTURES}
