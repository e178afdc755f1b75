"""A project changes the graph: by a hook, for one type of page, or by overriding `get_graph`."""

from typing import Any

import pytest
from django.test import Client
from wagtail import hooks
from wagtail.models import Page, Site
from wagtailseo.models import SeoSettings

from faq_pages.content import WebPage
from faq_pages.models import FAQPage, PublicPage
from home.models import ContentPage
from tests.faq_pages import samples
from tests.faq_pages.pages import graph, soup
from tests.home import pages

pytestmark = pytest.mark.django_db

HOOK = "construct_structured_data"


def ids(served: dict[str, Any]) -> set[str]:
    return {node["@id"] for node in served["@graph"]}


def add_event(page: PublicPage, webpage: WebPage, graph: dict[str, Any]) -> None:
    """What docs/structured-data.md shows: for the host's own type only."""
    if isinstance(page, ContentPage):
        event = {"@type": "Event", "@id": f"{webpage.url}#event", "name": page.title}
        graph["@graph"].append(event)


@pytest.fixture
def faq() -> FAQPage:
    return samples.faq_page(samples.index_page(), samples.question())


def test_a_function_adds_to_the_graph_of_the_host_s_own_type_alone(faq: FAQPage) -> None:
    talk = pages.content_page(faq.get_parent().get_parent(), "A talk")
    with hooks.register_temporarily(HOOK, add_event):
        assert f"{talk.full_url}#event" in ids(graph(soup(talk.url)))
        assert not any("#event" in id for id in ids(graph(soup(faq.url))))


def test_functions_run_once_for_a_page_and_in_the_order_of_hooks(faq: FAQPage) -> None:
    called = []

    def say(name: str) -> Any:
        return lambda page, webpage, graph: called.append((name, page.pk))

    late = hooks.register_temporarily(HOOK, say("late"), order=1)
    early = hooks.register_temporarily(HOOK, say("early"), order=-1)
    with late, early:
        soup(faq.url)
        soup(faq.get_parent().url)
    index = faq.get_parent().pk
    assert called == [("early", faq.pk), ("late", faq.pk), ("early", index), ("late", index)]


def rename(page: PublicPage, webpage: WebPage, graph: dict[str, Any]) -> None:
    graph["@graph"][0]["alternateName"] = "Changed"


def test_previews_and_the_api_give_the_changed_graph(faq: FAQPage) -> None:
    with hooks.register_temporarily(HOOK, rename):
        request = faq.make_preview_request(preview_mode="")
        assert "Changed" in request.rendered_content
        said = Client().get(f"/api/v2/pages/{faq.pk}/").json()["structured_data"]
        assert said == graph(soup(faq.url))
        assert said["@graph"][0]["alternateName"] == "Changed"


def test_where_the_settings_switch_the_graph_off_no_function_is_called(faq: FAQPage) -> None:
    SeoSettings.objects.create(site=Site.objects.get(is_default_site=True), struct_meta=False)
    with hooks.register_temporarily(HOOK, lambda *_: pytest.fail("there is no graph to change")):
        assert "ld+json" not in Client().get(faq.url).content.decode()


def test_overriding_get_graph_counts_for_faq_pages_which_are_read_once(
    faq: FAQPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, reads = FAQPage.read, []
    original = FAQPage.get_graph

    def with_event(page: FAQPage, webpage: WebPage) -> dict[str, Any]:
        made = original(page, webpage)
        made["@graph"].append({"@type": "Event", "@id": f"{webpage.url}#event"})
        return made

    def counted(page: FAQPage, *args: Any) -> Any:
        reads.append(page)
        return read(page, *args)

    monkeypatch.setattr(FAQPage, "get_graph", with_event)
    monkeypatch.setattr(FAQPage, "read", counted)
    assert f"{faq.full_url}#event" in ids(graph(soup(faq.url)))
    assert len(reads) == 1


def test_a_page_outside_every_site_has_no_graph_to_change() -> None:
    root = Page.get_first_root_node()
    page = root.add_child(instance=ContentPage(title="Nowhere", slug="nowhere", live=False))
    with hooks.register_temporarily(HOOK, lambda *_: pytest.fail("it has no address")):
        assert page.get_content()["graph"] == {}
