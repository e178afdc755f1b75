"""What the site serves, as packages that are not ours read it."""

import copy
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client, TestCase
from wagtail.images.models import Image
from wagtail.models import Page, Site
from wagtailseo.models import SeoSettings

from faq_pages import structured_data
from faq_pages.models import FAQPage, FAQSettings, Person, PublicPage, Topic, TopicCode
from tests import public_pages
from tests.external import readers
from tests.faq_pages.test_structured_data import FAQ, PAGE

Graph = dict[str, Any]

# What Adobe's validator says that is not so, and why.
EXCUSED = {
    # It asks of each type of a node alone whether it has a property. JSON-LD lets a node be
    # of several: what one of them has, the node has.
    'WARNING MedicalWebPage: Property "medicalAudience" for type "FAQPage" is not supported by '
    "the schema.org specification",
}


class ServedGraphs:
    """The tests that every kind of page must pass; `html` is what was served, by address."""

    html: dict[str, str]

    @property
    def graphs(self) -> dict[str, Graph]:
        found = {address: graph_in(html) for address, html in self.html.items()}
        return {address: graph for address, graph in found.items() if graph}

    def test_extruct_finds_one_graph_in_a_page_and_it_is_ours(self) -> None:
        assert self.graphs
        for address, graph in self.graphs.items():
            assert readers.found_in(self.html[address]) == [graph], address

    def test_pyld_keeps_every_statement(self) -> None:
        for address, graph in self.graphs.items():
            triples = readers.triples(graph)
            assert Counter(predicates(triples)) == Counter(statements(graph)), address
            assert not relative(triples), address
            assert questions(triples) == json.dumps(graph).count('"@type": "Question"'), address

    def test_adobe_s_validator_has_nothing_to_say_but_what_is_excused(self) -> None:
        said = readers.adobe_issues(self.graphs)
        for address, issues in said.items():
            assert set(issues) <= EXCUSED, address
        assert set().union(*said.values()) == EXCUSED, "an excuse is no longer needed"

    def test_every_graph_is_of_the_types_of_schema_dts(self) -> None:
        for address, errors in readers.typescript_errors(self.graphs, self.scratch()).items():
            assert not errors, address

    @pytest.fixture(autouse=True)
    def _give_scratch(self, tmp_path: Path) -> None:
        self.scratch = lambda: tmp_path


