"""After any edit, the first view in every process is what a server without the cache shows.

Two servers keep pages, each in its own memory; a third keeps none, and tells what is right.
All edits come from another process: see `edits.py`.

    pytest tests/faq_pages/page_cache/test_freshness.py --hypothesis-profile fuzz
"""

import gzip
import itertools
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.faq_pages.page_cache.editor import Editor, editing
from tests.faq_pages.page_cache.edits import EDITS, UNSEEN
from tests.faq_pages.page_cache.servers import Answer, Server, environment, serving

pytestmark = pytest.mark.django_db(transaction=True)

# As many as a test run has time for; with the profile "fuzz" some hundreds.
EXAMPLES = max(3, hypothesis.settings().max_examples // 50)
STEPS = 8

# Where pages were before: more are no other kind of address.
MOST_GONE = 4

# What keeping adds, and when the page was first sent: to the second, by whoever was first.
OWN_HEADERS = {
    "connection",
    "content-encoding",
    "content-length",
    "date",
    "etag",
    "expires",
    "last-modified",
    "set-cookie",
    "vary",
}
TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[^"]+')

Shown = tuple[int, bytes, dict[str, str]]
words = (f"word{number}" for number in itertools.count())


@dataclass
class Clinic:
    """The site while it runs."""

    # The one without a cache first, each with the coding that it is asked for.
    servers: list[tuple[Server, str]]
    editor: Editor
    rendered: Path
    addresses: list[str] = field(default_factory=list)

    def begin(self) -> None:
        self.addresses = self.editor.begin(next(words))

    def edit(self, kind: str, which: int = 0) -> None:
        there = self.editor.edit(kind, which, next(words))
        gone = [address for address in self.addresses if address not in there]
        self.addresses = [*there, *gone[:MOST_GONE]]

    def views(self) -> dict[str, Shown]:
        """Return what visitors see; fails if a process shows something else."""
        seen = {}
        with ThreadPoolExecutor() as threads:
            for address in self.addresses:
                asked = [
                    threads.submit(server.get, address, accept_encoding=coding)
                    for server, coding in self.servers
                ]
                right, *given = (shown(each.result()) for each in asked)
                assert given == [right] * len(given), f"{address} is out of date"
                seen[address] = right
        return seen


def shown(answer: Answer) -> Shown:
    """Return what has to be the same in every process."""
    body = answer.body
    if answer.headers.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    told = {name: value for name, value in answer.headers.items() if name not in OWN_HEADERS}
    # The form of a private page has a token, a new one each time, and is never kept.
    body, tokens = TOKEN.subn(b"", body)
    if not tokens:
        told["etag"] = answer.headers.get("etag", "").removeprefix("W/")
    return answer.status, body, told


@pytest.fixture(scope="module")
def clinic(django_db_setup: None, tmp_path_factory) -> Iterator[Clinic]:
    told = environment(tmp_path_factory.mktemp("clinic"))
    without = {**told, "PAGE_CACHE": "false"}
    with ExitStack() as running:
        servers = [
            (running.enter_context(serving(settings)), coding)
            for settings, coding in ((without, "identity"), (told, "identity"), (told, "gzip"))
        ]
        yield Clinic(servers, running.enter_context(editing(told)), Path(told["RENDERED"]))


def test_every_kind_of_edit_is_seen_at_once_in_every_process(clinic):
    views: dict[str, Shown] = {}
    for kind in EDITS:
        # Enough to change, and to see it by.
        if sum(status == 200 for status, *_ in views.values()) < 7:
            clinic.begin()
            views = clinic.views()
        before = views
        clinic.edit(kind)
        views = clinic.views()
        changed = {each for each in views.keys() & before if views[each] != before[each]}
        assert bool(changed) is (kind not in UNSEEN), f"After “{kind}”, changed: {changed}"


def test_what_nobody_edits_is_made_once_in_each_process(clinic):
    clinic.begin()
    before = clinic.views()
    clinic.rendered.write_text("")
    clinic.edit("save a draft")
    assert clinic.views() == before
    # By the server that keeps none, and by no other.
    assert sorted(clinic.rendered.read_text().splitlines()) == sorted(before)


def test_whatever_is_edited_in_whatever_order_every_view_is_fresh(clinic):
    class Edits(RuleBasedStateMachine):
        @initialize()
        def begin(self) -> None:
            clinic.begin()

        @rule(kind=st.sampled_from(sorted(EDITS)), which=st.integers(0, 1))
        def edit(self, kind: str, which: int) -> None:
            clinic.edit(kind, which)

        @invariant()
        def every_view_is_fresh(self) -> None:
            clinic.views()

    hypothesis.stateful.run_state_machine_as_test(
        Edits,
        settings=hypothesis.settings(max_examples=EXAMPLES, stateful_step_count=STEPS),
    )
