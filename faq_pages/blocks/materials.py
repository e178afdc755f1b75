"""Rich text and images of a stream, made ready for readers in bulk.

Wagtail expands the links of one rich text at a time and looks up one image at
a time; a page with 200 answers would cost 200 times the queries of one. Here a
whole page costs the same few, however long it is.
"""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

import nh3
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListValue
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.images import get_image_model
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    SourceImageIOError,
)
from wagtail.rich_text import RichText
from willow.image import UnrecognisedImageFormatError

from faq_pages import markup
from faq_pages.blocks.images import at_hand, stored_images
from faq_pages.blocks.links import expand_links
from faq_pages.conf import IMAGE_WIDTHS
from faq_pages.content import Crop, Image

logger = logging.getLogger(__name__)

# Stands between texts that are expanded together; no text may hold it.
_SEPARATOR = "\x1e"
_STORED_ATTRIBUTES = {"a": {"href", "linktype", "id"}}
_RENDITIONS = tuple(f"width-{width}|preserve-svg" for width in IMAGE_WIDTHS)

# The picture at the top of a page: low beside a phone's little room, taller in the
# column that wide screens give it. Both are cut around the focal point.
_SHAPES = (
    ("(max-width: 47.99em)", ("fill-480x216", "fill-960x432")),
    ("(min-width: 48em)", ("fill-480x336", "fill-960x672")),
)
# The best first: a browser takes the first that it can read.
_FORMATS = (
    ("image/avif", "format-avif"),
    ("image/webp", "format-webp"),
    ("image/jpeg", "format-jpeg"),
)
# A file that is lost, or is no picture after all.
_UNREADABLE = (SourceImageIOError, UnrecognisedImageFormatError)
# What the formats can stand for: a drawing stays a drawing, a film a film.
_PHOTOGRAPHS = (".avif", ".heic", ".jpeg", ".jpg", ".png", ".webp")
_CROPS = tuple(
    f"{size}|{format}" for _, sizes in _SHAPES for size in sizes for _, format in _FORMATS
)
# As they are stored: Wagtail drops the word for vector images from all others.
_STORED_RENDITIONS = (*_RENDITIONS, *(f"width-{width}" for width in IMAGE_WIDTHS), *_CROPS)


class Materials:
    """What blocks need to become content: their HTML and their images.

    Made from all values that are to be read together (stream values, rich
    texts, images, None); then `html` and `image` answer without a query.
    """

    def __init__(self, *values: object) -> None:
        streams = [value for value in values if isinstance(value, StreamValue)]
        images = [value for value in values if isinstance(value, AbstractImage)]
        ids = set().union(*map(stored_images, streams))
        with at_hand(prefetch_renditions(images, ids)):
            found = [item for value in values for item in _gather(value)]
        # Those of a form, and those whose files are still to be made.
        others = [item for item in found if isinstance(item, AbstractImage)]
        prefetch_renditions(image for image in others if not _has_files(image))
        self._html = _expand({item.source for item in found if isinstance(item, RichText)})

    def html(self, text: RichText) -> str:
        """Return the safe HTML of `text`, empty if it has no words."""
        return self._html[text.source]


def image_content(image: AbstractImage, alt: str | None, caption: str = "") -> Image | None:
    """Return `image` in the widths a page needs; None if its file cannot be read.

    `alt` is empty for a decorative image, and None where it is still to be written.
    """
    try:
        renditions = list(image.get_renditions(*_RENDITIONS).values())
    except _UNREADABLE:
        return None
    widths = {rendition.width: rendition for rendition in renditions}
    best = widths[max(widths)]
    return Image(
        url=best.url,
        width=best.width,
        height=best.height,
        alt=(alt or "").strip(),
        needs_alt=alt is None,
        caption=caption.strip(),
        srcset=_srcset(widths),
    )


def cover_content(image: AbstractImage, alt: str | None) -> Image | None:
    """Return `image` as the picture at the top of a page; None if its file cannot be read.

    Its crops are those that `make_cover` has made: a visitor never waits for them,
    and sees the whole picture until they are there.
    """
    picture = image_content(image, alt)
    return picture and replace(picture, crops=tuple(_crops(image)))


