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


@pytest.mark.parametrize(
    "text",
    [
        '{"founder": {"@type": "Person", "name": "Ada Moss", "honorificSuffix": "MD"}}',
        '{"medicalSpecialty": "https://schema.org/Renal", "isAcceptingNewPatients": true}',
        '{"schema:slogan": "Close to home", "https://example.org/ward": "B"}',
    ],
)
def test_what_schema_org_gives_to_an_organization_is_allowed(text: str) -> None:
    seo.validate_json_object(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '{"slogn": "Close"}',
            "Schema.org has no property “slogn” (did you mean “slogan”?). Mend or remove it.",
        ),
        (
            '{"honorificSuffix": "MD"}',
            "Schema.org does not give “honorificSuffix” to an organization. Remove it.",
        ),
        (
            '{"founder": {"@type": "Person", "openingHours": "Mo-Fr"}}',
            "Schema.org does not give “openingHours” to Person. Remove it.",
        ),
        (
            '{"founder": {"@type": "Doctor", "name": "Ada Moss"}}',
            "Schema.org has no type “Doctor”. Use one of its own.",
        ),
        (
            '{"founder": {"name": "Ada Moss", "credential": "MD"}}',
            "Schema.org has no property “credential”. Mend or remove it.",
        ),
    ],
)
def test_what_schema_org_does_not_know_is_refused_by_name(text: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        seo.validate_json_object(text)
    assert refused.value.messages == [sentence]


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


@pytest.mark.django_db
def test_settings_of_white_space_make_no_empty_node() -> None:
    site = Site.objects.get(is_default_site=True)
    Site.objects.update(site_name=" ")
    SeoSettings.objects.create(
        site=site, struct_org_name=" ", struct_org_address_street=" ", struct_org_phone=" "
    )
    samples.faq_page(samples.index_page(), samples.question())
    html = Client().get("/faqs/steroid-injections/").content.decode()
    assert "MedicalClinic" not in html
    assert "WebSite" not in html
    assert "PostalAddress" not in html
