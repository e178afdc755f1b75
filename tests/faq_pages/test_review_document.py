"""The review of a document, and the draft that it becomes."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import ExifTags
from PIL import Image as PillowImage
from wagtail.images import get_image_model
from wagtail.models import GroupPagePermission, Page

from faq_pages.content import Image, Text
from faq_pages.importing import Imported, Surroundings
from faq_pages.models import DocumentUpload, FAQIndexPage, FAQPage
from faq_pages.views import documents
from faq_pages.views.documents import read_upload
from tests.faq_pages import people, samples
from tests.faq_pages.importing.builders import data_uri, png

pytestmark = pytest.mark.django_db

FILES = Path(__file__).parents[1] / "files" / "import"
CUP = png("brown")
TEA = f"""
    <h1>Tea FAQs</h1>
    <h2>In short</h2><p>Yes, when it is <b>hot</b>.</p>
    <h2>Is it hot?</h2><p>Often.</p><p><img src="{data_uri(CUP)}" alt="A cup of tea"></p>
    <h2>Is it safe?</h2><p>Yes. Read about cold tea.</p>
    <iframe src="https://example.org/">Framed words</iframe>
    <h2>Questions? Contact us</h2><p>We are open all day.</p>
"""
HOSTILE = """
    <h1>Tea &lt;script&gt;title()&lt;/script&gt;</h1>
    <h2>Is it &lt;img src=x onerror=question()&gt; hot?</h2>
    <p>&lt;script&gt;answer()&lt;/script&gt; <a href="javascript:link()">Yes</a></p>
    <iframe src="https://example.org/">&lt;script&gt;frame()&lt;/script&gt;</iframe>
