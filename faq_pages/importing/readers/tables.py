"""Which tables hold facts, and the rows of them."""

from collections.abc import Sequence

from bs4 import Tag

Row = list[Tag | None]

# Wider than any that a page can show; a hostile span would fill the memory.
_MAX_COLUMNS = 30


def rows_of(table: Tag) -> list[Row]:
    """Return the rows of a table of facts, all of one width, with None for the
    cells that another spans. A table that only lays out a page has none."""
    if table.find(["table", "h1", "h2", "h3", "h4", "h5", "h6", "details"]):
        return []
    rows = grid(table)
    width = max(map(len, rows), default=0)
    if len(rows) < 2 or width < 2 or width > _MAX_COLUMNS:
        return []
    return [row + [None] * (width - len(row)) for row in rows]


def heads_table(rows: Sequence[Row]) -> bool:
    """Whether the first row is one wide bold cell over a real header: a caption."""
    if len(rows) < 3:
        return False
    (wide, *rest), header = rows[:2]
    is_wide = wide is not None and _is_bold(wide) and not any(rest)
    return is_wide and all(cell is not None and _is_bold(cell) for cell in header)


def _is_bold(cell: Tag) -> bool:
    words = cell.get_text(strip=True)
    bold = "".join(each.get_text(strip=True) for each in cell.find_all(["b", "strong"]))
    return bool(words) and (cell.name == "th" or bold == words)


def grid(table: Tag) -> list[Row]:
    """Return the cells of each row with words where they stand, None under those that span."""
    rows: list[Row] = []
    spanned: dict[int, int] = {}  # how many more rows each column is taken in
    for row in table.find_all("tr"):
        cells: Row = []
        for cell in row.find_all(["td", "th"], recursive=False):
            _skip_spanned(cells, spanned)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(cells), len(cells) + width):
                spanned[column] = height - 1
            cells += [cell, *[None] * (width - 1)]
        _skip_spanned(cells, spanned)
        rows.append(cells)
    return [row for row in rows if any(cell and cell.get_text(strip=True) for cell in row)]


def _skip_spanned(cells: Row, spanned: dict[int, int]) -> None:
    while spanned.get(len(cells), 0) > 0:
        spanned[len(cells)] -= 1
        cells.append(None)


def _span(cell: Tag, direction: str) -> int:
    span = str(cell.get(direction, "1"))
    return min(int(span), _MAX_COLUMNS) if span.isascii() and span.isdigit() and int(span) else 1
