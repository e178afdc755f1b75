"""Makes the binary sample documents in tests/files/import anew.

    python -m scripts.make_import_samples [FILE NAME ...]

`password-word.docx` is one of the others, locked by msoffcrypto-tool:

    msoffcrypto-tool -e -p secret head-lice-q-and-a.docx password-word.docx

Those that come from python-docx need it installed; those in whose description LibreOffice
is named need `soffice` (libreoffice-writer-nogui). What is written by hand below is the XML
that Word saves, without what no reader looks at. Each document has its expectation beside
it, written by hand: change both together.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.faq_pages.importing.builders import (
    STYLES,
    archive,
    docx,
    encrypted_zip,
    google_zip,
    jpeg,
    paragraph,
    png,
    run,
)

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "files" / "import"
SAMPLES: dict[str, Callable[[], bytes]] = {}

BULLETS, NUMBERS = 1, 2  # the two lists of the builders' documents


def main(names: Iterable[str]) -> None:
    for name in names or SAMPLES:
        data = SAMPLES[name]()
        (FOLDER / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")


def sample(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Register a function: `sprained_ankle_docx` makes "sprained-ankle.docx"."""
    stem, _, suffix = make.__name__.rpartition("_")
    SAMPLES[f"{stem.replace('_', '-')}.{suffix}"] = make
    return make


# -- Word, by python-docx ------------------------------------------------------


@sample
def sprained_ankle_docx() -> bytes:
    """Heading styles, real lists inside each other, links, header and footer, a call with a
    question mark and an address."""
    document = new_document("Sprained Ankle FAQs")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Brookside Foot Clinic, draft 3"
    section.footer.paragraphs[0].text = "Printed copies are out of date. Page 1 of 2"
    document.add_heading("Key points", 2)
    document.add_paragraph("Most sprains heal within six weeks. Rest first, then move early.")
    document.add_heading("What is a sprained ankle?", 2)
    add_styled(document, "A sprain is a [stretched or torn] ligament. It is {not} a broken bone.")
    document.add_heading("What should I do in the first two days?", 2)
    document.add_paragraph("Four things help:")
    numbers, bullets = add_list(document, "decimal"), add_list(document, "bullet")
    add_item(document, numbers, 0, "Rest the foot.")
    add_item(document, numbers, 0, "Cool it:")
    add_item(document, numbers, 1, "ten minutes at a time")
    add_item(document, numbers, 1, "with a cloth around the ice")
    add_item(document, numbers, 0, "Wrap it in an elastic bandage.")
    add_item(document, numbers, 0, "Raise it above the hip.")
    document.add_heading("When should I see someone?", 2)
    document.add_paragraph("Come in if you notice any of these:")
    add_item(document, bullets, 0, "You cannot take four steps.")
    add_item(document, bullets, 0, "The pain is over the bone:")
    add_item(document, bullets, 1, "at the outer ankle")
    add_item(document, bullets, 2, "or behind it")
    last = document.add_paragraph("Our page on ")
    add_link(last, "https://www.example.org/feet/ankle-fractures?lang=en&v=2", "ankle fractures")
    last.add_run(" shows where to press.")
    document.add_heading("Still Wobbly? We Can Steady You.", 2)
    document.add_paragraph("See a physiotherapist this week.")
    add_link(document.add_paragraph(), "https://www.example.org/book", "Book a visit")
    return saved(document)


@sample
def nosebleed_typed_bullets_docx() -> bytes:
    """Bold paragraphs as headings, bullets typed by hand, a call without an address."""
    document = new_document("")
    lines = """*Nosebleeds: What to Do
        *How do I stop a nosebleed?
        Sit up and lean forward. Then:
        • Pinch the soft part of the nose.
        • Hold it for ten full minutes.
        • Breathe through your mouth.
        Do not look whether it has stopped before the time is up.
        *Why does my nose bleed in winter?
        Dry air from heating cracks the lining of the nose.
        - Put a little ointment inside each nostril.
        - Keep a bowl of water near the heater.
        *Which nosebleeds are an emergency?
        Go to an emergency department if it bleeds for more than half an hour.
        *Worried About Nosebleeds? Talk to Our Nurses.
        They answer every weekday."""
    for line in map(str.strip, lines.splitlines()):
        document.add_paragraph().add_run(line.removeprefix("*")).bold = line.startswith("*")
    return saved(document)


@sample
def travel_vaccines_tables_docx() -> bytes:
    """A table with a header row, and one with cells merged both ways."""
    document = new_document("Travel Vaccine FAQs")
    document.add_heading("When should I have my vaccines?", 1)
    document.add_paragraph("Count back from the day you leave:")
    add_table(
        document,
        ["Weeks before", "What to do"],
        ["8", "Book an appointment"],
        ["6", "Have the first dose"],
        ["1", "Pack your vaccine card"],
    )
    document.add_paragraph("Later is better than never.")
    document.add_heading("Which doses do I need?", 1)
    table = add_table(
        document,
        ["Vaccine", "Dose", "When"],
        ["Hepatitis A", "First", "Day 0"],
        ["", "Second", "After 6 months"],
        ["Yellow fever", "Only at a registered centre", ""],
    )
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 1).merge(table.cell(3, 2))
    document.add_heading("Can children travel too?", 1)
    document.add_paragraph("Yes. Some vaccines start at nine months of age.")
    return saved(document)


