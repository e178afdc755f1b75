"""Where the closing call to action of a document begins.

It is the hardest line to tell: "Still in pain? Let us help." reads as a
question, and "Call us if the pain gets worse." is medical advice. So both the
words and the look have to fit: an invitation that is a heading, a slogan or a
button, with nothing but short lines after it.
"""

from collections.abc import Sequence

from faq_pages.importing.lines import BOLD, Line
from faq_pages.importing.vocabulary import (
    asks_midway,
    ends_asking,
    invites,
    opens_an_invitation,
)

_MOST_LINES = 6
_LONGEST_SLOGAN = 120
_LONGEST_LINE = 250
_LONGEST_CALL = 500


def find_closing(lines: Sequence[Line], level: int) -> int | None:
    """Return the index of the line that the closing call begins with, or None.

    `level` is the rank of the document's questions.
    """
    asking = (i for i, line in enumerate(lines) if line.asks and line.rank <= level)
    questions = [i for i in asking if not opens_an_invitation(lines[i].text)]
    if not questions:
        return None
    last = questions[-1]
    first = max(last + 1, len(lines) - _MOST_LINES)
    for start in range(first, len(lines)):
        # The line right below a question is its answer, unless it is a heading.
        if (start > last + 1 or _is_marked(lines[start])) and _is_call(lines[start:]):
            return start
    return None


def _is_call(lines: Sequence[Line]) -> bool:
    head, rest = lines[0], lines[1:]
    if not _is_short(lines) or any(line.rank <= 6 for line in rest):
        return False
    if _is_button(head):
        return True
    if _is_marked(head):
        return _heading_invites(head, rest)
    return len(head.text) <= _LONGEST_SLOGAN and _is_slogan(head, rest)


def _is_short(lines: Sequence[Line]) -> bool:
    return (
        all(line.is_paragraph or line.rank <= 6 for line in lines)
        and max(len(line.text) for line in lines) <= _LONGEST_LINE
        and sum(len(line.text) for line in lines) <= _LONGEST_CALL
    )


def _is_marked(line: Line) -> bool:
    return line.rank <= BOLD or (line.is_paragraph and "<b>" in line.html)


def _is_button(line: Line) -> bool:
    return line.is_linked and invites(line.text)


def _heading_invites(head: Line, rest: Sequence[Line]) -> bool:
    if ends_asking(head.text):
        return opens_an_invitation(head.text)
    if asks_midway(head.text) or invites(head.text):
        return True
    # "Next steps" invites by what is below it, unless that has a heading of its own.
    has_heading = any(line.rank <= BOLD and not line.is_linked for line in rest)
    return not has_heading and any(invites(line.text) for line in rest)


def _is_slogan(head: Line, rest: Sequence[Line]) -> bool:
    """Whether a plain line invites, and in the way of a slogan, not of advice."""
    invited = any(invites(line.text) for line in [head, *rest])
    if asks_midway(head.text) or ends_asking(head.text):
        return invited or _is_in_title_case(head.text)
    return invites(head.text) and (
        _is_in_title_case(head.text) or not head.text.endswith(".") or "!" in head.text
    )


def _is_in_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words)
