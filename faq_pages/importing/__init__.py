"""Written documents become FAQ pages.

    bytes -> clean HTML -> outline -> content.FAQ -> draft page

`formats` finds the format and the reader, `readers` give clean HTML, `outline`
says which line plays which part, `faq` puts the FAQ together. None of these
needs a database or Django's settings. `drafts` alone makes pages.
"""

from collections.abc import Sequence

from faq_pages.content import Link
from faq_pages.importing.documents import Refusal
from faq_pages.importing.faq import Imported, faq_from
from faq_pages.importing.formats import read_document, read_markup_or_text

__all__ = ["Imported", "Refusal", "read_file", "read_paste"]

PASTED = "What you pasted"


def read_file(name: str, data: bytes, pages: Sequence[Link] = ()) -> Imported:
    """Return what the file `name` says as an FAQ, or raise Refusal.

    `pages` are the pages of the site that phrases without a link may mean.
    """
    return faq_from(read_document(name, data), pages)


def read_paste(text_or_html: str, *, is_html: bool, pages: Sequence[Link] = ()) -> Imported:
    """Return what was pasted as an FAQ, or raise Refusal."""
    return faq_from(read_markup_or_text(PASTED, text_or_html, is_html=is_html), pages)
