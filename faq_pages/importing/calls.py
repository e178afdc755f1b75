"""The closing call to action, from the lines that make it."""

from collections.abc import Iterable, Sequence

from bs4 import BeautifulSoup, Tag

from faq_pages.content import CallToAction
from faq_pages.importing.lines import Line

# As much as the fields of the block hold.
_MAX_HEADING = 120
_MAX_BUTTON = 60


def call_from(lines: Sequence[Line]) -> CallToAction | None:
    """Return the call to action that `lines` make, None if there are none.

    A line that is a link and nothing else is its button; without one, the first
    link gives the address.
    """
    if not lines:
        return None
    button = next((line for line in lines if line.is_linked), None)
    words = [line.text for line in lines if line is not button]
    has_heading = bool(words) and len(words[0]) <= _MAX_HEADING
    link = _first_link([button] if button else lines)
    label = " ".join(link.get_text().split()) if link else ""
    return CallToAction(
        heading=words[0] if has_heading else "",
        text="\n".join(words[has_heading:] + ([label] if len(label) > _MAX_BUTTON else [])),
        button=label if len(label) <= _MAX_BUTTON else "",
        url=str(link["href"]) if link else "",
    )


def _first_link(lines: Iterable[Line]) -> Tag | None:
    for line in lines:
        link = BeautifulSoup(line.html, "html.parser").find("a", href=True)
        if isinstance(link, Tag):
            return link
    return None
