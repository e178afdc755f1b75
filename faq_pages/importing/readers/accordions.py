"""What opens an answer when it is pressed, turned into the heading that it stands for."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import takewhile

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
# Below the headings that a page has of its own.
LEVEL, _DEEPEST = 5, 6
_LONGEST = 255

_OPENERS = "summary, dt, button[aria-expanded], [role=button][aria-expanded]"
_QUESTION = re.compile("/Question$", re.I)
# Openers by their names alone are such only beside a panel, which has a name as well.
_NAMED = re.compile(
    r"(?:[\w-]+[-_])?(?:faq|accordion|toggle|collapsible|tab)(?:[-_][\w-]+)?[-_]+"
    r"(?:question|title|header|heading|button|trigger)|question",
    re.I,
)
_NAMED_BUTTON = re.compile(r"accordion|collapsible|toggle", re.I)
_PANEL = re.compile(r"(?:[\w-]+[-_])?(?:answer|content|panel|body|collapse)(?:[-_][\w-]+)?", re.I)
_WHOLES = ["ul", "ol", "table", "details", "dl"]
_PAGES = ["h1", "main", "article"]

_ICONS = "[+−–—×✕✖▸▾▼▲▶►◀◄▴▵▹▿›»⌄⌃❯❮\ue000-\uf8ff]"
_ICON_ALONE = re.compile(rf"\s*(?:{_ICONS}|-)+\s*")
# A plus after a number is part of it: "Is it for people of 65+".
_ICON_AT_END = re.compile(rf"^\s*{_ICONS}\s+|(?:\s+|(?<=[?？؟])){_ICONS}\s*$")


def show_heading_roles(soup: BeautifulSoup) -> None:
    """Make headings of what is one only by its role."""
    for element in soup.select("[role=heading][aria-level]"):
        level = str(element["aria-level"])
        is_whole = element.find_parent(HEADINGS) is None and not element.find(HEADINGS + _WHOLES)
        if is_whole and level in {"1", "2", "3", "4", "5", "6"}:
            element.name = f"h{level}"


def show_openers(soup: BeautifulSoup) -> None:
    """Make headings of all that opens an answer: in `details`, accordions, definition lists.

    Where some stand in headings of their own, the others get the same level. One
    that opens a part of an answer is a level below, and so is every heading in an answer.
    """
    openers = _openers(soup)
    by_id = {str(element["id"]): element for element in soup.find_all(id=True)}
    panels = [[*_panels(opener, openers, by_id)] for opener in openers.values()]
    within = {id(part) for panel in panels for part in panel}
    usual = next((level for each in openers.values() if (level := _own_level(each))), LEVEL)
    for opener, panel in zip(openers.values(), panels, strict=True):
        cut_icons(_heading_of(opener))
        depth = sum(id(parent) in within for parent in opener.parents)
        level = _show(opener, min(usual + depth, _DEEPEST))
        demote(panel, below=level)


def demote(panel: Iterable[Tag], *, below: int) -> None:
    """Put all headings in `panel` below a level, as deep under each other as they are."""
    headings = [
        each for part in panel for each in (part, *part.find_all(True)) if _is_heading(each)
    ]
    highest = min((int(heading.name[1]) for heading in headings), default=_DEEPEST)
    shift = max(below + 1 - highest, 0)
    for heading in headings:
        level = int(heading.name[1]) + shift
        heading.name = f"h{level}" if level <= _DEEPEST else "p"
        if level > _DEEPEST:
            bold = Tag(name="b")
            bold.extend(heading.contents[:])
            heading.append(bold)


def _is_heading(element: Tag) -> bool:
    return element.name in HEADINGS


def cut_icons(heading: Tag) -> None:
    """Take the plus, arrow or cross at an end of `heading` out: they show that it opens."""
    texts = [text for text in heading.find_all(string=True) if text.strip()]
    for end in (0, -1):
        while texts and _ICON_ALONE.fullmatch(texts[end]):
            texts.pop(end).replace_with("")
        if texts:
            texts[end] = _replaced(texts[end], _ICON_AT_END.sub("", texts[end]))


def _replaced(text: NavigableString, words: str) -> NavigableString:
    new = NavigableString(words)
    text.replace_with(new)
    return new


def _show(opener: Tag, level: int) -> int:
    """Make `opener` a heading, if it is not in one or around one; return the heading's level."""
    if own := _own_level(opener):
        if opener.name not in HEADINGS and opener.find(HEADINGS):
            opener.name = "div"
        return own
    # A button of nothing but a sign is no heading.
    opener.name = f"h{level}" if _words(opener) else "div"
    return level


