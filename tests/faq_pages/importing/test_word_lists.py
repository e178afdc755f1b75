"""The lists of Word documents."""

import pytest

from faq_pages.importing.formats import read_document
from tests.faq_pages.importing.builders import NUMBERING, docx, paragraph, run


def html(body: str, numbering: str = NUMBERING) -> str:
    return read_document("tea.docx", docx(body, numbering=numbering)).html


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def item(text: str, level: int, number: int = 1) -> str:
    of_list = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, "ListParagraph", of_list)


@pytest.mark.parametrize(("format", "tag"), [("bullet", "ul"), ("decimal", "ol")])
def test_a_list_without_the_levels_of_its_items_nests(format, tag):
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="{format}"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = item("a", 0) + item("b", 1) + item("c", 0)
    nested = f"<{tag}><li>a<{tag}><li>b</li></{tag}></li><li>c</li></{tag}>"
    assert html(body, numbering=numbering) == nested


def test_a_bullet_that_was_typed_as_the_letter_o_is_a_bullet():
    body = p(run("o"), "<w:r><w:tab/></w:r>", run("Rest")) + p(
        "<w:r><w:t>o</w:t><w:tab/></w:r>", run("Ice")
    )
    assert html(body) == "<ul><li>Rest</li><li>Ice</li></ul>"


def test_typed_items_nest_by_their_indents():
    def typed(text: str, left: int) -> str:
        indent = f'<w:ind w:left="{left}" w:hanging="360"/>'
        return f"<w:p><w:pPr>{indent}</w:pPr>{run('•')}<w:r><w:tab/></w:r>{run(text)}</w:p>"

    body = typed("a", 360) + typed("b", 1080) + typed("c", 1080) + typed("d", 360)
    assert html(body) == "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"
