"""How hard a text is to read: known words, known texts, and what an editor is told."""

import pytest

from faq_pages.findings import READING, Finding, PageFacts, reading_level
from faq_pages.findings.reading import level_of
from faq_pages.findings.reading.formulas import ReadingLevel
from faq_pages.findings.reading.sentences import sentences, words
from faq_pages.findings.reading.syllables import syllables
from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.good_page import answering, asking, facts
from tests.faq_pages.findings.reading_cases import CASES, DIALYSIS, HARD, LONG_EASY

# How many syllables a dictionary gives these.
SYLLABLES = {
    1: """
    knee pain ache aches aged asked back bone bones bruise breathe breathed cause caused
    cheese cough course days disc drive ease eye eyes friend health hour joint joints
    league length made months nerve nerves niece plaque spine school scratched strength
    stretched tongue toes take takes through walked weigh weight while whole worse years
    """,
    2: """
    asthma about able ankle ankles answer bandage being breathing business causes clinic
    clothing create doctor every fluid going herpes hospice injured into lifestyle likely
    maybe measles muscle muscles needle needles nervous nurses people pressure prism quiet
    rabies science spasm spasms steroid surgeon swelling table tables therefore treated
    treating treatment vaccine
    """,
    3: """
    anyone area aspirin biopsies bicycle chemical comfortable dangerous different easily
    evidence example exercise family following genetic hospital idea important infection
    injection injections interest medicine medicines nausea nuclear nutrition pancreas
    physical radius serious skeleton surgeries syncope trachea usual various vehicle
    vertebra virulent
    """,
    4: """
    ability activity anatomy appropriate anxiety diabetes diarrhea emergency experience
    information material medication operation society radiation sedentary temperature
    variety vegetable usually
    """,
    5: """
    abnormality sacroiliac immunology physiology possibility refrigerator unnecessary
    tuberculosis examination
    """,
    6: """
    rehabilitation responsibility encyclopedia
    """,
}
COUNTED = [(word, count) for count, listed in SYLLABLES.items() for word in listed.split()]


def found(page: PageFacts) -> list[Finding]:
    return [finding for check in READING for finding in check(page)]


@pytest.mark.parametrize(("word", "count"), COUNTED)
def test_a_word_has_as_many_syllables_as_in_a_dictionary(word: str, count: int):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("MRI", 3), ("well-being", 3), ("12", 1), ("naïve", 2), ("doctor's", 2), ("-", 1)],
)
def test_abbreviations_hyphens_numbers_and_accents_are_read_as_they_are_said(word, count):
    assert syllables(word) == count


def test_sentences_do_not_end_at_abbreviations_initials_and_figures():
    text = (
        "Dr. J. Moss gives 1.5 mg at 9 a.m. each day. “Is it safe?” Yes! See Fig. 2 "
        "(e.g. the knee). It costs $3.50."
    )
    assert sentences(text) == [
        "Dr. J. Moss gives 1.5 mg at 9 a.m. each day.",
        "“Is it safe?”",
        "Yes!",
        "See Fig. 2 (e.g. the knee).",
        "It costs $3.50.",
    ]


def test_each_line_ends_a_sentence_whatever_its_mark():
    assert sentences("Bring:\nA list\nYour card.\n• \n3.") == ["Bring:", "A list", "Your card."]


def test_a_word_may_hold_an_apostrophe_and_a_hyphen_and_a_number_is_one():
    assert words("It's a well-known 1.5 mg, 10,000/day — or not.") == [
        *("It's", "a", "well-known", "1.5", "mg", "10,000/", "day", "or", "not")
    ]


# By hand: 13 words of 23 syllables; four of three or more, which are those of seven letters or
# more, too.
BY_HAND = "The injection puts medicine into the joint. It usually works for several weeks."


def test_the_formulas_give_what_they_give_by_hand():
    level = reading_level(BY_HAND)
    assert (level.words, level.sentences) == (13, 2)
    assert level.grade == pytest.approx(0.39 * 13 / 2 + 11.8 * 23 / 13 - 15.59)
    assert level.smog == pytest.approx(3.1291 + 1.0430 * (4 * 30 / 2) ** 0.5)
    assert level.lix == pytest.approx(13 / 2 + 100 * 4 / 13)
    assert level.hardest_words == ("usually", "injection", "medicine")
    assert level.longest_sentences[0] == "The injection puts medicine into the joint."


# Examples that are often given for Flesch's formulas, with their words and syllables.
@pytest.mark.parametrize(
    ("sentence", "count", "spoken"),
    [
        ("The cat sat on the mat.", 6, 6),
        (
            "This sentence, taken as a reading passage unto itself, is being used to prove a "
            "point.",
            16,
            23,
        ),
    ],
)
def test_known_sentences_have_their_known_grade(sentence, count, spoken):
    level = reading_level(sentence)
    assert level.words == count
    assert level.grade == pytest.approx(0.39 * count + 11.8 * spoken / count - 15.59)


def test_a_long_text_gives_smog_ten_sentences_from_three_places():
    easy, hard = "It is so. ", "Rehabilitation is so. "
    first, middle = reading_level(hard * 10 + easy * 40), reading_level(easy * 20 + hard * 10)
    ten = 3.1291 + 1.0430 * 10**0.5
    assert first.smog == pytest.approx(ten)
    assert middle.smog == pytest.approx(ten)
    assert reading_level(easy * 11 + hard * 8 + easy * 41).smog == pytest.approx(3.1291)


def test_words_that_the_page_must_use_are_not_hard():
    plain, known = reading_level(BY_HAND), reading_level(BY_HAND, ["Joint injections"])
    assert "injection" not in known.hardest_words
    assert (known.words, known.sentences) == (plain.words, plain.sentences)
    assert (known.grade or 0) < (plain.grade or 0)
    assert (known.smog or 0) < (plain.smog or 0)
    assert (known.lix or 0) < (plain.lix or 0)


def test_other_languages_get_lix_alone():
    level = reading_level("Der Arzt spritzt das Schmerzmittel. Es wirkt.", language="de-AT")
    assert (level.grade, level.smog) == (None, None)
    assert level.lix == pytest.approx(7 / 2 + 100 * 2 / 7)
    assert level.hardest_words == ("schmerzmittel", "spritzt")


def test_a_text_without_words_has_no_level():
    assert reading_level(" \n • 12 %") == ReadingLevel()


def test_texts_together_are_as_hard_as_their_join():
    assert level_of([BY_HAND, DIALYSIS]) == reading_level(f"{BY_HAND}\n{DIALYSIS}")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_by_its_rule_alone(case: Case):
    assert [finding.id for finding in found(case.bad)] == [case.rule]
    assert case.rule not in [finding.id for finding in found(case.good)]


def test_reading_is_advice_and_never_more():
    told = [finding for case in CASES for finding in found(case.bad)]
    assert {(each.group, each.severity) for each in told} == {("reading", "advice")}


def test_a_hard_answer_is_told_with_its_longest_sentence_and_hardest_words():
    (finding,) = found(facts(asking(answering(HARD).questions[0], LONG_EASY)))
    assert finding.block == "q1"
    assert "“Will it hurt?” reads at grade 16 or more" in finding.message
    assert "longest sentence: “Conservative management of" in finding.message
    assert "hardest words: “anti-inflammatory”, “multidisciplinary”" in finding.message
