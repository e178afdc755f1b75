"""What the checks know of schema.org, and how it is renewed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from faq_pages.findings.schema_org import vocabulary

# A release in small, in schema.org's own format, with words of our own.
RELEASE = Path(__file__).parents[2] / "files" / "vocabulary" / "a-small-release.jsonld"


# -- What stands in the data ---------------------------------------------------------


def test_the_release_is_named() -> None:
    assert vocabulary.release() == "30.0"


def test_the_file_says_where_it_is_from_and_under_which_licence() -> None:
    facts = json.loads(vocabulary.PATH.read_text(encoding="utf-8"))
    assert facts["source"].startswith("https://github.com/schemaorg/schemaorg/")
    assert facts["source"].endswith("30.0/schemaorg-current-https.jsonld")
    assert "CC BY-SA 3.0" in facts["licence"]


def test_the_file_is_small() -> None:
    assert vocabulary.PATH.stat().st_size < 150_000


def test_an_faq_page_is_a_web_page_and_a_creative_work() -> None:
    assert vocabulary.ancestors("FAQPage") == {"FAQPage", "WebPage", "CreativeWork", "Thing"}


def test_a_medical_clinic_is_both_a_business_and_a_medical_organization() -> None:
    assert {"LocalBusiness", "MedicalOrganization", "Place"} < vocabulary.ancestors("MedicalClinic")


def test_what_nobody_knows_has_nothing() -> None:
    assert not vocabulary.is_type("FaqPage")
    assert not vocabulary.is_property("acceptedanswer")
    assert not vocabulary.ancestors("FaqPage")
    assert not vocabulary.ranges("acceptedanswer")
    assert not vocabulary.superseded_by("FAQPage")
    assert not vocabulary.members("FAQPage")


@pytest.mark.parametrize(
    ("name", "types", "expected"),
    [
        ("lastReviewed", ["MedicalWebPage"], True),
        ("aspect", ["MedicalWebPage"], True),
        ("aspect", ["FAQPage"], False),
        ("medicalAudience", ["MedicalWebPage", "FAQPage"], True),
        ("medicalAudience", ["FAQPage"], False),
        ("honorificSuffix", ["Person"], True),
        ("honorificSuffix", ["Physician"], False),
        ("name", ["Drug"], True),
    ],
)
def test_a_property_belongs_to_some_types(name: str, types: list[str], expected: bool) -> None:
    assert vocabulary.allows(name, types) is expected


def test_a_property_holds_what_it_holds() -> None:
    assert set(vocabulary.ranges("position")) == {"Integer", "Text"}
    assert vocabulary.ranges("opens") == ("Time",)


def test_data_types_are_no_types() -> None:
    assert vocabulary.is_data_type("URL")
    assert not vocabulary.is_type("URL")
    assert vocabulary.ancestors("URL") == {"URL", "Text"}


def test_enumerations_have_their_members_and_those_below() -> None:
    assert "Monday" in vocabulary.members("DayOfWeek")
    assert "Musculoskeletal" in vocabulary.members("Specialty")
    assert "Patient" not in vocabulary.members("MedicalAudienceType")


def test_old_terms_lead_to_their_successor() -> None:
    assert vocabulary.superseded_by("serviceAudience") == "audience"
    assert vocabulary.superseded_by("Dermatologic") == "Dermatology"


def test_every_term_that_is_named_is_there() -> None:
    facts = json.loads(vocabulary.PATH.read_text(encoding="utf-8"))
    known = {*facts["types"], *facts["data_types"]}
    named = {name for parents in facts["types"].values() for name in parents.split()}
    for of, holds in facts["properties"].values():
        named |= {*of.split(), *holds.split()}
    # The release itself names one type that it does not have.
    assert named - known <= {"DeliveryTimeSettings"}


def test_a_prefix_does_not_change_a_term() -> None:
    names = ("FAQPage", "schema:FAQPage", "http://schema.org/FAQPage", "https://schema.org/FAQPage")
    assert {vocabulary.term(name) for name in names} == {"FAQPage"}
    assert vocabulary.term("https://example.org/FAQPage") == "https://example.org/FAQPage"


# -- From a release to the facts -----------------------------------------------------


@pytest.fixture
def release() -> Any:
    return json.loads(RELEASE.read_text(encoding="utf-8"))


def test_a_release_is_reduced_to_its_facts(release: Any) -> None:
    facts = vocabulary.reduce(release, "99.1")
    assert facts["types"] == {
        "Thing": "",
        "Leaflet": "Thing",
        "Enumeration": "Thing",
        "PaperSize": "Enumeration",
        "Flyer": "Thing",
    }
    assert facts["data_types"] == {"Text": "", "URL": "Text"}
    assert facts["properties"] == {
        "name": ["Thing", "Text"],
        "size": ["Flyer Leaflet", "PaperSize Text"],
        "dimension": ["Leaflet", "Text"],
    }
    assert facts["superseded"] == {"dimension": "size", "Flyer": "Leaflet"}
    assert facts["members"] == {"PaperSize": "Large Small"}
    assert facts["release"] == "99.1"


def test_the_facts_are_written_a_line_for_a_term(release: Any) -> None:
    facts = vocabulary.reduce(release, "99.1")
    text = vocabulary.dump(facts)
    assert json.loads(text) == facts
    assert '"Leaflet":"Thing",\n' in text


@pytest.mark.parametrize(
    "value", [None, [], {}, {"@graph": {}}, {"@graph": []}, {"@graph": [1, None, {"@id": 3}]}]
)
def test_what_is_no_release_is_refused(value: Any) -> None:
    with pytest.raises(vocabulary.NotARelease, match="@graph"):
        vocabulary.reduce(value, "1.0")


# -- The command -----------------------------------------------------------------------


def test_the_command_writes_the_facts_of_a_release(tmp_path: Path, capsys: Any) -> None:
    output = tmp_path / "facts.json"
    call_command("update_vocabulary", RELEASE, release="99.1", output=output)
    assert json.loads(output.read_text(encoding="utf-8"))["release"] == "99.1"
    assert "Release 99.1: 5 types and 3 properties" in capsys.readouterr().out


@pytest.mark.parametrize(
    "place",
    [
        lambda release: ("99.1/release.jsonld", release),
        lambda release: (
            "release.jsonld",
            {**release, "schema:schemaVersion": "https://schema.org/version/99.1/"},
        ),
    ],
)
def test_the_folder_or_the_file_tells_the_version(
    place: Callable[[Any], tuple[str, Any]], release: Any, tmp_path: Path
) -> None:
    name, content = place(release)
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    output = tmp_path / "facts.json"
    call_command("update_vocabulary", path, output=output, verbosity=0)
    assert json.loads(output.read_text(encoding="utf-8"))["release"] == "99.1"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "is not JSON"),
        (b"\xff\xfe", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b'{"@graph": []}', "is no release of schema.org"),
        (None, "cannot be read"),
    ],
)
def test_a_bad_file_is_refused_and_the_old_facts_stay(
    content: bytes | None, sentence: str, tmp_path: Path
) -> None:
    path, output = tmp_path / "release.jsonld", tmp_path / "facts.json"
    output.write_text("old", encoding="utf-8")
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=sentence):
        call_command("update_vocabulary", path, release="1.0", output=output)
    assert output.read_text(encoding="utf-8") == "old"


def test_a_release_without_a_version_is_asked_for_it(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="give it with --release"):
        call_command("update_vocabulary", RELEASE, output=tmp_path / "facts.json")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("update_vocabulary", RELEASE, release="1.0", output=tmp_path)
