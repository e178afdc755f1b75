"""Who wrote and who checked a page: what it shows of them is what its graph says."""

from typing import Any

import pytest
from bs4 import Tag
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from faq_pages.models import ClinicalReview, FAQPage
from tests.faq_pages import samples
from tests.faq_pages.pages import graph, soup

pytestmark = pytest.mark.django_db

PROFILE = "https://clinic.example/people/ada/"
BIOGRAPHY = "Ada treats hips & backs.\n\nShe also teaches."


@pytest.fixture
def user() -> Any:
    user = samples.reviewer()
    image = get_image_model().objects.create(title="Ada", file=get_test_image_file())
    person = user.faq_person
    person.photo, person.biography, person.profile_url = image, BIOGRAPHY, PROFILE
    person.save()
    return user


def page_by(author: Any = None, reviewer: Any = None) -> FAQPage:
    page = samples.faq_page(samples.index_page(), samples.question(), author=author)
    if reviewer:
        ClinicalReview.objects.record(page, reviewer)
    return page


def people(page: FAQPage) -> list[dict[str, Any]]:
    return [node for node in graph(soup(page.url))["@graph"] if node["@type"] == "Person"]


def told(page: FAQPage, part: str) -> Tag:
    found = soup(page.url).select_one(part)
    assert found
    return found


def test_photo_and_biography_of_the_author_are_shown_and_told(user: Any) -> None:
    page = page_by(author=user.faq_person)
    section = told(page, ".faq-author")
    photo = section.select_one("img")
    assert photo
    assert photo["alt"] == "Photo of Ada Moss"
    assert [p.get_text() for p in section.select("p")][1:3] == BIOGRAPHY.split("\n\n")
    (person,) = people(page)
    assert person["image"]["url"] == f"http://localhost{photo['src']}"
    assert person["description"] == BIOGRAPHY


def test_of_a_reviewer_nothing_is_told_that_the_page_does_not_show(user: Any) -> None:
    (person,) = people(page_by(reviewer=user))
    assert person["honorificSuffix"] == "MD"
    assert not {"image", "description"} & set(person)


def test_an_author_who_also_checked_it_is_one_person_with_a_photo(user: Any) -> None:
    page = page_by(author=user.faq_person, reviewer=user)
    (person,) = people(page)
    assert person["image"]
    webpage = graph(soup(page.url))["@graph"][0]
    assert webpage["author"] == webpage["reviewedBy"] == {"@id": person["@id"]}


def test_names_lead_to_profile_pages(user: Any) -> None:
    page = page_by(author=user.faq_person, reviewer=user)
    for part in (".faq-author", ".faq-byline"):
        link = told(page, part).select_one("b a")
        assert link
        assert (link["href"], link.get_text()) == (PROFILE, "Ada Moss, MD")


def test_a_person_without_more_is_a_name_and_no_empty_picture(user: Any) -> None:
    user.faq_person.photo, user.faq_person.biography = None, " "
    user.faq_person.profile_url = ""
    user.faq_person.save()
    page = page_by(author=user.faq_person, reviewer=user)
    section = told(page, ".faq-author")
    assert not section.select("img, a")
    assert all(p.get_text(strip=True) for p in section.select("p"))
    assert "Medically reviewed by Ada Moss, MD on" in told(page, ".faq-byline").get_text(" ", True)


def test_a_name_cannot_bring_markup_of_its_own(user: Any) -> None:
    user.faq_person.name = "<i>Ada</i>"
    user.faq_person.save()
    page = page_by(author=user.faq_person, reviewer=user)
    assert not told(page, ".faq").select(".faq-author i, .faq-byline i")
