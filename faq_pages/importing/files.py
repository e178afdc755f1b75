"""Files on the disk of a command, or why they cannot be opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from faq_pages.importing.documents import Refusal


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open the file at `path` for reading, or raise Refusal."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise Refusal(f"There is no file “{path}”: check its name and folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Refusal(f"“{path}” cannot be read: {reason}.") from None
    with file:
        yield file
