"""What is made of content is kept from one request to the next, until content changes."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.signals import request_finished, request_started
from django.db import transaction

from faq_pages.content_version import keeping, kept
from faq_pages.models import Topic

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def version(settings, tmp_path):
    settings.FAQ_PAGES_VERSION_FILE = tmp_path / "version"


@contextmanager
def a_request() -> Iterator[None]:
    request_started.send(sender=None)
    try:
        yield
    finally:
        request_finished.send(sender=None)


class Counting:
    """Counts topics, and how often it was asked to."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> int:
        self.asked += 1
        return Topic.objects.count()


@pytest.fixture
def counting():
    return Counting()


def test_requests_share_what_one_of_them_made(counting):
    for _ in range(3):
        with a_request():
            assert kept("topics", counting) == 0
    assert counting.asked == 1


def test_each_change_makes_it_anew(counting):
    for number in range(3):
        with a_request():
            assert kept("topics", counting) == number
        Topic.objects.create(name=f"Hip {number}", slug=f"hip-{number}")
    assert counting.asked == 3


def test_a_change_while_it_is_made_leaves_nothing_behind(counting):
    with a_request():
        before = kept("topics", lambda: (counting(), Topic.objects.create(slug="hip"))[0])
    with a_request():
        assert (before, kept("topics", counting)) == (0, 1)


def test_a_change_after_the_request_began_is_not_kept_under_the_new_version(counting, settings):
    with a_request():
        # Another process commits: this one has read some of the content, and not all.
        settings.FAQ_PAGES_VERSION_FILE.write_bytes(b"as it is now")
        kept("topics", lambda: "as it was")
    with a_request():
        assert kept("topics", counting) == 0


def test_a_request_sees_its_own_change(counting):
    with a_request():
        assert kept("topics", counting) == 0
        Topic.objects.create(name="Hip", slug="hip")
        assert kept("topics", counting) == 1


def test_nothing_is_kept_within_a_transaction(counting):
    with a_request(), transaction.atomic():
        assert [kept("topics", counting), kept("topics", counting)] == [0, 0]
    assert counting.asked == 2


def test_nothing_is_kept_outside_of_a_request(counting):
    assert [kept("topics", counting), kept("topics", counting)] == [0, 0]
    assert counting.asked == 2


def test_nothing_is_kept_where_the_site_names_no_place_for_the_version(counting, settings):
    settings.FAQ_PAGES_VERSION_FILE = ""
    for _ in range(2):
        with a_request():
            kept("topics", counting)
    assert counting.asked == 2


def test_what_is_not_there_takes_no_room():
    asked = []
    for _ in range(2):
        with a_request():
            assert kept("topics", lambda: asked.append("none")) is None
    assert len(asked) == 2


def test_nothing_is_kept_for_longer_than_a_page_may_be(counting, monkeypatch):
    with a_request():
        kept("topics", counting)
    ends = keeping._shelf.ends
    monkeypatch.setattr("time.time", lambda: ends)
    with a_request():
        kept("topics", counting)
    assert counting.asked == 2


def test_no_more_is_kept_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr(keeping, "MOST", 10)
    for number in range(100):
        with a_request():
            kept(number, lambda: "something")
            assert len(keeping._shelf.values) <= 10
