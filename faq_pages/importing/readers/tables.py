"""Which tables hold facts, and the rows of them."""

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
