"""Text as search compares it."""

import threading

import pytest

from faq_pages.search.words import spans, stem, stems, telling, typed_stem, typed_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Will it HURT?", ["will", "it", "hurt"]),
        ("Alzheimer’s disease", ["alzheimer", "disease"]),
        ("Ménière's", ["meniere"]),
        ("COVID-19 (X-ray)", ["covid", "19", "x", "ray"]),
        ("don't", ["dont"]),
        ("über straße", ["uber", "strasse"]),
        ("الألم", ["الالم"]),
        ("pe\u0301dieux", ["pedieux"]),  # an accent that stands for itself
        ("cor\u00adtisone", ["cortisone"]),  # a soft hyphen
        ("مَفْصِل", ["مفصل"]),
        ("घुटना", ["घुटना"]),
        ("  \t\n", []),
        ("<b>&amp;</b>", ["b", "amp", "b"]),
        ("a" * 65, []),
        ("hip ﾞ ﾟ", ["hip"]),  # marks of Japanese, alone
    ],
)
def test_words_are_small_and_without_accents(text, expected):
    assert words(text) == expected
    assert typed_words(text) == expected


def test_a_word_knows_where_it_stands():
    text = "Is it Ménière's?"
    assert [text[word.start : word.end] for word in spans(text)] == ["Is", "it", "Ménière's"]


def test_plurals_and_endings_fall_away():
    assert stems("treatments treated treating", "en") == ["treatment", "treat", "treat"]
    assert stem("injections", "en") == stem("injection", "en")


def test_filler_falls_away_unless_there_is_nothing_else():
    assert stems("What can I do about my knee?", "en") == ["knee"]
    assert stems("What is it?", "en") == ["what", "is", "it"]
    assert telling(["the", "hip"], "en-gb") == ["hip"]


def test_a_language_without_a_stemmer_keeps_its_words():
    assert stems("kost hugsun", "is") == ["kost", "hugsun"]


def test_each_language_has_its_own_endings():
    assert stem("rodillas", "es") == stem("rodilla", "es")


def test_many_threads_may_ask_for_stems_at_once():
    found: set[str] = set()

    def ask(start: int) -> None:
        found.update(stem(f"running{n}ings" if n % 2 else "treatments", "en") for n in range(start))

    threads = [threading.Thread(target=ask, args=(300,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 151


def test_what_visitors_type_is_not_remembered():
    before = stem.cache_info().currsize
    assert typed_words("Unforgettably Pédieux") == ["unforgettably", "pedieux"]
    assert typed_stem("unforgettably", "en") == stem.__wrapped__("unforgettably", "en")
    assert stem.cache_info().currsize == before