def make_cover(image: AbstractImage | None) -> None:
    """Make the files that `cover_content` shows, so that no visitor waits for them.

    To be called when a page with a picture at its top goes live.
    """
    if image and _is_photograph(image):
        try:
            image.get_renditions(*_RENDITIONS, *_CROPS)
        except _UNREADABLE as error:
            logger.warning("The file of the image “%s” cannot be read: %s", image.title, error)


def _crops(image: AbstractImage) -> Iterator[Crop]:
    if not _is_photograph(image):
        return
    wanted = [Filter(spec=spec) for spec in _CROPS]
    made = {
        found.spec: rendition
        for found, rendition in image.find_existing_renditions(*wanted).items()
    }
    for media, sizes in _SHAPES:
        for type, format in _FORMATS:
            files = [made.get(f"{size}|{format}") for size in sizes]
            # A small original gives the same file twice.
            widths = {file.width: file for file in files if file}
            if widths:
                best = widths[max(widths)]
                yield Crop(
                    media=media,
                    type=type,
                    srcset=_srcset(widths),
                    width=best.width,
                    height=best.height,
                )


def _is_photograph(image: AbstractImage) -> bool:
    return str(image.file.name).lower().endswith(_PHOTOGRAPHS)


def _srcset(by_width: Mapping[int, AbstractRendition]) -> str:
    return ", ".join(f"{by_width[width].url} {width}w" for width in sorted(by_width))


def prefetch_renditions(
    images: Iterable[AbstractImage | None], ids: Collection[int] = ()
) -> dict[int, AbstractImage]:
    """Fetch the files of all `images` with one query, as Wagtail's `prefetch_renditions` does.

    And by the same query the images with `ids`: returns those that have files, by id.
    """
    known = [image for image in images if image]
    wanted = {image.pk for image in known} | set(ids)
    files: dict[int, list[AbstractRendition]] = defaultdict(list)
    if wanted:
        stored = (
            get_image_model()
            .get_rendition_model()
            .objects.filter(image__in=wanted, filter_spec__in=_STORED_RENDITIONS)
        )
        for rendition in stored.select_related("image") if ids else stored:
            files[rendition.image_id].append(rendition)
    fetched = {id: files[id][0].image for id in ids if files[id]}
    for image in (*known, *fetched.values()):
        image.prefetched_renditions = files[image.pk]
    return fetched


def _has_files(image: AbstractImage) -> bool:
    return hasattr(image, "prefetched_renditions")


def _gather(value: object) -> Iterator[RichText | AbstractImage]:
    match value:
        case RichText() | AbstractImage():
            yield value
        case StreamValue():
            yield from _gather_all(child.value for child in value)
        case Mapping():
            yield from _gather_all(value.values())
        case ListValue() | list():
            yield from _gather_all(value)
        case TypedTable():
            yield from _gather_all(cell for row in value.row_data for cell in row["values"])


def _gather_all(values: Iterable[object]) -> Iterator[RichText | AbstractImage]:
    for value in values:
        yield from _gather(value)


def _expand(sources: set[str]) -> dict[str, str]:
    if not sources:
        return {}
    expanded = expand_links(_SEPARATOR.join(map(_normalise, sources))).split(_SEPARATOR)
    return dict(zip(sources, map(_with_words, expanded), strict=True))


def _with_words(text: str) -> str:
    html = markup.clean(text)
    return html if markup.plain_text(html) else ""


def _normalise(source: str) -> str:
    # Well-formed before the texts are joined: an unclosed tag must not reach
    # into its neighbour. Cleaning resolves entities, so the separator goes last.
    cleaned: str = nh3.clean(
        source,
        tags=set(markup.ALLOWED_TAGS),
        attributes=_STORED_ATTRIBUTES,
        url_schemes=set(markup.URL_SCHEMES),
        link_rel=None,
    )
    return cleaned.replace(_SEPARATOR, "")
