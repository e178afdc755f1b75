"""Codes of medical systems: the shape of each, and a sentence where it is missed."""

import pytest
from django.core.exceptions import ValidationError

from faq_pages.models import TopicCode
from faq_pages.models.codes import SHAPES, is_verhoeff

GOOD = [
    ("ICD-10-CM", "M53.3 M46.1 A09 C4A.0 S72.001A Z3A.20 U07.1"),
    ("SNOMED CT", "22298006 73211009 404684003 138875005 900000000000207008"),
    ("RxNorm", "1191 7052 12345678"),
    ("MeSH", "D000001 D058566 C535434 D000086382"),
    ("UMLS", "C0011849 C0751606"),
]
BAD = [
    ("ICD-10-CM", "M5 m53.3 M533 M53. M53.12345 MA3.1 53.3 M53,3 22298006"),
    ("SNOMED CT", "22298007 2229806 12345 0222980061 1234567890123456789 M53.3"),
    ("RxNorm", "0 0191 123456789 RX1191"),
    ("MeSH", "D1 D0000011 E000001 d000001 D00000001"),
    ("UMLS", "C001184 C00118499 D0011849 11849"),
]


def pairs(table: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(system, code) for system, codes in table for code in codes.split()]


@pytest.mark.parametrize(("system", "code"), pairs(GOOD))
def test_a_code_of_its_system_is_taken(system: str, code: str) -> None:
    TopicCode(system=system, value=code).clean()


@pytest.mark.parametrize(("system", "code"), pairs(BAD))
def test_what_is_no_code_of_its_system_is_named_at_its_field(system: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TopicCode(system=system, value=code).clean()
    (sentence,) = refused.value.message_dict["value"]
    assert sentence.startswith(f"“{code}” is no {system} code: write ")
    assert sentence.endswith(f", such as {SHAPES[system].example}.")


def test_every_system_has_a_shape_and_an_example_that_fits_it() -> None:
    assert set(SHAPES) == set(TopicCode.System.values)
    assert all(shape.fits(shape.example) for shape in SHAPES.values())


def test_verhoeff_s_digit_finds_each_wrong_digit_and_each_swap_of_neighbours() -> None:
    number = "404684003"
    assert is_verhoeff(number)
    for place, digit in enumerate(number):
        for other in set("0123456789") - {digit}:
            assert not is_verhoeff(number[:place] + other + number[place + 1 :])
        pair = number[place : place + 2]
        if len(set(pair)) == 2:
            assert not is_verhoeff(number[:place] + pair[::-1] + number[place + 2 :])
