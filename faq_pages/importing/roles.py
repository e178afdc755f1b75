"""The parts that lines play in a document."""

from dataclasses import dataclass
from enum import Enum, auto

from faq_pages.importing.lines import Line


class Role(Enum):
    """The part that a line plays in a document."""

    TITLE = auto()
    COVER = auto()
    LAYOUT = auto()
    TLDR = auto()
    SECTION = auto()
    QUESTION = auto()
    SUBHEADING = auto()
    SOURCES = auto()
    CALL = auto()
    TAIL = auto()
    BODY = auto()


@dataclass(frozen=True)
class Entry:
    role: Role
    line: Line


Roles = dict[int, Role]
