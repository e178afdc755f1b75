"""Which part each line of a document plays: title, question, answer, layout.

Authors mark the same thing in many ways: a question is a heading, a bold line,
"Q:", a number, or just a line that asks. The outline finds the way that most
of a document's questions are marked, and takes that as the author's.
"""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile

from faq_pages.importing.closing import find_closing
from faq_pages.importing.lines import BOLD, NO_HEADING, NUMBERED, PLAIN, Line, lines_of
from faq_pages.importing.vocabulary import (
    BACK_LINKS,
    CONTENTS,
    SOURCES,
    TLDR,
    is_copyright,
    is_one_of,
    normal,
    opens_an_invitation,
    tldr_label,
)


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
    BODY = auto()


@dataclass(frozen=True)
class Entry:
    role: Role
    line: Line


Roles = dict[int, Role]


def outline(html: str) -> list[Entry]:
    """Return the lines of clean HTML, each with its part."""
    lines = lines_of(html)
    roles: Roles = {}
    _mark_title(lines, roles)
    _mark_layout(lines, roles)
    level = _question_rank(lines, roles)
    _mark_covers(lines, roles, level)
    _mark_closing(lines, roles, level)
    _mark_headings(lines, roles, level)
    return [Entry(roles.get(index, Role.BODY), line) for index, line in enumerate(lines)]


# -- Title and layout ----------------------------------------------------------


def _mark_title(lines: Sequence[Line], roles: Roles) -> None:
    level_1 = [index for index, line in enumerate(lines) if line.tag == "h1"]
    with_words = [index for index, line in enumerate(lines) if not line.picture_name]
    for index in level_1[:1] or with_words[:1]:
        if _is_title(lines, index, alone=len(level_1) == 1):
            roles[index] = Role.TITLE


def _is_title(lines: Sequence[Line], index: int, *, alone: bool) -> bool:
    line = lines[index]
    if not line.could_be_title or _is_layout_word(line):
        return False
    if alone or not line.asks:
        return True
    # "Do you have knee pain?" over other questions is a title; over text it asks.
    following = next((other for other in lines[index + 1 :] if not other.picture_name), None)
    return following is not None and (following.asks or _is_layout_word(following))


def _is_layout_word(line: Line) -> bool:
    return is_one_of(line.text, CONTENTS | TLDR | BACK_LINKS)


def _mark_layout(lines: Sequence[Line], roles: Roles) -> None:
    """Mark "On this page" and what it lists, "Back to top", and the TLDR's heading."""
    later = Counter(normal(line.words) for line in lines)
    headings = {normal(line.words) for line in lines if line.rank != NO_HEADING}
    listed: set[str] = set()
    in_contents = has_asked = False
    for index, line in enumerate(lines):
        words = normal(line.words)
        later[words] -= 1
        if index in roles:
            continue
        if Role.TLDR not in roles.values() and _heads_summary(line, has_asked=has_asked):
            roles[index] = Role.TLDR
            in_contents = False
        elif is_one_of(line.text, CONTENTS):
            roles[index] = Role.LAYOUT
            in_contents = True
        elif in_contents and later[words] > 0 and not _is_answered(lines, index, later, listed):
            roles[index] = Role.LAYOUT
            listed.add(words)
        elif _is_furniture(line) or (not has_asked and _lists(line, headings)):
            roles[index] = Role.LAYOUT
            in_contents = False
        else:
            in_contents = False
            has_asked = has_asked or (line.asks and line.rank != NO_HEADING)


def _is_answered(lines: Sequence[Line], index: int, later: Counter[str], listed: set[str]) -> bool:
    """Whether a line that comes again below is followed by text of its own: then it
    is a question that is asked twice, and no entry of a table of contents."""
    following = normal(lines[index + 1].words) if index + 1 < len(lines) else ""
    return following not in listed and later[following] < 2


def _heads_summary(line: Line, *, has_asked: bool) -> bool:
    """Whether `line` is the heading of a TLDR, or begins with it.

    After the first question only a real heading counts: "Key points" may stand
    within an answer.
    """
    if has_asked:
        return line.rank <= 6 and is_one_of(line.text, TLDR)
    if line.is_list:
        return False
    return is_one_of(line.text, TLDR) or (line.is_paragraph and bool(tldr_label(line.text)))


def _is_furniture(line: Line) -> bool:
    """Whether `line` only leads back to the top, or claims rights."""
    return is_one_of(line.text, BACK_LINKS) or is_copyright(line.text)


def _lists(line: Line, headings: Set[str]) -> bool:
    """Whether `line` is a list of nothing but headings of this document."""
    return len(line.items) > 1 and all(normal(item) in headings for item in line.items)


