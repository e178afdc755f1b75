"""The closing call to action, from the lines that make it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bs4 import BeautifulSoup, Tag

from faq_pages.content import CallToAction
from faq_pages.importing.lines import Line
from faq_pages.importing.surroundings import Surroundings
from faq_pages.markup import shorten, telephone_url

# As much as the fields of the block hold.
_MAX_HEADING = 120
_MAX_BUTTON = 60
_QUOTE = 80


def call_from(lines: Sequence[Line]) -> CallToAction | None:
    """Return the call to action that `lines` make, None if there are none.

    A line that is a link and nothing else is its button; without one, the first
    link gives the address.
    """
    if not lines:
        return None
    buttons = [line for line in lines if line.is_linked]
    words = [line.text for line in lines if line not in buttons]
    has_heading = bool(words) and len(words[0]) <= _MAX_HEADING
    link = _first_link(buttons or lines)
    label = " ".join(link.get_text().split()) if link else ""
    # The block has one button: of the others the words stay, and where they lead.
    others = [f"{line.text}: {_address(line)}" for line in buttons[1:]]
    long_label = [label] if len(label) > _MAX_BUTTON else []
    return CallToAction(
        heading=words[0] if has_heading else "",
        text="\n".join([*words[has_heading:], *long_label, *others]),
        button=label if len(label) <= _MAX_BUTTON else "",
        url=str(link["href"]) if link else "",
    )


def _address(line: Line) -> str:
    link = _first_link([line])
    return str(link["href"]).removeprefix("tel:").removeprefix("mailto:") if link else ""


def addressed(
    call: CallToAction | None, site: Surroundings
) -> tuple[CallToAction | None, tuple[str, ...]]:
    """Return `call` with an address if it has none, and what an editor should know of that.

    The site's settings name a contact page and a phone number: they are what a
    clinic means by "Get in touch".
    """
    if call is None or call.url:
        return call, ()
    name = shorten(call.heading or call.text, _QUOTE)
    url = site.contact.url if site.contact else telephone_url(site.telephone)
    if not url:
        return call, (
            f"The call to action “{name}” has no address yet: choose a page, or give a web "
            "address or a phone number, and name its button.",
        )
    ways = [f"the contact page “{site.contact.text}”"] if site.contact else []
    ways += [f"the phone number {site.telephone}"] if site.telephone else []
    sentence = (
        f"The call to action “{name}” has no address in the document. It got "
        f"{' and '.join(ways)} from the site's settings: check that this is meant."
    )
    return replace(call, url=url, button=call.button or _button(site)), (sentence,)


def _button(site: Surroundings) -> str:
    return site.contact.text[:_MAX_BUTTON] if site.contact else f"Call {site.telephone}"


def _first_link(lines: Iterable[Line]) -> Tag | None:
    for line in lines:
        link = BeautifulSoup(line.html, "html.parser").find("a", href=True)
        if isinstance(link, Tag):
            return link
    return None
