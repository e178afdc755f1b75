"""A file of many records, one a line, packed with gzip or not; never all in memory."""

import gzip
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from faq_pages.importing.documents import Refusal
from faq_pages.importing.files import opened

# Nobody writes one FAQ of this length.
MAX_LINE = 5_000_000
_CHUNK = 64 * 1024
_GZIP = b"\x1f\x8b"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line that is not blank: its bytes, or why they cannot be read.

    `position` is how much of the file has been read, in bytes of the file.
    """

    number: int
    content: bytes | Refusal
    position: int


def size_of(path: Path) -> int:
    """Return the size of the file at `path`, or raise Refusal."""
    with opened(path) as file:
        return os.fstat(file.fileno()).st_size


def lines_of(path: Path) -> Iterator[Line]:
    """Yield the lines of the file at `path`; one that breaks off ends with a Refusal."""
    with path.open("rb") as file:
        for number, content in enumerate(_contents(file), start=1):
            if isinstance(content, Refusal) or content.strip():
                yield Line(number=number, content=content, position=file.tell())


def _contents(file: BufferedReader) -> Iterator[bytes | Refusal]:
    unpacked: BinaryIO = file
    if file.peek(len(_GZIP)).startswith(_GZIP):
        unpacked = gzip.GzipFile(fileobj=file)  # type: ignore[assignment]  # a BinaryIO but in name
    try:
        yield from _lines(unpacked)
    except (EOFError, OSError, zlib.error) as error:
        yield Refusal(
            f"the file breaks off or is damaged here ({_reason(error)}). "
            "Fetch it again; what was read before is kept."
        )


def _lines(file: BinaryIO) -> Iterator[bytes | Refusal]:
    first = file.readline(MAX_LINE + 1).removeprefix(_BYTE_ORDER_MARK)
    while first:
        yield _whole(file, first)
        first = file.readline(MAX_LINE + 1)


def _whole(file: BinaryIO, start: bytes) -> bytes | Refusal:
    """Return a line that begins with `start`, or read past one that is too long."""
    if len(start) <= MAX_LINE or start.endswith(b"\n"):
        return start
    while (chunk := file.readline(_CHUNK)) and not chunk.endswith(b"\n"):
        pass
    return Refusal(
        f"the line has more than {MAX_LINE:,} characters. Write one FAQ a line, and divide it."
    )


def _reason(error: Exception) -> str:
    return str(error).strip().rstrip(".") or type(error).__name__
