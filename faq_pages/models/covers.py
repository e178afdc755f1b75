"""The files of the pictures at the top of pages, made before a visitor asks for them."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from wagtail.images.models import AbstractImage
from wagtail.models import Page, ReferenceIndex

from faq_pages.blocks.materials import make_cover
from faq_pages.models.public import PublicPage


def make_cover_of(page: Any) -> None:
    """Make the files of the picture at the top of `page`, if it has one."""
    if isinstance(page, PublicPage):
        make_cover(page.get_top_image())


def remake_cover(image: AbstractImage) -> None:
    """Make the files of `image`, as after another focal point, if a live page opens with it."""
    for found, _ in ReferenceIndex.get_references_to(image).group_by_source_object():
        page = found.specific if isinstance(found, Page) else found
        if isinstance(page, PublicPage) and page.live and page.get_top_image() == image:
            make_cover(image)
            return


def live_public_pages() -> Iterator[Any]:
    """Yield all live pages that may open with a picture, of every type."""
    for model in apps.get_models():
        if issubclass(model, PublicPage):
            yield from model.objects.live().defer_streamfields().iterator(chunk_size=200)
