"""A document as the importer works on it, and the refusal of one.

Every format comes down to the same clean HTML: a flat run of `h1` to `h6`, `p`,
`ul`, `ol`, `table` and `img`, and in those only `a` with `href`, `b`, `i`,
`sub`, `sup` and `br`. The `src` of an `img` is the name of a file, never an
address. A new format is one new reader that returns a `Document`.
"""

from dataclasses import dataclass


class Refusal(Exception):
    """A document that cannot be imported; its message says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document as clean HTML, and what its reader did not carry over.

    `title` is what the document is called outside its text: in its head, or by
    the name of its file.
    """

    html: str
    title: str = ""
    left_out: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
