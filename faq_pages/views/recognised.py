"""What was recognised in a document, as its review shows it."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby

from PIL import Image as PillowImage
from PIL import ImageOps

from faq_pages.content import FAQ, Image, Item, Part, Question, Section
from faq_pages.importing import Imported
from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.pictures import Picture

# As large as the review shows it, in pixels.
_THUMBNAIL = (480, 360)


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """A document's FAQ with its pictures to look at, and what is not in it by reason."""

    faq: FAQ
    unsure: tuple[str, ...]
    left_out: tuple[tuple[Reason, tuple[str, ...]], ...]
    picture_count: int


def recognised(imported: Imported) -> Recognised:
    """Return what the review of `imported` shows."""
    return Recognised(
        faq=_with_thumbnails(imported.faq, imported.pictures),
        unsure=imported.unsure,
        left_out=tuple(_by_reason(imported.left_out)),
        picture_count=len(imported.pictures),
    )


def _by_reason(left_out: Iterable[LeftOut]) -> Iterable[tuple[Reason, tuple[str, ...]]]:
    reasons = list(Reason)
    ordered = sorted(left_out, key=lambda each: reasons.index(each.reason))
    for reason, group in groupby(ordered, key=lambda each: each.reason):
        yield reason, tuple(each.text for each in group)


def _with_thumbnails(faq: FAQ, pictures: Mapping[str, Picture]) -> FAQ:
    """Return `faq` with the pictures in the addresses: they are in no library yet."""
    thumbnails = {key: _thumbnail(picture) for key, picture in pictures.items()}
    return replace(
        faq,
        cover=_shown(faq.cover, thumbnails) if faq.cover else None,
        sections=tuple(_section(section, thumbnails) for section in faq.sections),
    )


def _section(section: Section, thumbnails: Mapping[str, str]) -> Section:
    return replace(section, items=tuple(_item(item, thumbnails) for item in section.items))


def _item(item: Item, thumbnails: Mapping[str, str]) -> Item:
    if isinstance(item, Question):
        return replace(item, answer=tuple(_part(part, thumbnails) for part in item.answer))
    return _part(item, thumbnails)


def _part(part: Part, thumbnails: Mapping[str, str]) -> Part:
    return _shown(part, thumbnails) if isinstance(part, Image) else part


def _shown(image: Image, thumbnails: Mapping[str, str]) -> Image:
    return replace(image, url=thumbnails.get(image.url, image.url))


def _thumbnail(picture: Picture) -> str:
    image: PillowImage.Image = PillowImage.open(BytesIO(picture.data))
    image.thumbnail(_THUMBNAIL)
    # A phone held upright writes a picture on its side, and says so.
    image = ImageOps.exif_transpose(image)
    file = BytesIO()
    image.convert("RGBA").save(file, "WEBP")
    return f"data:image/webp;base64,{base64.b64encode(file.getvalue()).decode()}"
