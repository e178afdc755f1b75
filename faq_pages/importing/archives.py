"""Zip files, opened with care: they may hold more, or elsewhere, than they say."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from faq_pages.importing.documents import Refusal

# A document of 20 MB holds pictures, which do not shrink: unpacked it is not much more.
MAX_ENTRIES = 2_000
MAX_UNPACKED = 60_000_000
MAX_PART = 40_000_000

_IS_ENCRYPTED = 0x1
# All that `zipfile` raises on damaged files of one kind or another.
_DAMAGE = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


class Archive:
    """A zip file that holds no more than it says, and nothing outside its folder."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open the zip file in `data`, or raise Refusal. `name` is what people call it."""
        self.name = name
        try:
            self._zip = ZipFile(BytesIO(data))
        except _DAMAGE:
            raise self.damage() from None
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise Refusal(
                f"“{name}” holds {len(entries):,} files, more than the {MAX_ENTRIES:,} of any "
                "document. Unzip it and upload the document itself."
            )
        if sum(each.file_size for each in entries) > MAX_UNPACKED:
            raise self._too_much()
        if any(each.flag_bits & _IS_ENCRYPTED for each in entries):
            raise Refusal(
                f"“{name}” is protected with a password. Save it without one and try again."
            )
        if strange := next((each for each in entries if _leads_outside(each)), None):
            raise Refusal(
                f"“{name}” holds a file called “{strange.filename[:80]}”, which leads outside of "
                "it, so it is not safe to open. Export the document again."
            )

    @property
    def names(self) -> list[str]:
        """The names of its files, folders apart."""
        return [each.filename for each in self._zip.infolist() if not each.is_dir()]

    def read(self, name: str) -> bytes:
        """Return the file called `name`, or raise Refusal if it is not as it says."""
        try:
            with self._zip.open(name) as file:
                data = b"".join(_chunks(iter(lambda: file.read(1 << 20), b"")))
        except (KeyError, *_DAMAGE):
            raise self.damage() from None
        except OverflowError:
            raise self._too_much() from None
        return data

    def damage(self) -> Refusal:
        """Return the refusal of a file that cannot be opened."""
        return Refusal(
            f"“{self.name}” is damaged or not complete. Open it where it was written, save it "
            "again and try once more."
        )

    def _too_much(self) -> Refusal:
        return Refusal(
            f"“{self.name}” would unpack to more than {MAX_UNPACKED // 1_000_000} MB, which no "
            "document does. Save it again, with smaller pictures."
        )


def _chunks(chunks: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MAX_PART:
            raise OverflowError
        yield chunk


def _leads_outside(entry: ZipInfo) -> bool:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in path.parts[:1]
