"""The project's sample documents. Collected only where their folder is."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from faq_pages.importing import Imported, Refusal, read_file
from faq_pages.importing.formats import read_document
from faq_pages.markup import plain_text
from tests.faq_pages.importing.samples import (
    SHARED,
    documents,
    expectation,
    html_of,
    lost_words,
    result,
)


def import_of(path: Path) -> Imported:
    return read_file(path.name, path.read_bytes())


def name(path: Path) -> str:
    return path.name


def by_outcome(outcome: str) -> list[Path]:
    return [path for path in documents(SHARED) if expectation(path)["outcome"] == outcome]


def counts(html: str) -> dict[str, int]:
    soup = BeautifulSoup(html, "html.parser")
    lists = soup.find_all(["ul", "ol"])
    nested = [element for element in lists if element.find_parent("li")]
    return {
        "n_links": len(soup.select("a[href]")),
        "n_lists": len(lists) - len(nested),
        "n_nested_lists": len(nested),
        "n_list_items": len(soup.find_all("li")),
        "n_tables": len(soup.find_all("table")),
        "n_subheadings": len(soup.find_all(re.compile(r"h\d"))),
    }


@pytest.mark.parametrize("path", by_outcome("import"), ids=name)
def test_a_sample_of_the_project_becomes_what_is_expected(path):
    expected, found = expectation(path), result(import_of(path))
    html = html_of(found)

    assert found["title"] == expected["title"]
    assert found["hero_image"] == expected["hero_image"]
    assert [each["question"] for each in found["questions"]] == expected["questions"]
    assert plain_text(found["tldr"]).startswith(expected.get("tldr_starts") or "")
    assert bool(found["tldr"]) is expected["tldr_present"]
    assert [a["href"] for a in BeautifulSoup(html, "html.parser").select("a")] == expected["links"]
    assert (
        expected.items()
        >= {key: count for key, count in counts(html).items() if key in expected}.items()
    )
    lines = re.findall(r"<(?:h2|p)>(.*?)</", found["cta"] or "")
    assert (lines or None) == expected.get("cta")
    assert bool(lines) is expected["cta_present"]


@pytest.mark.parametrize("path", by_outcome("import"), ids=name)
def test_a_sample_of_the_project_keeps_its_pictures_and_its_words(path):
    expected, imported = expectation(path), import_of(path)
    shown = read_document(path.name, path.read_bytes()).html
    assert shown.count("<img ") == expected["n_images"]
    assert len(imported.pictures) == (expected["n_images"] if path.suffix == ".docx" else 0)
    stored = str(result(imported)).casefold()
    assert not [text for text in expected.get("must_contain", []) if text.casefold() not in stored]


@pytest.mark.parametrize("path", by_outcome("import"), ids=name)
def test_a_sample_of_the_project_keeps_nothing_that_must_go(path):
    stored = str(result(import_of(path))).casefold()
    assert not [text for text in expectation(path).get("must_not_contain", []) if text in stored]


@pytest.mark.parametrize("path", by_outcome("reject"), ids=name)
def test_a_sample_that_is_no_document_is_refused(path):
    with pytest.raises(Refusal):
        import_of(path)


@pytest.mark.parametrize(
    "path", [path for path in documents(SHARED) if "link_phrases" in expectation(path)], ids=name
)
def test_the_phrases_that_lost_their_links_are_named_in_order(path):
    promises = [line for line in import_of(path).unsure if "promise" in line]
    assert [line.split("”")[0].lstrip("“") for line in promises] == expectation(path)[
        "link_phrases"
    ]


@pytest.mark.parametrize("path", by_outcome("import"), ids=name)
def test_no_word_of_a_sample_is_lost(path):
    assert not lost_words(path, import_of(path))
