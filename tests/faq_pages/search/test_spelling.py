"""Words that nobody wrote, and what was meant."""

import pytest

from faq_pages.models import SearchWord
from faq_pages.search.spelling import Speller, endings, sound
from faq_pages.search.words import stem

KNOWN = {
    "pneumonia": 9,
    "nephrotic": 2,
    "necrotic": 30,
    "head": 5,
    "hd": 1,
    "sacroiliac": 3,
    "heart": 40,
    "attack": 12,
    "pinworm": 2,
    "worms": 8,
    "symptoms": 50,
    "diabetes": 60,
    "diabetic": 20,
    "2019": 4,
}


@pytest.fixture(autouse=True)
def known(db):
    SearchWord.objects.bulk_create(
        SearchWord(language="en", word=word, stem=stem(word, "en"), questions=count)
        for word, count in KNOWN.items()
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("newmonia", "pneumonia"),
        ("nefrotic", "nephrotic"),
        ("hed", "head"),
        ("sacroilliac", "sacroiliac"),
        ("simptoms", "symptoms"),
        ("diabetis", "diabetes"),
        ("haert", "heart"),
    ],
)
def test_a_misspelt_word_is_the_nearest_and_first_the_one_that_sounds_the_same(typed, meant):
    assert Speller("en").guesses(typed)[0] == meant


@pytest.mark.parametrize("typed", ["xylophone", "zz", "2018", "a", "sacro", "ringworm"])
def test_what_is_near_nothing_is_left_as_it_is(typed):
    assert Speller("en").guesses(typed) == []


def test_another_language_has_words_of_its_own():
    assert Speller("es").guesses("diabetis") == []


def test_a_word_that_may_go_on_is_not_looked_for_among_all_words(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert Speller("en").joined(["worms", "diabe"], unfinished=True) == ["worms", "diabe"]
    with django_assert_num_queries(2):
        assert Speller("en").joined(["pin", "wurm"]) == ["pinworm"]


def test_two_words_are_one_where_only_that_is_known():
    assert Speller("en").joined(["sacro", "iliac", "pain"]) == ["sacroiliac", "pain"]
    assert Speller("en").joined(["heart", "attack"]) == ["heart", "attack"]
    assert Speller("en").joined(["pin", "wurm"]) == ["pinworm"]


def test_one_word_is_two_where_both_are_known():
    assert Speller("en").split("heartattack") == ("heart", "attack")
    assert Speller("en").split("heartless") is None


def test_a_beginning_goes_on_with_the_commonest_word():
    assert endings("diab", "en") == ["diabetes", "diabetic"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("phobia", "fobia"), ("wrist", "rist"), ("knee", "nee"), ("whipple", "wippel")],
)
def test_words_that_sound_alike_have_one_key(one, other):
    assert sound(one) == sound(other)
