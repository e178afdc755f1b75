"""Questions in SQLite's own full-text tables, kept true by triggers.

One table holds what a question and its page are called, another the question
with its answer: a word means more in the first, and asking both does better
than one with weights.
"""

from collections.abc import Collection
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

from faq_pages.models.published import PublishedQuestion
from faq_pages.search.terms import Stems

_CONTENT = PublishedQuestion._meta.db_table
_TABLES = {
    "faq_pages_fts_questions": ("question_stems", "title_stems", "names_stems"),
    "faq_pages_fts_answers": ("question_stems", "answer_stems"),
}


def prepare(using: str = DEFAULT_DB_ALIAS) -> None:
    """Make the tables and triggers that are missing.

    After every migration, since SQLite makes a changed table anew and drops its
    triggers. The tables hold no text: they refer to that of the rows.
    """
    connection = connections[using]
    if _CONTENT not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        made = False
        for table, columns in _TABLES.items():
            made |= _make(cursor, table, columns)
        if made:
            _fill(cursor)


def refill(using: str = DEFAULT_DB_ALIAS) -> None:
    """Make the tables anew from the rows."""
    with connections[using].cursor() as cursor:
        _fill(cursor)


def match(phrases: Collection[Stems], limit: int, root_path: str = "") -> set[int]:
    """Return the ids of the rows that hold any of `phrases` best, up to `limit` of each table.

    With a `root_path` only those of pages under the page with that tree path.
    """
    query = " OR ".join(f'"{" ".join(stems)}"' for stems in phrases)
    found: set[int] = set()
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        for table in _TABLES:
            cursor.execute(
                f"SELECT fts.rowid FROM {table} fts {_UNDER if root_path else ''} "
                f"WHERE {table} MATCH %s {'AND page.path LIKE %s' if root_path else ''} "
                "ORDER BY rank LIMIT %s",
                [query, *([f"{root_path}%"] if root_path else []), limit],
            )
            found.update(id for (id,) in cursor.fetchall())
    return found


_UNDER = (
    f"JOIN {_CONTENT} row ON row.id = fts.rowid JOIN wagtailcore_page page ON page.id = row.page_id"
)


def _make(cursor: Any, table: str, columns: tuple[str, ...]) -> bool:
    """Make what is missing of `table`; return whether anything was."""
    cursor.execute(
        "SELECT count(*) FROM sqlite_master WHERE name IN (%s, %s, %s, %s)",
        [table, f"{table}_insert", f"{table}_delete", f"{table}_update"],
    )
    if cursor.fetchone()[0] == 4:
        return False
    names = ", ".join(columns)
    new = ", ".join(f"new.{column}" for column in columns)
    old = ", ".join(f"old.{column}" for column in columns)
    add = f"INSERT INTO {table} (rowid, {names}) VALUES (new.id, {new});"
    remove = f"INSERT INTO {table} ({table}, rowid, {names}) VALUES ('delete', old.id, {old});"
    cursor.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5 ({names}, "
        f"content='{_CONTENT}', content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
    )
    for event, statements in {
        "insert": add,
        "delete": remove,
        "update": f"{remove} {add}",
    }.items():
        cursor.execute(
            f"CREATE TRIGGER IF NOT EXISTS {table}_{event} AFTER {event.upper()} ON {_CONTENT} "
            f"BEGIN {statements} END"
        )
    return True


def _fill(cursor: Any) -> None:
    for table in _TABLES:
        cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
