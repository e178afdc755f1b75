"""Our sample documents: what they become, and that no word of them is lost."""

import pytest

from faq_pages.importing import read_file
from tests.faq_pages.importing.samples import OURS, documents, expectation, lost_words, result


@pytest.mark.parametrize("path", documents(OURS), ids=lambda path: path.name)
def test_a_document_becomes_what_is_expected(path):
    imported = read_file(path.name, path.read_bytes())
    assert result(imported) == expectation(path)


@pytest.mark.parametrize("path", documents(OURS), ids=lambda path: path.name)
def test_no_word_of_a_document_is_lost(path):
    assert not lost_words(path, read_file(path.name, path.read_bytes()))
