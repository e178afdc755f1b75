"""The words that stand for a picture where it is not seen."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urljoin, urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from faq_pages.content import FAQ, Image, Question
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding, Rule
from faq_pages.markup import shorten

ALT_MISSING = Rule(
    "alt-missing",
    "head",
    "warning",
    51,
    gettext_lazy("Say in its alternative text what it shows, or mark it as decorative."),
)
ALT_FILE_NAME = Rule(
    "alt-file-name",
    "head",
    "warning",
    48,
    gettext_lazy("Say what the picture shows, as you would on the phone."),
)
ALT_SAYS_IMAGE = Rule(
    "alt-says-image",
    "head",
    "advice",
    19,
    gettext_lazy("Leave these words out: a screen reader says them already."),
)

# Endings of image files, names that cameras and phones give, and a name with a number.
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)"
    r"|(?:img|dsc[fn]?|dscn|pxl|pict|mvimg|dji|gopr|p)[-_ ]?\d{3,}\S*"
    r"|(?:image|img|photo|picture|pic|screenshot|screen shot|untitled|unnamed|scan|file|download|"
    r"graphic|banner|hero|cover|thumbnail|stock)[-_ ]?(?:\(?\d*\)?|\d[\d\-_ .:atpm]*)"
    r"|(?:whatsapp image|screenshot|screen shot)\s.*\d{4}.*"
    r"|[a-z0-9]+(?:[-_]+[a-z0-9]+){2,}"
    r"|[a-z]+(?:[a-z0-9]*_)+[a-z0-9]+|[0-9a-f-]{16,}",
    re.I,
)
_SAYS_IMAGE = re.compile(
    r"(?:an?|the|this)?\s*(?:image|picture|photo|photograph|graphic|icon|illustration)\s+"
    r"(?:of|shows|showing)\b",
    re.I,
)


def pictures(page: PageFacts) -> Iterator[Finding]:
    """Find pictures without an alternative text, or whose text says nothing."""
    places = _places(page.faq) if page.faq else {}
    told: set[tuple[str, str]] = set()
    for each in page.document.root.iter("img"):
        address = each.get("src") or ""
        alt = each.get("alt")
        if (address, alt or "") in told or _is_hidden(each):
            continue
        told.add((address, alt or ""))
        name = shorten(_file_name(page, address), 60) or _("without an address")
        block, image = places.get(address, ("", None))
        if alt is None or (image is not None and image.needs_alt):
            yield ALT_MISSING(
                _("The picture %(name)s has no alternative text.") % {"name": name}, block=block
            )
        elif _FILE_NAME.fullmatch(alt.strip()):
            yield ALT_FILE_NAME(
                _("The alternative text “%(alt)s” is the name of a file.")
                % {"alt": shorten(alt, 60)},
                block=block,
            )
        elif found := _SAYS_IMAGE.match(alt.strip()):
            yield ALT_SAYS_IMAGE(
                _("The alternative text “%(alt)s” begins with “%(words)s”.")
                % {"alt": shorten(alt, 60), "words": found[0].strip()},
                block=block,
            )


def _places(faq: FAQ) -> Mapping[str, tuple[str, Image]]:
    """Return the pictures of `faq` by address, each with its block: "" outside the answers."""
    found = {faq.cover.url: ("", faq.cover)} if faq.cover else {}
    for section in faq.sections:
        for item in section.items:
            parts = item.answer if isinstance(item, Question) else (item,)
            block = item.id if isinstance(item, Question) else ""
            found |= {part.url: (block, part) for part in parts if isinstance(part, Image)}
    return found


def _is_hidden(element: object) -> bool:
    """Whether screen readers are told to pass it by."""
    get = getattr(element, "get", lambda name: None)
    return get("aria-hidden") == "true" or get("role") in {"presentation", "none"}


def _file_name(page: PageFacts, address: str) -> str:
    try:
        path = urlsplit(urljoin(page.url, address)).path
    except ValueError:  # such as the unclosed bracket of "http://[a"
        return address
    return unquote(path).rpartition("/")[2]
