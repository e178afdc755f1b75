"""Characters that were lost on the way: broken encodings, and words without their marks."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.content.joined_words import joined
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.passages import passages
from faq_pages.markup import shorten

CHARACTERS_BROKEN = Rule(
    "characters-broken",
    "content",
    "warning",
    76,
    gettext_lazy("Type them again: they were lost when the text was copied."),
)
APOSTROPHE_LOST = Rule(
    "apostrophe-lost",
    "content",
    "warning",
    57,
    gettext_lazy("Write the apostrophe: it was lost when the text was copied."),
)
LETTERS_LOST = Rule(
    "letters-lost",
    "content",
    "warning",
    70,
    gettext_lazy("Write the letters that were lost when the text was copied."),
)
WORDS_JOINED = Rule(
    "words-joined",
    "content",
    "advice",
    49,
    gettext_lazy("Put a space between the words, unless it is one word that the site has once."),
)

# The replacement character, and UTF-8 that was read as Windows-1252 or Latin-1: "Ã©", "â€™".
_BROKEN = re.compile(
    "\ufffd|Ã[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]|Â[\u0080-\u00bf]|â€|ï»¿"
)

# Names of people that illnesses are named after, as they are written when the apostrophe is
# gone. Those that end in s themselves (Graves, Wilms) are not here.
_UNMISTAKABLE = """Alzheimers Crohns Cushings Dupuytrens Hashimotos Hodgkins Huntingtons Menieres
Parkinsons Peyronies Raynauds Sjogrens Tourettes""".split()
# These may be the names of families; an illness has to follow.
_BEFORE_ILLNESS = """Addisons Bakers Barretts Behcets Bells Bowens Buergers Burkitts Canavans
Castlemans Charcots Dercums Fabrys Fanconis Farbers Friedreichs Gauchers Hansens Hirschsprungs
Hodgkins Horners Kaposis Kawasakis Kennedys Krabbes Leighs Lynchs Marfans Mortons Osgoods Pagets
Picks Pompes Reyes Scheuermanns Stargardts Stills Takayasus Wegeners Whipples Wilsons
Wolmans""".split()
_ILLNESSES = """anaemia anemia arteritis ataxia chorea contracture cyst disease disorder
encephalopathy esophagus lymphoma neuroma oesophagus palsy phenomenon sarcoma sign
syndrome thyroiditis tumor tumour ulcer""".split()
_NO_APOSTROPHE = re.compile(
    rf"\b(?:(?:{'|'.join(_UNMISTAKABLE)})(?:\s+(?:{'|'.join(_ILLNESSES)})s?)?"
    rf"|(?:{'|'.join(_BEFORE_ILLNESS)})\s+(?:{'|'.join(_ILLNESSES)})s?)\b",
)

# Words that lost the letters outside ASCII, and what they are.
_LOST = {
    "Behet": "Behçet",
    "Calv-Perthes": "Calvé-Perthes",
    "Espaol": "Español",
    "Guillain-Barr": "Guillain-Barré",
    "Hrthle": "Hürthle",
    "Klver": "Klüver",
    "Lffler": "Löffler",
    "Mbius": "Möbius",
    "Mllerian": "Müllerian",
    "Mnchausen": "Münchausen",
    "Mnire": "Ménière",
    "Mntrier": "Ménétrier",
    "Rntgen": "Röntgen",
    "Schnlein": "Schönlein",
    "Sjgren": "Sjögren",
    "Waldenstrm": "Waldenström",
    "caf-au-lait": "café-au-lait",
}
_LOST_WORD = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, _LOST))})s?(?![^\W_]|\u0301)")

_WORD = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, _LOST))})s?(?![^\W_]|\u0301)")

# An address is no words.
_ADDRESS = re.compile(r"://|www\.|@|\.[a-z]{2,4}/|\.(?:com|edu|gov|net|org)\b", re.I)
_WORD = re.compile(r"[^\W\d_]+")

# By one of these words a text is told in which the patterns above may find something.
_NAMES = frozenset((*_UNMISTAKABLE, *_BEFORE_ILLNESS))
_REMAINS = frozenset(
    word + plural for lost in _LOST for word in _WORD.findall(lost) for plural in ("", "s")
)


def lost_characters(page: PageFacts) -> Iterator[Finding]:
    """Find characters, letters and spaces that were lost, each word once a page."""
    told: set[str] = set()
    for passage in passages(page.faq) if page.faq else ():
        for rule, sentence, word in _faults(passage.text, page):
            if word not in told:
                told.add(word)
                yield rule(sentence, block=passage.block, field=passage.field)


def _faults(text: str, page: PageFacts) -> Iterator[tuple[Rule, str, str]]:
    """Yield each fault of `text`: its rule, its sentence and the word that it is about."""
    broken = not text.isascii() and _BROKEN.search(text)
    for word in text.split() if broken else ():
        if not _BROKEN.search(word):
            continue
        word = shorten(word, 40)
        yield CHARACTERS_BROKEN, _("“%(word)s” holds broken characters.") % {"word": word}, word
    words = set(_WORD.findall(text))
    for match in () if _NAMES.isdisjoint(words) else _NO_APOSTROPHE.finditer(text):
        word = " ".join(match[0].split())
        yield (
            APOSTROPHE_LOST,
            _("“%(word)s” has lost its apostrophe: “%(right)s”.")
            % {"word": word, "right": re.sub(r"s(?=\s|$)", "’s", word, count=1)},
            word,
        )
    for match in () if _REMAINS.isdisjoint(words) else _LOST_WORD.finditer(text):
        yield (
            LETTERS_LOST,
            _("“%(word)s” has lost a letter: “%(right)s”.")
            % {"word": match[0], "right": _LOST[match[1]]},
            match[0],
        )
    for word, parts in joined(text, page.around.words):
        yield (
            WORDS_JOINED,
            _("“%(word)s” is two words: “%(parts)s”.") % {"word": word, "parts": parts},
            word,
        )
