"""Pictures of documents on their way into the image library."""

import pytest
from django.contrib.auth.models import AnonymousUser, User
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from faq_pages.importing.library import bring_in, may_bring_in
from faq_pages.importing.pictures import Picture, read_picture
from tests.faq_pages import people
from tests.faq_pages.importing.builders import jpeg, png

pytestmark = pytest.mark.django_db

Image = get_image_model()


@pytest.fixture
def home() -> Page:
    return Page.objects.get(depth=2)


@pytest.fixture
def editor(home: Page) -> User:
    return people.editor(home)


# -- What comes in ---------------------------------------------------------------


def test_a_picture_becomes_an_image_under_its_key(editor):
    brought = bring_in([picture("cup.png", png())], user=editor)
    image = Image.objects.get()
    assert brought.ids == {"cup.png": image.pk}
    assert brought.refused == ()


def test_an_image_has_the_picture_s_own_bytes(editor):
    bring_in([picture("cup.jpg", jpeg())], user=editor)
    assert Image.objects.get().file.read() == jpeg()


def test_the_alternative_text_is_the_image_s_title_and_description(editor):
    bring_in([picture("cup.png", png(), "A cup of tea")], user=editor)
    image = Image.objects.get()
    assert (image.title, image.description) == ("A cup of tea", "A cup of tea")


def test_an_image_without_alternative_text_is_called_by_its_file(editor):
    bring_in([picture("cup-of-tea.png", png())], user=editor)
    image = Image.objects.get()
    assert (image.title, image.description) == ("cup-of-tea", "")


def test_a_very_long_alternative_text_is_shortened_for_the_library(editor):
    assert bring_in([picture("cup.png", png(), "word " * 100)], user=editor).refused == ()
    image = Image.objects.get()
    assert len(image.description) <= 255
    assert image.description.endswith("word…")


def test_the_image_s_size_is_known(editor):
    bring_in([picture("cup.png", png(size=(120, 60)))], user=editor)
    image = Image.objects.get()
    assert (image.width, image.height) == (120, 60)


def test_the_image_belongs_to_whoever_imported_it(editor):
    bring_in([picture("cup.png", png())], user=editor)
    assert Image.objects.get().uploaded_by_user == editor


def test_a_name_that_leads_out_of_the_folder_stays_in_it(editor):
    bring_in([picture("../../etc/cup.png", png())], user=editor)
    assert Image.objects.get().file.name == "original_images/etc-cup.png"


# -- Each file once --------------------------------------------------------------


def test_a_picture_that_the_library_has_is_not_added_again(editor):
    first = bring_in([picture("cup.png", png())], user=editor)
    again = bring_in([picture("mug.png", png())], user=editor)
    assert list(again.ids.values()) == list(first.ids.values())
    assert Image.objects.count() == 1


def test_one_file_under_two_names_is_one_image(editor):
    brought = bring_in([picture("cup.png", png()), picture("mug.png", png())], user=editor)
    assert len(brought.ids) == 2
    assert Image.objects.count() == 1


def test_other_pictures_are_other_images(editor):
    bring_in([picture("cup.png", png("red")), picture("cup.png", png("blue"))], user=editor)
    assert Image.objects.count() == 2


def test_the_words_of_an_image_that_the_library_has_stay(editor):
    bring_in([picture("cup.png", png(), "A cup of tea")], user=editor)
    bring_in([picture("cup.png", png(), "Something else")], user=editor)
    assert Image.objects.get().description == "A cup of tea"


# -- What the site does not take -------------------------------------------------


def test_a_format_that_the_site_does_not_take_is_refused_with_a_sentence(editor, settings):
    settings.WAGTAILIMAGES_EXTENSIONS = ["jpg"]
    brought = bring_in([picture("cup.png", png()), picture("tea.jpg", jpeg())], user=editor)
    assert list(brought.ids) == ["tea.jpg"]
    (sentence,) = brought.refused
    assert sentence.startswith("The picture “cup” was not brought in: ")
    assert "Supported formats: JPG" in sentence


def test_a_file_that_is_too_large_for_the_site_is_refused_with_a_sentence(editor, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    (sentence,) = bring_in([picture("cup.png", png())], user=editor).refused
    assert "too big" in sentence
    assert not Image.objects.exists()


def test_a_picture_of_too_many_points_is_refused_with_a_sentence(editor, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 100
    (sentence,) = bring_in([picture("cup.png", png())], user=editor).refused
    assert "too many pixels" in sentence


# -- Who may ---------------------------------------------------------------------


def test_a_command_may_add_images():
    assert may_bring_in(None)
    assert bring_in([picture("cup.png", png())]).ids
    assert Image.objects.get().uploaded_by_user is None


def test_those_without_permission_are_told_so(home):
    writer = people.editor(home, "writer", images=[])
    assert not may_bring_in(writer)
    brought = bring_in([picture("cup.png", png())], user=writer)
    assert brought.ids == {}
    assert brought.refused == (
        "The picture “cup” was not brought in: your account may not add images. "
        "Ask someone who may.",
    )


def test_nobody_in_particular_may_not():
    assert not may_bring_in(AnonymousUser())


def test_those_who_may_only_choose_get_what_the_library_has(home):
    bring_in([picture("cup.png", png())])
    chooser = people.editor(home, "chooser", images=["choose_image"])
    brought = bring_in([picture("cup.png", png()), picture("tea.jpg", jpeg())], user=chooser)
    assert brought.ids == {"cup.png": Image.objects.get().pk}
    assert len(brought.refused) == 1


def test_an_image_goes_into_a_collection_that_its_user_may_add_to(home):
    leaflets = collection("Leaflets")
    collection("Staff")
    writer = people.editor(home, "writer", collection=leaflets)
    assert bring_in([picture("cup.png", png())], user=writer).refused == ()
    assert Image.objects.get().collection == leaflets


def test_an_image_goes_into_the_root_of_the_collections_for_those_who_may(editor):
    collection("Leaflets")
    bring_in([picture("cup.png", png())], user=editor)
    assert Image.objects.get().collection == Collection.get_first_root_node()


def test_an_image_of_a_collection_that_its_user_may_not_see_is_not_taken(home):
    bring_in([picture("cup.png", png())])
    Image.objects.update(collection=collection("Staff"))
    writer = people.editor(home, "writer", collection=collection("Leaflets"))
    brought = bring_in([picture("cup.png", png())], user=writer)
    assert Image.objects.get(pk=brought.ids["cup.png"]).collection.name == "Leaflets"


# -- In short --------------------------------------------------------------------


def picture(key: str, data: bytes, alt: str = "") -> Picture:
    read = read_picture(key, data, alt)
    assert read
    return read


def collection(name: str) -> Collection:
    made: Collection = Collection.get_first_root_node().add_child(name=name)
    return made
