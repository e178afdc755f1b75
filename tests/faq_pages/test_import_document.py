"""The screen that takes a document: what it says, what it refuses, who gets there."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page

from faq_pages.models import DocumentUpload, FAQPage
from tests.faq_pages import people, samples

pytestmark = pytest.mark.django_db

FILES = Path(__file__).parents[1] / "files" / "import"
COMPLETE = "Tea\n\nIs it safe?\n\nYes.\n\nIs it hot?\n\nOften."


# -- Before the upload -----------------------------------------------------------


def test_the_screen_tells_the_formats_and_the_limit(editor, index, settings):
    settings.FAQ_PAGES_MAX_DOCUMENT_BYTES = 3 * 1024 * 1024
    screen = editor.get(screen_of(index)).content.decode().replace("\xa0", " ")
    assert "At most 3.0 MB, pictures included." in screen
    assert f'data-max-bytes="{3 * 1024 * 1024}"' in screen
    assert "Word (.docx)" in screen


def test_without_a_setting_the_limit_is_20_megabytes(editor, index):
    screen = editor.get(screen_of(index)).content.decode().replace("\xa0", " ")
    assert "At most 20.0 MB" in screen


def test_the_screen_of_a_page_says_that_its_words_are_replaced(editor, index):
    page = samples.faq_page(index, samples.question(), title="Injections")
    screen = editor.get(screen_of(page)).content.decode()
    assert "replace those of “Injections”" in screen


# -- What is refused -------------------------------------------------------------


def test_an_empty_form_asks_for_a_document_at_the_file_field(editor, index):
    assert errors(post(editor, index)) == {
        "file": ["Choose a file, or paste a document below."],
    }


def test_a_paste_of_white_space_asks_for_a_document(editor, index):
    assert errors(post(editor, index, text=" \n ")) == {
        "file": ["Choose a file, or paste a document below."],
    }


def test_a_file_over_the_limit_is_refused_at_its_field(editor, index, settings):
    settings.FAQ_PAGES_MAX_DOCUMENT_BYTES = 1024 * 1024
    (sentence,) = errors(post(editor, index, file=upload("tea.txt", b"a" * (1024 * 1024 + 1))))[
        "file"
    ]
    assert sentence.startswith("“tea.txt” is too large: the limit is 1 MB.")


def test_a_file_of_just_the_limit_is_read(editor, index, settings):
    data = COMPLETE.encode()
    settings.FAQ_PAGES_MAX_DOCUMENT_BYTES = len(data)
    assert post(editor, index, file=upload("tea.txt", data)).status_code == 302


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("empty-file.txt", "“empty-file.txt” is empty"),
        ("only-white-space.txt", "“only-white-space.txt” has no text in it"),
        ("binary-noise.txt", "“binary-noise.txt” is not text"),
        ("truncated-word.docx", "“truncated-word.docx” is damaged or not complete"),
        ("picture-renamed.docx", "“picture-renamed.docx” is a picture"),
        ("password-word.docx", "is protected with a password"),
        ("leaflet.pdf", "“leaflet.pdf” is a PDF file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field(editor, index, name, sentence):
    (said,) = errors(post(editor, index, file=upload(name)))["file"]
    assert sentence in said


def test_a_paste_that_cannot_be_read_is_refused_at_the_box(editor, index):
    (sentence,) = errors(post(editor, index, html="<p> </p>", text=""))["text"]
    assert sentence == "“What you pasted” has no text in it that could become a page."


def test_a_paste_that_is_no_text_is_refused_at_the_box(editor, index):
    (sentence,) = errors(post(editor, index, html="<p>Tea \0</p>"))["text"]
    assert sentence.startswith("“What you pasted” is not a text but a binary file.")


def test_nothing_is_made_of_what_is_refused(editor, index, settings):
    settings.FAQ_PAGES_MAX_DOCUMENT_BYTES = 40
    post(editor, index, file=upload("tea.txt", b"a" * 41))
    post(editor, index, file=upload("empty-file.txt"))
    post(editor, index, html="<p> </p>")
    assert_nothing_is_made()
    assert not DocumentUpload.objects.exists()


def test_what_was_pasted_stays_in_the_box_when_a_file_is_refused(editor, index):
    response = post(
        editor, index, file=upload("empty-file.txt"), text=COMPLETE, html="<p>Tea &amp; milk</p>"
    )
    form = response.context["form"]
    assert form["text"].value() == COMPLETE
    assert form["html"].value() == "<p>Tea &amp; milk</p>"
    assert "&lt;p&gt;Tea &amp;amp; milk&lt;/p&gt;" in response.content.decode()


def test_a_hostile_file_name_is_escaped_in_its_refusal(editor, index):
    response = post(editor, index, file=upload("<img src=x onerror=alert(1)>.txt", b""))
    assert "<img src=x" not in response.content.decode()
    assert "&lt;img src=x onerror=alert(1)&gt;.txt" in response.content.decode()


# -- What is read ----------------------------------------------------------------


def test_a_document_leads_to_its_review(editor, index):
    response = post(editor, index, file=upload("tea.txt", COMPLETE.encode()))
    kept = DocumentUpload.objects.get()
    assert response.url == reverse("faq_pages_review_document", args=[kept.pk])
    assert (kept.name, bytes(kept.data), kept.page_id) == ("tea.txt", COMPLETE.encode(), index.pk)


def test_the_screen_s_script_is_told_the_address_of_the_review(editor, index):
    response = post(editor, index, text=COMPLETE, headers={"X-Requested-With": "XMLHttpRequest"})
    kept = DocumentUpload.objects.get()
    assert response.json() == {"url": reverse("faq_pages_review_document", args=[kept.pk])}


def test_nothing_is_made_before_the_review(editor, index):
    post(editor, index, file=upload("wrist-fracture-pictures.docx"))
    assert_nothing_is_made()


def test_of_a_file_and_a_paste_the_file_counts(editor, index):
    post(editor, index, file=upload("tea.txt", COMPLETE.encode()), text="Milk")
    assert DocumentUpload.objects.get().kind == DocumentUpload.Kind.FILE


def test_of_rich_and_plain_text_the_rich_counts(editor, index):
    post(editor, index, html="<h1>Tea</h1><h2>Is it safe?</h2><p>Yes.</p>", text="Tea")
    assert DocumentUpload.objects.get().kind == DocumentUpload.Kind.HTML


def test_uploads_that_nobody_finished_go_away_with_the_next(editor, index):
    post(editor, index, text=COMPLETE)
    forgotten = DocumentUpload.objects.get()
    post(editor, index, text=COMPLETE)
    a_day_ago = timezone.now() - timedelta(days=1, minutes=1)
    DocumentUpload.objects.filter(pk=forgotten.pk).update(created_at=a_day_ago)

    post(editor, index, text=COMPLETE)
    assert DocumentUpload.objects.count() == 2
    assert not DocumentUpload.objects.filter(pk=forgotten.pk).exists()


# -- Who may ---------------------------------------------------------------------


def test_nobody_imports_without_signing_in(index):
    assert "/login/" in Client().get(screen_of(index))["Location"]


def test_those_who_may_not_add_pages_are_told_so(index):
    reader = people.signed_in(people.editor(index, "reader", pages=["change_page"]))
    response = reader.get(screen_of(index), follow=True)
    assert response.redirect_chain == [(reverse("wagtailadmin_home"), 302)]
    assert "you do not have permission" in people.said(response)


def test_those_who_may_not_add_pages_upload_nothing(index):
    reader = people.signed_in(people.editor(index, "reader", pages=["change_page"]))
    post(reader, index, text=COMPLETE)
    assert not DocumentUpload.objects.exists()


def test_those_who_may_not_change_a_page_do_not_replace_its_words(index):
    page = samples.faq_page(index, samples.question())
    writer = people.signed_in(people.editor(index, "writer", pages=["add_page"]))
    assert writer.get(screen_of(page))["Location"] == reverse("wagtailadmin_home")


def test_the_words_of_a_locked_page_are_not_replaced(editor, index):
    page = samples.faq_page(index, samples.question())
    page.locked = True
    page.save()
    assert editor.get(screen_of(page))["Location"] == reverse("wagtailadmin_home")


def test_the_words_of_an_alias_are_not_replaced(editor, index):
    page = samples.faq_page(index, samples.question())
    alias = page.create_alias(parent=index, update_slug="twin")
    assert editor.get(screen_of(alias)).status_code == 404


def test_a_page_of_another_kind_takes_no_document(index):
    admin = people.signed_in(samples.reviewer("admin"))
    other = index.get_parent()
    assert admin.get(screen_of(other))["Location"] == reverse("wagtailadmin_home")


# -- The ways there --------------------------------------------------------------


def test_an_index_s_listing_and_menus_lead_to_the_screen(editor, index):
    screen = editor.get(reverse("wagtailadmin_explore", args=[index.pk])).content.decode()
    assert link_text(screen, index) == "Import a document"


def test_an_index_in_a_listing_leads_to_the_screen(index):
    admin = people.signed_in(samples.reviewer("admin"))
    parent = reverse("wagtailadmin_explore", args=[index.get_parent().pk])
    assert link_text(admin.get(parent).content.decode(), index) == "Import a document"


def test_the_first_screen_leads_to_the_screen(editor, index):
    screen = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert link_text(screen, index) == "Import a document"


def test_the_form_of_a_new_page_leads_to_the_screen(editor, index):
    form = reverse("wagtailadmin_pages:add", args=["faq_pages", "faqpage", index.pk])
    assert link_text(editor.get(form).content.decode(), index) == "Import a document instead"


def test_a_page_leads_to_the_screen_that_replaces_its_words(editor, index):
    page = samples.faq_page(index, samples.question())
    form = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert link_text(editor.get(form).content.decode(), page) == "Replace from a document"


def test_the_form_of_a_page_that_is_there_offers_no_other_page(editor, index):
    page = samples.faq_page(index, samples.question())
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Import a document instead" not in form


def test_nothing_leads_there_for_those_who_may_not(index):
    page = samples.faq_page(index, samples.question())
    reader = people.signed_in(people.editor(index, "reader", pages=["add_page"]))
    screen = reader.get(reverse("wagtailadmin_explore", args=[index.pk])).content.decode()
    assert screen_of(page) not in screen


# -- In short --------------------------------------------------------------------


def screen_of(page: Page) -> str:
    return reverse("faq_pages_import_document", args=[page.pk])


def post(client: Client, page: Page, headers: dict[str, str] | None = None, **data: Any) -> Any:
    return client.post(screen_of(page), data, headers=headers)


def upload(name: str, data: bytes | None = None) -> SimpleUploadedFile:
    """A file, one of the samples if there are no `data`."""
    return SimpleUploadedFile(name, (FILES / name).read_bytes() if data is None else data)


def errors(response: Any) -> dict[str, list[str]]:
    assert response.status_code == 200
    return dict(response.context["form"].errors)


def assert_nothing_is_made() -> None:
    assert not FAQPage.objects.exists()
    assert not get_image_model().objects.exists()


def link_text(screen: str, page: Page) -> str:
    """The words of the links to the import for `page`, which all say the same."""
    links = BeautifulSoup(screen, "html.parser").select(f'a[href="{screen_of(page)}"]')
    (words,) = {" ".join(link.get_text().split()) for link in links}
    return words
