"""Our sample documents: what they become, and that no word of them is lost."""

import pytest

from faq_pages.importing import Refusal, read_file, read_paste
from tests.faq_pages.importing.samples import (
    CLIPBOARD,
    OURS,
    canonical,
    documents,
    expectation,
    lost_words,
    result,
)

IMPORTED = [path for path in documents(OURS) if "outcome" not in expectation(path)]
REFUSED = [path for path in documents(OURS) if "outcome" in expectation(path)]


@pytest.mark.parametrize("path", IMPORTED, ids=lambda path: path.name)
def test_a_document_becomes_what_is_expected(path):
    found, expected = result(read_file(path.name, path.read_bytes())), expectation(path)
    expected.pop("notes", None)
    assert canonical({key: found[key] for key in expected}) == canonical(expected)


@pytest.mark.parametrize("path", documents(CLIPBOARD), ids=lambda path: path.name)
def test_what_was_copied_becomes_what_is_expected(path):
    found, expected = result(read_paste(path.read_text(), is_html=True)), expectation(path)
    expected.pop("notes", None)
    assert canonical({key: found[key] for key in expected}) == canonical(expected)


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.name)
def test_a_file_that_is_no_document_is_refused_with_what_to_do(path):
    with pytest.raises(Refusal) as refusal:
        read_file(path.name, path.read_bytes())
    assert expectation(path)["says"] in str(refusal.value).lower()
    assert str(refusal.value).startswith(f"“{path.name}”")


@pytest.mark.parametrize("path", IMPORTED, ids=lambda path: path.name)
def test_no_word_of_a_document_is_lost(path):
    assert not lost_words(path, read_file(path.name, path.read_bytes()))
