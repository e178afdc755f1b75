"""Every statement that Django sends is looked at, and the version changes with those that count."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from faq_pages.content_version.keeping import forget_request
from faq_pages.content_version.stamps import stamp
from faq_pages.content_version.statements import changes_content
from faq_pages.content_version.versions import changed


def connect() -> None:
    connection_created.connect(_watch)


def _watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    if _note not in connection.execute_wrappers:
        # Below all others: who puts one on takes off the topmost.
        connection.execute_wrappers.insert(0, _note)


def _note(execute: Any, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run a statement as Django does, and have the version change if it writes content."""
    try:
        return execute(sql, params, many, context)
    finally:
        # Also of many rows of which one fails: those before it may be there.
        if changes_content(str(sql)) and stamp() is not None:
            forget_request()
            _change_after(context["connection"])


def _change_after(connection: BaseDatabaseWrapper) -> None:
    """Have the version change once the transaction is committed, now if there is none.

    A transaction without `atomic`, by `set_autocommit(False)`, has no hooks: whoever uses one
    calls `changed` after its commit.
    """
    if not connection.in_atomic_block:
        changed()
        return
    # Once is enough, unless a savepoint that may still be rolled back would take it along.
    within = set(connection.savepoint_ids)
    if not any(ids <= within and hook is changed for ids, hook, *_ in connection.run_on_commit):
        # Before the hooks of others, any of which may fail and take the rest along.
        hooks: Any = connection.run_on_commit
        hooks.insert(0, (within, changed, True))
