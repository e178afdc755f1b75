"""Phrases that promise readers a page without linking to one.

A document that went through plain text has lost its links: "you can read about
spinal injections" leads nowhere. An editor can mend that in a minute if told
where. Only text that is not linked is looked at, and each phrase is named once.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from faq_pages.content import FAQ, Link, Text
from faq_pages.importing.suggestions import PageIndex
from faq_pages.importing.vocabulary import normal
from faq_pages.markup import links, plain_text

# Stands for what is linked already, so that no phrase runs across it.
_LINKED = "\ufffc"
_LINK = re.compile(r"<a\b.*?</a>", re.S)
_BLOCK = re.compile(r"</?(?:p|ul|ol|li|h\d)[^>]*>|<br\s*/?>")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)")

# What a phrase may be: it ends at punctuation, or where another clause begins.
_PHRASE = r"(?P<phrase>[^.,;:!?()\[\]“”\ufffc]+)"
_CLAUSE = re.compile(
    r"\s(?:if|when|while|because|so|before|after|by|from|that|which|who|where|here|below|or|as"
    r"|to|is|are|was|were|can|may|will|has|have|(?:on|in|at|through) (?:our|the|this)"
    r"|and (?:how|what|why|when|where|whether|you|your|we|our|to|see|visit|call))\b.*",
    re.I | re.S,
)
_ARTICLE = re.compile(r"(?:(?:the|an?|our|your|their|its|this|these|those)(?:\s+|$))+", re.I)
_NO_NOUNS = frozenset(
    ["how", "what", "why", "when", "where", "which", "who", "whether", "it", "them", "you"]
)
_MOST_WORDS = 12

_NAME = r"[A-Z][\w'’&-]*(?:\s+(?:(?:of|for|and|the|&)\s+)?[A-Z][\w'’&-]*)*"
_READING = re.compile(
    rf"\b(?:(?:read|learn|find out|know) more (?:about|on)|read about|read up on"
    rf"|(?:more|further|detailed) (?:information|details|facts|advice) (?:about|on)"
    rf"|more (?:on|about):?|(?:guide|introduction) to|(?:page|article|guide|section) (?:on|about))"
    rf"\s+{_PHRASE}",
    re.I,
)
_VISITING = re.compile(
    rf"\b(?:[Vv]isit|[Gg]o to|[Hh]ead to|[Ss]ee)\s+(?:our\s+|the\s+)?(?P<phrase>"
    rf"(?:https?://|www\.)[^\s<>,;]+[^\s<>,;.)]|{_NAME}(?=\s+(?:website|site|page|or|and|to|for|on)"
    rf"\b|\s*[.,;!?]|\s*$))"
)
_PAGE = re.compile(
    r"\b(?:the|our)\s+(?P<phrase>(?!next|same|previous|first|last|front|whole|web)"
    r"[\w'’-]+(?:\s[\w'’-]+){0,3}?\s(?:web\s?)?page)\b",
    re.I,
)
_OPTION = re.compile(
    rf"\b(?:one|another)\s(?:[\w'’-]+\s){{0,3}}?(?:option|treatment|procedure|therapy|test)s?\b"
    rf"[^.;:,?!\ufffc]{{0,80}}?\bis\s(?:an?|the)\s{_PHRASE}",
    re.I,
)
_CLICK = re.compile(r"\b(?P<phrase>click here|follow this link|(?:the|this) link below)\b", re.I)
_PATTERNS = (_READING, _VISITING, _PAGE, _OPTION, _CLICK)

# "To learn more about X, visit Y" promises Y.
_PURPOSE = re.compile(r"\W*(?:to|for|if you(?: would|'d|’d)? (?:want|wish|like) to)\s*", re.I)


@dataclass(frozen=True)
class _Promise:
    start: int
    end: int
    phrase: str


def promises(faq: FAQ, pages: PageIndex | Iterable[Link] = ()) -> Iterator[str]:
    """Yield a sentence for each phrase of `faq` that promises a page, in order.

    `pages` are those of the site, as an index if it has more FAQs to look at;
    the best match is suggested, and naming one by its title counts as a promise.
    """
    named: set[str] = set()
    index = pages if isinstance(pages, PageIndex) else PageIndex(pages)
    linked = {url for html in _html_of(faq) for url in links(html)}
    for sentence in _sentences(faq):
        for phrase, page in _promised(sentence, index, linked, own=faq.title):
            if normal(phrase) not in named:
                named.add(normal(phrase))
                yield _sentence(phrase, page)


def _sentence(phrase: str, page: Link | None) -> str:
    if page is None:
        return f"“{phrase}” seems to promise a page, but has no link: link it, or reword it."
    return (
        f"“{phrase}” seems to promise a page, but has no link. "
        f"The page meant may be “{page.text}” ({page.url})."
    )


def _html_of(faq: FAQ) -> Iterator[str]:
    if faq.tldr:
        yield faq.tldr.html
    for question in faq.questions:
        yield from (part.html for part in question.answer if isinstance(part, Text))


def _sentences(faq: FAQ) -> Iterator[str]:
    for html in _html_of(faq):
        for block in _BLOCK.split(_LINK.sub(_LINKED, html)):
            yield from _SENTENCE.split(plain_text(block))


def _promised(
    sentence: str, index: PageIndex, linked: set[str], *, own: str
) -> list[tuple[str, Link | None]]:
    """Return the phrases of `sentence` that promise a page, in order, each with its page.

    A page with the title `own` is that of the document itself, which is never meant.
    """
    promised = list(_promises_in(sentence))
    found = [
        (promise.start, promise.phrase, index.best(promise.phrase, besides=own))
        for promise in promised
    ]
    taken = {page.url for _, _, page in found if page} | linked
    for start, phrase, page in index.named_in(sentence, besides=own):
        is_inside = any(promise.start <= start < promise.end for promise in promised)
        if page.url not in taken and not is_inside:
            found.append((start, phrase, page))
    return [(phrase, page) for _, phrase, page in sorted(found, key=lambda each: each[0])]


def _promises_in(sentence: str) -> Iterator[_Promise]:
    """Yield the promises of one sentence that do not overlap."""
    matches = sorted(
        (match for pattern in _PATTERNS for match in pattern.finditer(sentence)),
        key=lambda match: match.start("phrase"),
    )
    end = 0
    for match in matches:
        phrase = match["phrase"] if match.re is _CLICK else _trimmed(match["phrase"])
        start = match.start("phrase")
        if not phrase or start < end or _is_purpose(sentence, match, matches):
            continue
        end = start + len(match["phrase"].partition(phrase)[0]) + len(phrase)
        yield _Promise(start, end, phrase)


def _is_purpose(sentence: str, match: re.Match[str], matches: Sequence[re.Match[str]]) -> bool:
    """Whether `match` only says what a later promise or link of the sentence is for."""
    if not _PURPOSE.fullmatch(sentence[: match.start()]):
        return False
    return _LINKED in sentence[match.end() :] or any(
        other.start() >= match.end() for other in matches
    )


def _trimmed(phrase: str) -> str:
    """Return the noun phrase that `phrase` begins with, "" if it is none."""
    phrase = _CLAUSE.sub("", phrase).strip(" \"'‘’")
    article = _ARTICLE.match(phrase)
    phrase = phrase[article.end() :] if article else phrase
    words = phrase.split()
    is_noun = 0 < len(words) <= _MOST_WORDS and words[0].lower() not in _NO_NOUNS
    return phrase if is_noun and len(phrase) > 2 else ""
