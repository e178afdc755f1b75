"""The sources of a document: the list under its last heading, "References"."""

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from faq_pages.bullets import split_marker
from faq_pages.content import Source
from faq_pages.importing.fragments import words_of
from faq_pages.importing.lines import Line
from faq_pages.markup import plain_text

# As much as the field of the block holds.
_MAX_TITLE = 255
_MAX_PUBLISHER = 120
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;)]")


def sources_from(lines: Sequence[Line]) -> tuple[Source, ...]:
    """Return the sources that `lines` list, none if one is too long to be a title."""
    found = tuple(_source(html) for line in lines for html in _entries(line))
    return found if all(len(source.title) <= _MAX_TITLE for source in found) else ()


def _entries(line: Line) -> Iterator[str]:
    soup = BeautifulSoup(line.html, "html.parser")
    for element in soup.find_all("li") or soup.find_all(True, recursive=False):
        yield element.decode_contents()


def _source(html: str) -> Source:
    words = plain_text(html)
    # A single dash makes no list.
    marker = split_marker(words)
    words = marker[1] if marker else words
    link = BeautifulSoup(html, "html.parser").find("a", href=True)
    if not isinstance(link, Tag):
        address = _ADDRESS.search(words)
        return Source(title=words, url=address[0] if address else "")
    title = words_of(link)
    # "[Guide to hips](https://example.org), The Journal of Hips"
    publisher = words.removeprefix(title).lstrip(" ,;–—-(").rstrip(" )")
    is_publisher = words.startswith(title) and 0 < len(publisher) <= _MAX_PUBLISHER
    return Source(
        title=title if is_publisher else words,
        publisher=publisher if is_publisher else "",
        url=str(link["href"]),
    )
