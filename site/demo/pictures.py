"""The demo's pictures, drawn for it: see scripts/draw_demo_images.py."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files import File
from wagtail.images import get_image_model

FOLDER = Path(__file__).parent / "images"


@dataclass(frozen=True)
class Picture:
    file: str
    title: str
    alt: str

    @property
    def key(self) -> str:
        return self.file.partition(".")[0]


PICTURES = (
    Picture(
        "clinic.jpg",
        "Our clinic",
        "A bright clinic building with trees on both sides and a path to its door.",
    ),
    Picture(
        "pelvis.jpg",
        "A sore sacroiliac joint",
        "The pelvis and lower spine from the front, with a glow on one sacroiliac joint.",
    ),
    Picture(
        "fusion.jpg",
        "Implants across the sacroiliac joint",
        "Three small bars run from the hip bone into the base of the spine, across the joint "
        "between them.",
    ),
    Picture(
        "walking.jpg",
        "A walk in the hills",
        "A person with white hair walks along a path through green hills in soft sunlight.",
    ),
    Picture(
        "injection.jpg",
        "An injection into the joint",
        "A thin needle passes through layers of skin and ends in the gap between two bones.",
    ),
    Picture(
        "getting-ready.jpg",
        "Ready for the day",
        "A checklist with three items ticked, beside a packed bag, a clock, a glass of water, and "
        "a bottle of medicine.",
    ),
    Picture("logo.png", "The mark of Maywell Health", "The letter M with a dot above it."),
)


def add_pictures(user: Any) -> dict[str, Any]:
    """Add the pictures to the library; return the images by key."""
    return dict(_add_all(user))


def _add_all(user: Any) -> Iterator[tuple[str, Any]]:
    for picture in PICTURES:
        with (FOLDER / picture.file).open("rb") as file:
            yield (
                picture.key,
                get_image_model().objects.create(
                    title=picture.title,
                    description=picture.alt,
                    file=File(file, name=picture.file),
                    uploaded_by_user=user,
                ),
            )