@sample
def wrist_fracture_pictures_docx() -> bytes:
    """A cover picture, pictures in answers with alternative text by people, by Word and none,
    one of them twice."""
    document = new_document("Broken Wrist FAQs")
    add_picture(document, png("steelblue", (120, 60)), "A hand in a blue cast")
    document.add_heading("What does a cast do?", 2)
    document.add_paragraph("It holds the bones still while they heal.")
    add_picture(document, jpeg("peru"), "The two bones of the forearm, the outer one broken")
    document.add_paragraph("That takes about six weeks.")
    document.add_heading("Which exercises are safe in a cast?", 2)
    document.add_paragraph("Make a fist, then open it:")
    add_picture(document, png("seagreen"), "")
    document.add_paragraph("Do it ten times an hour, always in this way:")
    add_picture(document, png("seagreen"), "")
    document.add_heading("How do I shower?", 2)
    document.add_paragraph("Pull a plastic sleeve over the cast.")
    add_picture(
        document,
        png("slateblue"),
        "A picture containing text, sky\n\nDescription automatically generated",
    )
    return saved(document)


@sample
def diabetes_feet_sections_docx() -> bytes:
    """Sections over questions, with headings of two levels in an answer, and text raised and
    lowered."""
    document = new_document("Diabetes and Your Feet")
    document.add_heading("Everyday care", 1)
    document.add_heading("How often should I look at my feet?", 2)
    document.add_paragraph("Every evening, with a mirror for the soles.")
    document.add_heading("What should I look for?", 3)
    document.add_paragraph("Look for:")
    for item in ("blisters", "cuts"):
        document.add_paragraph(item, style="List Bullet")
    document.add_heading("Between the toes", 4)
    document.add_paragraph("Skin that is white and soft stays too wet.")
    document.add_heading("Which shoes are best?", 2)
    document.add_paragraph("Shoes with a wide toe box and no seams inside.")
    document.add_heading("Treatment", 1)
    document.add_heading("How is an ulcer treated?", 2)
    last = document.add_paragraph("A nurse cleans it. A wound of up to 2 cm")
    last.add_run("2").font.superscript = True
    last.add_run(" is measured weekly, and HbA")
    last.add_run("1c").font.subscript = True
    last.add_run(" is checked.")
    return saved(document)


@sample
def plaster_cast_word_txt() -> bytes:
    """A Word document whose name ends as that of a text does."""
    document = new_document("Caring for a Plaster Cast")
    document.add_heading("Can a cast get wet?", 1)
    document.add_paragraph("No. Water softens the plaster & the padding.")
    document.add_heading("Why does it itch?", 1)
    document.add_paragraph("Dry skin cannot shed under the cast. Blow cool air into it.")
    document.add_heading("When does it come off?", 1)
    document.add_paragraph("In most cases after six weeks.")
    return saved(document)


def new_document(title: str) -> Any:
    document = import_module("docx").Document()
    if title:
        document.add_heading(title, 0)
    return document


def saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_styled(document: Any, text: str) -> None:
    """Add a paragraph with [bold] and {italic} words."""
    added = document.add_paragraph()
    for piece in re.split(r"(\[.*?\]|\{.*?\})", text):
        part = added.add_run(piece.strip("[]{}"))
        part.bold, part.italic = piece.startswith("[") or None, piece.startswith("{") or None


