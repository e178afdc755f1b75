"""A document in place of the words of a page that is there already."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model

from faq_pages.models import DocumentUpload, FAQIndexPage, FAQPage, Topic
from tests.faq_pages import people, samples
from tests.faq_pages.importing.builders import data_uri, png

pytestmark = pytest.mark.django_db

# "Is it hot?" is a question of the page before, too.
TEA = f"""
    <h1>A new title</h1>
    <h2>Is it safe?</h2><p>Yes.</p>
    <h2>Is it hot?</h2><p>Always.</p><p><img src="{data_uri(png())}" alt="A cup"></p>
"""


@pytest.fixture
def online(index: FAQIndexPage) -> FAQPage:
    """A published page whose anchor is not the one that its words would give."""
    question = samples.question("Is it hot?", "<p>Often.</p>", anchor="heat", id="q-hot")
    page = samples.faq_page(index, question, title="Tea", author=samples.person())
    page.topics.add(Topic.objects.create(name="Tea", type="Drug"))
    page.save_revision().publish()
    return FAQPage.objects.get(pk=page.pk)


@pytest.fixture
def draft(index: FAQIndexPage) -> FAQPage:
    question = samples.question("Is it hot?", "<p>Often.</p>", id="q-hot")
    return samples.faq_page(index, question, title="Tea", live=False)


def test_the_draft_has_the_words_of_the_document(editor, draft):
    replace(editor, draft)
    assert questions(latest(draft)) == ["Is it safe?", "Is it hot?"]


def test_a_page_that_is_not_online_has_them_itself(editor, draft):
    replace(editor, draft)
    assert questions(FAQPage.objects.get()) == ["Is it safe?", "Is it hot?"]


def test_patients_read_the_old_words_until_the_page_is_published(editor, online):
    replace(editor, online)
    assert questions(FAQPage.objects.get()) == ["Is it hot?"]
    assert "Often." in Client().get(online.url).content.decode()
    assert "Always." not in Client().get(online.url).content.decode()


def test_the_editor_sees_that_there_are_unpublished_changes(editor, online):
    replace(editor, online)
    page = FAQPage.objects.get()
    assert (page.live, page.has_unpublished_changes) == (True, True)


def test_publishing_puts_the_new_words_online(editor, online):
    replace(editor, online)
    FAQPage.objects.get().get_latest_revision().publish()
    assert "Always." in Client().get(online.url).content.decode()


@pytest.mark.parametrize("name", ["online", "draft"])
def test_the_words_before_stay_in_the_page_s_history(editor, request, name):
    page = request.getfixturevalue(name)
    before = page.latest_revision
    replace(editor, page)
    after = FAQPage.objects.get().latest_revision
    assert after.pk != before.pk
    assert after.user.username == "editor"
    assert questions(before.as_object()) == ["Is it hot?"]


def test_a_question_with_the_same_words_keeps_its_id_and_anchor(editor, online):
    replace(editor, online)
    kept = latest(online).read().questions[1]
    assert (kept.question, kept.id, kept.anchor) == ("Is it hot?", "q-hot", "heat")


def test_a_new_question_has_an_id_and_an_anchor_of_its_own(editor, online):
    replace(editor, online)
    new = latest(online).read().questions[0]
    assert new.id not in {"", "q-hot"}
    assert new.anchor == "is-it-safe"


def test_title_author_topics_and_address_stay(editor, online):
    replace(editor, online)
    page = latest(online)
    assert (page.title, page.slug, page.author.name) == ("Tea", online.slug, "Ada Moss")
    assert [topic.name for topic in page.topics.all()] == ["Tea"]


def test_no_other_page_is_made(editor, online):
    replace(editor, online)
    assert FAQPage.objects.count() == 1


def test_a_picture_of_the_document_is_in_its_answer(editor, online):
    replace(editor, online)
    image = get_image_model().objects.get()
    assert image.description == "A cup"
    assert latest(online).read().questions[1].answer[1].alt == "A cup"


def test_a_document_without_a_cover_leaves_the_page_s_own(editor, index, online):
    from wagtail.images.tests.utils import get_test_image_file

    image = get_image_model().objects.create(title="A pot", file=get_test_image_file())
    online.cover_image, online.cover_alt = image, "A pot of tea"
    online.save_revision().publish()
    replace(editor, online)
    page = latest(online)
    assert (page.cover_image, page.cover_alt) == (image, "A pot of tea")


def test_changes_that_were_not_published_yet_are_in_the_history_too(editor, online):
    online.title = "Green tea"
    online.save_revision()
    replace(editor, online)
    assert latest(online).title == "Green tea"
    assert FAQPage.objects.get().title == "Tea"


def test_the_review_says_that_words_are_replaced(editor, online):
    screen = editor.get(uploaded(editor, online)).content.decode()
    assert "Replace the words of the page" in screen


def test_the_editor_opens_and_says_what_came_of_it(editor, online):
    response = editor.post(uploaded(editor, online), follow=True)
    edit = reverse("wagtailadmin_pages:edit", args=[online.pk])
    assert response.redirect_chain == [(edit, 302)]
    assert "“Tea”" in people.said(response)
    assert "are replaced in its draft" in people.said(response)


def test_a_page_that_is_locked_after_the_upload_keeps_its_words(editor, online):
    url = uploaded(editor, online)
    FAQPage.objects.update(locked=True)
    response = editor.post(url)
    assert response.url == reverse("wagtailadmin_home")
    assert questions(latest(online)) == ["Is it hot?"]
    assert DocumentUpload.objects.exists()


# -- In short --------------------------------------------------------------------


def uploaded(client: Client, page: FAQPage) -> str:
    """Upload the document for `page`; return the address of its review."""
    url = reverse("faq_pages_import_document", args=[page.pk])
    file = SimpleUploadedFile("tea.html", TEA.encode())
    review: str = client.post(url, {"file": file})["Location"]
    return review


def replace(client: Client, page: FAQPage) -> None:
    assert client.post(uploaded(client, page)).status_code == 302


def latest(page: FAQPage) -> FAQPage:
    draft: FAQPage = FAQPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return draft


def questions(page: FAQPage) -> list[str]:
    return [each.question for each in page.read().questions]
