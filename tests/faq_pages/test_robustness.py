"""Pages whose data is not what an editor's form would let through."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.models import Page, PageViewRestriction, Site

from faq_pages.findings import obstacles
from faq_pages.models import CallToAction, ClinicalReview, FAQIndexPage, FAQPage
from faq_pages.seo import SeoSettings
from tests.faq_pages import samples
from tests.faq_pages.pages import graph, soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> FAQIndexPage:
    return samples.index_page()


ODD_BLOCKS: dict[str, Any] = {
    "separator in a text": samples.question(answer="<p>a&#x1e;b</p>"),
    "unknown callout": samples.block("callout", {"level": "??", "heading": "", "text": "<p>x</p>"}),
    "table without words": samples.block(
        "table",
        {
            "columns": [{"type": "text", "heading": None}],
            "rows": [{"values": ["x"]}],
            "caption": None,
        },
    ),
    "image that is gone": samples.image(99_999),
    "snippet that is gone": samples.call(snippet=99_999, button="Book"),
    "page that is gone": samples.call(page=99_999, button="Book"),
    "unknown block": samples.block("no_such_block", "x"),
}


@pytest.mark.parametrize("odd", ODD_BLOCKS.values(), ids=list(ODD_BLOCKS))
def test_odd_data_breaks_no_page(index: FAQIndexPage, odd: samples.Block) -> None:
    page = samples.faq_page(index, samples.question("Whole?"), odd)
    assert "Whole?" in soup(page.url).text
    assert Client().get(f"/api/v2/pages/{page.pk}/").status_code == 200


def test_two_blocks_with_one_id_get_ids_of_their_own(index: FAQIndexPage) -> None:
    page = samples.faq_page(
        index, samples.question("One?", id="a"), samples.question("Two?", id="a")
    )
    assert [q.anchor for q in page.read().questions] == ["one", "two"]


@pytest.mark.parametrize("words", ["Webpage", "Breadcrumb", "Primaryimage", "Person 1", "Topic x"])
def test_no_question_takes_an_id_of_the_graph(index: FAQIndexPage, words: str) -> None:
    samples.faq_page(index, samples.question(words))
    ids = [node["@id"] for node in graph(soup("/faqs/steroid-injections/"))["@graph"]]
    assert len(ids) == len(set(ids))


# -- Free JSON ---------------------------------------------------------------------


def organization(index: FAQIndexPage, extra: str) -> dict[str, Any]:
    site = Site.objects.get(is_default_site=True)
    SeoSettings.objects.create(site=site, struct_org_name="Clinic", struct_org_extra_json=extra)
    samples.faq_page(index, samples.question())
    nodes = graph(soup("/faqs/steroid-injections/"))["@graph"]
    return next(node for node in nodes if node["@type"] == "MedicalClinic")


def test_free_json_with_a_value_that_json_lacks_is_left_out(index: FAQIndexPage) -> None:
    assert "foundingDate" not in organization(index, '{"foundingDate": NaN}')


def test_free_json_adds_what_has_no_field_and_leaves_out_what_is_empty(
    index: FAQIndexPage,
) -> None:
    clinic = organization(index, '{"slogan": "Near", "telephone": "12", "founder": {"name": ""}}')
    assert (clinic["slogan"], clinic["telephone"]) == ("Near", "12")
    assert "founder" not in clinic


# -- Buttons ------------------------------------------------------------------------


def test_a_button_to_a_draft_leads_nowhere(index: FAQIndexPage) -> None:
    draft = samples.faq_page(index, samples.question(), title="Draft", live=False)
    page = samples.faq_page(index, samples.question(), samples.call(button="Go", page=draft.pk))
    assert "leads nowhere" in obstacles(page.read())[0].message


def test_the_form_of_a_page_refuses_a_button_that_leads_nowhere() -> None:
    body = FAQPage(body=[samples.question(), samples.call(button="Go")]).body
    with pytest.raises(StreamBlockValidationError) as refused:
        body.stream_block.clean(body)
    (error,) = refused.value.block_errors[1].block_errors["page"].messages
    assert "leads nowhere" in error


def test_a_shared_button_that_leads_nowhere_gives_way_to_words_in_place(
    index: FAQIndexPage,
) -> None:
    shared = CallToAction.objects.create(name="Lost", button="Lost")
    own = samples.call(snippet=shared.pk, button="Here", url="https://example.org/")
    call = samples.faq_page(index, samples.question(), own).read().call_to_action
    assert call
    assert call.button == "Here"


def test_a_phone_that_nobody_can_call_is_refused_in_the_library() -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    url = reverse("wagtailsnippets_faq_pages_calltoaction:add")
    response = client.post(url, {"name": "Call", "button": "Call", "phone": "call us"})
    assert "“call us” is not a phone number" in str(response.context["form"].errors["phone"])


# -- Private pages --------------------------------------------------------------------


def test_a_private_page_is_named_nowhere(index: FAQIndexPage) -> None:
    secret = samples.faq_page(index, samples.question(), title="Secret matter")
    open_page = samples.faq_page(index, samples.question())
    open_page.related_pages.create(page=secret)
    open_page.save_revision().publish()
    Page.objects.filter(pk=secret.pk).update(show_in_menus=True)
    restriction = PageViewRestriction.objects.create(
        page=secret, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.create(name="Staff"))
    addresses = ["/", "/faqs/", open_page.url, "/sitemap.xml", "/api/v2/pages/?fields=*"]
    for url in [*addresses, f"/api/v2/pages/{open_page.pk}/"]:
        said = Client().get(url).getvalue().decode()
        assert "Secret matter" not in said, url
        assert "secret-matter" not in said, url


# -- Reviews ------------------------------------------------------------------------------


def test_a_signature_keeps_the_name_it_was_given_under(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    user = samples.reviewer()
    ClinicalReview.objects.record(page, user)
    user.faq_person.name = "Somebody Else"
    user.faq_person.save()
    assert "Ada Moss, MD" in soup(page.url).find(class_="faq-byline").text
    user.faq_person.delete()
    assert "Ada Moss, MD" in soup(page.url).find(class_="faq-byline").text


def test_an_alias_of_an_alias_shows_the_reviewer(index: FAQIndexPage) -> None:
    page = samples.faq_page(index, samples.question())
    ClinicalReview.objects.record(page, samples.reviewer())
    alias = page.create_alias(update_slug="first").create_alias(update_slug="second")
    assert FAQPage.objects.get(pk=alias.pk).read().review
    assert soup("/faqs/second/").find("link", rel="canonical")["href"] == page.full_url


# -- The list -------------------------------------------------------------------------------


def test_a_filtered_list_is_not_indexed_and_its_second_page_is_a_page(
    index: FAQIndexPage,
) -> None:
    for number in range(21):
        samples.faq_page(index, samples.question(), title=f"Page {number}")
    second = soup("/faqs/?page=2")
    assert second.find("link", rel="canonical")["href"].endswith("/faqs/?page=2")
    assert second.title.text.endswith("page 2")
    assert not second.find("meta", attrs={"name": "robots"})


def test_an_entry_counts_the_questions_that_patients_see(index: FAQIndexPage) -> None:
    samples.faq_page(index, samples.question(), samples.question("Asked?", ""))
    assert "1 question answered" in soup("/faqs/").text
