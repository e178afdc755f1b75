"""A page's HTML, read once, as the checks ask about it."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree, html

# What no reader sees, whatever is in it.
_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "head", "title", "datalist"})

# Where the words of one element end and those of the next begin, as a browser lays them out.
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup time u "
    "var wbr label".split()
)


class Document:
    """An HTML page. Parsed with libxml2, which takes a tenth of the time of a parser in Python."""

    def __init__(self, text: str) -> None:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        data = text.encode("utf-8", "replace")
        try:
            self.root = html.document_fromstring(data, parser=parser)
        except etree.ParserError:  # nothing in it
            self.root = html.document_fromstring(b"<html></html>", parser=parser)

    # -- The head ------------------------------------------------------------------

    @property
    def language(self) -> str:
        return str(self.root.get("lang") or "")

    @cached_property
    def titles(self) -> list[str]:
        found = self.root.xpath("//head/title")
        return [" ".join("".join(each.itertext()).split()) for each in found]

    def metas(self, name: str) -> list[str]:
        """Return the contents of the `meta` elements with that `name` or `property`, in order."""
        return [content for key, content in self._metas if key == name]

    @cached_property
    def _metas(self) -> list[tuple[str, str]]:
        return [
            (str(each.get("name") or each.get("property") or "").lower(), each.get("content") or "")
            for each in self.root.iter("meta")
        ]

    def links_in_head(self, rel: str) -> list[str]:
        """Return the addresses of the `link` elements with that `rel`, in order."""
        return [
            each.get("href") or ""
            for each in self.root.iter("link")
            if rel in (each.get("rel") or "").lower().split()
        ]

    @cached_property
    def json_ld(self) -> list[str]:
        """The texts of the page's JSON-LD scripts."""
        return [
            each.text or ""
            for each in self.root.iter("script")
            if (each.get("type") or "").strip().lower() == "application/ld+json"
        ]

    # -- The body --------------------------------------------------------------------

    @cached_property
    def ids(self) -> dict[str, Any]:
        """The elements that have an id; the first of that id, as browsers take it."""
        found: dict[str, Any] = {}
        for element in self.root.iter(etree.Element):
            if name := element.get("id"):
                found.setdefault(name, element)
        return found

    def by_class(self, name: str) -> list[Any]:
        """Return the elements with the class `name`, in order."""
        return self._classes.get(name, [])

    @cached_property
    def _classes(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for element in self.root.iter(etree.Element):
            for name in (element.get("class") or "").split():
                found.setdefault(name, []).append(element)
        return found

    @cached_property
    def addresses(self) -> list[str]:
        """Where the links of the page lead, as they are written, in order."""
        return [each.get("href") for each in self.root.iter("a") if each.get("href")]

    @cached_property
    def words(self) -> list[str]:
        """The words that a reader of the page sees, in order."""
        return seen_words(self.root)


def is_unseen(element: Any) -> bool:
    """Whether a reader sees nothing of `element`, by what its markup says."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def is_shown(element: Any) -> bool:
    """Whether a reader sees `element` where it stands: nothing around it is unseen either."""
    return not is_unseen(element) and not any(map(is_unseen, element.iterancestors()))


def seen_text(element: Any) -> str:
    """Return what a reader sees of `element`, on one line."""
    return " ".join(seen_words(element))


def seen_words(element: Any, *, skip: Any = None) -> list[str]:
    """Return the words that a reader sees of `element` without `skip` in it, in order."""
    return "".join(_seen(element, skip)).split()


# As many as an answer-rich page has, since several checks look at each.
@lru_cache(maxsize=512)
def fragment(text: str) -> Any:
    """Return some HTML as an element that holds it."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    data = f"<div>{text}</div>".encode("utf-8", "replace")
    root = html.document_fromstring(data, parser=parser)
    body = root.find("body")
    return root if body is None else body


def _seen(element: Any, skip: Any) -> Iterator[str]:
    """The texts that are seen, in order. No recursion: hostile HTML is deep."""
    # An element waits to be opened, a text to be said.
    waiting: list[Any] = [element]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            yield here
        elif here is not skip and not is_unseen(here):
            edge = "" if here.tag in _INLINE else " "
            yield edge
            yield here.text or ""
            waiting.append(edge)
            for child in reversed(here):
                waiting += [child.tail or "", child]