def add_list(document: Any, format: str) -> int:
    """Define a list of three levels; return its number."""
    numbering = document.part.numbering_part.element
    number = max(int(each.numId) for each in numbering.num_lst) + 1
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{"•" if format == "bullet" else f"%{n + 1}."}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{720 * (n + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for n in range(3)
    )
    abstract = xml(f'<w:abstractNum w:abstractNumId="{90 + number}">{levels}</w:abstractNum>')
    numbering.insert(0, abstract)
    numbering.add_num(90 + number)
    return number


def add_item(document: Any, number: int, level: int, text: str) -> None:
    properties = document.add_paragraph(text, style="List Paragraph")._p.get_or_add_pPr()
    properties.append(xml(list_place(number, level)))


def add_link(paragraph: Any, address: str, text: str) -> None:
    kind = import_module("docx.opc.constants").RELATIONSHIP_TYPE.HYPERLINK
    key = paragraph.part.relate_to(address, kind, is_external=True)
    paragraph._p.append(
        xml(f'<w:hyperlink r:id="{key}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>')
    )


def add_picture(document: Any, picture: bytes, alt: str) -> None:
    shape = document.add_picture(BytesIO(picture))
    shape._inline.docPr.set("descr", alt)


def add_table(document: Any, *rows: list[str]) -> Any:
    """Add a table with a header row."""
    table = document.add_table(0, len(rows[0]), style="Table Grid")
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(xml("<w:tblHeader/>"))
    return table


def xml(text: str) -> Any:
    """Return a piece of WordprocessingML as an element of python-docx."""
    namespaces = import_module("docx.oxml.ns").nsdecls("w", "r")
    return import_module("docx.oxml").parse_xml(
        re.sub(r"^<[\w:]+", lambda start: f"{start[0]} {namespaces}", text)
    )


def list_place(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


# -- Word, by its XML ----------------------------------------------------------

AUTHOR = 'w:author="R. Editor" w:date="2026-01-05T09:00:00Z"'


@sample
def insomnia_tracked_changes_docx() -> bytes:
    """Insertions, deletions, moved text, a paragraph mark and a table row that are deleted."""
    return docx(
        paragraph("Insomnia FAQs", "Title")
        + paragraph("How much sleep do I need?", "Heading1")
        + tracked("Most adults need ", "-eight", "+seven to nine", " hours a night.")
        + f"<w:p><w:pPr><w:rPr>{change('moveFrom', 11)}</w:rPr></w:pPr>"
        + moved("moveFrom", "Keep the bedroom cool and dark.")
        + "</w:p>"
        + f"<w:p><w:pPr><w:rPr>{change('del', 12)}</w:rPr></w:pPr>"
        + run("Short naps are fine.")
        + "</w:p>"
        + paragraph(" Take them before three o’clock.")
        + tracked("-Can I share my neighbour’s tablets?", style="Heading1", mark="del")
        + tracked("-Half a tablet is harmless.", mark="del")
        + tracked("+What helps me fall asleep?", style="Heading1", mark="ins")
        + f"<w:p><w:pPr><w:rPr>{change('moveTo', 13)}</w:rPr></w:pPr>"
        + moved("moveTo", "Keep the bedroom cool and dark.")
        + "</w:p>"
        + tracked("Get up at ", "-any", "+the same", " time, ", "+even on Sundays", ".")
        + paragraph("What should I write down?", "Heading1")
        + "<w:tbl><w:tblPr/><w:tblGrid/>"
        + table_row("<w:tblHeader/>", "Time", "What to note")
        + table_row("", "Evening", "Coffee and alcohol")
        + table_row(change("del", 14), "-Noon", "-Nothing at all")
        + table_row(change("ins", 15), "+Morning", "+How rested you feel")
        + "</w:tbl>"
        + "<w:p>"
        + run("Bring it to your visit.", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")
        + "</w:p>"
    )


@sample
def hay_fever_comments_docx() -> bytes:
    """Comments on words and on a heading, with an answer to one of them."""
    comments = (
        comment(0, "Is this still the right dose? Please check with the pharmacy.")
        + comment(1, "Shorter heading?")
        + comment(2, "Checked, it is.")
    )
    return docx(
        paragraph("Hay Fever FAQs", "Title")
        + paragraph("Which tablets make me less sleepy?", "Heading1")
        + f"<w:p>{run('Take ')}{commented(run('one loratadine tablet a day'), 0, 2)}"
        + f"{run(' from early spring.')}</w:p>"
        + '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
        + commented(run("When is the pollen count highest?"), 1)
        + "</w:p>"
        + paragraph("In the early morning in the country, in the evening in town.")
        + paragraph("Do nose sprays work?", "Heading1")
        + paragraph("Yes, but they need two weeks to do so."),
        comments=comments,
    )


@sample
def palpitations_footnotes_docx() -> bytes:
    """Footnotes, an endnote, a header and a footer."""

    def note(kind: str, number: int, text: str) -> str:
        mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r>'
        return f'<w:{kind} w:id="{number}"><w:p>{mark}{run(" " + text)}</w:p></w:{kind}>'

    def reference(kind: str, number: int) -> str:
        raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        return f'<w:r>{raised}<w:{kind}Reference w:id="{number}"/></w:r>'

    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    return docx(
        paragraph("Palpitations FAQs", "Title")
        + paragraph("What are palpitations?", "Heading1")
        + f"<w:p>{run('You feel your heart pound or flutter.')}{reference('footnote', 1)}"
        + f"{run(' Most of the time it is harmless.')}</w:p>"
        + paragraph("Does coffee cause them?", "Heading1")
        + f"<w:p>{run('In some people, from about four cups.')}{reference('footnote', 2)}</w:p>"
        + paragraph("When should I call an ambulance?", "Heading1")
        + paragraph("If you also have chest pain, or you faint."),
        footnotes=f"{separator}</w:footnote>"
        + note("footnote", 1, "Example Heart Society, Guide to Palpitations, 2024.")
        + note("footnote", 2, "Example Heart Society, Caffeine and the Heart, 2025."),
        header=paragraph("Harbour Cardiology | Patient leaflet 17"),
        footer=paragraph("Review date: May 2027"),
    )


@sample
def kidney_stones_links_docx() -> bytes:
    """Links in each way that Word has: a relationship, two kinds of fields, a bookmark; a
    redirect, a mail address."""
    return docx(
        paragraph("Kidney Stone FAQs", "Title")
        + '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="1" '
        + f'w:name="why"/>{run("Why do stones form?")}<w:bookmarkEnd w:id="1"/></w:p>'
        + f"<w:p>{run('Salts in the urine turn to crystals when you ')}"
        + f"{link('plain', 'drink too little')}{run('.')}</w:p>"
        + paragraph("What will I feel?", "Heading1")
        + f"<w:p>{run('Waves of ')}"
        + '<w:fldSimple w:instr=" HYPERLINK &quot;https://www.example.org/flank-pain&quot; ">'
        + f"{run('pain in the flank')}</w:fldSimple>{run(', at times with ')}"
        + complex_field(
            "blood in the urine", ' HYPERLINK "https://www.exam', 'ple.org/blood" \\o "Read more" '
        )
        + f"{run('.')}</w:p>"
        + paragraph("How are stones treated?", "Heading1")
        + f"<w:p>{run('Small ones pass by themselves. Others need ')}"
        + f"{link('google', 'shock waves')}{run('. It depends on ')}"
        + f'<w:hyperlink w:anchor="why">{run("why they form")}</w:hyperlink>'
        + f"{run('. Write to ')}{link('mail', 'the stone clinic')}{run('.')}</w:p>",
        links={
            "plain": "https://www.example.org/drinking?cups=8&unit=ml",
            "google": "https://www.google.com/url?q=https%3A%2F%2Fwww.example.org%2Fshock-waves"
            "&sa=D&source=editors&ust=1718040000000000&usg=AOvVaw0abc",
            "mail": "mailto:stones@example.org",
        },
    )


@sample
def burns_automatic_numbers_docx() -> bytes:
    """Questions numbered by Word itself, with bullets in an answer."""
    return docx(
        paragraph("Burns and Scalds", "Title")
        + item(NUMBERS, "How long should I cool a burn?")
        + paragraph("Under running water for twenty minutes.")
        + item(NUMBERS, "What must I not put on it?")
        + paragraph("None of these:")
        + item(BULLETS, "butter")
        + item(BULLETS, "ice")
        + item(BULLETS, "toothpaste")
        + paragraph("They hold the heat in.")
        + item(NUMBERS, "Should I open the blisters?")
        + paragraph("No. They keep germs out.")
    )


@sample
def head_lice_q_and_a_docx() -> bytes:
    """Pairs of "Q:" and "A:", some of the labels bold."""
    bold = "<w:b/>"
    return docx(
        paragraph("Head Lice", "Title")
        + f"<w:p>{run('Q: Do lice jump?', bold)}</w:p>"
        + f"<w:p>{run('A:', bold)}{run(' No. They crawl from hair to hair.')}</w:p>"
        + f"<w:p>{run('Q: How do I find them?', bold)}</w:p>"
        + f"<w:p>{run('A:', bold)}{run(' Comb wet hair with a fine comb.')}</w:p>"
        + paragraph("Wipe the comb on white paper after each stroke.")
        + f"<w:p>{run('Q: Must my child stay at home?', bold)}</w:p>"
        + f"<w:p>{run('A:', bold)}{run(' No, not after the first treatment.')}</w:p>"
    )


@sample
def sunburn_text_box_docx() -> bytes:
    """A text box, which Word saves twice: for itself and for older programs."""
    inner = f"<w:txbxContent>{paragraph('Drink a glass of water every hour.')}</w:txbxContent>"
    box = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        '<wp:docPr id="1" name="Text Box 1"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"<wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    return docx(
        paragraph("Sunburn FAQs", "Title")
        + paragraph("What helps at once?", "Heading1")
        + paragraph("Go indoors and cool the skin with wet cloths.")
        + box
        + paragraph("Which sunscreen should I buy?", "Heading1")
        + paragraph("One with a factor of 30 or more.")
        + paragraph("When will it peel?", "Heading1")
        + paragraph("After about four days.")
    )


@sample
def cold_sores_custom_styles_docx() -> bytes:
    """Headings by styles that a clinic made itself: known by their level in the outline."""
    styles = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="ClinicQuestion">'
        '<w:name w:val="Clinic Question"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="ClinicQuestionTight">'
        '<w:name w:val="Clinic Question Tight"/><w:basedOn w:val="ClinicQuestion"/></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="ClinicText">'
        '<w:name w:val="Clinic Text"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    return docx(
        paragraph("Cold Sores", "Title")
        + paragraph("Are cold sores catching", "ClinicQuestion")
        + paragraph("Yes, from the first tingle until the crust has gone.", "ClinicText")
        + paragraph("What brings them on", "ClinicQuestionTight")
        + paragraph("Sun, stress and fever do.", "ClinicText")
        + paragraph("Do creams help", "", '<w:outlineLvl w:val="1"/>')
        + paragraph("A little, if you start within a day.", "ClinicText"),
        styles=STYLES + styles,
    )


@sample
def gallstones_table_of_contents_docx() -> bytes:
    """A table of contents that Word made, with page numbers, and a picture of its own."""
    questions = {
        "_Toc1": "What are gallstones?",
        "_Toc2": "Which food should I avoid?",
        "_Toc3": "Can I live without a gallbladder?",
    }
    answers = (
        "Hard lumps of cholesterol in the gallbladder.",
        "Large fatty meals, above all in the evening.",
        "Yes. Bile then runs straight into the gut.",
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
        for id, name in (("TOCHeading", "TOC Heading"), ("TOC1", "toc 1"))
    )
    lines = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{begin}<w:hyperlink w:anchor="{mark}">'
        f"{run(text)}<w:r><w:tab/></w:r>{complex_field(str(page), f' PAGEREF {mark} ')}"
        "</w:hyperlink></w:p>"
        for page, (mark, text), begin in zip(
            (1, 1, 2), questions.items(), (field_start(' TOC \\o "1-3" \\h '), "", ""), strict=True
        )
    )
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        f"{paragraph('Contents', 'TOCHeading')}{lines}"
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="{n}" '
        f'w:name="{mark}"/>{run(text)}<w:bookmarkEnd w:id="{n}"/></w:p>{paragraph(answer)}'
        for n, ((mark, text), answer) in enumerate(zip(questions.items(), answers, strict=True))
    )
    return docx(paragraph("Gallstone FAQs", "Title") + contents + body, styles=STYLES + styles)


