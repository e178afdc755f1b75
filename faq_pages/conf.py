"""The app's settings, each with its default."""

from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

ENTRIES_PER_INDEX_PAGE: Final = 20

# What an editor may use inside an answer. No `h1` and `h2`, which belong to the
# page; no `image` and `embed`, which Draftail can save in a way that makes the
# page impossible to open: tables and images are parts of their own.
ANSWER_FEATURES: Final = (
    "bold",
    "italic",
    "h3",
    "h4",
    "ol",
    "ul",
    "link",
    "superscript",
    "subscript",
)

# A summary is one or two short paragraphs.
SUMMARY_FEATURES: Final = ("bold", "italic", "ol", "ul", "link")

# A document carries its pictures with it; ten photographs of a phone fit in.
MAX_DOCUMENT_BYTES: Final = 20 * 1024 * 1024

# Widths of the image files that browsers choose from, in CSS pixels.
IMAGE_WIDTHS: Final = (480, 800, 1200, 1600)

# The cache that a site uses for everything.
SHARED_CACHE: Final = "default"

# What these views answer is content, the same for every visitor.
CACHED_VIEWS: Final = ("wagtail_serve", "faq_pages:robots", "faq_pages:twin")


def answer_features() -> list[str]:
    """The rich-text features of an answer: `FAQ_PAGES_ANSWER_FEATURES`."""
    return list(getattr(settings, "FAQ_PAGES_ANSWER_FEATURES", ANSWER_FEATURES))


def max_document_bytes() -> int:
    """How large a document to import may be: `FAQ_PAGES_MAX_DOCUMENT_BYTES`."""
    return int(getattr(settings, "FAQ_PAGES_MAX_DOCUMENT_BYTES", MAX_DOCUMENT_BYTES))


def stylesheets() -> list[str]:
    """The static files that make up a page's one stylesheet: `FAQ_PAGES_STYLESHEETS`.

    A host adds its own after the app's.
    """
    return list(getattr(settings, "FAQ_PAGES_STYLESHEETS", ["faq_pages/faq.css"]))


def indexable() -> bool:
    """Whether search engines may list the site: `FAQ_PAGES_INDEXABLE`. Not so a trial's copy."""
    return bool(getattr(settings, "FAQ_PAGES_INDEXABLE", True))


def version_file() -> str:
    """A file that all processes of the site can write, on one machine: `FAQ_PAGES_VERSION_FILE`.

    It holds the version of all content. Without it, and without a cache for it, nothing that
    is made of content is kept.
    """
    return str(getattr(settings, "FAQ_PAGES_VERSION_FILE", ""))


def version_cache() -> str:
    """The cache that holds the version where machines share one: `FAQ_PAGES_VERSION_CACHE`.

    A name in CACHES, of Redis or Valkey: one in a process's own memory would not do.
    """
    return str(getattr(settings, "FAQ_PAGES_VERSION_CACHE", ""))


def models_without_content() -> list[str]:
    """Models whose rows no visitor sees: `FAQ_PAGES_MODELS_WITHOUT_CONTENT`.

    Labels such as `statistics.Visit`. What is written to any other table lets pages be made
    anew; this is for tables of a site's own that are written all the time.
    """
    return list(getattr(settings, "FAQ_PAGES_MODELS_WITHOUT_CONTENT", []))


def page_cache() -> str:
    """The cache that keeps whole pages, a name in CACHES: `FAQ_PAGES_PAGE_CACHE`.

    Without it none are kept. It takes a place for the version, too: see `version_file`.
    """
    return str(getattr(settings, "FAQ_PAGES_PAGE_CACHE", ""))


def cached_views() -> list[str]:
    """The views whose answers are kept, by name: `FAQ_PAGES_CACHED_VIEWS`.

    A site adds those of its own that show content alone: nothing random, no time of day,
    nothing from outside the database.
    """
    return list(getattr(settings, "FAQ_PAGES_CACHED_VIEWS", CACHED_VIEWS))


def ignored_cookies() -> list[str]:
    """Cookies that no page of the site looks at, such as `_ga*`: `FAQ_PAGES_IGNORED_COOKIES`.

    Whoever sends any other cookie gets no kept page. For what a script of the main site sets.
    """
    return list(getattr(settings, "FAQ_PAGES_IGNORED_COOKIES", []))


def feedback_cache() -> str:
    """The cache that remembers the day's feedback, a name in CACHES: `FAQ_PAGES_FEEDBACK_CACHE`.

    One that is not `default` is for nothing else: it is emptied every day.
    """
    return str(getattr(settings, "FAQ_PAGES_FEEDBACK_CACHE", SHARED_CACHE))


def client_address(request: HttpRequest) -> str:
    """Return the address that asks, "" if it is not known: `FAQ_PAGES_CLIENT_ADDRESS`.

    That is the dotted path of a callable which takes the request. Without it, it is the
    address at the other end of the connection, which behind a proxy is the proxy's.
    """
    if path := getattr(settings, "FAQ_PAGES_CLIENT_ADDRESS", ""):
        return str(import_string(path)(request) or "")
    return str(request.META.get("REMOTE_ADDR") or "")