"""


@pytest.fixture
def index() -> FAQIndexPage:
    return samples.index_page()


@pytest.fixture
def editor(index: FAQIndexPage) -> Client:
    return people.signed_in(people.editor(index))


# -- The review ------------------------------------------------------------------


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


# -- The draft -------------------------------------------------------------------


def test_the_draft_is_under_its_index_and_says_what_the_document_does(editor, index):
    editor.post(uploaded(editor, index, TEA))
    page = FAQPage.objects.get()
    faq = page.read()
    assert page.get_parent().pk == index.pk
    assert not page.live
    assert (faq.title, [each.question for each in faq.questions]) == (
        "Tea FAQs",
        ["Is it hot?", "Is it safe?"],
    )


def test_the_draft_belongs_to_whoever_imported_it(editor, index):
    editor.post(uploaded(editor, index, TEA))
    page = FAQPage.objects.get()
    assert page.owner.username == page.latest_revision.user.username == "editor"


def test_the_draft_remembers_its_file(editor, index):
    editor.post(uploaded(editor, index, TEA, "tea.html"))
    assert FAQPage.objects.get().source_id == "tea.html"


def test_a_picture_is_in_the_library_with_its_alternative_text(editor, index):
    editor.post(uploaded(editor, index, TEA))
    image = get_image_model().objects.get()
    assert (image.title, image.description) == ("A cup of tea", "A cup of tea")
    assert image.uploaded_by_user.username == "editor"
    assert image.file.read() == CUP


def test_a_picture_is_in_its_answer_with_its_alternative_text(editor, index):
    editor.post(uploaded(editor, index, TEA))
    _, picture = FAQPage.objects.get().read().questions[0].answer
    assert isinstance(picture, Image)
    assert (picture.alt, picture.needs_alt) == ("A cup of tea", False)


def test_a_picture_that_the_library_has_is_not_added_again(editor, index):
    editor.post(uploaded(editor, index, TEA))
    editor.post(uploaded(editor, index, TEA))
    assert get_image_model().objects.count() == 1
    assert [len(page.read().questions[0].answer) for page in FAQPage.objects.all()] == [2, 2]


def test_a_word_document_comes_with_its_pictures_and_cover(editor, index):
    path = FILES / "wrist-fracture-pictures.docx"
    editor.post(post_file(editor, index, path.name, path.read_bytes()).url)
    page = FAQPage.objects.get()
    assert page.cover_alt == "A hand in a blue cast"
    assert page.cover_image.description == "A hand in a blue cast"
    assert get_image_model().objects.count() == 4


def test_the_editor_opens_and_says_what_to_check(editor, index):
    response = editor.post(uploaded(editor, index, TEA), follow=True)
    page = FAQPage.objects.get()
    assert response.redirect_chain == [(reverse("wagtailadmin_pages:edit", args=[page.pk]), 302)]
    said = people.said(response)
    assert "“Tea FAQs” is a draft now, with 2 questions." in said
    assert "Please check 2 points" in said
    assert "“cold tea” seems to promise a page" in said


def test_what_to_check_is_escaped(editor, index):
    html = "<h1>Tea</h1><h2>Is it safe?</h2><p>Yes. Read about &lt;b&gt;cold tea.</p>"
    response = editor.post(uploaded(editor, index, html), follow=True)
    assert "Read about <b>" not in people.said(response)
    assert "<b>cold" not in response.content.decode()


def test_the_upload_goes_when_the_draft_is_made(editor, index):
    editor.post(uploaded(editor, index, TEA))
    assert not DocumentUpload.objects.exists()


def test_pressing_twice_makes_one_page(editor, index):
    url = uploaded(editor, index, TEA)
    assert editor.post(url).status_code == 302
    assert editor.post(url).status_code == 404
    assert FAQPage.objects.count() == 1


def test_a_press_while_another_is_at_work_makes_nothing(editor, index, monkeypatch):
    url = uploaded(editor, index, TEA)

    def read_while_the_other_ends(upload: DocumentUpload, site: Surroundings) -> Imported:
        DocumentUpload.objects.all().delete()
        return read_upload(upload, site)

    monkeypatch.setattr(documents, "read_upload", read_while_the_other_ends)
    assert editor.post(url).status_code == 404
    assert not FAQPage.objects.exists()
    assert not get_image_model().objects.exists()


def test_when_no_draft_can_be_made_the_upload_stays(editor, index, monkeypatch):
    url = uploaded(editor, index, TEA)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("The disk is full.")

    monkeypatch.setattr(documents, "create_draft", fail)
    with pytest.raises(RuntimeError):
        editor.post(url)
    assert DocumentUpload.objects.exists()
    assert not get_image_model().objects.exists()


# -- Who may ---------------------------------------------------------------------


def test_nobody_else_opens_an_upload(editor, index):
    url = uploaded(editor, index, TEA)
    colleague = people.signed_in(people.editor(index, "colleague"))
    assert colleague.get(url).status_code == 404
    assert colleague.post(url).status_code == 404
    assert not FAQPage.objects.exists()


def test_those_who_may_no_longer_add_pages_are_told_so(index):
    user = people.editor(index, "leaver")
    leaver = people.signed_in(user)
    url = uploaded(leaver, index, TEA)
    GroupPagePermission.objects.filter(permission__codename="add_page").delete()

    for response in (leaver.get(url, follow=True), leaver.post(url, follow=True)):
        assert response.redirect_chain == [(reverse("wagtailadmin_home"), 302)]
        assert "you do not have permission" in people.said(response)
    assert not FAQPage.objects.exists()


def test_those_who_may_not_add_images_read_so_before(index):
    writer = people.signed_in(people.editor(index, "writer", images=[]))
    notes = notes_of(read(writer, uploaded(writer, index, TEA)))
    assert "Your account may not add images, so its picture will be missing" in notes


def test_those_who_may_add_images_read_nothing_of_it(editor, index):
    assert "may not add images" not in notes_of(read(editor, uploaded(editor, index, TEA)))


def test_those_who_may_not_add_images_get_the_draft_without_pictures(index):
    writer = people.signed_in(people.editor(index, "writer", images=[]))
    response = writer.post(uploaded(writer, index, TEA), follow=True)
    (part,) = FAQPage.objects.get().read().questions[0].answer
    assert isinstance(part, Text)
    assert not get_image_model().objects.exists()
    assert "was not brought in: your account may not add images." in people.said(response)


def test_a_picture_that_the_library_refuses_is_named(editor, index, settings):
    settings.WAGTAILIMAGES_EXTENSIONS = ["jpg"]
    response = editor.post(uploaded(editor, index, TEA), follow=True)
    assert len(FAQPage.objects.get().read().questions[0].answer) == 1
    assert "The picture “embedded-1” was not brought in: " in people.said(response)


# -- In short --------------------------------------------------------------------


def uploaded(client: Client, page: Page, html: str, name: str = "tea.html") -> str:
    """Upload a web page as a document for `page`; return the address of its review."""
    url: str = post_file(client, page, name, html.encode()).url
    return url


def post_file(client: Client, page: Page, name: str, data: bytes) -> Any:
    url = reverse("faq_pages_import_document", args=[page.pk])
    return client.post(url, {"file": SimpleUploadedFile(name, data)})


def upright_photograph() -> bytes:
    """A picture that is wider than high, to be turned before it is shown."""
    image = PillowImage.new("RGB", (60, 40), "orange")
    exif = image.getexif()
    exif[ExifTags.Base.Orientation] = 6
    file = BytesIO()
    image.save(file, "JPEG", exif=exif)
    return file.getvalue()


def read(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def parts_of(review: BeautifulSoup) -> list[tuple[str, str]]:
    terms, words = (review.select(f".faq-parts > {tag}") for tag in ("dt", "dd"))
    return [(text_of(term), text_of(each)) for term, each in zip(terms, words, strict=True)]


def notes_of(review: BeautifulSoup) -> str:
    return text_of(review.select_one(".faq-notes"))


def text_of(element: Any) -> str:
    return " ".join(element.get_text(" ").split())
