"""What is read of Word's XML, one fact a test."""

import pytest

from faq_pages.importing import Refusal
from faq_pages.importing.documents import Document, Reason
from faq_pages.importing.formats import read_document
from tests.faq_pages.importing.builders import archive, docx, paragraph, png, run

BOLD = "<w:b/>"


def read(body: str, **parts: object) -> Document:
    return read_document("tea.docx", docx(body, **parts))  # type: ignore[arg-type]  # of any kind


def html(body: str, **parts: object) -> str:
    return read(body, **parts).html


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def picture(relationship: str = "media1", alt: str = "") -> str:
    return p(
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relationship}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


# -- Headings ------------------------------------------------------------------


def test_the_styles_of_word_are_headings():
    body = paragraph("Tea", "Title") + paragraph("Hot?", "Heading1") + paragraph("Very.")
    assert html(body) == "<h1>Tea</h1><h1>Hot?</h1><p>Very.</p>"


def test_a_style_of_ones_own_with_an_outline_level_is_a_heading():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Ask"><w:name w:val="Patient asks"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="AskMore"><w:name w:val="Patient asks more"/>'
        '<w:basedOn w:val="Ask"/></w:style>'
    )
    body = paragraph("Hot?", "Ask") + paragraph("Cold?", "AskMore")
    assert html(body, styles=styles) == "<h2>Hot?</h2><h2>Cold?</h2>"


def test_a_paragraph_with_an_outline_level_of_its_own_is_a_heading():
    level = '<w:outlineLvl w:val="2"/>'
    assert html(paragraph("Hot?", properties=level)) == "<h3>Hot?</h3>"


def test_a_style_in_bold_is_bold():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    assert html(paragraph("Hot?", "Loud"), styles=styles) == "<p><b>Hot?</b></p>"


# -- Words that mammoth alone would lose ---------------------------------------


def test_a_link_in_a_simple_field_is_a_link():
    instruction = "HYPERLINK &quot;https://a.example/&quot;"
    field = f'<w:fldSimple w:instr="{instruction}">{run("us")}</w:fldSimple>'
    assert html(p(run("Ask "), field)) == '<p>Ask <a href="https://a.example/">us</a></p>'


def test_a_link_of_a_field_is_without_what_word_says_of_it():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK '
        '"https://a.example/" \\o "Read more"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("us")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert html(p(run("Ask "), field)) == '<p>Ask <a href="https://a.example/">us</a></p>'


@pytest.mark.parametrize("tag", ["bdo", "dir", "smartTag", "ins", "moveTo"])
def test_runs_in_another_element_are_words(tag):
    assert html(p(run("One "), f"<w:{tag}>{run('two')}</w:{tag}>")) == "<p>One two</p>"


def test_of_ruby_text_the_base_is_kept():
    ruby = f"<w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby>"
    assert html(p(f"<w:r>{ruby}</w:r>")) == "<p>漢</p>"


def test_a_formula_is_plain_text_and_named():
    formula = (
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>kg/m</m:t></m:r></m:oMath>"
    )
    document = read(p(run("BMI is"), formula))
    assert document.html == "<p>BMI is kg/m</p>"
    assert "The formula “kg/m” became plain text" in document.unsure[0]


def test_the_words_of_a_text_box_stand_below_its_paragraph():
    box = f"<wps:txbx><w:txbxContent>{paragraph('Call us.')}</w:txbxContent></wps:txbx>"
    drawing = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice></mc:AlternateContent></w:r>"
    assert html(p(run("One"), drawing)) == "<p>One</p><p>Call us.</p>"


def test_a_paragraph_that_a_text_box_is_anchored_in_is_not_left_out():
    box = f"<wps:txbx><w:txbxContent>{paragraph('Call us.')}</w:txbxContent></wps:txbx>"
    drawing = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice></mc:AlternateContent></w:r>"
    assert read(p(drawing, run("Take one tablet."))).left_out == ()


@pytest.mark.parametrize(
    ("element", "character"),
    [
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
        ('<w:sym w:font="Symbol" w:char="f0b3"/>', "≥"),
    ],
)
def test_a_character_that_is_an_element_stands_between_its_words(element, character):
    document = read(p(run("At"), f"<w:r>{element}</w:r>", run("risk")))
    assert document.html == f"<p>At{character}risk</p>"
    assert document.left_out == ()


def test_a_symbol_that_word_names_wrongly_does_not_break_the_document():
    symbol = '<w:r><w:sym w:font="Symbol" w:char="none"/></w:r>'
    assert html(p(run("One"), symbol)) == "<p>One</p>"


def test_a_struck_word_in_another_element_is_left_out():
    words = f"<w:smartTag>{run('two ', '<w:strike/>')}</w:smartTag>"
    document = read(p(run("Take "), words, run("one.")))
    assert document.html == "<p>Take one.</p>"
    assert document.left_out[0].text == "two"


def test_what_has_no_form_on_a_page_is_named_with_its_words():
    chart = f"<w:altChunk>{paragraph('Words in a strange place')}</w:altChunk>"
    document = read(paragraph("One") + chart)
    (left_out,) = document.left_out
    assert (left_out.text, left_out.reason) == ("Words in a strange place", Reason.UNSUPPORTED)


# -- What is beside the text ---------------------------------------------------


def test_tracked_changes_are_settled_and_named():
    body = p(
        run("Take "),
        f"<w:del><w:r><w:delText>two</w:delText></w:r></w:del><w:ins>{run('one')}</w:ins>",
        run(" tablet."),
    )
    document = read(body)
    assert document.html == "<p>Take one tablet.</p>"
    assert document.left_out == ()
    inserted, deleted = document.unsure
    assert inserted.startswith("“one” was inserted by a tracked change")
    assert deleted.startswith("“two” was deleted by a tracked change")


