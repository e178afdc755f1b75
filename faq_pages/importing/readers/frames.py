"""The frame around a web page's text: menus, footers, banners, forms."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.fragments import words_of
from faq_pages.importing.readers.furniture import (
    HEADINGS,
    holds_questions,
    is_linked,
    is_title,
    parts_of_furniture,
)
from faq_pages.importing.vocabulary import ends_sentence

_MAIN = "main, [role=main]"
# Parts of a web page that are not its text, by their element or their role.
_NAVIGATION = (
    "nav, header, footer, [role=navigation], [role=search], [role=contentinfo], [role=banner], "
    "[role=complementary], [role=dialog]"
)
# What this app's own pages have around an FAQ.
_OWN = ".faq-byline, .faq-disclaimer, .faq-handout, .faq-related, .faq-topics"
# Parts that only their names tell. Text has such words in its ids, too
# ("social-support"): what has a heading stays.
_NAMES = (
    "breadcrumb", "newsletter", "pagination", "share-", "-share", "sharing", "sidebar",
    "skip-link", "skip-to", "skiplink", "social-", "-social",
)  # fmt: skip
_BANNERS = ("cookie-", "-cookie", "cookiebanner", "cookieconsent", "onetrust", "gdpr")
# Names that are a part's own, and of what is only such where it stands alone, before
# the first heading or after the last, or is made of links.
_WHOLE_NAMES = frozenset(
    """author-bio author-box about-author comment-respond comments comments-area newsletter-signup
    post-tags related related-articles related-content related-posts related-topics sharedaddy
    tag-list tags""".split()
)
# "By Ann, May 3" is; "Reviewed every year by our nurses." is a sentence of the text.
_META_NAMES = frozenset("article-meta byline entry-meta post-meta postmetadata".split())
_FIRST_NAMES = frozenset(
    "elementor-location-header header page-header site-header top-bar topbar".split()
)
_LAST_NAMES = frozenset(
    "elementor-location-footer footer footer-widgets page-footer site-footer".split()
)
_LINKED_NAMES = frozenset("menu main-menu nav-menu navbar tags widget widget-area".split())
_BOXES = frozenset({"div", "section", "ul", "ol", "p", "span"})

# A part with more of the page's words than this is no frame, whatever its name.
_MOST_WORDS = 1 / 3


def without_frame(soup: BeautifulSoup) -> Iterator[LeftOut]:
    """Take menus, footers, banners and forms out; yield what they say."""
    total = max(len(words_of(soup)), 1)
    for element in soup.select(_NAVIGATION):
        # The header of an article is its heading, not the site's.
        is_article = element.name == "header" and element.select_one("h1, h2, h3")
        if not element.decomposed and not is_article:
            yield from _taken_out(element)
    for element in soup.select(_OWN):
        yield from _taken_out(element)
    for element in [*soup.select(_named(_NAMES)), *filter(_is_aside, soup.select("aside"))]:
        if not element.decomposed and all(map(is_title, element.find_all(HEADINGS))):
            yield from _taken_out_unless_text(element, total)
    yield from _without_named(soup, total)
    for element in soup.select(_named(_BANNERS)):
        if element.name not in HEADINGS:
            yield from _taken_out_unless_text(element, total)
    for part in parts_of_furniture(soup):
        if not part.decomposed:
            yield from _taken_out(part)
    for form in soup.select("form"):
        yield from _taken_out_unless_text(form, total, Reason.UNSUPPORTED)
    yield from _outside_main(soup, total)
    for links in soup.select("ul, ol"):
        if not links.decomposed and _leads_within_the_page(links):
            yield from _taken_out(links)


def without_margins(soup: BeautifulSoup) -> Iterator[LeftOut]:
    """Take the header and footer of Google Docs out: plain divisions around the text."""
    children = soup.find_all(True, recursive=False)
    for margin in {id(each): each for each in (*children[:1], *children[-1:])}.values():
        if len(children) > 1 and margin.name == "div" and not margin.attrs:
            yield from _taken_out(margin)


def _without_named(soup: BeautifulSoup, total: int) -> Iterator[LeftOut]:
    """Take out what its own name says is no text, if nothing in it asks."""
    elements = soup.find_all(True)
    headings = [place for place, each in enumerate(elements) if each.name in HEADINGS]
    first, last = (headings[0], headings[-1]) if headings else (-1, len(elements))
    for place, element in enumerate(elements):
        if element.decomposed or element.name not in _BOXES:
            continue
        names = {name.lower() for name in (*(element.get("class") or ()), element.get("id") or "")}
        is_edge = (names & _FIRST_NAMES and place < first) or (names & _LAST_NAMES and place > last)
        if (
            (is_edge and not element.find(HEADINGS))
            or (names & _LINKED_NAMES and is_linked(element))
            or (names & _WHOLE_NAMES and not holds_questions(element))
            or (names & _META_NAMES and not ends_sentence(words_of(element)))
        ):
            yield from _taken_out_unless_text(element, total)


def _outside_main(soup: BeautifulSoup, total: int) -> Iterator[LeftOut]:
    mains = soup.select(_MAIN)
    if len(mains) != 1 or not _is_text(mains[0], total):
        return
    (main,) = mains
    heading = soup.find("h1")
    if isinstance(heading, Tag) and main.find("h1") is None:
        main.insert(0, heading.extract())  # the title in a banner of its own
    level: Tag | None = main
    while level is not None and level.parent is not None:
        for sibling in list(level.previous_siblings) + list(level.next_siblings):
            if isinstance(sibling, Tag):
                yield from _taken_out(sibling)
            elif words := " ".join(str(sibling).split()):
                sibling.extract()
                yield LeftOut(words, Reason.NAVIGATION)
        level = level.parent


def _is_text(element: Tag, total: int) -> bool:
    """Whether `element` holds what the page is about."""
    return element.find("h1") is not None or len(words_of(element)) > _MOST_WORDS * total


def _is_aside(element: Tag) -> bool:
    """Whether an `aside` leads elsewhere; one without a link says something of the text."""
    return element.find("a") is not None


def _named(words: tuple[str, ...]) -> str:
    return ", ".join(
        f'{tag}[{name}*="{word}" i]'
        for tag in ("div", "section", "aside", "ul", "ol", "p")
        for name in ("class", "id")
        for word in words
    )


def _leads_within_the_page(links: Tag) -> bool:
    """Whether a list is a table of contents: all its words link to "#..."."""
    anchors = links.select('a[href^="#"]')
    linked = "".join(words_of(anchor) for anchor in anchors)
    return len(anchors) > 1 and linked.replace(" ", "") == words_of(links).replace(" ", "")


def _taken_out(element: Tag, reason: Reason = Reason.NAVIGATION) -> Iterator[LeftOut]:
    for link in element.find_all(["a", "button"]):
        link.append(" ")  # the space between links is often a style's
    words = words_of(element)
    element.decompose()
    if words:
        yield LeftOut(words, reason)


def _taken_out_unless_text(
    element: Tag, total: int, reason: Reason = Reason.NAVIGATION
) -> Iterator[LeftOut]:
    if not element.decomposed and not _is_text(element, total):
        yield from _taken_out(element, reason)
