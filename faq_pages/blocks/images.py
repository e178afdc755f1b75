"""The images that a page's blocks show, taken from those that were fetched together.

Wagtail fetches images stream by stream: one query for a page's own, another for those
of its answers, and then one for the files of them all. `blocks/materials.py` fetches all
of that at once, before the blocks are read, and hands it over here.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.images import blocks
from wagtail.images.models import AbstractImage

Images = Mapping[int, AbstractImage]

_at_hand: ContextVar[Images] = ContextVar("images at hand")


@contextmanager
def at_hand(images: Images) -> Iterator[None]:
    """Let blocks that are read meanwhile take their images from `images`, by id."""
    token = _at_hand.set(images)
    try:
        yield
    finally:
        _at_hand.reset(token)


def stored_images(stream: StreamValue) -> set[int]:
    """Return the ids of all images in `stream`, read from the stored data without a query.

    Empty for a stream that comes from a form: it has its images already.
    """
    return set(_ids(list(stream.raw_data))) if stream.is_lazy else set()


def _ids(stored: Any) -> Iterator[int]:
    # As Wagtail stores an image with its text: {"image": 7, "alt_text": "A hip", …}.
    if isinstance(stored, list):
        for item in stored:
            yield from _ids(item)
    elif isinstance(stored, dict):
        for name, value in stored.items():
            if name == "image" and isinstance(value, int):
                yield value
            elif isinstance(value, list | dict):
                yield from _ids(value)


class _ImageChooserBlock(blocks.ImageChooserBlock):
    def bulk_to_python(self, values: Any) -> list[AbstractImage | None]:
        ids, images = list(values), _at_hand.get({})
        if any(id is not None and id not in images for id in ids):
            found: list[AbstractImage | None] = super().bulk_to_python(ids)
            return found
        # A copy each, as Wagtail makes: one picture has another text in another place.
        return [None if id is None else copy(images[id]) for id in ids]


class ImageBlock(blocks.ImageBlock):
    """Wagtail's, which migrations know it as."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        chooser = _ImageChooserBlock(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser
