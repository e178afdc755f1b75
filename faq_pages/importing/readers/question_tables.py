"""Tables with questions on the left and answers on the right, turned into those."""

from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.fragments import words_of
from faq_pages.importing.readers.accordions import LEVEL, demote
from faq_pages.importing.readers.tables import Row, grid
from faq_pages.importing.vocabulary import answer_label, asks, ends_asking, question_label

_LONGEST = 255


def show_questions(soup: BeautifulSoup) -> Iterator[LeftOut]:
    """Make headings and text of tables of questions; yield the words of their header rows."""
    for table in soup.find_all("table"):
        rows = [] if table.find("table") else grid(table)
        header = [row for row in rows[:1] if _is_header(row)]
        if not _is_of_questions(rows[len(header) :], has_header=bool(header)):
            continue
        yield from (LeftOut(" ".join(map(_words, row)), Reason.LAYOUT) for row in header)
        parts = [*table.find_all("caption"), *_parts(rows[len(header) :])]
        table.name, table.attrs = "div", {}
        table.clear()
        table.extend(parts)


def _is_header(row: Row) -> bool:
    if len(row) != 2:
        return False
    question, answer = (_words(cell).rstrip("s:") for cell in row)
    return bool(question_label(f"{question}: x") and answer_label(f"{answer}: "))


def _is_of_questions(rows: Sequence[Row], *, has_header: bool) -> bool:
    """Whether most rows ask on the left and answer on the right.

    Without a header row that says so only question marks count: "Can I drive" may
    stand over facts, too.
    """
    if any(len(row) != 2 or row[0] is None for row in rows):
        return False
    pairs = [row for row in rows if row[1] is not None]
    if has_header:
        return 2 * sum(asks(_words(question)) for question, _ in pairs) > len(pairs)
    asking = sum(ends_asking(_words(question)) for question, _ in pairs)
    return len(pairs) > 1 and asking >= len(pairs) - 1 and ends_asking(_words(pairs[0][0]))


def _parts(rows: Sequence[Row]) -> Iterator[Tag]:
    for question, answer in rows:
        if question is None:
            continue
        # A row of one wide cell is over the questions after it.
        level = LEVEL if answer is not None else LEVEL - 1
        is_heading = 0 < len(_words(question)) <= _LONGEST
        question.name = f"h{level}" if is_heading else "div"
        yield question
        if answer is not None:
            answer.name = "div"
            demote([answer], below=LEVEL)
            yield answer


def _words(cell: Tag | None) -> str:
    return words_of(cell) if cell is not None else ""