def _mark_covers(lines: Sequence[Line], roles: Roles, level: int) -> None:
    """Mark the picture before the first question, and the lines that name one there.

    Of several pictures the first is the cover, the others stay where they stand.
    """
    has_cover = False
    for index, line in enumerate(lines):
        if index in roles:
            continue
        if line.asks and line.rank <= level:
            break
        if line.picture_name and not (line.image and has_cover):
            roles[index] = Role.COVER
            has_cover = has_cover or line.image is not None


def _mark_closing(lines: Sequence[Line], roles: Roles, level: int) -> None:
    free = [index for index in range(len(lines)) if index not in roles]
    start = find_closing([lines[index] for index in free], level)
    for index in free[start:] if start is not None else []:
        roles[index] = Role.CALL


# -- Questions and other headings ----------------------------------------------


def _question_rank(lines: Sequence[Line], roles: Roles) -> int:
    """Return the rank of the lines that ask this document's questions."""
    free = [line for index, line in enumerate(lines) if index not in roles]
    asking = Counter(line.rank for line in free if line.asks and not opens_an_invitation(line.text))
    # No question anywhere: headings over text stand for them.
    ranks = asking or Counter(line.rank for line in free if line.rank <= BOLD)
    # A few that are marked better count more than many that only ask: answers ask, too.
    enough = max(
        (ranks[rank] / (4 if rank < PLAIN else 10) for rank in ranks if rank > 6), default=0
    )
    headings = {rank: ranks[rank] for rank in ranks if rank <= 6}
    if headings and sum(headings.values()) >= enough:
        return min(headings, key=lambda rank: (-headings[rank], rank))
    return min((rank for rank in ranks if ranks[rank] >= enough), default=NO_HEADING)


def _mark_headings(lines: Sequence[Line], roles: Roles, level: int) -> None:
    headings = _headings(lines, roles, level)
    in_question = False
    above: list[tuple[int, Role]] = []
    for position, heading in enumerate(headings):
        above = [(rank, role) for rank, role in above if rank < heading.rank]
        over = above[-1][1] if above else None
        role = _role(heading, headings[position + 1 :], level, over, in_question=in_question)
        roles[heading.index] = role
        above.append((heading.rank, role))
        in_question = role in {Role.QUESTION, Role.SUBHEADING, Role.BODY} and (
            in_question or role is Role.QUESTION
        )


@dataclass(frozen=True)
class _Heading:
    index: int
    line: Line
    has_text: bool

    @property
    def rank(self) -> int:
        return self.line.rank


def _headings(lines: Sequence[Line], roles: Roles, level: int) -> list[_Heading]:
    found, number = {}, 0
    for index, line in enumerate(lines):
        if index not in roles and _is_heading(line, level, number):
            found[index] = line
            number = line.number
    taken = {*found, *roles, len(lines)}
    return [_Heading(index, line, index + 1 not in taken) for index, line in found.items()]


def _is_heading(line: Line, level: int, number: int) -> bool:
    """Whether `line` divides the document; `number` is that of the question before."""
    if line.rank <= 6 or line.rank == BOLD <= level:
        return True
    if line.rank == NUMBERED == level and line.number == number + 1:
        return True
    return line.asks and line.rank <= level


def _role(
    heading: _Heading,
    later: Sequence[_Heading],
    level: int,
    over: Role | None,
    *,
    in_question: bool,
) -> Role:
    """Return the part of `heading`; `over` is that of the heading it is below, if any."""
    if is_one_of(heading.line.text, SOURCES) and not any(other.line.asks for other in later):
        return Role.SOURCES
    if heading.rank > level:
        # In a section questions may stand a level lower than outside of one.
        is_part = in_question and not (over is Role.SECTION and heading.line.asks)
        return Role.SUBHEADING if is_part else Role.QUESTION
    if over is Role.QUESTION and heading.rank <= 6 and not heading.line.asks:
        return Role.SUBHEADING
    if _is_over_questions(heading, later, level):
        return Role.SECTION
    has_parts = bool(later) and heading.rank < later[0].rank <= 6
    if heading.line.asks or ((heading.has_text or has_parts) and not heading.rank == BOLD < level):
        return Role.QUESTION
    return Role.BODY


def _is_over_questions(heading: _Heading, later: Sequence[_Heading], level: int) -> bool:
    """Whether `heading` groups the questions below it, rather than being one."""
    if not later or (heading.line.asks and heading.has_text):
        return False
    if heading.rank < level and heading.rank < BOLD:
        below = takewhile(lambda other: other.rank > heading.rank, later)
        return any(other.rank == level for other in below)
    below_it = later[0].rank == level or later[0].line.asks
    return below_it and not heading.has_text and not heading.line.asks