@sample
def iron_deficiency_arabic_docx() -> bytes:
    """Arabic, from right to left, with the numbers for ids that Word's styles have there."""
    styles = re.sub('w:styleId="Heading1"', 'w:styleId="1"', STYLES)
    styles = re.sub('w:styleId="Title"', 'w:styleId="a3"', styles)

    def line(text: str, style: str = "", properties: str = "") -> str:
        styled = f'<w:pStyle w:val="{style}"/>' if style else ""
        return f"<w:p><w:pPr>{styled}{properties}<w:bidi/></w:pPr>{run(text, '<w:rtl/>')}</w:p>"

    return docx(
        line("نقص الحديد: أسئلة وأجوبة", "a3")
        + line("ما هو نقص الحديد؟", "1")
        + line("يعني أن مخزون الحديد في الجسم قليل جداً.")
        + line("ما الأطعمة الغنية بالحديد؟", "1")
        + line("ننصح بما يلي:")
        + line("العدس", "", list_place(BULLETS))
        + line("اللحم الأحمر", "", list_place(BULLETS))
        + line("السبانخ", "", list_place(BULLETS))
        + line("هل أتناول الحبوب مع الشاي؟", "1")
        + line("لا. انتظر ساعتين، لأن الشاي يقلل الامتصاص."),
        styles=styles,
    )


