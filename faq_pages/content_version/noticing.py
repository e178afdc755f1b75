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
        connection.execute_wrappers.append(_note)


def _note(execute: Any, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run a statement as Django does, and have the version change if it writes content."""
    result = execute(sql, params, many, context)
    if stamp() is not None and changes_content(str(sql)):
        forget_request()
        _change_after(context["connection"])
    return result


def _change_after(connection: BaseDatabaseWrapper) -> None:
    """Have the version change once the transaction is committed, now if there is none."""
    if not connection.in_atomic_block:
        changed()
        return
    # Once is enough, unless a savepoint that may still be rolled back would take it along.
    within = set(connection.savepoint_ids)
    if not any(ids <= within and hook is changed for ids, hook, *_ in connection.run_on_commit):
        connection.on_commit(changed)
