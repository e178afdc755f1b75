"""The draft that an uploaded document becomes, and who may make it."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import GroupPagePermission

from faq_pages.content import Image, Text
from faq_pages.importing import Imported, Surroundings
from faq_pages.models import DocumentUpload, FAQPage
from faq_pages.views import documents
from faq_pages.views.documents import read_upload
from tests.faq_pages import people
from tests.faq_pages.uploads import CUP, FILES, TEA, notes_of, post_file, read, uploaded

pytestmark = pytest.mark.django_db


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


def test_a_command_does_not_take_the_draft_for_its_own(editor, index):
    editor.post(uploaded(editor, index, TEA, "tea.html"))
    assert FAQPage.objects.get().source_id == ""


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
    assert_gone(editor.post(url, follow=True))
    assert FAQPage.objects.count() == 1


def test_a_press_while_another_is_at_work_makes_nothing(editor, index, monkeypatch):
    url = uploaded(editor, index, TEA)

    def read_while_the_other_ends(upload: DocumentUpload, site: Surroundings) -> Imported:
        DocumentUpload.objects.all().delete()
        return read_upload(upload, site)

    monkeypatch.setattr(documents, "read_upload", read_while_the_other_ends)
    assert_gone(editor.post(url, follow=True))
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
    assert_gone(colleague.get(url, follow=True))
    assert_gone(colleague.post(url, follow=True))
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


def assert_gone(response: Any) -> None:
    assert "This document became a draft already" in people.said(response)