class TestEveryKindOfPage(ServedGraphs, TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        pages = public_pages.everything()
        fill_in(pages.faq)
        cls.html = serve(pages.addresses.values())

    def test_all_pages_of_the_tree_have_a_graph(self) -> None:
        without = set(self.html) - set(self.graphs)
        assert {address.split("/")[1] for address in without} <= {"search", "feedback", "nowhere"}

    def test_the_graphs_hold_what_a_setting_can_say(self) -> None:
        said = {key for graph in self.graphs.values() for key in keys(graph)}
        assert said >= {
            "sameAs",
            "publishingPrinciples",
            "department",
            "medicalSpecialty",
            "potentialAction",
            "openingHoursSpecification",
            "geo",
            "lastReviewed",
            "image",
            "codeValue",
            "citation",
        }


class TestTheDemo(ServedGraphs, TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        with cls.captureOnCommitCallbacks(execute=True):
            call_command("load_demo", verbosity=0)
        public = [page for page in Page.objects.live().specific() if isinstance(page, PublicPage)]
        cls.html = serve(page.url for page in public if page.url)


def serve(addresses: Any) -> dict[str, str]:
    return {address: Client().get(address).content.decode() for address in addresses}


def graph_in(html: str) -> Graph:
    """The page's one graph as the standard library reads it; empty if there is none."""
    scripts = BeautifulSoup(html, "html5lib").select('script[type="application/ld+json"]')
    assert len(scripts) <= 1
    return json.loads(scripts[0].string or "") if scripts else {}


def fill_in(page: FAQPage) -> None:
    """Say all that settings, people and topics can."""
    site = Site.objects.get(is_default_site=True)
    image = Image.objects.first()
    FAQSettings.objects.filter(site=site).update(
        same_as="https://www.example.org/clinic\nhttps://maps.example.org/1",
        publishing_principles=site.root_page,
        specialty="Musculoskeletal",
        departments=json.dumps(
            [
                {
                    "type": "department",
                    "value": {"name": "Therapy", "telephone": "+1 555 0101", "url": ""},
                }
            ]
        ),
    )
    settings = SeoSettings.objects.get(site=site)
    settings.struct_org_logo = settings.struct_org_image = image
    settings.struct_org_geo_lat, settings.struct_org_geo_lng = "41.5", "-81.7"
    settings.struct_org_hours = json.dumps(
        [
            {
                "type": "hours",
                "value": {"days": ["Monday"], "start_time": "08:00", "end_time": "17:00"},
            }
        ]
    )
    action = {
        "action_type": "ReserveAction",
        "target": "https://example.org/book",
        "language": "en-US",
        "result_type": "Reservation",
        "result_name": "Appointment",
        "extra_json": "",
    }
    settings.struct_org_actions = json.dumps([{"type": "actions", "value": action}])
    settings.save()
    Person.objects.update(
        photo=image,
        biography="Ada treats hips.\n\nShe also teaches.",
        profile_url="https://example.org/ada",
        same_as="https://orcid.example.org/1",
    )
    topic = Topic.objects.get(slug="hip-pain")
    TopicCode.objects.create(topic=topic, system="ICD-10-CM", value="M25.55")


# -- What a graph says, counted by hand ------------------------------------------


def statements(value: Any) -> Iterator[str]:
    """The predicate of each statement that a graph makes."""
    for key, inner in value.items():
        many = inner if isinstance(inner, list) else [inner]
        for each in many:
            if key == "@type":
                yield "type"
            elif not key.startswith("@"):
                yield key
            if isinstance(each, dict):
                yield from statements(each)


def keys(value: Any) -> set[str]:
    return set(statements(value))


def predicates(triples: list[readers.Triple]) -> Iterator[str]:
    for triple in triples:
        yield triple.predicate.removeprefix(readers.SCHEMA).rpartition("#")[2]


def relative(triples: list[readers.Triple]) -> list[readers.Triple]:
    return [triple for triple in triples if readers.NOWHERE in triple.subject + " " + triple.object]


def questions(triples: list[readers.Triple]) -> int:
    return sum(triple.object == f"{readers.SCHEMA}Question" for triple in triples)


# -- The proof can fail -------------------------------------------------------------


@pytest.fixture
def broken() -> Graph:
    graph = copy.deepcopy(structured_data.faq_graph(PAGE, FAQ))
    question = next(node for node in graph["@graph"] if node["@type"] == "Question")
    question["@id"] = "#will-it-hurt"
    question["no property"] = "with a space in its name"
    question["acceptedAnswr"] = question.pop("acceptedAnswer")
    return graph


def test_extruct_would_see_a_title_that_breaks_out(broken: Graph) -> None:
    broken["@graph"][0]["name"] = "</script>"
    html = f'<script type="application/ld+json">{json.dumps(broken)}</script>'
    with pytest.raises(json.JSONDecodeError):
        readers.found_in(html)


def test_pyld_would_lose_a_property_and_resolve_an_address(broken: Graph) -> None:
    triples = readers.triples(broken)
    assert "no property" in set(statements(broken)) - set(predicates(triples))
    assert {triple.subject for triple in relative(triples)} == {f"{readers.NOWHERE}#will-it-hurt"}


def test_adobe_s_validator_would_name_a_property_that_there_is_not(broken: Graph) -> None:
    (issues,) = readers.adobe_issues({"broken": broken}).values()
    assert any("acceptedAnswr" in issue for issue in issues)


def test_schema_dts_would_name_a_property_that_there_is_not(broken: Graph, tmp_path: Path) -> None:
    good = structured_data.faq_graph(PAGE, FAQ)
    errors = readers.typescript_errors({"good": good, "broken": broken}, tmp_path)
    assert not errors["good"]
    assert any("does not exist in type 'QuestionLeaf'" in error for error in errors["broken"])
