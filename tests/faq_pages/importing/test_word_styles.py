"""What the styles of a Word file mean."""

from xml.etree import ElementTree

import pytest

from faq_pages.importing.readers.word_styles import Styles

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def style_map(name: str, properties: str = "") -> str:
    """The style map for a paragraph style `x` of that name."""
    return Styles(
        ElementTree.fromstring(
            f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="x">'
            f'<w:name w:val="{name}"/>{properties}</w:style></w:styles>'
        )
    ).style_map()


@pytest.mark.parametrize(
    "name", ["FAQ Question", "question", "Pregunta", "Frage 1", "PatientQuestion"]
)
def test_a_style_that_is_called_a_question_is_a_heading(name):
    assert style_map(name) == "p.x => h2:fresh"


@pytest.mark.parametrize("name", ["FAQ Answer", "Answer to a question", "Questionnaire", "Body"])
def test_a_style_of_another_name_is_none(name):
    assert style_map(name) == ""


def test_the_outline_level_of_a_question_s_style_counts_more_than_its_name():
    level = '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
    assert style_map("FAQ Question", level) == "p.x => h3:fresh"


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("List Bullet", ""),
        ("List Bullet 2", "p.x => ul|ol > li > ul > li:fresh"),
        ("List Number 3", "p.x => ul|ol > li > ul|ol > li > ol > li:fresh"),
    ],
)
def test_word_s_own_styles_for_deeper_items_nest_them(name, target):
    assert style_map(name) == target
