"""An index, and somebody who may import documents into it."""

import pytest
from django.test import Client

from faq_pages.models import FAQIndexPage
from tests.faq_pages import people, samples


@pytest.fixture
def index(db: None) -> FAQIndexPage:
    return samples.index_page()


@pytest.fixture
def editor(index: FAQIndexPage) -> Client:
    return people.signed_in(people.editor(index))