def _own_level(opener: Tag) -> int:
    """Return the level of the heading that `opener` is, is in or is around, 0 without one."""
    heading = _heading_of(opener)
    return int(heading.name[1]) if heading.name in HEADINGS else 0


def _heading_of(opener: Tag) -> Tag:
    if opener.name in HEADINGS:
        return opener
    around, inside = opener.find_parent(HEADINGS), opener.find(HEADINGS)
    return next((each for each in (around, inside) if isinstance(each, Tag)), opener)


# -- What is an opener, and what it opens --------------------------------------


def _openers(soup: BeautifulSoup) -> dict[int, Tag]:
    """Return the openers in the order of the document, the outermost of those in each other."""
    sure = {id(element) for element in soup.select(_OPENERS)}
    found: dict[int, Tag] = {}
    for element in soup.find_all(True):
        is_opener = id(element) in sure or _is_named(element) or _names_a_question(element)
        if is_opener and found.keys().isdisjoint(map(id, element.parents)):
            found[id(element)] = element
    return found


def _is_named(element: Tag) -> bool:
    names = element.get("class") or ()
    is_button = element.name == "button" and any(map(_NAMED_BUTTON.fullmatch, names))
    is_label = element.name == "label" and bool(element.get("for"))
    if not (is_button or is_label or any(map(_NAMED.fullmatch, names))):
        return False
    if element.find(_WHOLES) or not 0 < len(_words(element)) <= _LONGEST:
        return False
    panel = _beside(element)
    return panel is not None and _is_named_panel(panel) and not panel.select_one(_OPENERS)


def _is_named_panel(element: Tag) -> bool:
    return any(map(_PANEL.fullmatch, element.get("class") or ()))


def _names_a_question(element: Tag) -> bool:
    """Whether `element` is the name of a question in schema.org's microdata."""
    if element.get("itemprop") != "name":
        return False
    whole = element.find_parent(itemtype=True)
    return whole is not None and bool(_QUESTION.search(str(whole["itemtype"])))


def _panels(opener: Tag, openers: Collection[int], by_id: dict[str, Tag]) -> Iterator[Tag]:
    """Yield the elements that `opener` opens."""
    if opener.name == "summary":
        yield from takewhile(lambda each: each.name != "summary", _after(opener))
    elif opener.name == "dt":
        yield from takewhile(lambda each: each.name == "dd", _after(opener))
    else:
        controlled = by_id.pop(str(opener.get("aria-controls") or ""), None)
        panel = controlled or _beside(opener)
        if panel is not None and _is_panel(panel, opener, openers):
            yield panel


def _is_panel(panel: Tag, opener: Tag, openers: Collection[int]) -> bool:
    """Whether `panel` holds one answer: a menu's button is beside a whole page."""
    if panel.name in _PAGES or panel.find(_PAGES) or any(each is panel for each in opener.parents):
        return False
    return _is_named_panel(panel) or not any(id(each) in openers for each in panel.find_all(True))


def _beside(opener: Tag) -> Tag | None:
    """Return what follows `opener`, or what holds nothing but it; None if that is a heading."""
    element = _heading_of(opener)
    words = _words(element)
    for _ in range(5):
        following = (each for each in _after(element) if _words(each))
        if after := next(following, None):
            return None if after.name in HEADINGS else after
        parent = element.parent
        if parent is None or _words(parent) != words:
            return None
        element = parent
    return None


def _after(element: Tag) -> Iterator[Tag]:
    return (each for each in element.next_siblings if isinstance(each, Tag))


def _words(element: Tag) -> str:
    return _ICON_ALONE.sub(" ", element.get_text(" ")).strip()
