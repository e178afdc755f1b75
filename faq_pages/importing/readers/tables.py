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
    rows = [_cells(row) for row in table.find_all("tr")]
    rows = [row for row in rows if any(cell and cell.get_text(strip=True) for cell in row)]
    width = max(map(len, rows), default=0)
    if len(rows) < 2 or width < 2 or width > _MAX_COLUMNS:
        return []
    return [row + [None] * (width - len(row)) for row in rows]


def _cells(row: Tag) -> Row:
    cells: Row = []
    for cell in row.find_all(["td", "th"], recursive=False):
        cells += [cell, *[None] * (_span(cell) - 1)]
    return cells


def _span(cell: Tag) -> int:
    span = str(cell.get("colspan", "1"))
    return min(int(span), _MAX_COLUMNS) if span.isascii() and span.isdigit() and int(span) else 1
