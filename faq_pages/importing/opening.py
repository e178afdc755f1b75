"""What stands before the questions: title, layout, the short answer, the cover picture."""

import re
from collections import Counter
from collections.abc import Sequence, Set

from faq_pages.importing.lines import NO_HEADING, Line
from faq_pages.importing.roles import Role, Roles
from faq_pages.importing.vocabulary import (
    BACK_LINKS,
    CONTENTS,
    TLDR,
    is_copyright,
    is_one_of,
    is_tail,
    normal,
    tldr_label,
)

_LONGEST_PLAIN_TITLE = 80
_PAGE_NUMBER = re.compile(r"[\s.…]+\d{1,3}$")


def mark_title(lines: Sequence[Line], roles: Roles) -> None:
    """Mark the line that the page is called by, if there is one."""
    for index in _could_be_titles(lines):
        if _is_title(lines, index, alone=sum(line.tag == "h1" for line in lines) == 1):
            roles[index] = Role.TITLE
            return


def _could_be_titles(lines: Sequence[Line]) -> list[int]:
    """Return the lines that may be the title, the likeliest first, at most two."""
    level_1 = [index for index, line in enumerate(lines) if line.tag == "h1"]
    with_words = [
        index
        for index, line in enumerate(lines)
        if not line.picture_name and not is_tail(line.text)
    ]
    first = with_words[:1]
    if not level_1 or first == level_1[:1]:
        return level_1[:1] or first
    # Several headings of level 1 that are alike are sections or questions: what is
    # above them is the title, which LibreOffice writes as a paragraph.
    is_one_of_them = lines[level_1[0]].asks == all(lines[index].asks for index in level_1)
    is_above = len(level_1) > 1 and is_one_of_them and not lines[first[0]].asks
    return [*(first if is_above and _is_short(lines[first[0]]) else []), level_1[0]]


def _is_short(line: Line) -> bool:
    return line.could_be_title and len(line.text) <= _LONGEST_PLAIN_TITLE


def _is_title(lines: Sequence[Line], index: int, *, alone: bool) -> bool:
    line = lines[index]
    if not line.could_be_title or _is_layout_word(line):
        return False
    if alone or not line.asks:
        return True
    # "Do you have knee pain?" over other questions is a title; over text it asks.
    following = next((other for other in lines[index + 1 :] if not other.picture_name), None)
    return following is not None and (
        following.asks or _is_layout_word(following) or bool(tldr_label(following.text))
    )


def _is_layout_word(line: Line) -> bool:
    return is_one_of(line.text, CONTENTS | TLDR | BACK_LINKS)


def mark_layout(lines: Sequence[Line], roles: Roles) -> None:
    """Mark "On this page" and what it lists, "Back to top", and the TLDR's heading."""
    later = Counter(map(_entry, lines))
    headings = {normal(line.words) for line in lines if line.rank != NO_HEADING}
    listed: set[str] = set()
    in_contents = False
    asked = NO_HEADING + 1  # the rank of the last line that asked
    # Where none does, headings stand for questions.
    asks_at_all = any(line.asks for line in lines)
    for index, line in enumerate(lines):
        words = _entry(line)
        later[words] -= 1
        if index in roles:
            continue
        if Role.TLDR not in roles.values() and _heads_summary(lines, index, asked):
            roles[index] = Role.TLDR
            in_contents = False
        elif is_one_of(line.text, CONTENTS):
            roles[index] = Role.LAYOUT
            in_contents = True
        elif in_contents and line.is_list and _lists_loosely(line, headings):
            roles[index] = Role.LAYOUT
        elif in_contents and later[words] > 0 and not _is_answered(lines, index, later, listed):
            roles[index] = Role.LAYOUT
            listed.add(words)
        elif _is_furniture(line) or (asked > NO_HEADING and _lists(line, headings)):
            roles[index] = Role.LAYOUT
            in_contents = False
        else:
            in_contents = False
            is_question = line.asks or (not asks_at_all and line.rank <= 6)
            asked = line.rank if is_question else asked


def _entry(line: Line) -> str:
    """Return the words of `line` as a table of contents has them, with no number of a page."""
    return normal(_PAGE_NUMBER.sub("", line.words))


def _is_answered(lines: Sequence[Line], index: int, later: Counter[str], listed: set[str]) -> bool:
    """Whether a line that comes again below is followed by text of its own: then it
    is a question that is asked twice, and no entry of a table of contents."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.picture_name or _is_layout_word(following):
        return False
    if tldr_label(following.text):
        return False
    return _entry(following) not in listed and later[_entry(following)] < 2


def _heads_summary(lines: Sequence[Line], index: int, asked: int) -> bool:
    """Whether a line is the heading of a TLDR, or begins with it.

    After the first question only a real heading of its rank counts: "Key points"
    may stand within an answer. One over other headings is that of a section.
    """
    line = lines[index]
    if asked <= NO_HEADING:
        return line.rank <= min(asked, 6) and is_one_of(line.text, TLDR)
    if line.is_list:
        return False
    following = lines[index + 1].rank if index + 1 < len(lines) else NO_HEADING
    if line.rank < following <= 6:
        return False
    return is_one_of(line.text, TLDR) or (line.is_paragraph and bool(tldr_label(line.text)))


def _is_furniture(line: Line) -> bool:
    """Whether `line` only leads back to the top, or claims rights."""
    return is_one_of(line.text, BACK_LINKS) or is_copyright(line.text)


def _lists(line: Line, headings: Set[str]) -> bool:
    """Whether `line` is a list of nothing but headings of this document."""
    return len(line.items) > 1 and all(normal(item) in headings for item in line.items)


def _lists_loosely(line: Line, headings: Set[str]) -> bool:
    """Whether most items of a list right below "On this page" have words of a heading.

    They are shortened there, or a number of a page follows.
    """
    known = [frozenset(heading.split()) for heading in headings]
    items = [frozenset(normal(_PAGE_NUMBER.sub("", item)).split()) for item in line.items]
    found = [any(len(item & words) * 2 >= len(item) for words in known) for item in items if item]
    return 2 * sum(found) > len(found)


def mark_covers(lines: Sequence[Line], roles: Roles, level: int) -> None:
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
