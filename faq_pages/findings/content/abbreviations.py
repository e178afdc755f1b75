"""Abbreviations that the page never explains."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from faq_pages.content import FAQ
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.passages import passages
from faq_pages.markup import shorten

ABBREVIATION_UNEXPLAINED = Rule(
    "abbreviation-unexplained",
    "content",
    "advice",
    47,
    gettext_lazy("Write it out where it first stands, such as “magnetic resonance imaging (MRI)”."),
)

# What readers know better short than long.
_KNOWN = frozenset(
    """AD AIDS AM ASAP BBC BC BMI CBD CD COVID COVID-19 DIY DNA DVD EU FAQ FAQS GPS HIV HIV/AIDS ID
    IDS II III IQ IT IV IX LCD LED LLC MD NASA NATO NHS NOT NYC OK PC PDF PDFS PHD PIN PM PO POW
    PS QR RN RNA RSVP SMS SOS SPF TB THC TLDR TV UK UN URL US USA UTC UV UVA UVB VI VII VIII VIP
    VS WC WHO WIFI WWW XI XII XIV XV XVI XX XXX XXXX XXY XX/XY XY XYY ZIP
    AND BUT DO DON EVERY FOR IF IN IS MUST NEVER NO OF ON ONLY OR STOP THE TO YES YOU YOUR CALL
    AB CDC ET FDA NIH ALL ANY AT BE BY NOTE WARNING URGENT""".split()
)
# What patients hear and say in a clinic, short as it is: who treats them (GP), where (ER, ICU)
# and by what (IV, CT or CAT scan). MRI is not among them, by choice: it is as well known, but
# who fears the noise and the tube should read once what it is; nor EKG and ECG, two names of
# one thing that many do not know to be one.
_OF_CLINICS = frozenset("CAT CT ER ERS GP GPS ICU IVS".split())
# After a name, and of what is no word: states, time zones, units and groups of blood.
_CREDENTIALS = frozenset(
    """MD DO PHD RN NP PA MPH MS MSC BSC MA BA MBA DDS DMD DPT PT OT RD LPN CRNP FACP FACS FAAPMR
    FAAP FACC FRCP FRCS MBBS MBCHB PHARMD PSYD DNP APRN CNM CRNA DPM OD DVM LCSW JD EDD DRPH SCD
    FNP-C PA-C ATC""".split()
)
_STATES = frozenset(
    """AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE
    NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY EST EDT CST CDT MST PST PDT
    GMT""".split()
)
_UNITS = frozenset("MG ML KG CM MM KM IU MCG GY MHZ KHZ GHZ HZ DB KB MB GB PH CC".split())

# Two to six capitals, perhaps with a number after them and a plural s.
_ABBREVIATION = re.compile(r"(?<![\w.@/&’'+-])([A-Z]{2,6}(?:-?\d{1,3})?)(s?)(?![\w@/&+-]|[.’']\w)")
_STAGE = re.compile(r"[IVX]+[A-D]?\d?")
_SHOUTED_BEFORE = re.compile(r"[A-Z]{2,}\s+$")
_SHOUTED_AFTER = re.compile(r"\s+[A-Z]{2,}\b")

# How an abbreviation is explained: in brackets after words; among other names in brackets;
# with the words behind it, in brackets or not; after "or". Names of genes and of what they
# make stand for themselves.
_REACH = 90
_OPENED = re.compile(r"\w[^\w\s(]{0,2}\s*\([“\"]?$")
_CLOSED = re.compile(r"s?[”\"]?(?:\)|[;,/]| or )")
_LISTED = re.compile(
    r"\((?:[^()]{0,60}[\s,;“\"])?(?:called|or|abbreviated(?: as)?|short|known as|as)[\s,;“\"]+$"
)
_SPELLED_AFTER = re.compile(
    r"s?(?:(?:\s\w+){0,2}\s*\(|,? (?:which )?(?:is short|stands|short) for |,? which means "
    r"| means |\s?[–—-] |, or |: | or )(?:the |an? )?([^().;:\n]{4,})"
)
_SPELLED_BEFORE = re.compile(
    r"([^().;:\n]*?),?\s(?:or|called|abbreviated|known as)(?: an?| the)?\s$"
)
_GENE_AFTER = re.compile(r"[^.\n]{0,60}?\b(?:genes?|proteins?|mutations?|enzymes?|receptors?)\b")
_GENE_BEFORE = re.compile(r"\b(?:genes?|proteins?|mutations?|enzymes?)\b[^.\n]{0,60}$")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(r"[A-Z][a-z]+(?:[\s-]+(?:(?:and|for|in|of|on|the)\s+)*[A-Z][a-z]+)+")
_NAMED = 3


def abbreviations(page: PageFacts) -> Iterator[Finding]:
    """Find abbreviations that no text of the page explains, at the block that has them first."""
    if not page.faq:
        return
    texts = [(passage, passage.text) for passage in passages(page.faq)]
    places: dict[str, int] = {}
    # A title cannot explain; the first block that has it can.
    for number, (_passage, text) in sorted(enumerate(texts), key=lambda each: not each[1][0].block):
        for name in found_in(text):
            places.setdefault(name, number)
    known = _explained(places, page.faq, [text for _passage, text in texts])
    by_place: dict[int, list[str]] = {}
    for name, number in places.items():
        if name not in known:
            by_place.setdefault(number, []).append(name)
    for number, names in sorted(by_place.items()):
        passage = texts[number][0]
        listed = ", ".join(f"“{name}”" for name in names[:_NAMED])
        if len(names) > _NAMED:
            listed = _("%(names)s and %(count)d more") % {
                "names": listed,
                "count": len(names) - _NAMED,
            }
        yield ABBREVIATION_UNEXPLAINED(
            ngettext(
                "The page never says what %(names)s in “%(place)s” means.",
                "The page never says what %(names)s in “%(place)s” mean.",
                len(names),
            )
            % {"names": listed, "place": shorten(passage.name, 60)},
            block=passage.block,
            field=passage.field,
        )


def found_in(text: str) -> Iterator[str]:
    """Yield the abbreviations in `text` that a reader may not know, again and again."""
    for line in text.split("\n"):
        if line.upper() == line:  # a line in capitals has words in it
            continue
        for match in _ABBREVIATION.finditer(line):
            name, before = match[1], line[max(0, match.start() - _REACH) : match.start()]
            if name in _KNOWN or name in _OF_CLINICS or name in _UNITS or _STAGE.fullmatch(name):
                continue
            if before.endswith((", ", ". ")) and (name in _CREDENTIALS or name in _STATES):
                continue
            if _SHOUTED_BEFORE.search(before) or _SHOUTED_AFTER.match(line, match.end()):
                continue  # "DO NOT EAT"
            yield name


def _explained(names: Iterable[str], faq: FAQ, texts: Iterable[str]) -> set[str]:
    """Return those of `names` that the page explains, in its text or as names of its topics."""
    topics = [name for topic in faq.topics for name in (topic.name, *topic.also_called)]
    whole = "\n".join([*texts, *topics])
    small = {word for word in _WORD.findall(whole) if word.islower()}
    spelled = {
        "".join(word[0] for word in _WORD.findall(match[0]) if word[0].isupper())
        for match in _CAPITALISED.finditer(whole)
    }
    # A word that the page also has in small letters is only stressed.
    return {
        name
        for name in names
        if name.lower() in small
        or (len(name) > 2 and name in spelled)
        or _is_explained(name, whole)
    }


def _is_explained(name: str, text: str) -> bool:
    letters = [char for char in name.casefold() if char.isalpha()]
    for match in re.finditer(re.escape(name), text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        after = text[match.end() : match.end() + _REACH]
        if _OPENED.search(before) and _CLOSED.match(after):
            return True
        if _LISTED.search(before) or _GENE_AFTER.match(after) or _GENE_BEFORE.search(before):
            return True
        if (found := _SPELLED_AFTER.match(after)) and _begins_with(letters, found[1]):
            return True
        if (found := _SPELLED_BEFORE.search(before)) and _begins_with(letters, found[1]):
            return True
    return False


def _begins_with(letters: list[str], text: str) -> bool:
    """Whether the words of `text` begin with `letters` in order, one of them perhaps not.

    One long word may hold them all: "EKG (electrocardiogram)".
    """
    found = _WORD.findall(text.casefold())
    initials = iter([word[0] for word in found])
    held = sum(1 for letter in letters if letter in initials)
    if held >= max(2, len(letters) - 1):
        return True
    return bool(found) and len(found[0]) > 2 * len(letters) and found[0][0] == letters[0]
