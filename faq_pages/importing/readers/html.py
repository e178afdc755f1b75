"""The reader of HTML: web pages, exports of word processors, the clipboard."""

import re
from collections.abc import Iterator
from html import unescape

import nh3
from bs4 import BeautifulSoup, Tag

from faq_pages.bullets import bullets_to_lists
from faq_pages.importing.addresses import file_name, is_whole, unwrapped
from faq_pages.importing.documents import Document, Refusal
from faq_pages.importing.readers.blocks import blocks
from faq_pages.importing.readers.office import mend_lists, show_styles
from faq_pages.markup import URL_SCHEMES, plain_text

# Beyond these no writer goes; what does is broken or meant to keep us busy.
MAX_TAGS = 20_000
MAX_DEPTH = 100
MAX_FORMATTING = 20
MAX_ENTITIES = 100_000
MAX_LENGTH = 2_000_000
MAX_PARAGRAPH = 100_000

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
    "*": {"aria-expanded", "class", "role", "style"},
    "a": {"href", "id", "name"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
CLEAN_TAGS = frozenset(
    """h1 h2 h3 h4 h5 h6 p ul ol li table caption tr th td img a b i sub sup br""".split()
)

# Parts of a web page that are not its text.
_NAVIGATION = "nav, header, footer, [role=navigation], [role=search], [role=contentinfo]"

# Elements that need no end: they close each other, so an open one is not a level.
_NEEDS_NO_END = frozenset(
    """area base br col dd dt embed hr img input li link meta option p source tbody td tfoot th
    thead tr wbr""".split()
)
# Elements that a parser opens again in every paragraph until they end.
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# A tag with thousands of attributes.
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{50000}")
_TITLE = re.compile(r"<title[^<>]*>([^<]*)</title", re.I)
_ENCLOSED = re.compile(r"<(?:(script|style)\b|!--)", re.I)
# A picture within its own address: longer than all the text around it.
_EMBEDDED = re.compile(r"\bdata:[\w.+/-]{3,60};base64,[\w+/=%\s]+", re.I)
_ENDS = {
    "script": re.compile(r"</script[^<>]*>", re.I),
    "style": re.compile(r"</style[^<>]*>", re.I),
    "": re.compile("-->"),
}


def read_html(name: str, html: str) -> Document:
    """Return HTML as a document; refuse it if it is not meant for people."""
    title = _TITLE.search(html)
    html, css = _without_code(html)
    _refuse_mazes(name, html)
    html = _well_formed(html)
    if html.count("<") > 4 * MAX_TAGS or html.count("&") > MAX_ENTITIES:
        raise _maze(name, "unclosed tags")
    try:
        return _read(html, css, " ".join(unescape(title[1]).split()) if title else "")
    except RecursionError:
        raise _maze(name, "elements inside each other") from None


def _read(html: str, css: str, title: str) -> Document:
    soup = BeautifulSoup(html, "html.parser")
    left_out = [*_without_navigation(soup), *_without_deletions(soup)]
    show_styles(soup, css)
    mend_lists(soup)
    unsure = [*_with_links_mended(soup)]
    _name_pictures(soup)
    return Document(
        html=_clean(bullets_to_lists("".join(blocks(soup)))),
        title=title,
        left_out=tuple(left_out),
        unsure=tuple(unsure),
    )


def _without_code(html: str) -> tuple[str, str]:
    """Return `html` without scripts, comments and embedded files, and its styles."""
    kept, styles, end = [], [], 0
    while start := _ENCLOSED.search(html, end):
        kind = (start[1] or "").lower()
        stop = _ENDS[kind].search(html, start.end())
        if not stop:
            break
        kept.append(html[end : start.start()])
        if kind == "style":
            styles.append(html[start.end() : stop.start()])
        end = stop.end()
    return _EMBEDDED.sub("", "".join([*kept, html[end:]])), "\n".join(styles)


def _refuse_mazes(name: str, html: str) -> None:
    """Refuse what would keep a parser busy for minutes."""
    tags = depth = formatting = 0
    levels: dict[str, int] = {}
    for closing, tag in _TAG.findall(html):
        tags += 1
        tag = tag.lower()
        before = levels.get(tag, 0)
        if tag in _NEEDS_NO_END or (closing and not before):
            continue
        step = -1 if closing else 1
        levels[tag] = before + step
        depth += step
        formatting += step if tag in _FORMATTING else 0
        if depth > MAX_DEPTH or formatting > MAX_FORMATTING:
            raise _maze(name, f"elements inside each other, such as <{tag}>")
    longest = max(map(len, html.split("<")))
    if longest > MAX_PARAGRAPH or len(html) > MAX_LENGTH:
        raise _maze(name, "characters")
    if tags > MAX_TAGS or html.count("&") > MAX_ENTITIES or _LONG_TAG.search(html):
        raise _maze(name, "tags or special characters")


def _maze(name: str, what: str) -> Refusal:
    return Refusal(
        f"“{name}” has too many {what}. Open it in a browser or in Word, copy its text and paste "
        "that."
    )


def _well_formed(html: str) -> str:
    """Return `html` well formed, without forms, unknown tags and unsafe addresses."""
    return nh3.clean(
        html,
        tags=set(_STRUCTURE | _TABLES | _WORDS),
        clean_content_tags=set(_NO_TEXT),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(URL_SCHEMES),
        link_rel=None,
    )


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(CLEAN_TAGS),
        attributes={"a": {"href"}, "img": {"src", "alt"}},
        url_schemes=set(URL_SCHEMES),
        link_rel=None,
    )


