"""The few findings that an editor sees first."""

from hypothesis import given
from hypothesis import strategies as st

from faq_pages.findings import SEVERITIES, Finding, Severity, shortlist


def finding(id: str, severity: Severity = "advice", weight: int = 10, message: str = "") -> Finding:
    return Finding(
        id=id,
        group="content",
        severity=severity,
        message=message or id,
        remedy="Mend it.",
        weight=weight,
    )


FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from("abcdefgh"),
        st.sampled_from(SEVERITIES),
        st.integers(0, 99),
    ),
    max_size=30,
)


def test_the_gravest_are_shown_first():
    found = [finding("a", weight=20), finding("b", "warning", 10), finding("c", weight=90)]
    shown, folded = shortlist(found, limit=2)
    assert [each.id for each in shown] == ["b", "c"]
    assert [each.id for each in folded] == ["a"]


def test_different_things_are_shown_before_the_same_thing_again():
    found = [finding("a", weight=90, message=str(number)) for number in range(6)]
    shown, folded = shortlist([*found, finding("b"), finding("c")])
    assert [each.id for each in shown] == ["a", "a", "a", "b", "c"]
    assert [each.message for each in folded] == ["3", "4", "5"]


def test_a_page_with_little_to_mend_has_nothing_folded():
    found = [finding("a"), finding("a")]
    assert shortlist(found) == (tuple(found), ())


@given(FINDINGS, st.integers(0, 8))
def test_nothing_is_lost_and_no_rule_is_repeated_while_another_waits(found, limit):
    shown, folded = shortlist(found, limit)
    assert sorted(map(repr, (*shown, *folded))) == sorted(map(repr, found))
    assert len(shown) == min(limit, len(found))
    ids = [each.id for each in shown]
    if len(set(ids)) < len(ids):
        assert {each.id for each in folded} <= set(ids)
    assert [each.order for each in shown] == sorted(each.order for each in shown)
