"""How many syllables an English word has.

Counted by groups of vowels, with the endings and pairs in which English departs from them,
and a short list of words that keep no rule. Of the words of 600 medical texts that the CMU
Pronouncing Dictionary has, it counts 97 in 100 as that does, or 995 of 1,000 as often as they
are used; the tests hold some of them.
"""

import re
import unicodedata
from functools import lru_cache

# Words that keep no rule below.
_EXCEPTIONS = {
    word: count
    for count, words in {
        1: "ache aches clothes fire friend friends hour hours our ours",
        2: """acne argue being bluish business caries clothing colleague doing elsewhere evening
        every feces fluid fluids forehead going headache headaches herpes ions lifestyle
        lifestyles maybe naive people people's poem poet pubes quiet rabies really scabies someone
        something sometimes somewhere testes therefore widespread""",
        3: """anyone apnea area areas aspirin biopsies cereal cereals chocolate comfortable cornea
        dementia different eczema everyone evidence idea ideal ideas interest medicine medicines
        nuclear pancreas quietly recipe suitable syncope trachea usual vehicle vesicle""",
        4: "cesarean coagulate diabetes european sedentary usually vegetable vegetables",
        5: "acetabulum coordination sacroiliac",
    }.items()
    for word in words.split()
}

# What is written and not said: the e of "take", "takes" and "caused", but not of "table",
# "causes", "treated".
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouyrlw]l)e$|(?<=[aeiou])e$|(?<=[gq])ues?$|"
    r"(?<=[^aeiouyscgzx])(?<!sh|ch)(?<![^aeiouyrlw]l)es$|(?<=[^aeiouytd])(?<![^aeiouyrlw]l)ed$|"
    r"(?<=[^aeiouyl])e(?=(?:ly|ment|ments|ful|fully|less|ness|let|lets|more)$)|"
    # Within words made of two: "lifestyle", "caregiver", "forehead".
    r"(?<=lif|for|car|hom|som|saf|pac|wid|hor|sid|tub|fir|lik|mak)e"
    r"(?=[bcdfghklmnpstw][aeiouyhlr])|"
    r"(?<=hous|hors|guid|whit|plat)e(?=[bcdfghklmnpstw][aeiouyhlr])|(?<=ic)al(?=ly$)|"
    r"(?<=^ev)e(?=ry)"
)
_GROUP = re.compile(r"[aeiouy]+")
# Two vowels that belong to two syllables.
_APART = re.compile(
    r"ia(?!ge)|iu|io(?!n)|(?<![gq])ua|(?<![gq])ue[nl]|eo(?!u)|neou|ui(?=t[aiy])|uou|ii|yi|ya|ao|"
    r"(?<=[aeiouy])ing|(?<=[^aeiou])i(?=er|est|et)|(?<=[^aeioucst])ien(?!d)|scien|"
    r"crea(?=t)|reac(?!h)|rea(?=li[sz])|ay(?=er)|beyo|(?<=[mr])yo|rhea|"
    r"(?<=[aeiouy][^aeiou])ea$|(?<=[aeiouy][gn])ea(?=l)|^coo(?=rd|per)|duo(?=d)|cleu|ointes|"
    r"(?=[ei]oa)|(?<=[aeiou]b)eha"
)
# These only seem to.
_TOGETHER = re.compile(r"(?<=[cst])ia(?=l|n|$)|(?<=[cstg])io(?=n|us)|gua|qua|geo(?=n|us)|[aeo]ya")
# A syllable that no vowel shows: "prism", "spasm".
_UNWRITTEN = re.compile(r"(?<=[sz]m)s?$|(?<=thm)s?$")


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return how many syllables `word` has; a hyphenated word those of its parts.

    Without vowels it is spelled letter by letter, as "MRI" is; a number counts as one.
    """
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part) or 1
    letters = "".join(
        char for char in unicodedata.normalize("NFD", word.lower()) if "a" <= char <= "z"
    )
    if letters in _EXCEPTIONS:
        return _EXCEPTIONS[letters]
    if word.isupper() and 1 < len(letters) < 5:
        return len(letters) + 2 * letters.count("w")
    spoken = _SILENT.sub("", letters)
    count = len(_GROUP.findall(spoken))
    count += len(_APART.findall(_TOGETHER.sub("-", spoken)))
    count += len(_UNWRITTEN.findall(letters))
    return max(count, 1)
