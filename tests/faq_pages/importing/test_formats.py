import subprocess
import sys

import pytest

from faq_pages.conf import MAX_DOCUMENT_BYTES
from faq_pages.importing import Refusal, read_file, read_paste
from faq_pages.importing.formats import MAX_CHARACTERS, looks_like_html, read_document

FAQ = "Café basics\n\nIs tea safe?\n\nYes – “in cups”.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_plain_text_is_read_in_every_usual_encoding(encoding, line_end):
    imported = read_file("tea.txt", FAQ.replace("\n", line_end).encode(encoding))

    assert imported.faq.title == "Café basics"
    assert imported.faq.questions[0].answer[0].html == "<p>Yes – “in cups”.</p>"


def test_html_is_read_in_the_encoding_that_it_declares():
    html = '<meta charset="windows-1251"><h1>Чай</h1><h2>Чай?</h2><p>Да.</p>'
    assert read_file("tea.html", html.encode("cp1251")).faq.title == "Чай"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>x</p>",
        '\n <?xml version="1.0"?>\n<!-- saved -->\n<html lang="en">',
        '<meta charset="utf-8"><b style="font-weight:normal">x</b>',
        "<h1>Title</h1>",
    ],
)
def test_the_content_tells_that_a_document_is_html(text):
    assert looks_like_html(text)


@pytest.mark.parametrize("text", ["<5 mg is a low dose", "Use <p> for paragraphs", "a < b > c", ""])
def test_text_with_angle_brackets_is_no_html(text):
    assert not looks_like_html(text)


def test_a_text_file_that_holds_a_web_page_is_read_as_one():
    assert read_file("x.txt", b"<html><h1>T</h1><h2>Why?</h2><p>So.</p></html>").faq.title == "T"


def test_a_document_without_a_title_gets_one_from_its_file():
    imported = read_file("back_pain-faqs.txt", b"Why does it hurt?\n\nFor many reasons.\n")
    assert imported.faq.title == "Back pain faqs"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t\n", "only white space"),
        ("a.txt", b"\xef\xbb\xbf \n", "only white space"),
        ("a.html", b"<html><script>x()</script><p> </p></html>", "no text in it"),
        ("a.txt", b"PK\x03\x04 and so on", "damaged or not complete"),
        ("a.docx", b"\xd0\xcf\x11\xe0 and so on", "old Word file"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.txt", b"%PDF-1.7", "PDF"),
        ("a.rtf", b"{\\rtf1 x}", "RTF"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "picture"),
        (
            "a.doc",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
            "single file",
        ),
        ("a.txt", b"text\x00with\x00zeros", "binary"),
        ("a.txt", b"\x01\x02\x03\x04 x", "binary"),
        ("a.txt", b"caf\x81", "encoding"),
        ("a.txt", b"\xff\xfea", "encoding"),
        ("a.txt", b"x" * (MAX_DOCUMENT_BYTES + 1), "too large"),
        ("a.txt", b"word\n" * (MAX_CHARACTERS // 5 + 1), "book"),
        ("a.txt", b"word\n" * 20_000, "book"),
        ("a.html", b"<p>x" * 11_000, "book"),
        ("a.html", b"<p>x" * 30_000, "tags"),
        ("a.html", b"<div>" * 20_000, "inside each other"),
        ("a.html", (b"<p>" + b"&lt;" * 20_000) * 6, "special characters"),
        ("a.html", b"<p>" + b"x" * 200_000, "too many characters"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(name, data, reason):
    with pytest.raises(Refusal, match=reason) as refusal:
        read_file(name, data)

    message = str(refusal.value)
    assert message.startswith(f"“{name}”")
    assert message.endswith(".")


def test_a_refused_paste_is_called_what_you_pasted():
    with pytest.raises(Refusal, match="“What you pasted” has no text"):
        read_paste("  \n", is_html=False)


def test_stray_control_characters_are_cleared_away():
    html = read_document("a.txt", "Tea\ufeff and\x1b milk\u200b".encode() + b" " * 200).html
    assert html == "<p>Tea and milk</p>"


def test_the_reading_parts_need_no_settings_of_django():
    code = "import faq_pages.importing.report; from faq_pages.importing import read_paste; " + (
        "read_paste('Tea\\n\\nIs it safe?\\n\\nYes.', is_html=False)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={})
    assert (done.returncode, done.stderr) == (0, "")
