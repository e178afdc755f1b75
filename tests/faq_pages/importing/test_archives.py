"""Zip files that hold no document, and the text in files of older encodings."""

import pytest

from faq_pages.importing import Refusal
from faq_pages.importing.decoding import decode
from faq_pages.importing.formats import read_document
from tests.faq_pages.importing.builders import archive, docx, paragraph


def test_a_zip_file_of_many_files_is_refused_for_their_number():
    data = archive({f"{number}.txt": b"" for number in range(2_001)})
    with pytest.raises(Refusal, match=r"holds 2,001 files, more than the 2,000 of any document"):
        read_document("tea.zip", data)


def test_a_zip_file_with_a_document_in_it_says_to_unzip_it():
    data = archive({"tea/Tea.docx": docx(paragraph("Tea")), "tea/cup.png": b""})
    with pytest.raises(Refusal, match=r"holds “Tea.docx”: unzip it and upload that document"):
        read_document("tea.zip", data)


def test_a_zip_file_with_several_documents_says_to_unzip_it():
    data = archive({"Tea.docx": docx(paragraph("Tea")), "Tea.md": b"# Tea", "Tea.pdf": b""})
    with pytest.raises(Refusal, match=r"holds 2 documents: Tea.docx, Tea.md. Unzip it and upload"):
        read_document("tea.zip", data)


def test_a_zip_file_without_a_document_says_so():
    with pytest.raises(Refusal, match="without a web page in it"):
        read_document("tea.zip", archive({"cup.png": b"", "__MACOSX/._Tea.docx": b""}))


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("macintosh", "mac_roman"), ("x-mac-roman", "mac_roman"), ("windows-1251", "cp1251")],
)
def test_a_page_is_read_in_the_older_encoding_that_it_declares(charset, encoding):
    html = f'<meta charset="{charset}"><p>{b"caf".decode()}{bytes([0x8E]).decode(encoding)}</p>'
    assert decode("tea.html", html.encode(encoding)) == html


def test_an_encoding_that_is_none_of_texts_is_not_tried():
    page = b'<meta charset="rot13"><p>caf\xe9</p>'
    assert decode("tea.html", page).endswith("<p>café</p>")
