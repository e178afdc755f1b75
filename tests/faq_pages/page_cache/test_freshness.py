"""After any edit, the first view in every process is what a server without the cache shows.

Two servers keep pages, each in its own memory; a third keeps none, and tells what is right.
All edits come from another process: see `edits.py`.

    pytest tests/faq_pages/page_cache/test_freshness.py --hypothesis-profile fuzz
"""

import gzip
import itertools
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import hypothesis
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.faq_pages.page_cache.edits import EDITS, UNSEEN
from tests.faq_pages.page_cache.editor import Editor, editing
from tests.faq_pages.page_cache.servers import Answer, Server, environment, serving

# As many as a test run has time for; with the profile "fuzz" some hundreds.
EXAMPLES = max(3, hypothesis.settings().max_examples // 50)
STEPS = 8

# More than these are no other kind of address.
MOST_ADDRESSES = 12

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

    kept: list[Server]
    fresh: Server
    editor: Editor
    addresses: list[str] = field(default_factory=list)

    def begin(self) -> None:
        self.addresses = self.editor.begin(next(words))[:MOST_ADDRESSES]

    def edit(self, kind: str, which: int = 0) -> None:
        there = self.editor.edit(kind, which, next(words))
        # Where pages were before tells as much.
        new = [address for address in there if address not in self.addresses]
        self.addresses = [*self.addresses, *new][-MOST_ADDRESSES:]

    def views(self) -> dict[str, Shown]:
        """Return what visitors see; fails if a process shows something else."""
        seen = {}
        for address in self.addresses:
            seen[address] = shown(self.fresh.get(address))
            for server, coding in zip(self.kept, ("identity", "gzip, br;q=0"), strict=True):
                given = server.get(address, accept_encoding=coding)
                assert shown(given) == seen[address], f"{address} is out of date"
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


@pytest.fixture
def clinic(transactional_db: None, tmp_path) -> Iterator[Clinic]:
    told = environment(tmp_path)
    without = {**told, "PAGE_CACHE": "false"}
    with ExitStack() as running:
        kept = [running.enter_context(serving(told)) for _ in range(2)]
        fresh = running.enter_context(serving(without))
        yield Clinic(kept, fresh, running.enter_context(editing(told)))


def test_every_kind_of_edit_is_seen_at_once_in_every_process(clinic):
    views: dict[str, Shown] = {}
    for kind in EDITS:
        # Enough to change, and to see it by.
        if sum(status == 200 for status, *_ in views.values()) < 8:
            clinic.begin()
            views = clinic.views()
        before = views
        clinic.edit(kind)
        views = clinic.views()
        changed = {each for each in views if views[each] != before.get(each)}
        assert bool(changed) is (kind not in UNSEEN), f"After “{kind}”, changed: {changed}"


def test_what_nobody_edits_is_made_once_in_each_process(clinic, tmp_path):
    clinic.begin()
    before = clinic.views()
    rendered = tmp_path / "rendered"
    rendered.write_text("")
    clinic.edit("save a draft")
    assert clinic.views() == before
    # By the server that keeps none, and by no other.
    assert sorted(rendered.read_text().splitlines()) == sorted(before)


def test_whatever_is_edited_in_whatever_order_every_view_is_fresh(clinic):
    class Edits(RuleBasedStateMachine):
        @initialize()
        def begin(self) -> None:
            clinic.begin()

        @rule(kind=st.sampled_from(sorted(EDITS)), which=st.integers(0, 2))
        def edit(self, kind: str, which: int) -> None:
            clinic.edit(kind, which)

        @invariant()
        def every_view_is_fresh(self) -> None:
            clinic.views()

    hypothesis.stateful.run_state_machine_as_test(
        Edits,
        settings=hypothesis.settings(max_examples=EXAMPLES, stateful_step_count=STEPS),
    )
