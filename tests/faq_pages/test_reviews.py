"""Only the named reviewer, signed in, puts a reviewer on a page."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from faq_pages.models import ClinicalReview, FAQPage
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> FAQPage:
    return samples.faq_page(samples.index_page(), samples.question(id="q1"))


def client_of(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def sign(client: Client, page: FAQPage, **fields: str) -> Any:
    url = reverse("faq_pages_sign_review", args=[page.pk])
    shown = client.get(url).context["fingerprint"]
    return client.post(url, {"fingerprint": shown, "read": "yes", **fields}, follow=True)


def said(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_a_reviewer_reads_the_words_and_signs_them(page: FAQPage) -> None:
    response = sign(client_of(samples.reviewer()), page)
    assert "signed by Ada Moss, MD" in said(response)
    review = ClinicalReview.objects.get()
    assert review.reviewer.name == "Ada Moss"
    assert review.fingerprint == page.read().fingerprint


def test_the_screen_shows_the_exact_words(page: FAQPage) -> None:
    url = reverse("faq_pages_sign_review", args=[page.pk])
    html = client_of(samples.reviewer()).get(url).content.decode()
    assert "A little, and only for a day." in html


def test_nothing_is_signed_without_the_tick(page: FAQPage) -> None:
    response = sign(client_of(samples.reviewer()), page, read="")
    assert "Nothing was signed" in said(response)
    assert not ClinicalReview.objects.exists()


def test_words_that_changed_meanwhile_are_not_signed(page: FAQPage) -> None:
    client = client_of(samples.reviewer())
    url = reverse("faq_pages_sign_review", args=[page.pk])
    shown = client.get(url).context["fingerprint"]
    page.body[0].value["question"] = "Another question?"
    page.save_revision()
    response = client.post(url, {"fingerprint": shown, "read": "yes"})
    assert "have changed since you opened it" in said(response)
    assert not ClinicalReview.objects.exists()


def test_an_account_without_a_person_is_told_what_to_do(page: FAQPage) -> None:
    user = User.objects.create_superuser("nobody")
    with pytest.raises(ValidationError, match="“nobody” is not linked to a person"):
        ClinicalReview.objects.record(page, user)
    assert "not linked to a person" in said(sign(client_of(user), page))


def test_those_without_the_permission_cannot_sign(page: FAQPage) -> None:
    url = reverse("faq_pages_sign_review", args=[page.pk])
    response = client_of(User.objects.create_user("guest")).post(url, {"read": "yes"})
    assert response.status_code in {302, 403}
    assert not ClinicalReview.objects.exists()


def test_a_signed_draft_shows_its_reviewer_once_published(page: FAQPage) -> None:
    page.body[0].value["question"] = "Does it sting?"
    revision = page.save_revision()
    ClinicalReview.objects.record(page, samples.reviewer())
    assert FAQPage.objects.get().read().review is None
    revision.publish()
    review = FAQPage.objects.get().read().review
    assert review
    assert review.reviewer.full_name == "Ada Moss, MD"


def test_credentials_that_are_blank_leave_no_comma_after_the_name(page: FAQPage) -> None:
    user = samples.reviewer("blank")
    user.faq_person.credentials = " "
    user.faq_person.save()
    review = ClinicalReview.objects.record(page, user).read()
    assert review.reviewer.full_name == "Ada Moss"
