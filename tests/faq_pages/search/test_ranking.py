"""Which question comes first."""

from dataclasses import dataclass
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from faq_pages.search.ranking import best_pages, rank, rarity
from faq_pages.search.terms import Stems, Term


@dataclass
class Row:
    question_stems: str = ""
    answer_stems: str = ""
    title_stems: str = ""
    names_stems: str = ""
    page_id: int = 0

    def __post_init__(self) -> None:
        # Each on a page of its own, unless it says otherwise.
        self.page_id = self.page_id or next(PAGES)


PAGES = count(100)


def term(word: str, **others: float) -> Term:
    return Term(word, {(word,): 1.0, **{(other,): weight for other, weight in others.items()}})


def first(rows: list[Row], *terms: Term, **counts: int) -> Row:
    known: dict[Stems, int] = {(word,): count for word, count in counts.items()}
    return rank(terms, rows, known, 100)[0][0]


def test_a_word_means_more_in_the_question_than_in_the_answer_and_there_more_than_in_the_title():
    in_title, in_answer, in_question = (
        Row("one", "one", "knee"),
        Row("one", "knee", "one"),
        Row("knee", "one", "one"),
    )
    rows = [in_title, in_answer, in_question]
    ranked = [row for row, _ in rank([term("knee")], rows, {("knee",): 3}, 100)]
    assert ranked == [in_question, in_answer, in_title]


def test_a_rare_word_means_more_than_a_common_one():
    common, rare = Row("pain"), Row("sacroiliac")
    assert first([common, rare], term("pain"), term("sacroiliac"), pain=60, sacroiliac=2) is rare


def test_a_short_question_beats_a_long_one_with_the_same_word():
    long, short = Row("knee surgeri recoveri week drive"), Row("knee")
    assert first([long, short], term("knee"), knee=2) is short


def test_the_word_itself_beats_its_synonym():
    other, itself = Row("inject"), Row("shot")
    assert first([other, itself], term("shot", inject=0.7), shot=5, inject=5) is itself


def test_a_phrase_counts_only_where_its_words_stand_together():
    apart, together = Row("infarct a myocardi"), Row("a myocardi infarct")
    phrase = Term("attack", {("myocardi", "infarct"): 1.0})
    ranked = rank([phrase], [apart, together], {("myocardi", "infarct"): 1}, 10)
    assert [row for row, _ in ranked] == [together]


def test_part_of_a_word_is_not_the_word():
    assert rank([term("art")], [Row("heart")], {("art",): 1}, 10) == []


def test_nothing_is_ranked_without_words_or_rows():
    assert rank([], [Row("knee")], {}, 10) == []
    assert rank([term("knee")], [], {("knee",): 1}, 10) == []


def test_the_page_that_is_meant_is_found_by_one_question_and_answers_with_another():
    described = Row("scabi", "tini bug skin itch", page_id=1)
    wanted = Row("prevent scabi", "wash", page_id=1)
    elsewhere = Row("prevent flu", "wash", page_id=2)
    terms = [term("tini"), term("bug"), term("itch"), Term("?", {("prevent",): 1.0}, asks=True)]
    counts: dict[Stems, int] = {("tini",): 1, ("bug",): 1, ("itch",): 4, ("prevent",): 9}
    ranked = [row for row, _ in rank(terms, [elsewhere, described, wanted], counts, 50)]
    assert set(map(id, ranked[:2])) == {id(described), id(wanted)}
    assert best_pages(terms, [elsewhere, described], counts, 50, limit=1) == [1]


def test_what_is_asked_for_is_looked_for_in_questions_alone():
    asks = Term("?", {("prevent",): 1.0}, asks=True)
    in_answer, in_question = Row("knee", "prevent"), Row("prevent", "knee")
    assert [row for row, _ in rank([asks], [in_answer, in_question], {("prevent",): 2}, 9)] == [
        in_question
    ]


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_rarity_is_never_negative_and_falls_with_the_count(count, total):
    assert rarity(count, total) >= rarity(count + 1, total) > 0
