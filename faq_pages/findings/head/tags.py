"""What search engines, shared links and screen readers take from the head of a page."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urldefrag, urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule, Sentence
from faq_pages.markup import shorten


def _warning(id: str, weight: int, remedy: Sentence) -> Rule:
    return Rule(id, "head", "warning", weight, remedy)


def _advice(id: str, weight: int, remedy: Sentence) -> Rule:
    return Rule(id, "head", "advice", weight, remedy)


TITLE_MISSING = _warning("title-missing", 66, gettext_lazy("Give the page a title."))
TITLES_SEVERAL = _warning("titles-several", 40, gettext_lazy("Keep one title element."))
TITLE_LONG = _advice(
    "title-long", 29, gettext_lazy("Put what the page is about first, and shorten the rest.")
)
TITLE_SHORT = _advice("title-short", 27, gettext_lazy("Say what the page is about."))
TITLE_SHARED = _warning(
    "title-shared", 44, gettext_lazy("Give each page a title that no other page has.")
)
DESCRIPTION_MISSING = _advice(
    "description-missing",
    33,
    gettext_lazy("Write a TLDR or a search description of one or two sentences."),
)
DESCRIPTIONS_SEVERAL = _warning(
    "descriptions-several", 39, gettext_lazy("Keep one meta description.")
)
DESCRIPTION_LONG = _advice(
    "description-long", 22, gettext_lazy("Say the most important thing in the first 155.")
)
DESCRIPTION_SHORT = _advice(
    "description-short", 21, gettext_lazy("Say in a whole sentence what readers will find.")
)
DESCRIPTION_SHARED = _advice(
    "description-shared", 31, gettext_lazy("Describe what only this page answers.")
)
CANONICAL_MISSING = _warning(
    "canonical-missing", 43, gettext_lazy("Name the page's own address in a canonical link.")
)
CANONICALS_SEVERAL = _warning(
    "canonicals-several", 45, gettext_lazy("Keep one: search engines ignore them all otherwise.")
)
CANONICAL_RELATIVE = _warning(
    "canonical-relative", 46, gettext_lazy("Write the whole address, beginning with https://.")
)
CANONICAL_ELSEWHERE = _warning(
    "canonical-elsewhere",
    68,
    gettext_lazy(
        "Empty the field “Canonical URL” under Sharing, unless search engines shall list that "
        "address instead of this page. If the field is empty, correct the site's host name."
    ),
)
CARD_INCOMPLETE = _advice(
    "card-incomplete", 18, gettext_lazy("Give the page what a shared link shows of it.")
)
CARD_EMPTY = _warning("card-empty", 36, gettext_lazy("Fill it, or leave the whole element out."))
CARD_IMAGE_RELATIVE = _warning(
    "card-image-relative", 37, gettext_lazy("Write its whole address: other sites fetch it.")
)
LANGUAGE_MISSING = _warning(
    "language-missing",
    50,
    gettext_lazy('Name the language of the page, as in lang="en", for those who hear it read.'),
)
VIEWPORT_MISSING = _warning(
    "viewport-missing",
    52,
    gettext_lazy("Add the viewport element: a phone shows the page in tiny letters without it."),
)

# Google shows about 600 pixels of a title, some 60 Latin letters, and about 155 characters of
# a description on a wide screen; it names no figures of its own (Search Central, "Influencing
# title links" and "Control your snippets").
TITLE_LENGTH = 60
DESCRIPTION_LENGTH = 160
# Two words with a name; less than a sentence.
_TITLE_LEAST = 10
_DESCRIPTION_LEAST = 50


def title(page: PageFacts) -> Iterator[Finding]:
    """Find a title that is missing, doubled, too long or short, or that another page has."""
    titles = page.document.titles
    text = titles[0] if titles else ""
    if not text:
        yield TITLE_MISSING(_("The page has no title."))
    if len(titles) > 1:
        yield TITLES_SEVERAL(
            _("The page has %(count)d titles, the second is “%(title)s”.")
            % {"count": len(titles), "title": shorten(titles[1], 60)}
        )
    if len(text) > TITLE_LENGTH:
        yield TITLE_LONG(
            _("The title “%(title)s” has %(length)d characters; search engines show about 60.")
            % {"title": shorten(text, 90), "length": len(text)}
        )
    if text and len(text) < _TITLE_LEAST:
        yield TITLE_SHORT(
            _("The title “%(title)s” has only %(length)d characters.")
            % {"title": text, "length": len(text)}
        )
    if text and (other := _other(page, page.around.titles, text)):
        yield TITLE_SHARED(
            _("%(address)s has the same title, “%(title)s”.")
            % {"address": other, "title": shorten(text, 90)}
        )


def description(page: PageFacts) -> Iterator[Finding]:
    """Find a description that is missing, doubled, too long or short, or not the page's own."""
    found = page.document.metas("description")
    text = " ".join(found[0].split()) if found else ""
    if not text:
        yield DESCRIPTION_MISSING(
            _("The page has no description, so search engines choose some words of it.")
        )
    if len(found) > 1:
        yield DESCRIPTIONS_SEVERAL(
            _("The page has %(count)d descriptions.") % {"count": len(found)}
        )
    quoted = {"description": shorten(text, 60), "length": len(text)}
    if len(text) > DESCRIPTION_LENGTH:
        yield DESCRIPTION_LONG(
            _("The description “%(description)s” has %(length)d characters; about 155 are shown.")
            % quoted
        )
    if text and len(text) < _DESCRIPTION_LEAST:
        yield DESCRIPTION_SHORT(
            _("The description “%(description)s” has only %(length)d characters.") % quoted
        )
    if text and (other := _other(page, page.around.descriptions, text)):
        yield DESCRIPTION_SHARED(
            _("%(address)s has the same description, “%(description)s”.")
            % {"address": other, **quoted}
        )


