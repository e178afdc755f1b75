"""The editor's forms: drafts save with anything blank, publishing asks for what is missing."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data

from faq_pages.models import FAQIndexPage, FAQPage
from tests.faq_pages import samples

pytestmark = pytest.mark.django_db

INCOMPLETE = "Question 1, “Will it hurt?”, has nothing in its “Answer” field."


@pytest.fixture
def index() -> FAQIndexPage:
    return samples.index_page()


@pytest.fixture
def admin() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    return client


def add(admin: Client, index: FAQIndexPage, *blocks: samples.Block, **fields: Any) -> Any:
    url = reverse("wagtailadmin_pages:add", args=["faq_pages", "faqpage", index.pk])
    return admin.post(url, samples.form_data("Injections", *blocks, **fields))


def edit(admin: Client, page: FAQPage, *blocks: samples.Block, **fields: Any) -> Any:
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return admin.post(url, samples.form_data("Injections", *blocks, **fields))


def the_page() -> FAQPage:
    return FAQPage.objects.get().get_latest_revision_as_object()


def test_a_draft_saves_with_everything_blank_but_the_title(
    admin: Client, index: FAQIndexPage
) -> None:
    assert add(admin, index, samples.tldr(""), samples.question("", "")).status_code == 302
    assert not the_page().live


def test_publishing_names_the_question_and_the_field(admin: Client, index: FAQIndexPage) -> None:
    response = add(admin, index, samples.question("Will it hurt?", ""), **{"action-publish": "yes"})
    assert response.status_code == 200
    (error,) = response.context["form"].errors.as_data()["body"]
    fields = error.as_json_data()["blockErrors"][0]["blockErrors"]
    assert fields["answer"]["messages"][0].startswith(INCOMPLETE)
    assert not FAQPage.objects.exists()


def test_publishing_a_page_without_a_question_says_so(admin: Client, index: FAQIndexPage) -> None:
    response = add(admin, index, samples.tldr(), **{"action-publish": "yes"})
    (error,) = response.context["form"].errors.as_data()["body"]
    assert error.as_json_data()["messages"] == [
        "This page has no question yet. Add a question with an answer to publish it."
    ]


def test_a_complete_page_is_published(admin: Client, index: FAQIndexPage) -> None:
    add(admin, index, samples.question(), **{"action-publish": "yes"})
    assert FAQPage.objects.get().live


def test_a_cover_image_asks_for_its_alternative_text_when_publishing(
    admin: Client, index: FAQIndexPage
) -> None:
    from wagtail.images import get_image_model
    from wagtail.images.tests.utils import get_test_image_file

    image = get_image_model().objects.create(title="A hip", file=get_test_image_file())
    blocks = samples.question()
    response = add(admin, index, blocks, cover_image=image.pk, **{"action-publish": "yes"})
    assert "“A hip” has no alternative text" in str(response.context["form"].errors["cover_alt"])
    add(
        admin,
        index,
        blocks,
        cover_image=image.pk,
        cover_decorative="on",
        **{"action-publish": "yes"},
    )
    assert FAQPage.objects.get().live


def test_typed_bullets_become_a_list_when_the_page_is_saved(
    admin: Client, index: FAQIndexPage
) -> None:
    add(admin, index, samples.question(answer="<p>Bring</p><p>• a list</p><p>• a friend</p>"))
    html = the_page().read().questions[0].answer[0].html
    assert html == "<p>Bring</p><ul><li>a list</li><li>a friend</li></ul>"


# -- Anchors ---------------------------------------------------------------------


def test_an_anchor_typed_twice_is_refused_at_its_field(admin: Client, index: FAQIndexPage) -> None:
    response = add(
        admin, index, samples.question(anchor="pain"), samples.question("Two?", anchor="pain")
    )
    (error,) = response.context["form"].errors.as_data()["body"]
    blocks = error.as_json_data()["blockErrors"]
    assert list(blocks) == [1]
    assert "“pain” is already the anchor" in blocks[1]["blockErrors"]["anchor"]["messages"][0]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("a b", "cannot be an anchor"), ("main", "page's layout"), ("faq-x", "page's layout")],
)
def test_an_unusable_anchor_is_refused_with_a_reason(
    admin: Client, index: FAQIndexPage, typed: str, reason: str
) -> None:
    response = add(admin, index, samples.question(anchor=typed))
    (error,) = response.context["form"].errors.as_data()["body"]
    (message,) = error.as_json_data()["blockErrors"][0]["blockErrors"]["anchor"]["messages"]
    assert typed in message
    assert reason in message


def test_a_published_anchor_outlives_forms_that_post_it_blank(
    admin: Client, index: FAQIndexPage
) -> None:
    question = samples.question("Will it hurt?", id="q1")
    add(admin, index, question, **{"action-publish": "yes"})
    page = FAQPage.objects.get()
    edit(admin, page, samples.question("Is it painful?", id="q1"), **{"action-publish": "yes"})
    assert FAQPage.objects.get().read().questions[0].anchor == "will-it-hurt"


# -- Other roads to publishing ---------------------------------------------------


def bulk_publish(admin: Client, *pages: FAQPage, descendants: bool = False) -> Any:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return admin.post(
        f"{url}?next=/admin/&{query}",
        {"include_descendants": "on"} if descendants else {},
        follow=True,
    )


def test_bulk_publishing_says_the_same_of_an_incomplete_page(
    admin: Client, index: FAQIndexPage
) -> None:
    page = samples.faq_page(index, samples.question("Will it hurt?", ""), live=False)
    response = bulk_publish(admin, page)
    assert INCOMPLETE in str([str(message) for message in response.context["messages"]])
    assert not FAQPage.objects.get().live


def test_bulk_publishing_an_index_looks_at_the_pages_under_it(
    admin: Client, index: FAQIndexPage
) -> None:
    samples.faq_page(index, samples.question("Will it hurt?", ""), live=False)
    response = bulk_publish(admin, index, descendants=True)
    assert INCOMPLETE in str([str(message) for message in response.context["messages"]])
    assert not FAQPage.objects.get().live


def test_bulk_publishing_complete_pages_works(admin: Client, index: FAQIndexPage) -> None:
    bulk_publish(admin, samples.faq_page(index, samples.question(), live=False))
    assert FAQPage.objects.get().live


# -- Finding one's way ---------------------------------------------------------------


def test_a_new_page_is_one_click_from_the_first_screen(admin: Client, index: FAQIndexPage) -> None:
    response = admin.get(reverse("wagtailadmin_home"))
    assert f"/admin/pages/add/faq_pages/faqpage/{index.pk}/" in response.content.decode()


def test_the_first_screen_offers_nothing_to_those_who_may_not_add(index: FAQIndexPage) -> None:
    from django.contrib.auth.models import Permission

    user = User.objects.create_user("guest")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    assert "faqpage" not in client.get(reverse("wagtailadmin_home")).content.decode()
    url = reverse("faq_pages_import_document", args=[index.pk])
    assert client.get(url).status_code in {302, 403}


def test_every_block_has_an_icon_a_description_and_a_preview(admin: Client) -> None:
    for name, block in FAQPage().body.stream_block.child_blocks.items():
        assert block.meta.icon != "placeholder", name
        assert block.get_description(), name
        url = reverse("wagtailadmin_block_preview")
        response = admin.get(f"{url}?id={block.definition_prefix}")
        assert response.status_code == 200, name
        assert "faq.css" in response.content.decode()


@pytest.mark.parametrize("model", ["person", "topic", "calltoaction"])
def test_the_library_can_be_searched(admin: Client, model: str) -> None:
    url = reverse(f"wagtailsnippets_faq_pages_{model}:list")
    assert admin.get(f"{url}?q=pain").status_code == 200


def test_a_button_that_leads_nowhere_is_refused_in_the_library(admin: Client) -> None:
    url = reverse("wagtailsnippets_faq_pages_calltoaction:add")
    response = admin.post(url, nested_form_data({"name": "Book", "button": "Book now"}))
    assert "“Book now” leads nowhere" in str(response.context["form"].errors["page"])
