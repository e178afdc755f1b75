"""What a page weighs on its way to a phone."""

import gzip

import pytest
from django.core.management import call_command
from django.test import Client

from tests.faq_pages.pages import soup

LIMIT = 25 * 1024


@pytest.mark.django_db
def test_a_page_and_its_look_weigh_little() -> None:
    call_command("load_demo", verbosity=0)
    path = "/faqs/sacroiliac-joint-fusion/"
    (link,) = soup(path).find_all("link", rel="stylesheet")
    sent = [Client().get(str(address)).content for address in (path, link["href"])]
    assert sum(len(gzip.compress(body)) for body in sent) < LIMIT
