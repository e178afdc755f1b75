"""Which part each line of a document plays: title, question, answer, layout.

Authors mark the same thing in many ways: a question is a heading, a bold line,
"Q:", a number, or just a line that asks. The outline finds the way that most
of a document's questions are marked, and takes that as the author's.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from faq_pages.importing.closing import find_closing, find_sources, find_tail
from faq_pages.importing.lines import (
    BARE,
    BOLD,
    LABELLED,
    NO_HEADING,
    NUMBERED,
    PLAIN,
    Line,
    lines_of,
)
from faq_pages.importing.opening import mark_covers, mark_layout, mark_title
from faq_pages.importing.roles import Entry, Role, Roles
from faq_pages.importing.vocabulary import SOURCES, is_one_of, normal, opens_an_invitation

# How many lines that are marked less weigh as much as one that is marked better.
_MARKED_TO_REAL, _PLAIN_TO_MARKED = 4, 10


def outline(html: str) -> list[Entry]:
    """Return the lines of clean HTML, each with its part."""
    lines = lines_of(html)
    roles: Roles = {}
    mark_title(lines, roles)
    mark_layout(lines, roles)
    level = _question_rank(lines, roles)
    mark_covers(lines, roles, level)
    _mark_closing(lines, roles, level)
    _mark_headings(lines, roles, level)
    return [Entry(roles.get(index, Role.BODY), line) for index, line in enumerate(lines)]


def _mark_closing(lines: Sequence[Line], roles: Roles, level: int) -> None:
    """Mark the closing call to action, before or after the sources, and what ends the page."""
    free = [index for index in range(len(lines)) if index not in roles]
    left = [lines[index] for index in free]
    titles = (lines[index].text for index, role in roles.items() if role is Role.TITLE)
    topic = frozenset(normal(" ".join(titles)).split())
    end = find_tail(left, level)
    roles.update(dict.fromkeys(free[end:], Role.TAIL))
    for stop in sorted({find_sources(left[:end]), end}):
        start = find_closing(left[:stop], level, topic)
        if start is not None:
            roles.update(dict.fromkeys(free[start:stop], Role.CALL))
            return


# -- Questions and other headings ----------------------------------------------


def _question_rank(lines: Sequence[Line], roles: Roles) -> int:
    """Return the rank of the lines that ask this document's questions."""
    free = [line for index, line in enumerate(lines) if index not in roles]
    asking = Counter(line.rank for line in free if line.asks and not opens_an_invitation(line.text))
    # No question anywhere: headings over text stand for them.
    ranks = asking or Counter(line.rank for line in free if line.rank <= BOLD)
    real = {rank: count for rank, count in ranks.items() if rank <= 6}
    marked = {rank: count for rank, count in ranks.items() if 6 < rank < PLAIN}
    plain = ranks[PLAIN] + ranks[BARE]
    if _outweigh(sum(real.values()), sum(marked.values()), _MARKED_TO_REAL) and _outweigh(
        sum(real.values()), plain, _PLAIN_TO_MARKED
    ):
        return min(real, key=lambda rank: (-real[rank], rank))
    if _outweigh(sum(marked.values()), plain, _PLAIN_TO_MARKED):
        return max(marked, key=lambda rank: (marked[rank], -rank))
    if not plain:
        return NO_HEADING
    # A line without a question mark is a question only where most have none.
    return PLAIN if 2 * ranks[PLAIN] >= ranks[BARE] else BARE


def _outweigh(better: int, others: int, factor: int) -> bool:
    """Whether a few lines that are marked better count more than many others.

    Answers ask, too; but a single line is not the way of a document.
    """
    return better > 0 and better * factor >= others and not (better == 1 and others > 2)


def _mark_headings(lines: Sequence[Line], roles: Roles, level: int) -> None:
    headings = _headings(lines, roles, level)
    in_question = False
    above: list[tuple[int, Role]] = []
    for position, heading in enumerate(headings):
        above = [(rank, role) for rank, role in above if rank < heading.rank]
        over = above[-1][1] if above else None
        role = (
            Role.BODY
            if _answers(heading, roles)
            else _role(heading, headings[position + 1 :], level, over, in_question=in_question)
        )
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
    if is_one_of(line.text, SOURCES) and line.is_paragraph:
        return True
    # "Q:" says it, whatever the other questions look like.
    return line.asks and (line.rank <= level or line.rank == LABELLED)


def _answers(heading: _Heading, roles: Roles) -> bool:
    """Whether a bold line is the answer to the question right above it: "Yes"."""
    is_below = roles.get(heading.index - 1) is Role.QUESTION
    return is_below and heading.rank == BOLD and not heading.line.asks and not heading.has_text


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
    if heading.rank == LABELLED and heading.line.asks:
        return Role.QUESTION
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
