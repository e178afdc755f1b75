"""The picture at the top: cut for the screen, in the best format, never waited for."""

from io import BytesIO
from typing import Any

import pytest
from bs4 import Tag
from django.core.files.base import ContentFile
from django.core.management import call_command
from PIL import Image as PillowImage
from wagtail.images import get_image_model
from wagtail.images.tests.utils import (
    get_test_image_file,
    get_test_image_file_svg,
    get_test_image_file_webp,
)

from faq_pages.blocks.materials import cover_content, make_cover
from faq_pages.models import FAQPage
from home.models import HomePage
from tests.faq_pages import samples
from tests.faq_pages.pages import soup
from tests.home import pages

pytestmark = pytest.mark.django_db


def photograph(width: int = 1600, height: int = 1200, **fields: Any) -> Any:
    buffer = BytesIO()
    PillowImage.new("RGB", (width, height), "teal").save(buffer, "JPEG")
    file = ContentFile(buffer.getvalue(), name="hip.jpg")
    return get_image_model().objects.create(title="A hip", file=file, **fields)


def page_with(image: Any) -> FAQPage:
    return samples.faq_page(samples.index_page(), samples.question(), cover_image=image)


def sources(html: Any) -> list[tuple[str, str]]:
    return [(found["media"], found["type"]) for found in html.select("picture source")]


def test_each_screen_gets_its_cut_in_the_best_format_that_it_reads() -> None:
    image = photograph()
    make_cover(image)
    picture = soup(page_with(image).url).select_one(".faq-cover picture")
    phone, wide = "(max-width: 47.99em)", "(min-width: 48em)"
    types = ["image/avif", "image/webp", "image/jpeg"]
    assert sources(picture) == [(media, type) for media in (phone, wide) for type in types]
    shapes = [(found["width"], found["height"]) for found in picture.select("source")]
    assert shapes == [("960", "432")] * 3 + [("960", "672")] * 3
    img = picture.img
    assert (img["fetchpriority"], img["width"], img["height"]) == ("high", "1600", "1200")
    assert isinstance(img, Tag)
    assert "loading" not in img.attrs


def test_the_focal_point_stays_in_every_cut() -> None:
    image = photograph(
        focal_point_x=100, focal_point_y=100, focal_point_width=50, focal_point_height=50
    )
    make_cover(image)
    keys = {
        found.focal_point_key for found in image.renditions.filter(filter_spec__contains="fill")
    }
    assert len(keys) == 1
    assert keys != {""}


def test_until_the_cuts_are_made_a_visitor_sees_the_whole_and_makes_none() -> None:
    image = photograph()
    html = soup(page_with(image).url)
    assert sources(html) == []
    assert html.select_one(".faq-cover img")["srcset"]
    assert not image.renditions.filter(filter_spec__contains="fill").exists()


def test_a_small_original_is_not_made_larger() -> None:
    image = photograph(600, 400)
    make_cover(image)
    crops = cover_content(image, "").crops
    assert {crop.width for crop in crops} == {600, 572}


@pytest.mark.parametrize(
    ("file", "is_cut"),
    [
        (get_test_image_file(filename="hip.png", size=(1000, 800)), True),
        (get_test_image_file_webp(filename="hip.webp", size=(1000, 800)), True),
        (get_test_image_file_svg(), False),
        (get_test_image_file(filename="hip.gif", size=(1000, 800)), False),
    ],
)
def test_every_kind_of_image_is_shown(file: Any, is_cut: bool) -> None:
    image = get_image_model().objects.create(title="A hip", file=file)
    make_cover(image)
    html = soup(page_with(image).url)
    assert html.select_one(".faq-cover img")["src"]
    assert bool(sources(html)) == is_cut


def test_a_lost_or_broken_file_stops_nobody() -> None:
    lost = photograph()
    lost.file.storage.delete(lost.file.name)
    make_cover(lost)
    assert not soup(page_with(lost).url).select(".faq-cover")
    broken = photograph()
    with broken.file.storage.open(broken.file.name, "wb") as file:
        file.write(b"no picture")
    make_cover(broken)
    assert cover_content(broken, "") is None
    make_cover(None)


def test_lists_and_shared_links_keep_the_plain_picture() -> None:
    image = photograph()
    make_cover(image)
    page_with(image)
    assert not soup("/faqs/").select("picture")


def test_the_home_page_opens_with_the_same() -> None:
    image = photograph()
    make_cover(image)
    home: HomePage = pages.home_page(image=image)
    assert home.get_top_image() == image
    assert len(sources(soup("/").select_one(".home-hero"))) == 6


def test_publishing_a_page_makes_the_files_of_its_cover(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page = page_with(photograph())
    assert len(sources(soup(page.url))) == 6


def test_another_focal_point_makes_them_anew(django_capture_on_commit_callbacks) -> None:
    image = photograph()
    page = page_with(image)
    image.focal_point_x, image.focal_point_y = 100, 100
    image.focal_point_width = image.focal_point_height = 50
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    assert len(sources(soup(page.url))) == 6


def test_an_image_that_opens_no_page_is_left_alone(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        image = photograph()
    assert not image.renditions.exists()


def test_a_command_makes_those_that_are_missing(capsys) -> None:
    page = page_with(photograph())
    assert sources(soup(page.url)) == []
    call_command("make_covers")
    assert len(sources(soup(page.url))) == 6
    assert "2 pages are ready" in capsys.readouterr().out
