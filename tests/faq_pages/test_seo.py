"""wagtail-seo: its settings are used, its faults are not."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from faq_pages import seo
from faq_pages.seo import SeoSettings
from tests.faq_pages import samples


@pytest.mark.parametrize("text", ["", "  ", "{}", '{"slogan": "Close to home"}'])
def test_a_json_object_is_allowed(text: str) -> None:
    seo.validate_json_object(text)


@pytest.mark.parametrize("text", ["{", "slogan", "[1]", "3", '"text"', "[" * 100_000])
def test_what_is_no_json_object_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValidationError, match="slogan"):
        seo.validate_json_object(text)


@pytest.mark.django_db
def test_the_settings_form_refuses_invalid_json_at_its_field() -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    site = Site.objects.get(is_default_site=True)
    url = reverse("wagtailsettings:edit", args=["wagtailseo", "seosettings", site.pk])
    response = client.post(
        url,
        {
            "struct_org_extra_json": "{broken",
            "struct_org_hours-count": "0",
            "struct_org_actions-count": "0",
        },
    )
    assert "not valid JSON" in str(response.context["form"].errors["struct_org_extra_json"])


@pytest.mark.django_db
def test_invalid_json_that_is_already_saved_breaks_no_page() -> None:
    site = Site.objects.get(is_default_site=True)
    SeoSettings.objects.create(site=site, struct_org_extra_json="{broken")
    samples.faq_page(samples.index_page(), samples.question())
    assert Client().get("/faqs/steroid-injections/").status_code == 200


@pytest.mark.django_db
def test_reading_a_page_writes_no_settings() -> None:
    samples.faq_page(samples.index_page(), samples.question())
    Client().get("/faqs/steroid-injections/")
    assert not SeoSettings.objects.exists()


@pytest.mark.django_db
def test_cards_and_open_graph_can_be_switched_off() -> None:
    site = Site.objects.get(is_default_site=True)
    SeoSettings.objects.create(site=site, og_meta=False, twitter_meta=False, struct_meta=False)
    samples.faq_page(samples.index_page(), samples.question())
    html = Client().get("/faqs/steroid-injections/").content.decode()
    assert "og:" not in html
    assert "twitter:" not in html
    assert "ld+json" not in html