def test_a_deleted_row_goes_and_is_named():
    row = "<w:tr>{}<w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    rows = [
        row.format("", paragraph("a"), paragraph("b")),
        row.format("<w:trPr><w:del/></w:trPr>", paragraph("c"), paragraph("d")),
        row.format("", paragraph("e"), paragraph("f")),
    ]
    document = read(f"<w:tbl>{''.join(rows)}</w:tbl>")
    assert "c" not in document.html
    assert document.unsure[0].startswith("“c d” was deleted")


def test_the_words_of_the_last_paragraph_stay_if_its_mark_is_deleted():
    mark = "<w:rPr><w:del/></w:rPr>"
    assert html(paragraph("One") + paragraph("Two", properties=mark)) == "<p>One</p><p>Two</p>"


def test_comments_are_left_out_with_their_marks():
    comments = f'<w:comment w:id="1" w:author="A">{paragraph("Is this right?")}</w:comment>'
    body = p(
        '<w:commentRangeStart w:id="1"/>',
        run("One tablet."),
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
    )
    document = read(body, comments=comments)
    assert document.html == "<p>One tablet.</p>"
    assert [(each.text, each.reason) for each in document.left_out] == [
        ("Is this right?", Reason.COMMENT)
    ]


def test_headers_and_footers_are_the_frame_of_the_page():
    document = read(paragraph("One"), header=paragraph("Draft"), footer=paragraph("Page"))
    assert document.html == "<p>One</p>"
    assert {each.text: each.reason for each in document.left_out} == {
        "Draft": Reason.NAVIGATION,
        "Page": Reason.NAVIGATION,
    }


def test_a_footnote_stands_below_the_text_that_refers_to_it():
    footnotes = f'<w:footnote w:id="2">{paragraph("A guide, 2024.")}</w:footnote>'
    body = p(run("It is safe."), '<w:r><w:footnoteReference w:id="2"/></w:r>') + paragraph("More.")
    document = read(body, footnotes=footnotes)
    assert document.html == (
        "<p>It is safe.<sup>[1]</sup></p><p>[1] A guide, 2024.</p><p>More.</p>"
    )
    assert "“A guide, 2024.”, now stands below" in document.unsure[0]


@pytest.mark.parametrize("switch", ["strike", "dstrike", "vanish"])
def test_words_that_are_struck_through_or_hidden_are_left_out_and_named(switch):
    document = read(p(run("Take "), run("two ", f"<w:{switch}/>"), run("one.")))
    assert document.html == "<p>Take one.</p>"
    assert [(each.text, each.reason) for each in document.left_out] == [("two", Reason.UNSUPPORTED)]
    assert "“two” is" in document.unsure[0]


def test_an_automatic_table_of_contents_is_left_out():
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph('Hot? 1')}</w:sdtContent></w:sdt>"
    )
    document = read(contents + paragraph("Hot?", "Heading1"))
    assert document.html == "<h1>Hot?</h1>"
    assert document.left_out[0].text == "Hot? 1"


# -- Tables --------------------------------------------------------------------


@pytest.mark.parametrize(("style", "is_header"), [("GridTable4", True), ("TableGrid", False)])
def test_the_first_row_is_a_header_if_the_table_s_style_shows_it(style, is_header):
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>"
        for a, b in [("Day", "Dose"), ("1", "2 mg")]
    )
    look = f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblLook w:val="04A0"/></w:tblPr>'
    assert ("<th>Day</th>" in html(f"<w:tbl>{look}{rows}</w:tbl>")) is is_header


# -- Pictures ------------------------------------------------------------------


def test_a_picture_comes_along_with_its_alternative_text():
    document = read(paragraph("One") + picture(alt="A cup"), media={"image1.png": png()})
    assert document.html == '<p>One</p><img src="image1.png" alt="A cup" width="64" height="48">'
    assert document.pictures["image1.png"].alt == "A cup"


def test_a_picture_that_word_described_by_itself_has_no_alternative_text():
    alt = "A cup on a table&#10;&#10;Description automatically generated"
    document = read(paragraph("One") + picture(alt=alt), media={"image1.png": png()})
    assert document.pictures["image1.png"].alt == ""


def test_a_picture_that_is_only_linked_is_named():
    linked = picture("far").replace("r:embed", "r:link")
    document = read(paragraph("One") + linked, links={"far": "https://a.example/hip.png"})
    assert document.html == "<p>One</p>"
    assert document.unsure[0].startswith("The picture “hip” is only linked in the document")


def test_a_picture_that_browsers_do_not_show_is_named():
    document = read(paragraph("One") + picture(), media={"image1.emf": b"\x01\x00\x00\x00 lines"})
    assert document.pictures == {}
    assert document.unsure == (
        "The picture “image1.emf” is in a format that browsers do not show.",
    )


def test_what_the_file_refers_to_and_does_not_have_does_not_break_it():
    link = f'<w:hyperlink r:id="lost">{run("two")}</w:hyperlink>'
    assert html(p(run("One "), link) + picture("lost")) == "<p>One two</p>"


# -- Damage --------------------------------------------------------------------


def test_a_word_document_without_its_text_is_damaged():
    data = archive({"[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<styles/>"})
    with pytest.raises(Refusal, match="damaged or not complete"):
        read_document("tea.docx", data)


def test_a_word_document_whose_xml_breaks_off_is_refused():
    with pytest.raises(Refusal, match="not safe to open"):
        read("</w:p>")
