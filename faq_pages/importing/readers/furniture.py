"""What a web page says around its text, known by its words: shares, related posts, comments."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from faq_pages.importing.fragments import words_of
from faq_pages.importing.vocabulary import (
    BACK_LINKS,
    asks,
    ends_asking,
    furniture_heading,
    is_one_of,
    normal,
)
from faq_pages.importing.vocabulary.phrases import phrases

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"]


_BUTTONS = BACK_LINKS | phrases(
    """copy|copy link|print|print page|share|save|save page|email|email this page|show more
    |show less|read more|read less|menu|search|close|subscribe|toggle navigation|listen
    |imprimir|compartir|copiar enlace|menú|buscar|cerrar|imprimer|partager|copier le lien
    |rechercher|fermer|drucken|teilen|link kopieren|menü|suche|suchen|schließen|compartilhar
    |copiar link|fechar|stampa|condividi|chiudi"""
)
_LEGAL = phrases(
    """privacy|privacy policy|privacy notice|privacy statement|terms|terms of use|terms of service
    |terms conditions|terms and conditions|cookies|cookie policy|cookie settings|accessibility
    |accessibility statement|sitemap|site map|legal notice|do not sell my information
    |aviso legal|privacidad|política de privacidad|términos y condiciones|política de cookies
    |mentions légales|politique de confidentialité|conditions d utilisation|plan du site
    |impressum|datenschutz|datenschutzerklärung|agb|política de privacidade|termos de uso
    |informativa sulla privacy|note legali|privacybeleid"""
)
_BESIDE_LEGAL = phrases(
    "home|about|about us|contact|contact us|careers|help|kontakt|contacto|inicio|accueil"
)
_SEPARATOR = re.compile(r"[|·•–—,/\n]+")

_BLOCKS = ["p", "div", "ul", "ol", "table", "section", "article", "details", "dl", *HEADINGS]
_MOST_NAMES = 40
# Of a teaser, an author's note; more may be text.
_LONGEST = 400


def parts_of_furniture(soup: BeautifulSoup) -> Iterator[Tag]:
    """Yield what is furniture by its words; a part may be within one that came before it."""
    for title in soup.find_all(["h2", "h3", "h4", "h5", "h6", "p"]):
        if not title.decomposed and is_title(title):
            yield from _headed(title)
    for button in soup.select("button, [role=button], a[rel=button]"):
        if not button.decomposed and is_one_of(words_of(button), _BUTTONS):
            yield button
    for row in soup.find_all(["p", "div", "ul", "ol"]):
        if not row.decomposed and _is_legal(row):
            yield row


def is_title(heading: Tag) -> bool:
    """Whether `heading` says no more than "Related posts", "3 comments" or the like."""
    return len(heading.contents) < _MOST_NAMES and furniture_heading(heading.get_text(" "))


def holds_questions(element: Tag) -> bool:
    """Whether a heading in `element` asks, other than one that only leads to another page."""
    if element.select_one("h1, summary, dt, [aria-expanded]"):
        return True
    return any(asks(words_of(each)) and not is_linked(each) for each in element.find_all(HEADINGS))


def _headed(title: Tag) -> Sequence[Tag]:
    """Return `title` with what it heads, nothing if that may be text."""
    if box := _box(title):
        return [box]
    after = [*_until_heading(title)]
    if links := [*takewhile(is_linked, after)]:
        return [title, *links]
    return [title, *after] if title.name != "p" and _is_furniture(after) else []


def _box(title: Tag) -> Tag | None:
    """Return the largest element that `title` begins, if nothing in it may be text."""
    box, element = None, title
    while (parent := element.parent) is not None and parent.parent is not None:
        if any(map(_has_words, element.previous_siblings)) or holds_questions(parent):
            break
        headings = parent.find_all(HEADINGS)
        if not all(is_title(each) or is_linked(each) for each in headings):
            break
        element = parent
        box = parent if _is_furniture([parent]) else box
    return box


def _until_heading(title: Tag) -> Iterator[Tag]:
    for sibling in title.next_siblings:
        if not isinstance(sibling, Tag):
            if _has_words(sibling):
                return
        elif sibling.name in HEADINGS or is_title(sibling) or sibling.find(HEADINGS):
            return
        else:
            yield sibling


def _is_furniture(elements: Iterable[Tag]) -> bool:
    """Whether elements are links, a form or a few short lines that ask nothing."""
    elements = [*elements]
    if any(element.name == "form" or element.find("form") for element in elements):
        return True
    texts = [text for element in elements for text in element.find_all(string=re.compile(r"\S"))]
    free = [str(text) for text in texts if text.find_parent("a") is None]
    return sum(map(len, free)) <= _LONGEST and not any(ends_asking(text.strip()) for text in free)


def _is_legal(row: Tag) -> bool:
    """Whether `row` is nothing but the names of a site's small print."""
    if len(row.contents) > _MOST_NAMES or row.find(_BLOCKS):
        return False
    words = row.get_text("|")
    names = [normal(name) for name in _SEPARATOR.split(words) if normal(name)]
    is_plain = set(names) <= _LEGAL | _BESIDE_LEGAL and not _LEGAL.isdisjoint(names)
    return is_plain and (len(names) > 1 or " " in names[0])


def is_linked(element: Tag) -> bool:
    """Whether all words of `element` are links."""
    linked = "".join(each.get_text() for each in element.find_all(_links_away))
    return bool(linked.strip()) and "".join(linked.split()) == "".join(element.get_text().split())


def _links_away(element: Tag) -> bool:
    return element.name == "a" and bool(element.get("href"))


def _has_words(element: PageElement) -> bool:
    return bool(element.get_text(strip=True))
