"""What a code of each medical system looks like. No system's own table is needed.

A shape catches what a slip of the hand makes of a code, and a code in the wrong system;
whether a well-formed code exists is for the system's publisher to say.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# D5, the group that Verhoeff's check reckons in, and the permutation it takes at each place.
_PERMUTATION = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


@dataclass(frozen=True)
class Shape:
    """`pattern` is that of a whole code, `holds` what else must be true of one.

    `rule` says it to an editor, after "is no … code: " and before the example.
    """

    pattern: re.Pattern[str]
    rule: Promise
    example: str
    holds: Callable[[str], bool] = bool

    def fits(self, code: str) -> bool:
        return bool(self.pattern.fullmatch(code)) and self.holds(code)


def is_verhoeff(number: str) -> bool:
    """Whether the last digit of `number` checks the others, as J. Verhoeff defined it (1969)."""
    check = 0
    for place, digit in enumerate(map(int, reversed(number))):
        for _step in range(place % 8):
            digit = _PERMUTATION[digit]
        check = _product(check, digit)
    return check == 0


def _product(left: int, right: int) -> int:
    """Return the product of two elements of D5: 0 to 4 turn a pentagon, 5 to 9 flip it too."""
    turned = left - right if left >= 5 else left + right
    return turned % 5 + (5 if (left >= 5) != (right >= 5) else 0)


# Each read on 24 November 2026.
SHAPES = {
    # ICD-10-CM Official Guidelines for Coding and Reporting, I.A.2: three to seven
    # characters, a point after the third. https://www.cdc.gov/nchs/icd/icd-10-cm/
    "ICD-10-CM": Shape(
        re.compile(r"[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?"),
        _("write a letter, a digit and a letter or digit, then a point if more follows"),
        "M53.3",
    ),
    # SNOMED CT Release File Specifications, "SCTID": 6 to 18 digits, no leading zero, the
    # last one Verhoeff's. https://docs.snomed.org/
    "SNOMED CT": Shape(
        re.compile(r"[1-9][0-9]{5,17}"),
        _("write 6 to 18 digits, the last of which checks the others"),
        "22298006",
        is_verhoeff,
    ),
    # RxNorm Technical Documentation, "RXCUI": up to eight digits.
    # https://www.nlm.nih.gov/research/umls/rxnorm/docs/techdoc.html
    "RxNorm": Shape(
        re.compile(r"[1-9][0-9]{0,7}"),
        _("write the one to eight digits of its RXCUI"),
        "1191",
    ),
    # MeSH XML Data Elements, "DescriptorUI" (D) and "SupplementalRecordUI" (C): a letter
    # and six digits, nine in newer records. https://www.nlm.nih.gov/mesh/xml_data_elements.html
    "MeSH": Shape(
        re.compile(r"[DC][0-9]{6}(?:[0-9]{3})?"),
        _("write the D of a descriptor or the C of a supplementary record and 6 or 9 digits"),
        "D058566",
    ),
    # UMLS Reference Manual, "Concept Unique Identifier": C and seven digits.
    # https://www.ncbi.nlm.nih.gov/books/NBK9684/
    "UMLS": Shape(
        re.compile(r"C[0-9]{7}"),
        _("write a C and 7 digits"),
        "C0011849",
    ),
}
