"""What opens an answer when it is pressed, turned into the heading that it stands for."""

from bs4 import BeautifulSoup, Tag

_OPENERS = "summary, dt, button[aria-expanded], [role=button][aria-expanded]"
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
# Below the headings that a page has of its own.
_LEVEL, _DEEPEST = 5, 6


def show_openers(soup: BeautifulSoup) -> None:
    """Make headings of all that opens an answer: in `details`, accordions, definition lists.

    Where some stand in headings of their own, the others get the same level. One
    that opens a part of an answer is a level below.
    """
    openers = [opener for opener in soup.select(_OPENERS) if not opener.find_parent(_HEADINGS)]
    level = _usual_level(soup)
    for opener in openers:
        if opener.find(_HEADINGS):
            opener.name = "div"
        else:
            depth = len(opener.find_parents("details")) - (opener.name == "summary")
            opener.name = f"h{min(level + max(depth, 0), _DEEPEST)}"


def _usual_level(soup: BeautifulSoup) -> int:
    for opener in soup.select(_OPENERS):
        heading = opener.find_parent(_HEADINGS)
        if isinstance(heading, Tag):
            return int(heading.name[1])
    return _LEVEL