@sample
def ear_wax_google_docs_docx() -> bytes:
    """As Google Docs downloads it: styles on every run, redirects, empty paragraphs, a rule."""
    look = '<w:rFonts w:ascii="Arial"/><w:sz w:val="22"/><w:rtl w:val="0"/>'
    empty = '<w:p><w:pPr><w:rPr/></w:pPr><w:r><w:rPr><w:rtl w:val="0"/></w:rPr></w:r></w:p>'

    def line(*runs: str, style: str = "", properties: str = "") -> str:
        styled = f'<w:pStyle w:val="{style}"/>' if style else ""
        return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{''.join(runs)}</w:p>"

    return docx(
        line(run("Ear Wax FAQs", look), style="Title")
        + empty
        + line(run("TL;DR", look), style="Heading2")
        + line(
            run("Leave wax alone. ", look),
            run("Drops", f"<w:b/>{look}"),
            run(" do the rest.", look),
        )
        + empty
        + line(run("Should I use cotton buds?", look), style="Heading2")
        + line(run("No, they push the wax ", look), run("deeper", f"<w:i/>{look}"), run(".", look))
        + line(picture(1, "A cotton bud in an ear canal, pushing wax inwards"))
        + empty
        + line(run("Which drops can I buy?", look), style="Heading2")
        + line(run("Any of these:", look))
        + line(run("olive oil", look), properties=list_place(BULLETS))
        + line(run("warm, not hot", look), properties=list_place(BULLETS, 1))
        + line(run("salt water", look), properties=list_place(BULLETS))
        + '<w:p><w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hr="t"/></w:pict></w:r></w:p>'
        + line(
            run("When do I need a ", look),
            link("away", "hearing test"),
            run("?", look),
            style="Heading2",
        )
        + line(
            run("If you hear badly once the ", look), link("away", "wax is gone"), run(".", look)
        ),
        links={
            "away": "https://www.google.com/url?q=https://www.example.org/hearing&sa=D"
            "&source=editors&ust=1718040000000000&usg=AOvVaw1xyz"
        },
        media={"image1.png": png("goldenrod")},
    )


