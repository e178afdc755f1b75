"""Values of a node, and nodes without empty ones."""

from datetime import datetime
from typing import Any

Node = dict[str, Any]

_EMPTY: tuple[object, ...] = ("", None, [], {}, ())


def compact(node: Node) -> Node:
    """Leave out what is empty, as white space is; 0 is a value."""
    return {key: value for key, value in node.items() if not _is_empty(value)}


def _is_empty(value: object) -> bool:
    return value in _EMPTY or (isinstance(value, str) and not value.strip())


def time(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def date(moment: datetime) -> str:
    return moment.date().isoformat()
