"""Two words without the space between them: "kidneyalso", "jointThe"."""

import re
from collections.abc import Iterator, Mapping

# An address is no words.
_ADDRESS = re.compile(r"://|www\.|@|\.[a-z]{2,4}/|\.(?:com|edu|gov|net|org)\b", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL_INSIDE = re.compile(r"(?<![\w-])[a-z]{3,}[A-Z][a-z]+(?![\w-])")

# As often the site has to use each of two words before they are told in one that it uses once.
OFTEN = 10
# Two words that no author writes as one: one of them joins sentences.
_JOINING = frozenset(
    """about also and another are because before called can could especially even found from have
    having into may meaning often should such that the then these those through until usually
    when which who with""".split()
)
# Beginnings and ends that make words of words: "nonprescription", "helpless", "overestimate".
_BEGINNINGS = frozenset(
    """after anti auto bio cardio con counter dis electro embryo extra fore gastro here hyper
    immuno inter intra mis micro mid mini multi neuro non out over para physio post pre pro
    pseudo psycho radio self semi sub super there thermo trans ultra un under where""".split()
)
_ENDS = frozenset(
    """able abilities ability bearing body down ever feeding forward fully hand holder keeper
    keeping less lifting like line maker making mental ostomy over parent parents people
    person ship soever standing term time times worker workers""".split()
)
# Nouns that long compounds begin with: "weightbearing", "schoolteacher".
_FIRST_PARTS = frozenset(
    """bottle breast brother butter father finger health kitchen letter market master middle mother
    needle public school shoulder silver single sister spring square stomach straight street string
    summer thunder tongue travel trouble window winter weight""".split()
)
# Words that hold one of `_JOINING` and are one word.
_COMPOUNDS = frozenset(
    """beforehand breakthrough breakthroughs drivethrough elsewhen evenfall evenhanded evensong
    followthrough forthwith gadabout hereabouts herewith knockabout layabout layabouts
    mayflower mayhap mayhem newfound nonesuch roundabout roundabouts runabout runabouts
    somewhen suchlike suchwise thereabouts thereinto therewith thoroughgoing throughgoing
    throughout throughput throughway throughways turnabout walkabout walkthrough walkthroughs
    whenever whereabouts wherewith whichever whichsoever withdraw withdrawal withdrawals
    withdrawing withdrawn withdraws withdrew withheld withhold withholding withholds withinside
    withstand withstanding withstands withstood""".split()
)


def joined(text: str, counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the words of `text` that are two, and the two.

    `counts` has how often the site uses a word, in lower case.
    """
    bare = text
    if _ADDRESS.search(text):
        bare = " ".join(word for word in text.split() if not _ADDRESS.search(word))
    for match in _CAPITAL_INSIDE.finditer(bare):
        yield match[0], re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match[0])
    for word in _WORD.findall(bare) if counts else ():
        if len(word) >= 8 and counts.get(word.lower()) == 1 and (parts := _parts(word, counts)):
            yield word, parts


def _parts(word: str, counts: Mapping[str, int]) -> str:
    """Return `word` as the two words that the site often uses, "" if it is not two such."""
    lower = word.lower()
    if lower in _COMPOUNDS:
        return ""
    for end in range(3, len(word) - 2):
        first, second = lower[:end], lower[end:]
        if counts.get(first, 0) >= OFTEN <= counts.get(second, 0) and _are_apart(first, second):
            return f"{word[:end]} {word[end:]}"
    return ""


def _are_apart(first: str, second: str) -> bool:
    if first in _BEGINNINGS or second in _ENDS:
        return False
    if first in _JOINING or second in _JOINING:
        return True
    return min(len(first), len(second)) > 5 and first not in _FIRST_PARTS