def item(number: int, text: str, level: int = 0) -> str:
    return paragraph(text, "ListParagraph", list_place(number, level))


def change(kind: str, number: int) -> str:
    """Return the mark of a tracked change, or its start without the slash."""
    return f'<w:{kind} w:id="{number}" {AUTHOR}/>'


def tracked(*pieces: str, style: str = "", mark: str = "") -> str:
    """Return a paragraph in which "+" starts what was inserted, "-" what was deleted."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{change(mark, 20)}</w:rPr>" if mark else ""
    runs = "".join(tracked_run(piece) for piece in pieces)
    return f"<w:p><w:pPr>{styled}{marked}</w:pPr>{runs}</w:p>"


def tracked_run(piece: str) -> str:
    if piece.startswith("+"):
        return f'<w:ins w:id="30" {AUTHOR}>{run(piece[1:])}</w:ins>'
    if piece.startswith("-"):
        return f'<w:del w:id="31" {AUTHOR}>{run(piece[1:]).replace("w:t", "w:delText")}</w:del>'
    return run(piece)


def moved(kind: str, text: str) -> str:
    return (
        f'<w:{kind}RangeStart w:id="40" w:name="move1" {AUTHOR}/>'
        f'<w:{kind} w:id="41" {AUTHOR}>{run(text)}</w:{kind}>'
        f'<w:{kind}RangeEnd w:id="40"/>'
    )


def table_row(properties: str, *texts: str) -> str:
    cells = "".join(f"<w:tc><w:tcPr/>{tracked(text)}</w:tc>" for text in texts)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def comment(number: int, text: str) -> str:
    return f'<w:comment w:id="{number}" w:initials="RE" {AUTHOR}>{paragraph(text)}</w:comment>'


def commented(runs: str, *numbers: int) -> str:
    starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
    ends = "".join(
        f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>'
        for n in numbers
    )
    return starts + runs + ends


def link(key: str, text: str) -> str:
    return f'<w:hyperlink r:id="{key}">{run(text)}</w:hyperlink>'


def field_start(*instructions: str) -> str:
    texts = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'
        for text in instructions
    )
    begin, separate = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate")
    )
    return begin + texts + separate


def complex_field(text: str, *instructions: str) -> str:
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return field_start(*instructions) + run(text) + end


def picture(number: int, alt: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="609600" cy="457200"/><wp:docPr id="{number}" '
        f'name="image{number}.png" descr={quoteattr(alt)}/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="image{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="media{number}"/></pic:blipFill><pic:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="609600" cy="457200"/></a:xfrm><a:prstGeom prst="rect"/>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


# -- LibreOffice ---------------------------------------------------------------

WEB_PAGE = "html:HTML (StarWriter):EmbedImages"


@sample
def tonsillitis_libreoffice_docx() -> bytes:
    """Saved by LibreOffice: headings, lists inside each other, a picture, a link, a table."""
    return by_libreoffice(tonsillitis(), "docx", "docx:MS Word 2007 XML")


@sample
def tonsillitis_libreoffice_export_html() -> bytes:
    """The same, saved as a web page by LibreOffice."""
    return by_libreoffice(tonsillitis(), "docx", WEB_PAGE)


def tonsillitis() -> bytes:
    bold, italic = run("swollen", "<w:b/>"), run("sore", "<w:i/>")
    return docx(
        paragraph("Tonsillitis FAQs", "Title")
        + paragraph("What is tonsillitis?", "Heading2")
        + f"<w:p>{run('The tonsils are ')}{bold}{run(' and ')}{italic}"
        + f"{run(', most often from a virus.')}</w:p>"
        + f"<w:p>{picture(1, 'Two swollen tonsils with white spots')}</w:p>"
        + paragraph("How can I soothe my throat?", "Heading2")
        + item(BULLETS, "cold drinks")
        + item(BULLETS, "soft food:")
        + item(BULLETS, "soup", 1)
        + item(BULLETS, "yogurt", 1)
        + item(BULLETS, "lozenges")
        + f"<w:p>{run('Read ')}{link('throat', 'more about sore throats')}{run('.')}</w:p>"
        + paragraph("How long am I off work?", "Heading2")
        + '<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>'
        + '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
        + table_row("<w:tblHeader/>", "Day", "What to expect")
        + table_row("", "1 to 3", "Fever and pain")
        + table_row("", "4 to 7", "You feel better")
        + "</w:tbl>"
        + paragraph("Most people miss three days."),
        links={"throat": "https://www.example.org/throat?a=1&b=2"},
        media={"image1.png": png("firebrick")},
    )


def by_libreoffice(data: bytes, suffix: str, target: str, load: str = "") -> bytes:
    """Return a document as LibreOffice saves it; `target` is a suffix and maybe a filter."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        source, made = folder / f"document.{suffix}", folder / "made"
        source.write_bytes(data)
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                *([f"--infilter={load}"] if load else []),
                "--convert-to",
                target,
                "--outdir",
                str(made),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return next(made.iterdir()).read_bytes()


