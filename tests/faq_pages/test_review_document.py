"""The review of a document, and the draft that it becomes."""

from base64 import b64decode
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image as PillowImage
from wagtail.images import get_image_model

from faq_pages.models import FAQPage
from tests.faq_pages import people
from tests.faq_pages.importing.builders import data_uri
from tests.faq_pages.uploads import (
    CUP,
    FILES,
    HOSTILE,
    TEA,
    notes_of,
    parts_of,
    post_file,
    read,
    uploaded,
    upright_photograph,
)

pytestmark = pytest.mark.django_db


def test_the_review_shows_the_words_that_were_recognised(editor, index):
    review = read(editor, uploaded(editor, index, TEA))
    assert parts_of(review) == [
        ("Title", "Tea FAQs"),
        ("TLDR", "Yes, when it is hot ."),
        ("Question", "Is it hot? Often."),
        ("Question", "Is it safe? Yes. Read about cold tea."),
        ("Call to action", "Questions? Contact us We are open all day."),
    ]


def test_the_review_shows_a_picture_with_its_alternative_text(editor, index):
    review = read(editor, uploaded(editor, index, TEA))
    (image,) = review.select(".faq-recognised img")
    assert image["alt"] == "A cup of tea"
    assert str(image["src"]).startswith("data:image/webp;base64,")


def test_the_review_shows_a_picture_of_an_upright_phone_upright(editor, index):
    html = TEA.replace(data_uri(CUP), data_uri(upright_photograph(), "image/jpeg"))
    (image,) = read(editor, uploaded(editor, index, html)).select(".faq-recognised img")
    data = b64decode(str(image["src"]).partition(",")[2])
    assert PillowImage.open(BytesIO(data)).size == (40, 60)


def test_the_review_says_what_is_unsure(editor, index):
    notes = notes_of(read(editor, uploaded(editor, index, TEA)))
    assert "“cold tea” seems to promise a page, but has no link" in notes


def test_the_review_says_what_was_left_out_and_why(editor, index):
    notes = notes_of(read(editor, uploaded(editor, index, TEA)))
    assert "Left out Unsafe" in notes
    assert "“Framed words”" in notes


def test_the_review_says_when_nothing_is_unsure_or_left_out(editor, index):
    review = read(editor, uploaded(editor, index, "<h1>Tea</h1><h2>Is it hot?</h2><p>Yes.</p>"))
    assert "Nothing is unsure." in notes_of(review)
    assert "Nothing: every word of the document is in the draft." in notes_of(review)


def test_the_review_says_what_was_not_found(editor, index):
    review = read(editor, uploaded(editor, index, "<h1>Tea</h1><h2>Is it hot?</h2>"))
    assert parts_of(review) == [
        ("Title", "Tea"),
        ("TLDR", "None found"),
        ("Question", "Is it hot? No answer found"),
        ("Call to action", "None found"),
    ]


def test_words_of_a_document_are_escaped_in_its_review(editor, index):
    screen = editor.get(uploaded(editor, index, HOSTILE)).content.decode()
    assert "<script>title()" not in screen
    assert "<img src=x" not in screen
    assert "<script>answer()" not in screen
    assert "<script>frame()" not in screen
    assert "javascript:" not in screen


def test_a_hostile_file_name_is_escaped_in_its_review(editor, index):
    name = "<img src=x onerror=alert(1)>.html"
    screen = editor.get(uploaded(editor, index, TEA, name)).content.decode()
    assert "<img src=x" not in screen
    assert "&lt;img src=x onerror=alert(1)&gt;.html" in screen


def test_nothing_is_made_by_looking(editor, index):
    editor.get(uploaded(editor, index, TEA))
    assert not FAQPage.objects.exists()
    assert not get_image_model().objects.exists()


def test_a_document_that_cannot_be_read_any_more_leads_back(editor, index, settings):
    url = uploaded(editor, index, TEA)
    settings.FAQ_PAGES_MAX_DOCUMENT_BYTES = 10
    for response in (editor.get(url, follow=True), editor.post(url, follow=True)):
        back = reverse("faq_pages_import_document", args=[index.pk])
        assert response.redirect_chain == [(back, 302)]
        assert "“tea.html” is too large" in people.said(response)
    assert not FAQPage.objects.exists()


def test_a_review_may_be_looked_at_again(editor, index):
    url = uploaded(editor, index, TEA)
    assert editor.get(url).status_code == editor.get(url).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "wrist-fracture-pictures.docx",
        "travel-vaccines-tables.docx",
        "diabetes-feet-sections.docx",
        "cluster-headache-google-docs.zip",
        "fever-hebrew.html",
        "no-questions.txt",
    ],
)
def test_documents_of_every_kind_have_a_review(editor, index, name):
    url = post_file(editor, index, name, (FILES / name).read_bytes()).url
    assert editor.get(url).status_code == 200
