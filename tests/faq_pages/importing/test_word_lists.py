"""The lists of Word documents, and documents with very much to mend."""

from time import perf_counter

import pytest

from faq_pages.importing.formats import read_document
from faq_pages.importing.readers.word_mending import Notes, mend
from faq_pages.importing.readers.word_xml import parse
from tests.faq_pages.importing.builders import NUMBERING, document_xml, docx, paragraph, run


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


def test_many_tracked_changes_take_no_time():
    mark = "<w:rPr><w:del/></w:rPr>"
    root = parse(document_xml(paragraph("One", properties=mark) * 20_000).encode())
    start = perf_counter()
    mend(root, Notes())
    assert perf_counter() - start < 3


def test_many_struck_words_take_no_time():
    root = parse(document_xml(p(run("One", "<w:strike/>") * 30_000)).encode())
    start = perf_counter()
    mend(root, Notes())
    assert perf_counter() - start < 3