# -- Zipped web pages ----------------------------------------------------------


def joined(page: str) -> str:
    """Return `page` without its line breaks: where a line starts is no white space."""
    return re.sub(r"\n\s*", "", page)


GOOGLE_PAGE = joined("""
<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type">
<style type="text/css">
@import url(https://themes.googleusercontent.com/fonts/css?kit=abc);
.lst-kix_a1b2-0>li:before{content:"\\0025cf  "}ul.lst-kix_a1b2-0{list-style-type:none}
.c0{color:#000000;font-weight:400;font-style:normal;font-size:11pt}.c1{font-weight:700}
.c2{font-style:italic}.c3{margin-left:36pt;padding-left:0pt}.c4{color:#1155cc}
.c5{border:1px solid black;margin:5px}.c6{max-width:468pt;padding:72pt}.title{font-size:26pt}
</style></head><body class="c6 doc-content">
<p class="c7 title" id="h.a1"><span class="c0">Cluster Headache FAQs</span></p>
<p class="c8"><span style="overflow: hidden; display: inline-block; width: 90.00px">
<img alt="" src="images/image2.jpg" style="width: 90.00px; height: 60.00px;" title=""></span></p>
<h2 class="c9" id="h.b1"><span class="c0">Summary</span></h2>
<p class="c8"><span class="c0">Attacks are </span><span class="c1">short and fierce</span>
<span class="c0">. Oxygen stops most of them.</span></p>
<p class="c8 c10"><span class="c0"></span></p>
<h2 class="c9" id="h.c1"><span class="c0">What does an attack feel like?</span></h2>
<p class="c8"><span class="c0">Like a hot needle behind </span><span class="c2">one</span>
<span class="c0"> eye</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>
<span class="c0">. The eye waters:</span></p>
<p class="c8"><span style="overflow: hidden; display: inline-block; width: 64.00px">
<img alt="A face with one red and watering eye" src="images/image1.png" title=""></span></p>
<h2 class="c9" id="h.d1"><span class="c0">What can set one off?</span></h2>
<ul class="c11 lst-kix_a1b2-0 start">
<li class="c3 li-bullet-0"><span class="c0">Alcohol:</span></li></ul>
<ul class="c11 lst-kix_a1b2-1 start">
<li class="c3 li-bullet-0"><span class="c0">wine</span></li>
<li class="c3 li-bullet-0"><span class="c0">beer</span></li></ul>
<ul class="c11 lst-kix_a1b2-0">
<li class="c3 li-bullet-0"><span class="c0">Sleep at odd hours</span></li></ul>
<p class="c8"><span class="c0">Keep a </span><span class="c4">
<a class="c12" href="https://www.google.com/url?q=https://www.example.org/diary%3Fmonth%3D1&amp;sa=D
&amp;source=editors&amp;ust=1718040000000000&amp;usg=AOvVaw2def">headache diary</a></span>
<span class="c0">.</span></p>
<h2 class="c9" id="h.e1"><span class="c0">How is it treated?</span></h2>
<table class="c13">
<tr class="c14">
<td class="c15" colspan="1" rowspan="1"><p class="c8"><span class="c1">When</span></p></td>
<td class="c15" colspan="1" rowspan="1"><p class="c8"><span class="c1">What</span></p></td></tr>
<tr class="c14">
<td class="c15" colspan="1" rowspan="1"><p class="c8"><span class="c0">Attack</span></p></td>
<td class="c15" colspan="1" rowspan="1"><p class="c8">
<span class="c0">Oxygen by mask</span></p></td></tr>
<tr class="c14">
<td class="c15" colspan="1" rowspan="1"><p class="c8"><span class="c0">Every day</span></p></td>
<td class="c15" colspan="1" rowspan="1"><p class="c8"><span class="c0">Verapamil</span>
<sup><a href="#cmnt2" id="cmnt_ref2">[b]</a></sup></p></td></tr></table>
<div class="c5"><p class="c8"><a href="#cmnt_ref1" id="cmnt1">[a]</a>
<span class="c0">Can we say this more gently?</span></p></div>
<div class="c5"><p class="c8"><a href="#cmnt_ref2" id="cmnt2">[b]</a>
<span class="c0">Needs a word on the ECG. @sam please add</span></p></div>
</body></html>
""")


@sample
def cluster_headache_google_docs_zip() -> bytes:
    """Google Docs' "Web page (.html, zipped)": classes, redirects, pictures, comments."""
    return google_zip(
        GOOGLE_PAGE, {"image1.png": png("crimson"), "image2.jpg": jpeg("navy", (90, 60))}
    )


