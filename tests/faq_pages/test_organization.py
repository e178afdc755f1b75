"""Who publishes the site: its facts from two settings pages, in one node of the graph."""

import json
from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Page, PageViewRestriction, Site
from wagtailseo.schema import SCHEMA_ACTION_CHOICES, SCHEMA_ORG_CHOICES, SCHEMA_RESULT_CHOICES

from faq_pages import content, structured_data
from faq_pages.blocks.departments import DepartmentBlock
from faq_pages.findings.schema_org import vocabulary
from faq_pages.models import FAQSettings
from faq_pages.models.site import SPECIALTIES, settings_of, website
from faq_pages.models.web_addresses import check_web_addresses
from faq_pages.seo import SeoSettings
from tests.faq_pages import samples
from tests.faq_pages.pages import graph, soup
from tests.faq_pages.test_structured_data import CLINIC, PAGE, SITE

TYPES = sorted({"MedicalClinic", *(name for name, _ in SCHEMA_ORG_CHOICES)})
ALL = replace(
    CLINIC,
    latitude=41.5,
    longitude=-81.7,
    same_as=("https://maps.example/maywell",),
    publishing_principles="https://clinic.example/how-we-write/",
    departments=(content.Department(name="Therapy", telephone="+1 216 555 0101"),),
    actions=(
        content.Action(
            type="ReserveAction",
            url="https://clinic.example/book/",
            result_type="Reservation",
            result="Appointment",
        ),
    ),
)


def organization(**facts: Any) -> dict[str, Any]:
    """The node of a clinic that says all it can, but for `facts`."""
    site = replace(SITE, publisher=replace(ALL, **facts))
    page = replace(PAGE, site=site, specialty="Musculoskeletal")
    nodes = structured_data.page_graph(page)["@graph"]
    return next(node for node in nodes if node["@id"] == f"{SITE.url}#organization")


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_of_the_settings_has_only_what_the_vocabulary_gives_it(type_: str) -> None:
    node = organization(type=type_)
    assert vocabulary.is_type(type_)
    wrong = [
        name
        for name in node
        if not name.startswith("@") and not vocabulary.allows(name, [node["@type"]])
    ]
    assert not wrong
    places = "Place" in vocabulary.ancestors(type_)
    assert ("geo" in node, "openingHoursSpecification" in node) == (places, places)
    assert ("medicalSpecialty" in node) == vocabulary.allows("medicalSpecialty", [type_])


def test_the_choices_of_both_settings_pages_are_terms_of_the_vocabulary() -> None:
    assert set(SPECIALTIES) <= vocabulary.members("MedicalSpecialty")
    for name, _label in (*SCHEMA_ACTION_CHOICES, *SCHEMA_RESULT_CHOICES):
        assert vocabulary.is_type(name), name


def test_a_department_is_an_organization_of_the_same_kind_with_what_is_known() -> None:
    assert organization()["department"] == [
        {"@type": "MedicalOrganization", "name": "Therapy", "telephone": "+1 216 555 0101"}
    ]
    assert organization(type="Library")["department"][0]["@type"] == "Organization"


def test_an_action_says_where_it_is_done_and_what_comes_of_it() -> None:
    assert organization()["potentialAction"] == [
        {
            "@type": "ReserveAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": "https://clinic.example/book/",
                "actionPlatform": [
                    "https://schema.org/DesktopWebPlatform",
                    "https://schema.org/MobileWebPlatform",
                ],
            },
            "result": {"@type": "Reservation", "name": "Appointment"},
        }
    ]


def test_free_json_speaks_for_a_field_only_while_that_is_blank() -> None:
    extra = {"sameAs": ["https://other.example/"], "slogan": "Close to home"}
    assert organization(extra=extra)["sameAs"] == ["https://maps.example/maywell"]
    assert organization(extra=extra, same_as=())["sameAs"] == ["https://other.example/"]
    assert organization(extra=extra)["slogan"] == "Close to home"


# -- From the settings ---------------------------------------------------------------


@pytest.fixture
def site(db: None) -> Site:
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def principles(site: Site) -> Page:
    page: Page = site.root_page.add_child(instance=Page(title="How we write", slug="how"))
    return page


def publisher(site: Site) -> content.Organization:
    return website(site, settings_of(site)).publisher


def test_settings_of_ours_fill_in_what_wagtail_seo_has_no_field_for(
    site: Site, principles: Page
) -> None:
    department = {"name": "Therapy", "telephone": "", "url": "https://clinic.example/therapy/"}
    FAQSettings.objects.create(
        site=site,
        same_as="https://maps.example/maywell\n\n https://registry.example/1 ",
        publishing_principles=principles,
        departments=json.dumps(
            [
                {"type": "department", "value": department},
                {"type": "department", "value": {"name": ""}},
            ]
        ),
    )
    found = publisher(site)
    assert found.same_as == ("https://maps.example/maywell", "https://registry.example/1")
    assert found.publishing_principles == "http://localhost/how/"
    assert found.departments == (
        content.Department(name="Therapy", url="https://clinic.example/therapy/"),
    )


def test_principles_that_visitors_may_not_read_are_not_named(site: Site, principles: Page) -> None:
    FAQSettings.objects.create(site=site, publishing_principles=principles)
    restriction = PageViewRestriction.objects.create(page=principles, restriction_type="login")
    assert not publisher(site).publishing_principles
    restriction.delete()
    assert publisher(site).publishing_principles
    principles.unpublish()
    assert not publisher(site).publishing_principles


def test_both_settings_pages_cost_one_query(
    site: Site, principles: Page, django_assert_num_queries: Any
) -> None:
    FAQSettings.objects.create(site=site, publishing_principles=principles)
    with django_assert_num_queries(1):
        assert settings_of(site).principles


def test_a_line_that_is_no_address_is_named_at_its_field() -> None:
    settings = FAQSettings(same_as="https://maps.example/maywell\nour page on the map")
    with pytest.raises(ValidationError) as refused:
        settings.clean()
    assert refused.value.message_dict == {
        "same_as": [
            "“our page on the map” is not a web address. Write one a line, beginning with https://."
        ]
    }


def test_an_action_of_wagtail_seo_is_served_even_with_broken_free_json(site: Site) -> None:
    action = {
        "action_type": "OrderAction",
        "target": "https://clinic.example/order/",
        "language": "en-US",
        "result_type": "",
        "result_name": "",
        "extra_json": "{broken",
    }
    actions = json.dumps([{"type": "actions", "value": action}])
    SeoSettings.objects.create(site=site, struct_org_name="Maywell", struct_org_actions=actions)
    samples.faq_page(samples.index_page(), samples.question())
    nodes = graph(soup("/faqs/steroid-injections/"))["@graph"]
    (clinic,) = [node for node in nodes if node["@type"] == "MedicalClinic"]
    assert clinic["potentialAction"][0]["@type"] == "OrderAction"
    assert "result" not in clinic["potentialAction"][0]


@pytest.mark.parametrize(
    "url", ['https://a"b.example/', "https://.", "https://user:pw@x.org/", "ftp://x.org/"]
)
def test_what_no_browser_should_open_is_no_web_address(url: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check_web_addresses("same_as", url)
    assert f"“{url}” is not a web address." in refused.value.message_dict["same_as"][0]


def test_a_department_is_on_the_web_alone() -> None:
    block = DepartmentBlock()
    value = {"name": "Therapy", "telephone": "", "url": "https://x.example/"}
    assert block.clean(block.to_python(value))["url"] == "https://x.example/"
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({**value, "url": "ftp://x.example/"}))
    assert "is not a web address" in str(refused.value.block_errors["url"])
