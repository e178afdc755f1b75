"""The reader of HTML: web pages, exports of word processors, the clipboard."""

import re
from collections.abc import Iterator, Mapping
from html import unescape

import nh3
from bs4 import BeautifulSoup

from faq_pages.bullets import bullets_to_lists
from faq_pages.importing.addresses import is_whole, unwrapped
from faq_pages.importing.documents import Document, LeftOut, Reason
from faq_pages.importing.fragments import words_of
from faq_pages.importing.readers.accordions import show_heading_roles, show_openers
from faq_pages.importing.readers.blocks import blocks
from faq_pages.importing.readers.frames import without_frame, without_margins
from faq_pages.importing.readers.hidden import hidden, without_hidden_words
from faq_pages.importing.readers.marginalia import (
    place_footnotes,
    settle_changes,
    struck,
    without_comments,
    without_struck_words,
    without_task_marks,
)
from faq_pages.importing.readers.mazes import maze, refuse_grown, refuse_mazes
from faq_pages.importing.readers.office import mend_lists, show_styles
from faq_pages.importing.readers.pictures import take_pictures
from faq_pages.importing.readers.question_tables import show_questions
from faq_pages.importing.readers.unreadable import Readable, flattened, readable
from faq_pages.markup import URL_SCHEMES

_STRUCTURE = frozenset(
    """address article aside blockquote button center dd details div dl dt fieldset figcaption
    figure footer form header hr label legend main nav pre section summary""".split()
)
_TABLES = frozenset(
    {"caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
_WORDS = frozenset(
    """a abbr acronym b big br cite code del dfn em font h1 h2 h3 h4 h5 h6 i img ins kbd li mark
    ol p q s small span strike strong sub sup time tt u ul var""".split()
)
# Their content is no text: it goes with them.
_NO_TEXT = frozenset(
    """audio canvas embed frameset iframe math noframes noscript object script select style svg
    template textarea title video xml""".split()
)
_ATTRIBUTES = {
    "*": {
        "aria-controls", "aria-expanded", "aria-level", "class", "hidden", "id", "itemprop",
        "itemtype", "role", "style",
    },
    "a": {"href", "name", "rel"},
    "font": {"size"},
    "img": {"alt", "height", "src", "width"},
    "label": {"for"},
    "ol": {"type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}  # fmt: skip
_CLEAN_TAGS = frozenset(
    """h1 h2 h3 h4 h5 h6 p ul ol li table caption tr th td img aside a b i sub sup br""".split()
)
_CLEAN_ATTRIBUTES = {
    "a": {"href"},
    "aside": {"class"},
    "img": {"alt", "height", "src", "title", "width"},
}
# A link without an address is a button of a script. It is told before unsafe addresses go.
_BUTTON = re.compile(r"<a(?=[\s>])(?![^>]*\shref\b)", re.I)
_GOOGLE_DOC = re.compile(r"<body\b[^<>]*\bdoc-content\b", re.I)
_TITLE = re.compile(r"<title[^<>]*>([^<]*)</title", re.I)


def read_html(name: str, html: str, files: Mapping[str, bytes] | None = None) -> Document:
    """Return HTML as a document; refuse it if it is not meant for people.

    `files` are pictures that came with it, by the address that it gives them.
    """
    title = _TITLE.search(html)
    found = readable(html)
    refuse_mazes(name, found.html)
    well_formed = _well_formed(found.html)
    refuse_grown(name, well_formed)
    found.files.update(files or {})
    try:
        return _read(well_formed, found, " ".join(unescape(title[1]).split()) if title else "")
    except RecursionError:
        raise maze(name, "elements inside each other") from None


def _read(html: str, found: Readable, title: str) -> Document:
    soup = BeautifulSoup(html, "html.parser")
    left_out = [*found.left_out, *without_comments(soup)]
    footnotes = [*place_footnotes(soup)]
    show_heading_roles(soup)
    left_out += without_margins(soup) if _GOOGLE_DOC.search(found.html) else []
    left_out += without_frame(soup)
    for_others, unseen = without_hidden_words(soup)
    left_out += for_others
    show_styles(soup, found.styles)
    struck_out = [*without_struck_words(soup)]
    changes = [
        *settle_changes(soup),
        *(struck(each.text) for each in struck_out),
        *(hidden(each.text) for each in unseen),
    ]
    left_out += [*without_task_marks(soup), *show_questions(soup)]
    show_openers(soup)
    mend_lists(soup)
    links = [*_with_links_mended(soup)]
    pictures, problems = take_pictures(soup, found.files)
    has_own_title = title and soup.find("h1") and title not in words_of(soup)
    left_out += [LeftOut(title, Reason.NAVIGATION)] if has_own_title else []
    return Document(
        html=_clean(bullets_to_lists("".join(blocks(soup)))),
        title=title,
        pictures=pictures,
        left_out=(*left_out, *struck_out, *unseen),
        unsure=(*changes, *map(flattened, found.formulas), *footnotes, *links, *problems),
    )


def _well_formed(html: str) -> str:
    """Return `html` well formed, without unknown tags and unsafe addresses."""
    return nh3.clean(
        _BUTTON.sub('<a rel="button"', html),
        tags=set(_STRUCTURE | _TABLES | _WORDS),
        clean_content_tags=set(_NO_TEXT),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(URL_SCHEMES),
        link_rel=None,
    )


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(_CLEAN_TAGS),
        attributes={tag: set(names) for tag, names in _CLEAN_ATTRIBUTES.items()},
        url_schemes=set(URL_SCHEMES),
        link_rel=None,
    )


def _with_links_mended(soup: BeautifulSoup) -> Iterator[str]:
    """Take redirect services off the links; yield which links had to go."""
    for link in soup.find_all("a"):
        # Word's fields say more after the address: 'https://example.org" \o "Read more'.
        href, words = str(link.get("href", "")).partition('"')[0], words_of(link)
        target = unwrapped(href)
        if is_whole(target):
            link["href"] = target
            continue
        link.unwrap()
        is_bookmark = href.startswith("#") or link.get("name") or link.get("id")
        if words and not is_bookmark and link.get("rel") != ["button"]:
            yield _why_unlinked(words, href)


def _why_unlinked(words: str, href: str) -> str:
    if href:
        return (
            f"The link on “{words}” leads to “{href}”, which is not a whole address, "
            "so it was taken out. Link it again in the editor."
        )
    return f"The link on “{words}” had an unsafe address or none, so it was taken out."
