"""Written documents become FAQ pages.

    bytes -> clean HTML -> outline -> content.FAQ -> draft page

`formats` finds the format and the reader, `readers` give clean HTML, `outline`
says which line plays which part, `faq` puts the FAQ together. None of these
needs a database or Django's settings. `library` brings pictures in, `drafts`
makes pages, `runs` and `loading` go all the way.
"""

from faq_pages.conf import MAX_DOCUMENT_BYTES
from faq_pages.importing.documents import Refusal
from faq_pages.importing.faq import Imported, faq_from
from faq_pages.importing.formats import read_document, read_markup_or_text
from faq_pages.importing.surroundings import Surroundings

__all__ = ["Imported", "Refusal", "Surroundings", "read_file", "read_paste"]

PASTED = "What you pasted"


def read_file(
    name: str, data: bytes, site: Surroundings | None = None, max_bytes: int = MAX_DOCUMENT_BYTES
) -> Imported:
    """Return what the file `name` says as an FAQ, or raise Refusal.

    `site` is the one that the document may refer to, `max_bytes` what is too large.
    """
    return faq_from(read_document(name, data, max_bytes), site)


def read_paste(text_or_html: str, *, is_html: bool, site: Surroundings | None = None) -> Imported:
    """Return what was pasted as an FAQ, or raise Refusal."""
    return faq_from(read_markup_or_text(PASTED, text_or_html, is_html=is_html), site)
