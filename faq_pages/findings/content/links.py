"""Whether the links of a page lead somewhere, and say where."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.findings.document import seen_text
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.findings.passages import Link, passages
from faq_pages.markup import shorten

LINK_BROKEN = Rule(
    "link-broken",
    "content",
    "warning",
    72,
    gettext_lazy("Link to a page that is there, or remove the link."),
)
LINK_NOWHERE = Rule(
    "link-nowhere",
    "content",
    "warning",
    71,
    gettext_lazy("Choose the page again, or remove the link: its page may have been deleted."),
)
LINK_REDIRECTED = Rule(
    "link-redirected",
    "content",
    "advice",
    30,
    gettext_lazy("Link to the address that it leads to."),
)
LINK_BARE = Rule(
    "link-bare",
    "content",
    "advice",
    28,
    gettext_lazy("Link the words that say what is there: a screen reader spells an address."),
)
LINK_VAGUE = Rule(
    "link-vague",
    "content",
    "advice",
    35,
    gettext_lazy("Link the words that say where it leads: many readers go from link to link."),
)

QUOTE_LENGTH = 60

# Link texts that say nothing without the words around them (WCAG 2.2, 2.4.9), in small letters.
_VAGUE = frozenset(
    " ".join(text.split())
    for text in """
    click|click here|here|this|link|this link|this page|read|read more|read on|more|see|
    see here|see more|learn more|find out more|more info|more information|details|continue|go|
    tap here|click this link|follow this link|this website|website|info|clic aquí|
    haga clic aquí|aquí|leer más|más información|hier|mehr|weiterlesen|ici|
    cliquez ici|en savoir plus""".split("|")
)
_BARE = re.compile(r"(?:https?://|www\.)\S+\Z", re.I)


def broken_links(page: PageFacts) -> Iterator[Finding]:
    """Find links that lead nowhere, to an error, to no element of the page or to a redirect."""
    for link, block in _links(page):
        named = {"text": shorten(link.text, QUOTE_LENGTH) or _("no words")}
        if not link.href:
            yield LINK_NOWHERE(_("The link “%(text)s” has no address.") % named, block=block)
            continue
        named["address"] = shorten(link.href, 100)
        if (anchor := _anchor_on(page, link.href)) and not _is_on(page, anchor):
            yield LINK_BROKEN(
                _("The link “%(text)s” leads to “#%(anchor)s”, which is not on the page.")
                % {**named, "anchor": shorten(anchor, QUOTE_LENGTH)},
                block=block,
            )
            continue
        status = page.around.statuses.get(_absolute(page, link.href), 0)
        if status >= 400:
            yield LINK_BROKEN(
                _("The link “%(text)s” leads to %(address)s, which answers %(status)d.")
                % {**named, "status": status},
                block=block,
            )
        elif 300 <= status < 400 and status != 304:
            yield LINK_REDIRECTED(
                _("The link “%(text)s” leads to %(address)s, which leads on to another address.")
                % named,
                block=block,
            )


def link_texts(page: PageFacts) -> Iterator[Finding]:
    """Find links whose words are an address, or say nothing."""
    for link, block in _links(page):
        words = link.text.casefold().strip(" .!…:»›→>-")
        if _BARE.match(link.text):
            yield LINK_BARE(
                _("The text of a link is its address, “%(text)s”.")
                % {"text": shorten(link.text, QUOTE_LENGTH)},
                block=block,
            )
        elif words in _VAGUE:
            yield LINK_VAGUE(
                _("The link to %(address)s says only “%(text)s”.")
                % {
                    "address": shorten(link.href or "", 100) or _("no address"),
                    "text": link.text,
                },
                block=block,
            )


def _links(page: PageFacts) -> Iterator[tuple[Link, str]]:
    """Yield the links of the page's own text, with the block of each."""
    if page.faq is None:
        for main in page.document.root.iter("main"):
            for each in main.iter("a"):
                # An anchor of old pages, `<a name>`, is no link.
                if each.get("href") is not None or not (each.get("name") or each.get("id")):
                    yield Link(each.get("href"), seen_text(each) or _label(each)), ""
        return
    for passage in passages(page.faq):
        for link in passage.links:
            yield link, passage.block
    call = page.faq.call_to_action
    if call and call.url:
        yield Link(call.url, call.button), call.id


def _label(element: object) -> str:
    get = getattr(element, "get", lambda name: None)
    return str(get("aria-label") or get("title") or "")


def _absolute(page: PageFacts, href: str) -> str:
    try:
        return urldefrag(urljoin(page.url, href))[0]
    except ValueError:  # such as the unclosed bracket of "http://[a"
        return ""


def _anchor_on(page: PageFacts, href: str) -> str:
    """Return the anchor of `href` if it is one of this page."""
    try:
        address, anchor = urldefrag(urljoin(page.url, href))
    except ValueError:
        return ""
    return anchor if href.startswith("#") or (page.url and address == page.url) else ""


def _is_on(page: PageFacts, anchor: str) -> bool:
    # Browsers take "#top" to the top of any page; a text directive names words, no element.
    if not page.html or anchor.casefold() == "top" or anchor.startswith(":~:"):
        return True
    names = {anchor, unquote(anchor)}
    return not names.isdisjoint(page.document.ids) or any(
        each.get("name") in names for each in page.document.root.iter("a")
    )
