"""One version for all content: it changes whenever anything changes that a page may show.

What a page shows comes from many places: the page, those it links to, the menu, settings,
people, topics, images. Which of them a page showed is no list that anybody could keep right.
So there is one version for all, and what is kept under it is not used after any change. Every
statement that writes is looked at (`noticing`), by whatever part of the site or command it is
sent; the version changes right after its transaction is committed, and every process sees
that at its next request, without SQL (`stamps`).

Whoever keeps something reads `current` first and the content after that. Then a change in
between at worst makes what is kept useless, never wrong. `kept` does so for what is made
within a request.
"""

import atexit

from faq_pages.content_version.keeping import connect as _connect_keeping
from faq_pages.content_version.keeping import kept, of_request
from faq_pages.content_version.noticing import connect as _connect_noticing
from faq_pages.content_version.versions import changed, current, seconds_to_keep, tell_again

__all__ = ["changed", "connect", "current", "kept", "of_request", "seconds_to_keep"]


def connect() -> None:
    """Look at what is written from now on, and at requests; called when the app is ready."""
    _connect_noticing()
    _connect_keeping()
    atexit.register(tell_again)