def _without_navigation(soup: BeautifulSoup) -> Iterator[str]:
    """Take menus and footers out; yield what they say."""
    for element in soup.select(_NAVIGATION):
        if element.name == "header" and element.select_one("h1, h2, h3"):
            continue  # that of an article, not of the site
        if not element.decomposed and (words := _words(element)):
            yield words
        element.decompose()
    for links in soup.select("ul, ol"):
        if not links.decomposed and _leads_within_the_page(links):
            yield _words(links)
            links.decompose()


def _leads_within_the_page(links: Tag) -> bool:
    """Whether a list is a table of contents: all its words link to "#..."."""
    anchors = links.select('a[href^="#"]')
    linked = "".join(_words(anchor) for anchor in anchors)
    return len(anchors) > 1 and linked.replace(" ", "") == _words(links).replace(" ", "")


def _without_deletions(soup: BeautifulSoup) -> Iterator[str]:
    """Take out what a tracked change deletes; yield its words."""
    for element in soup.find_all("del"):
        if not element.decomposed and (words := _words(element)):
            yield words
        element.decompose()


def _words(element: Tag) -> str:
    return plain_text(element.decode_contents())


def _with_links_mended(soup: BeautifulSoup) -> Iterator[str]:
    """Take redirect services off the links; yield which links had to go."""
    for link in soup.find_all("a"):
        href, words = str(link.get("href", "")), _words(link)
        target = unwrapped(href)
        if is_whole(target):
            link["href"] = target
            continue
        link.unwrap()
        is_bookmark = href.startswith("#") or link.get("name") or link.get("id")
        if words and not is_bookmark:
            yield _why_unlinked(words, href)


def _why_unlinked(words: str, href: str) -> str:
    if href:
        return (
            f"The link on “{words}” leads to “{href}”, which is not a whole address, "
            "so it was taken out. Link it again in the editor."
        )
    return f"The link on “{words}” had an unsafe address or none, so it was taken out."


def _name_pictures(soup: BeautifulSoup) -> None:
    """Leave of each picture its file's name and alternative text."""
    for picture in soup.find_all("img"):
        if "1" in {picture.get("width"), picture.get("height")}:
            picture.decompose()  # it counts readers
            continue
        src, alt = str(picture.get("src", "")), str(picture.get("alt", ""))
        picture.attrs = {"src": file_name(src) or alt, "alt": alt}
