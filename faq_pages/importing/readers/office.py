"""What Word and Google Docs write in their own way, turned into plain HTML.

Word keeps a list as paragraphs that name their list and level, and types the
bullet. Google Docs keeps bold in a style, and a nested list as a list beside
the one that it belongs in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from faq_pages.bullets import Item, Marker, list_html

Style = dict[str, str]

_CSS_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_TITLE_CLASSES = frozenset({"title", "MsoTitle", "doc-title"})
_STYLED = frozenset({"font", "li", "p", "span", "td"})
_FIRST_LINES = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th"]
_FONT_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)(pt|px)")
_POINTS, _LARGE = {"pt": 1, "px": 0.75}, 20
_WORD_LIST = re.compile(r"mso-list:\s*l(\d+)\s+level(\d+)")
_WORD_MARKER = re.compile(r"mso-list:\s*Ignore", re.I)
_FILTERED_ITEM = re.compile(r"MsoListParagraph")
_MARKER_GAP = re.compile(r"font:\s*7\.0pt", re.I)
_MARGIN = re.compile(r"margin-left:\s*([\d.]+)in")
# Inches from one level to the next.
_INDENT = 0.5
_GOOGLE_LIST = re.compile(r"lst-(kix_\w+)-(\d+)")
_ORDINAL = re.compile(r"\(?[0-9a-z]{1,4}[.)]", re.I)

_BULLET, _NUMBER = Marker("disc"), Marker("number", 1)


# -- Styles --------------------------------------------------------------------


def show_styles(soup: BeautifulSoup, css: str) -> None:
    """Turn styles that say something into elements: titles, bold, italic, raised, struck."""
    rules: dict[str, Style] = {}
    for name, declarations in _CSS_RULE.findall(css):
        rules.setdefault(name, {}).update(_declarations(declarations))
    _show_title(soup, rules)
    for element in soup.find_all(True):
        style = _style_of(element, rules)
        if element.name in {"b", "strong"} and _is_light(style):
            element.name = "span"  # Google Docs wraps its whole clipboard in one
        elif element.name == "p" and _TITLE_CLASSES.intersection(element.get("class") or ()):
            element.name = "h1"
        elif element.name in _STYLED:
            for tag in _shown(style):
                _wrap_content(soup, element, tag)


def _show_title(soup: BeautifulSoup, rules: Mapping[str, Style]) -> None:
    """Make a heading of the first line, if it is far larger than the lines after it.

    LibreOffice writes its title style so, and Google Docs what was only made larger.
    """
    paragraphs = (each for each in soup.find_all(_FIRST_LINES) if each.get_text(strip=True))
    first, second = next(paragraphs, None), next(paragraphs, None)
    if first is None or first.name != "p" or first.find_parent(["li", "td", "th"]):
        return
    if _is_large(first, rules) and not (second is not None and _is_large(second, rules)):
        first.name = "h1"


def _is_large(paragraph: Tag, rules: Mapping[str, Style]) -> bool:
    """Whether all words of `paragraph` are in a font of 20 points or more."""
    large = [each for each in (paragraph, *paragraph.find_all(_STYLED)) if _points(each, rules)]
    words = paragraph.get_text(strip=True)
    return any(
        _points(each, rules) >= _LARGE and each.get_text(strip=True) == words for each in large
    )


def _points(element: Tag, rules: Mapping[str, Style]) -> float:
    """Return the size of the font that `element` names, 0 if it names none."""
    size = _FONT_SIZE.match(_style_of(element, rules).get("font-size", ""))
    if size:
        return float(size[1]) * _POINTS[size[2]]
    number = str(element.get("size", "")) if element.name == "font" else ""
    return _LARGE if number in {"6", "7"} else 0


def _declarations(css: str) -> Style:
    pairs = (declaration.partition(":") for declaration in css.lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _style_of(element: Tag, rules: Mapping[str, Style]) -> Style:
    style: Style = {}
    for name in element.get("class") or ():
        style.update(rules.get(name, {}))
    return {**style, **_declarations(str(element.get("style", "")))}


def _is_light(style: Style) -> bool:
    return style.get("font-weight", "") in {"normal", "400", "300", "lighter"}


def _shown(style: Style) -> Iterator[str]:
    if style.get("font-weight", "") in {"bold", "bolder", "600", "700", "800", "900"}:
        yield "b"
    if style.get("font-style", "") in {"italic", "oblique"}:
        yield "i"
    if style.get("vertical-align", "") in {"super", "sub"}:
        yield {"super": "sup", "sub": "sub"}[style["vertical-align"]]
    if "line-through" in f"{style.get('text-decoration')} {style.get('text-decoration-line')}":
        yield "s"


def _wrap_content(soup: BeautifulSoup, element: Tag, tag: str) -> None:
    wrapper = soup.new_tag(tag)
    wrapper.extend([child.extract() for child in list(element.contents)])
    element.append(wrapper)


# -- Lists ---------------------------------------------------------------------


def mend_lists(soup: BeautifulSoup) -> None:
    """Make the lists of Word and Google Docs real, nested lists."""
    _name_filtered_lists(soup)
    for run in _runs(soup.find_all("p", style=_WORD_LIST)):
        _replace(run, _word_items(run))
    for run in _runs(soup.find_all(["ul", "ol"], class_=_GOOGLE_LIST)):
        if len(run) > 1:
            _replace(run, _google_items(run))


def _runs(elements: Iterable[Tag]) -> list[list[Tag]]:
    """Group elements that follow each other directly and belong to one list."""
    runs: list[list[Tag]] = []
    for element in elements:
        if runs and _belongs(element, runs[-1][-1]):
            runs[-1].append(element)
        else:
            runs.append([element])
    return runs


def _belongs(element: Tag, before: Tag) -> bool:
    if _next_with_words(before) is not element:
        return False
    (list_id, level), (list_before, _) = _place(element), _place(before)
    return list_id == list_before or level > 1


def _next_with_words(element: Tag) -> PageElement | None:
    following = element.next_sibling
    while following is not None and not following.get_text(strip=True):
        following = following.next_sibling
    return following


def _place(element: Tag) -> tuple[str, int]:
    """Return the id of the list that `element` belongs to, and its level in it."""
    written = f"{element.get('style', '')} {' '.join(element.get('class') or ())}"
    match = _WORD_LIST.search(written) or _GOOGLE_LIST.search(written)
    return (match[1], int(match[2])) if match else ("", 0)


def _name_filtered_lists(soup: BeautifulSoup) -> None:
    """Give the items of "Web page, filtered" the names of list and level that Word took off.

    Their marker is typed before a gap in a font of its own; the margin tells the level.
    """
    for paragraph in soup.find_all("p", class_=_FILTERED_ITEM):
        gap = paragraph.find("span", style=_MARKER_GAP)
        marker = gap.parent if gap else None
        if marker is None or marker is paragraph or "mso-list" in str(paragraph.get("style", "")):
            continue
        margin = _MARGIN.search(str(paragraph.get("style", "")))
        level = round(float(margin[1]) / _INDENT) if margin else 1
        paragraph["style"] = f"mso-list:l0 level{max(level, 1)}"
        marker["style"] = "mso-list:Ignore"


def _word_items(run: Iterable[Tag]) -> Iterator[Item]:
    for paragraph in run:
        marker = _BULLET
        for span in paragraph.find_all("span", style=_WORD_MARKER):
            if _ORDINAL.fullmatch(span.get_text(strip=True)):
                marker = _NUMBER
            span.decompose()
        yield Item(marker, paragraph.decode_contents(), indent=_place(paragraph)[1])


def _google_items(run: Iterable[Tag]) -> Iterator[Item]:
    for element in run:
        marker = _NUMBER if element.name == "ol" else _BULLET
        for item in element.find_all("li", recursive=False):
            yield Item(marker, item.decode_contents(), indent=_place(element)[1])


def _replace(run: list[Tag], items: Iterable[Item]) -> None:
    made = BeautifulSoup(list_html(items), "html.parser")
    run[0].insert_before(*made.contents[:])
    for element in run:
        element.decompose()