def _other(page: PageFacts, known: Mapping[str, Sequence[str]], text: str) -> str:
    """Return an address other than the page's that has `text`, or ""."""
    return next((each for each in known.get(text, ()) if urldefrag(each)[0] != page.url), "")


def canonical(page: PageFacts) -> Iterator[Finding]:
    """Find a canonical address that is missing, doubled, not whole, or on another site."""
    found = page.document.links_in_head("canonical")
    if not found:
        if not page.is_draft:  # a draft has no address yet
            yield CANONICAL_MISSING(_("The page names no canonical address."))
        return
    if len(set(found)) > 1:
        yield CANONICALS_SEVERAL(
            _("The page names %(count)d canonical addresses: %(addresses)s.")
            % {"count": len(set(found)), "addresses": ", ".join(dict.fromkeys(found))}
        )
    address = found[0].strip()
    host, scheme = _host(address), address.partition(":")[0].lower()
    if scheme not in {"http", "https"} or not host:
        yield CANONICAL_RELATIVE(
            _("The canonical address “%(address)s” is not a whole one.")
            % {"address": shorten(address, 100)}
        )
    elif _host(page.around.root) and _origin(address) != _origin(page.around.root):
        yield CANONICAL_ELSEWHERE(
            _("The canonical address %(address)s is not on %(root)s.")
            % {"address": shorten(address, 100), "root": page.around.root}
        )


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:  # such as the unclosed bracket of "http://[a"
        return ""


def _origin(address: str) -> tuple[str, str]:
    return address.partition(":")[0].lower(), _host(address)


# What a card shows: Open Graph's required properties but its type and address, which follow
# from the page (https://ogp.me), and those of X's summary card, which fall back on them.
_OPEN_GRAPH = ("og:title", "og:description", "og:image")
_CARD_IMAGES = ("og:image", "twitter:image")
_CARDS = (
    *_OPEN_GRAPH,
    *("og:type", "og:url", "og:site_name", "og:image:alt", "og:locale"),
    *("twitter:card", "twitter:title", "twitter:description", "twitter:image"),
    *("twitter:site", "twitter:creator", "twitter:image:alt"),
)


def cards(page: PageFacts) -> Iterator[Finding]:
    """Find cards of shared links that lack something, have nothing in them, or no whole image.

    A site that has turned them off has none, and is not asked for them. A page without a
    description has none for its card: that is told once, by `description`.
    """
    metas = page.document.metas
    named = [name for name in _CARDS if metas(name)]
    if any(name.startswith("og:") for name in named):
        has_description = any(map(_says, metas("description")))
        lacking = [
            name
            for name in _OPEN_GRAPH
            if name not in named and (has_description or name != "og:description")
        ]
        if lacking:
            yield CARD_INCOMPLETE(
                _("The card of a shared link has no %(names)s.") % {"names": ", ".join(lacking)}
            )
    for name in named:
        if not all(map(_says, metas(name))):
            yield CARD_EMPTY(_("The element %(name)s has nothing in it.") % {"name": name})
    for name in _CARD_IMAGES:
        for address in metas(name):
            if _says(address) and not _host(address.strip()):
                yield CARD_IMAGE_RELATIVE(
                    _("The address “%(address)s” in %(name)s is not a whole one.")
                    % {"address": shorten(address, 100), "name": name}
                )


def _says(value: str) -> bool:
    """Whether `value` holds more than the sign before an account."""
    return bool(value.strip(" @"))


def language_and_viewport(page: PageFacts) -> Iterator[Finding]:
    """Find a page that does not say its language, or does not fit phones."""
    if not page.document.language.strip():
        yield LANGUAGE_MISSING(_("The page does not say what language it is in."))
    if not any(map(_says, page.document.metas("viewport"))):
        yield VIEWPORT_MISSING(_("The page does not fit its width to phones."))
