"""Anchors: what they follow, what they outlive."""

from hypothesis import given
from hypothesis import strategies as st

from faq_pages.anchors import Anchored, remember, settle, typed_twice


def anchors(*blocks: Anchored, published: dict | None = None) -> list[str]:
    return [record["anchor"] for record in settle(blocks, published or {}).values()]


def test_a_new_question_gets_its_anchor_from_its_words() -> None:
    assert anchors(Anchored("1", "What does it treat?")) == ["what-does-it-treat"]


def test_words_of_other_scripts_become_plain_letters() -> None:
    assert anchors(Anchored("1", "¿Qué es?"), Anchored("2", "ما هو؟")) == ["que-es", "m-hw"]


def test_a_question_without_letters_still_gets_an_anchor() -> None:
    assert anchors(Anchored("1", "?"), Anchored("2", "")) == ["question", "question-2"]


def test_the_same_question_twice_gets_two_anchors() -> None:
    assert anchors(Anchored("1", "Why?"), Anchored("2", "Why?")) == ["why", "why-2"]


def test_a_long_question_is_cut_at_a_word() -> None:
    (anchor,) = anchors(Anchored("1", "very " * 40 + "long?"))
    assert anchor.endswith("very")
    assert len(anchor) <= 80


def test_a_published_question_keeps_its_anchor_when_reworded() -> None:
    published = settle([Anchored("1", "Why?")], {})
    assert anchors(Anchored("1", "For what reason?"), published=published) == ["why"]


def test_the_anchor_that_a_typed_one_replaces_becomes_an_alias() -> None:
    published = settle([Anchored("1", "Why?")], {})
    settled = settle([Anchored("1", "Why?", typed="reason")], published)
    assert settled["1"] == {"anchor": "reason", "aliases": ["why"]}


def test_an_anchor_that_is_cleared_again_stays() -> None:
    published = settle([Anchored("1", "Why?", typed="reason")], {})
    assert anchors(Anchored("1", "Why?"), published=published) == ["reason"]


def test_an_old_anchor_typed_again_is_no_longer_an_alias() -> None:
    published = settle([Anchored("1", "Why?")], {})
    published = settle([Anchored("1", "Why?", typed="reason")], published)
    settled = settle([Anchored("1", "Why?", typed="why")], published)
    assert settled["1"] == {"anchor": "why", "aliases": ["reason"]}


def test_a_removed_question_leaves_its_anchor_to_nobody() -> None:
    published = settle([Anchored("1", "Why?")], {})
    assert anchors(Anchored("2", "Why?"), published=published) == ["why-2"]


def test_an_editor_may_give_the_anchor_of_a_removed_question_to_another() -> None:
    published = settle([Anchored("1", "Why?")], {})
    blocks = [Anchored("2", "For what reason?", typed="why")]
    assert not list(typed_twice(blocks, published))
    assert remember(settle(blocks, published), published) == {"2": {"anchor": "why", "aliases": []}}


def test_a_restored_question_gets_its_own_anchor_back() -> None:
    published = settle([Anchored("1", "Why?")], {})
    without = remember(settle([Anchored("2", "When?")], published), published)
    assert anchors(Anchored("1", "Why?"), Anchored("2", "When?"), published=without) == [
        "why",
        "when",
    ]


def test_an_anchor_of_the_layout_is_never_given() -> None:
    assert anchors(Anchored("1", "Main?"), Anchored("2", "FAQ sources")) == [
        "question-main",
        "question-faq-sources",
    ]


def test_an_anchor_typed_twice_is_found_at_the_second_question() -> None:
    first, second = Anchored("1", "a", typed="x"), Anchored("2", "b", typed="x")
    assert list(typed_twice([first, second], {})) == [second]


def test_an_alias_of_another_question_counts_as_taken() -> None:
    published = settle([Anchored("1", "Why?")], {})
    published = settle([Anchored("1", "Why?", typed="reason")], published)
    thief = Anchored("2", "b", typed="why")
    assert list(typed_twice([Anchored("1", "Why?"), thief], published)) == [thief]


questions = st.lists(
    st.tuples(
        st.sampled_from("abcdef"),
        st.sampled_from(["Why?", "When?", ""]),
        st.sampled_from(["", "", "why", "x"]),
    ),
    unique_by=lambda item: item[0],
    max_size=6,
)


@given(st.lists(questions, max_size=5))
def test_whatever_is_typed_no_two_ids_on_a_page_are_the_same(history: list) -> None:
    published: dict = {}
    for version in history:
        settled = settle([Anchored(*item) for item in version], published)
        names = [
            name for record in settled.values() for name in (record["anchor"], *record["aliases"])
        ]
        assert len(names) == len(set(names))
        published = remember(settled, published)


@given(questions, questions)
def test_a_published_anchor_always_leads_to_its_question(first: list, second: list) -> None:
    published = settle([Anchored(*item) for item in first], {})
    blocks = [Anchored(*item) for item in second]
    if list(typed_twice(blocks, published)):
        return
    settled = settle(blocks, published)
    for id in published.keys() & settled.keys():
        names = (settled[id]["anchor"], *settled[id]["aliases"])
        assert published[id]["anchor"] in names or any(
            block.typed == published[id]["anchor"] for block in blocks
        )
