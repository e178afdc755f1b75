"""Whether a value is of the kind that schema.org expects of a property.

https://schema.org/docs/datamodel.html says what may stand where. It lets anybody write a
text where a node is expected; we do not, since no reader can do anything with it.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from faq_pages.findings.schema_org import vocabulary
from faq_pages.findings.schema_org.graph import Graph, Node, literal

# Google's documentation gives a bare address here, where schema.org only names Thing:
# https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
ADDRESS_FOR_A_THING = frozenset({"item"})

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?\Z")
_QUANTITY = re.compile(r"[-+]?\d+(\.\d+)?\s?[^\W\d]{0,12}\.?\Z")
_DURATION = re.compile(r"-?P(?=.)(\d+[YMWD])*(T(\d+(\.\d+)?[HMS])+)?\Z")


def fits(value: Any, name: str, graph: Graph) -> bool:
    """Whether `value` may stand in the property `name`, which schema.org knows.

    What is empty, dangling or of no known type is no matter of its kind.
    """
    ranges = vocabulary.ranges(name)
    if isinstance(value, Node):
        return _node_fits(value, ranges, graph)
    if isinstance(value, dict):
        value = value["@value"]
    if value is None or (isinstance(value, str) and not value.strip()):
        return True
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, (int, float)):
        return any(_number_fits(value, range_) for range_ in ranges)
    text = literal(value)
    if name in ADDRESS_FOR_A_THING and looks_like_address(text):
        return True
    return any(_text_fits(text, range_) for range_ in ranges)


def _node_fits(value: Node, ranges: tuple[str, ...], graph: Graph) -> bool:
    node = graph.resolve(value)
    if node is None:
        member = vocabulary.term(value.id)
        is_term = member != value.id
        return not is_term or any(member in vocabulary.members(range_) for range_ in ranges)
    if not node.kinds or not all(map(vocabulary.is_type, node.types)):
        return True
    # A role stands between a property and its value: https://schema.org/Role
    return "Role" in node.kinds or not node.kinds.isdisjoint(ranges)


def _number_fits(value: float, range_: str) -> bool:
    if range_ == "Integer":
        return float(value).is_integer()
    # A length without a unit is one of pixels, as in every example of an ImageObject.
    return range_ in {"Number", "Float"} or (_is_quantity(range_) and range_ != "Duration")


def _text_fits(text: str, range_: str) -> bool:
    if check := _TEXTS.get(range_):
        return check(text)
    if vocabulary.is_data_type(range_):  # dates and times have a rule of their own
        return True
    if vocabulary.is_enumeration(range_):
        return vocabulary.term(text) in vocabulary.members(range_)
    return _is_quantity(range_) and bool(
        (_DURATION if range_ == "Duration" else _QUANTITY).match(text)
    )


def _is_quantity(range_: str) -> bool:
    return "Quantity" in vocabulary.ancestors(range_)


def looks_like_address(text: str) -> bool:
    """Whether `text` was meant as an address, even as a relative one."""
    return bool(text) and not re.search(r"\s", text) and bool(re.search(r"[/#:?]", text))


def is_absolute(address: str, schemes: frozenset[str] = frozenset({"http", "https"})) -> bool:
    """Whether `address` leads to the same place from everywhere, by one of `schemes`."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme.lower() not in schemes:
        return False
    return bool(parts.netloc) if parts.scheme.lower() in {"http", "https"} else bool(parts.path)


def holds_addresses(name: str) -> bool:
    """Whether the property `name` holds addresses and no other text."""
    ranges = vocabulary.ranges(name)
    return name in ADDRESS_FOR_A_THING or ("URL" in ranges and "Text" not in ranges)


_TEXTS: dict[str, Callable[[str], bool]] = {
    "URL": looks_like_address,
    "Number": lambda text: bool(_NUMBER.match(text)),
    "Float": lambda text: bool(_NUMBER.match(text)),
    "Integer": lambda text: text.isdecimal(),
    "Boolean": lambda text: vocabulary.term(text) in {"True", "False"},
}
