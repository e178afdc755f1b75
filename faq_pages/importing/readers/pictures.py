"""The pictures of an HTML document: which it carries, and which it only names."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from faq_pages.importing.addresses import file_name
from faq_pages.importing.pictures import (
    MAX_PICTURES,
    MAX_PIXELS_IN_ALL,
    NoPicture,
    Picture,
    human_alt,
    read_picture,
)


def take_pictures(
    soup: BeautifulSoup, files: Mapping[str, bytes]
) -> tuple[dict[str, Picture], list[str]]:
    """Return the pictures of `files` that the document shows, and what is wrong with others.

    Of each picture element its key and size are left, or, where there is no
    file, the file's name. A picture that only counts readers goes.
    """
    taking = _Taking(files)
    for element in soup.find_all("img"):
        taking.take(element)
    return taking.pictures, taking.problems


class _Taking:
    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.pictures: dict[str, Picture] = {}
        self.problems: list[str] = []
        self.keys: dict[str, str] = {}

    def take(self, element: Tag) -> None:
        src, alt = str(element.get("src", "")), str(element.get("alt", ""))
        if {"0", "1"} & {element.get("width"), element.get("height")}:
            element.decompose()  # it counts readers
            return
        data = self.files.get(src) or self.files.get(unquote(src).removeprefix("./"))
        if data is None and not alt and not re.search(r"[./]", src):
            element.decompose()  # a name of nothing, such as hostile markup has
            return
        if data is None:
            element.attrs = {"src": file_name(src) or alt, "alt": alt}
            return
        key = self._key(src)
        try:
            picture = self.pictures.get(key) or self._read(key, data, alt)
        except NoPicture as problem:
            self.problems.append(f"The picture “{key}” {problem}.")
            element.attrs = {"src": key, "alt": alt}
            return
        if picture is None:
            element.decompose()
            return
        self.pictures[key] = picture
        element.attrs = {
            "src": key,
            "alt": human_alt(alt),
            "width": str(picture.width),
            "height": str(picture.height),
        }

    def _key(self, src: str) -> str:
        """Return the name of the file at `src`, made different from other files' names."""
        if src not in self.keys:
            name = PurePosixPath(unquote(src)).name or "picture"
            is_taken = name in self.keys.values()
            self.keys[src] = f"{len(self.keys) + 1}-{name}" if is_taken else name
        return self.keys[src]

    def _read(self, key: str, data: bytes, alt: str) -> Picture | None:
        if len(self.pictures) >= MAX_PICTURES:
            raise NoPicture(f"is one of more than {MAX_PICTURES}")
        if sum(each.width * each.height for each in self.pictures.values()) > MAX_PIXELS_IN_ALL:
            raise NoPicture("is one too many: all in all they are too large")
        return read_picture(key, data, alt)
