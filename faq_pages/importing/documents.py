"""A document as the importer works on it, and the refusal of one.

Every format comes down to the same clean HTML: a flat run of `h1` to `h6`, `p`,
`ul`, `ol`, `table`, `aside` and `img`, and in those only `a` with `href`, `b`,
`i`, `sub`, `sup` and `br`. An `aside` is a callout: its `class` is the level,
its `h6` the heading. The `src` of an `img` is never an address: with a `width`
and `height` it is the key of one of the document's pictures, without it is
only the name of a file; a `title` is its caption. A new format is one new
reader that returns a `Document`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from faq_pages.importing.pictures import Picture


class Refusal(Exception):
    """A document that cannot be imported; its message says why and what to do."""


class Reason(Enum):
    """Why words of a document are not on its page: there is no other reason."""

    NAVIGATION = "navigation or the frame of a page"
    LAYOUT = "layout"
    FILE_NAME = "name of a picture's file"
    COMMENT = "comment"
    UNSAFE = "unsafe"
    UNSUPPORTED = "cannot stand on an FAQ page"


@dataclass(frozen=True)
class LeftOut:
    """Words of a document that are not on its page."""

    text: str
    reason: Reason

    def __str__(self) -> str:
        return f"{self.text} ({self.reason.value})"


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document as clean HTML, and what its reader did not carry over.

    `title` is what the document is called outside its text: in its head, or by
    the name of its file. `pictures` are those it carries, by key.
    """

    html: str
    title: str = ""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    unsure: tuple[str, ...] = ()
