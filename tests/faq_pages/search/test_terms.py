"""What counts as the same as a word of a query."""

from faq_pages.search.terms import Group, Synonyms, Term

HEART = Group((("heart", "attack"), ("myocardi", "infarct")))
SHOT = Group((("shot",), ("inject",)))
VACCINE = Group((("shot",), ("vaccin",)))
CAUSE = Group((("caus",), ("come", "from")), asks=True)
KNOWN = Synonyms([HEART, SHOT, VACCINE, CAUSE])


def found(*stems: str) -> list[tuple[int, int, Group]]:
    return [(match.start, match.end, match.group) for match in KNOWN.matches(stems)]


def test_a_phrase_is_found_where_it_stands():
    assert found("after", "heart", "attack") == [(1, 3, HEART)]
    (match,) = KNOWN.matches(["heart", "attack"])
    assert match.others == {("myocardi", "infarct")}


def test_a_word_may_be_in_several_groups():
    assert found("shot") == [(0, 1, SHOT), (0, 1, VACCINE)]


def test_part_of_a_phrase_is_not_the_phrase():
    assert found("heart") == []


def test_what_asks_may_be_filler_alone():
    assert found("where", "it", "come", "from") == [(2, 4, CAUSE)]
    assert CAUSE.name == "caus"


def test_the_likelier_weight_of_an_alternative_stays():
    term = Term("shot", {("shot",): 1.0})
    term.add(("shot",), 0.5)
    assert term.alternatives == {("shot",): 1.0}
