"""What counts as the same as a word of a query."""

from faq_pages.search.terms import Synonyms, Term

KNOWN = Synonyms(
    [
        [("heart", "attack"), ("myocardi", "infarct")],
        [("shot",), ("inject",)],
        [("shot",), ("vaccin",)],
    ]
)


def test_a_phrase_stands_for_each_of_its_words():
    assert KNOWN.of(("after", "heart", "attack")) == {
        1: {("myocardi", "infarct")},
        2: {("myocardi", "infarct")},
    }


def test_a_word_may_be_in_several_groups():
    assert KNOWN.of(("shot",)) == {0: {("inject",), ("vaccin",)}}


def test_part_of_a_phrase_is_not_the_phrase():
    assert KNOWN.of(("heart",)) == {}


def test_the_likelier_weight_of_an_alternative_stays():
    term = Term("shot", {("shot",): 1.0})
    term.add(("shot",), 0.5)
    assert term.alternatives == {("shot",): 1.0}