SAVED_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Hip exercises</title></head>
<body><h1>Hip Exercises</h1>
<img src="Hip%20exercises_files/walking-in-the-park.jpg" alt="Two people walking on a path">
<h2>How do I warm up?</h2><p>Swing each leg ten times.</p>
<img src="Hip%20exercises_files/leg-swing.png" alt="A leg swinging forwards">
<h2>Which exercise is best?</h2><p>The bridge: lie down and lift your hips.</p>
<img src="Hip%20exercises_files/missing.png" alt="A bridge">
<h2>When should I stop?</h2><p>If the pain is sharp.</p></body></html>"""


@sample
def hip_exercises_saved_page_zip() -> bytes:
    """A page saved by a browser with its folder of files, zipped on a Mac; one file is missing."""
    folder = "Hip exercises_files"
    return archive(
        {
            "Hip exercises.html": SAVED_PAGE.encode(),
            f"{folder}/walking-in-the-park.jpg": jpeg("darkgreen", (90, 60)),
            f"{folder}/leg-swing.png": png("purple"),
            f"{folder}/style.css": b"h1 { color: navy }",
            "__MACOSX/._Hip exercises.html": bytes(Random(1).randbytes(120)),
            ".DS_Store": bytes(60),
        }
    )


# -- To be refused -------------------------------------------------------------

LEAFLET = """<!DOCTYPE html><html><body><h1>Warts</h1><h2>Do warts go away?</h2>
<p>Most do, within two years.</p></body></html>"""
MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://www.example.org/warts
Subject: Warts
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----Boundary--1----"

------Boundary--1----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.example.org/warts

{page}
------Boundary--1------
"""


@sample
def empty_file_txt() -> bytes:
    return b""


@sample
def only_white_space_txt() -> bytes:
    return "\ufeff \r\n\t\r\n\u00a0\r\n \u200b\r\n".encode()


@sample
def binary_noise_txt() -> bytes:
    return Random(3).randbytes(2000)


@sample
def truncated_word_docx() -> bytes:
    return sprained_ankle_docx()[:20_000]


@sample
def no_text_part_docx() -> bytes:
    """A Word document whose text is not where it says."""
    return hay_fever_comments_docx().replace(b"word/document.xml", b"word/mislaid_.xml")


@sample
def only_a_scan_docx() -> bytes:
    """A picture of a page, and not a word."""
    return docx(f"<w:p>{picture(1, '')}</w:p>", media={"image1.png": png("black", (80, 120))})


@sample
def old_word_doc() -> bytes:
    """Word 97, by LibreOffice."""
    return by_libreoffice(head_lice_q_and_a_docx(), "docx", "doc:MS Word 97")


@sample
def old_word_renamed_docx() -> bytes:
    return old_word_doc()


@sample
def opendocument_odt() -> bytes:
    """By LibreOffice."""
    return by_libreoffice(head_lice_q_and_a_docx(), "docx", "odt")


@sample
def opendocument_renamed_docx() -> bytes:
    return opendocument_odt()


@sample
def leaflet_pdf() -> bytes:
    """By LibreOffice."""
    return by_libreoffice(head_lice_q_and_a_docx(), "docx", "pdf:writer_pdf_Export")


@sample
def leaflet_rtf() -> bytes:
    """By LibreOffice."""
    return by_libreoffice(head_lice_q_and_a_docx(), "docx", "rtf")


@sample
def leaflet_mhtml() -> bytes:
    """A page saved by Chromium as a single file."""
    return MHTML.format(page=LEAFLET).replace("\n", "\r\n").encode()


@sample
def workbook_renamed_docx() -> bytes:
    return office_file("xl/workbook.xml", "spreadsheetml.sheet", "<workbook><sheets/></workbook>")


@sample
def slides_renamed_docx() -> bytes:
    return office_file("ppt/presentation.xml", "presentationml.presentation", "<p:presentation/>")


@sample
def picture_renamed_docx() -> bytes:
    return png()


@sample
def no_page_zip() -> bytes:
    return archive({"images/image1.png": png(), "read-me.csv": b"name,size\nimage1,64\n"})


@sample
def two_pages_zip() -> bytes:
    """An archive of two pages: which one is meant, nobody can say."""
    other = LEAFLET.replace("Warts", "Corns").replace("warts", "corns")
    return archive({"warts.html": LEAFLET.encode(), "corns.html": other.encode()})


@sample
def locked_zip() -> bytes:
    """An archive with a password."""
    return encrypted_zip()


def office_file(part: str, kind: str, content: str) -> bytes:
    """Return a file of another Office program: as much of it as tells them apart."""
    office = "http://schemas.openxmlformats.org"
    types = (
        f'<Types xmlns="{office}/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{part}" '
        f'ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
    )
    relationships = (
        f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument/2006/relationships/officeDocument" Target="{part}"/>'
        "</Relationships>"
    )
    return archive(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": relationships.encode(),
            part: content.encode(),
        }
    )


if __name__ == "__main__":
    main(sys.argv[1:])
