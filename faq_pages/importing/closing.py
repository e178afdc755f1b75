"""Where the closing call to action of a document begins.

It is the hardest line to tell: "Still in pain? Let us help." reads as a
question, and "Call us if the pain gets worse." is medical advice. So both the
words and the look have to fit: an invitation that is a heading, a slogan or a
button, with nothing but short lines after it.
"""

from collections.abc import Sequence

from faq_pages.importing.lines import BOLD, Line
from faq_pages.importing.vocabulary import (
    SOURCES,
    answer_label,
    asks_midway,
    ends_asking,
    invites,
    is_emergency,
    is_one_of,
    is_tail,
    normal,
    opens_an_invitation,
)

_MOST_LINES = 6
_LONGEST_SLOGAN = 120
_MOST_WORDS_OF_SLOGAN = 10
_LONGEST_LINE = 250
_LONGEST_CALL = 500
_CONDITIONS = frozenset(
    """if when unless before until after while without si cuando antes hasta wenn bevor falls bis
    quand avant lorsque se quando prima""".split()
)
# A question that only asks readers to come is short, and so is what follows.
_MOST_WORDS, _MOST_BELOW = 7, 3
# One that is about care has these, in the languages whose questions are alike.
_CLINICAL = frozenset(
    """what which when where who does is are can could should long often much safe risk risks pain
    qué cuál cuándo dónde quién es son puede puedo debe quel quelle quand où est puis wann welche
    wer ist kann darf""".split()
) - {"can"}


def find_tail(lines: Sequence[Line], level: int) -> int:
    """Return the index from which lines only say who made the document and what it is not."""
    last = max(_questions(lines, level), default=-1)
    start = len(lines)
    # The line right below a question is its answer, whatever it says.
    while start > last + 2 and is_tail(lines[start - 1].text):
        start -= 1
    return start


def find_sources(lines: Sequence[Line]) -> int:
    """Return the index of the line that heads the sources at the end, or `len(lines)`."""
    for index in range(len(lines) - 1, -1, -1):
        if is_one_of(lines[index].text, SOURCES):
            return index
        if lines[index].asks and lines[index].rank <= 6:
            break
    return len(lines)


def find_closing(
    lines: Sequence[Line], level: int, topic: frozenset[str] = frozenset()
) -> int | None:
    """Return the index of the line that the closing call begins with, or None.

    `level` is the rank of the document's questions, `topic` the words of its title.
    """
    questions = _questions(lines, level)
    if len(questions) > 1 and _asks_to_come(lines[questions[-1] :], topic):
        return questions[-1]
    if not questions:
        return None
    last = questions[-1]
    # Where headings stand for questions, the last of them may be the call's.
    if len(questions) > 1 and not lines[last].asks and _is_call(lines[last:]):
        return last
    for start in range(max(last + 1, len(lines) - _MOST_LINES), len(lines)):
        if _may_begin(lines, start, last, level) and _is_call(lines[start:]):
            return start
    return None


def _questions(lines: Sequence[Line], level: int) -> list[int]:
    """Return the lines that ask; where none does, the headings that stand for them."""
    ranked = [(i, line) for i, line in enumerate(lines) if line.rank <= level]
    asking = [i for i, line in ranked if line.asks and not opens_an_invitation(line.text)]
    return asking or [i for i, line in ranked if line.rank <= BOLD and not invites(line.text)]


def _may_begin(lines: Sequence[Line], start: int, last: int, level: int) -> bool:
    """Whether a call may begin at `start`; the last question is at `last`."""
    head = lines[start]
    if answer_label(head.text) or level < head.rank <= 6:
        return False
    # The line right below a question is its answer, unless it is a heading that invites.
    return start > last + 1 or (_is_marked(head) and invites(head.text))


def _asks_to_come(lines: Sequence[Line], topic: frozenset[str]) -> bool:
    """Whether the last question is none, but asks readers to come: "Why wait?"

    It is about them and not about the subject, and below it is a button.
    """
    head, rest = lines[0], lines[1:]
    words = normal(head.text).split()
    if not 0 < len(rest) <= _MOST_BELOW or len(words) > _MOST_WORDS or topic.intersection(words):
        return False
    if not _is_call_by_its_form(lines) or is_emergency(_all_words(lines)):
        return False
    return any(line.is_linked for line in rest) and not _CLINICAL.intersection(words)


def _is_call(lines: Sequence[Line]) -> bool:
    head, rest = lines[0], lines[1:]
    if not _is_call_by_its_form(lines) or is_emergency(_all_words(lines)):
        return False
    # "Contact us if it does not stop!" is advice, however loud it is.
    if head.rank > 6 and not head.is_linked and any(_is_conditional(line.text) for line in lines):
        return False
    if _is_button(head):
        return True
    if _is_marked(head):
        return _heading_invites(head, rest)
    return len(head.text) <= _LONGEST_SLOGAN and _is_slogan(head, rest)


def _is_conditional(text: str) -> bool:
    """Whether `text` says when to do what it asks for: so it is about the reader's care."""
    return bool(_CONDITIONS.intersection(normal(text).split())) and not asks_midway(text)


def _is_call_by_its_form(lines: Sequence[Line]) -> bool:
    return _is_short(lines) and not any(line.rank <= 6 for line in lines[1:])


def _all_words(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _is_short(lines: Sequence[Line]) -> bool:
    return (
        all(line.is_paragraph or line.rank <= 6 for line in lines)
        and max(len(line.text) for line in lines) <= _LONGEST_LINE
        and sum(len(line.text) for line in lines) <= _LONGEST_CALL
    )


def _is_marked(line: Line) -> bool:
    return line.rank <= BOLD


def _is_button(line: Line) -> bool:
    return line.is_linked and invites(line.text)


def _heading_invites(head: Line, rest: Sequence[Line]) -> bool:
    if ends_asking(head.text):
        return opens_an_invitation(head.text)
    if asks_midway(head.text) or invites(head.text):
        return True
    # "Next steps" invites by what is below it, unless that has a heading of its own.
    has_heading = any(line.rank <= BOLD and not line.is_linked for line in rest)
    # Under "Warning signs" stands advice: "Call us if you have a fever."
    return not has_heading and any(
        invites(line.text) and not _is_conditional(line.text) for line in rest
    )


def _is_slogan(head: Line, rest: Sequence[Line]) -> bool:
    """Whether a plain line invites, and in the way of a slogan, not of advice."""
    invited = any(invites(line.text) for line in [head, *rest])
    if asks_midway(head.text) or ends_asking(head.text):
        return invited or _is_in_title_case(head.text)
    # "Do not stop the tablets. Call us first!" is advice.
    is_short = len(head.text.split()) <= _MOST_WORDS_OF_SLOGAN
    is_loud = not head.text.endswith(".") or "!" in head.text
    return invites(head.text) and is_short and (_is_in_title_case(head.text) or is_loud)


def _is_in_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words)
