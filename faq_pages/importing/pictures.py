"""Pictures that a document carries with it: looked at, judged, named.

A picture that is only an address is none: nothing is ever fetched.
"""

import re
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

# The formats that browsers show and the image library takes; Pillow's names.
_KEPT = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp", "AVIF": "avif"}
# These become a PNG. What Office draws by commands (EMF, WMF) cannot be read.
_CONVERTED = frozenset({"GIF", "BMP", "TIFF"})

# A picture of more is no picture for a page, and takes a lot of memory to open.
MAX_PIXELS = 40_000_000
_MAX_CONVERTED = 10_000_000
MAX_PICTURES = 200
MAX_PIXELS_IN_ALL = 200_000_000
# As small as the pictures that count readers.
_TRACKER_SIZE = 3

# What Word and the like write as the alternative text by themselves.
_MACHINE_ALT = re.compile(
    r"\s*(?:description automatically generated(?: with \w+ confidence)?"
    r"|AI[- ]generated content may be incorrect|automatically generated)\.?",
    re.I,
)
_MACHINE_NAME = re.compile(
    r"(?:image|picture|img|graphic|grafik|bild|imagen|embedded|media|grafik)[\s_-]?\d*"
    r"|[0-9a-f]{12,}",
    re.I,
)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture with its file. `key` is what the clean HTML calls it.

    `alt` is what the document says for those who cannot see it, "" if nothing.
    """

    key: str
    data: bytes
    extension: str
    width: int
    height: int
    alt: str = ""

    @property
    def name(self) -> str:
        """What people call it: its file's name without the ending."""
        return self.key.rpartition(".")[0] or self.key

    @property
    def file_name(self) -> str:
        stem = re.sub(r"[^\w-]+", "-", self.name).strip("-") or "picture"
        return f"{stem[:80]}.{self.extension}"

    @property
    def title(self) -> str:
        """What the image library shows of it."""
        return (self.alt or self.name)[:255]


class NoPicture(Exception):
    """A file that is no picture which a page could show; the message says why."""


def read_picture(key: str, data: bytes, alt: str = "") -> Picture | None:
    """Return the picture in `data`, None if it only counts readers.

    Raise NoPicture with a clause ("is damaged") if it cannot be shown.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(key, data, human_alt(alt))
    except NoPicture:
        raise
    except UnidentifiedImageError:
        raise NoPicture("is in a format that browsers do not show") from None
    except Exception:
        # Pillow's plugins raise whatever they trip over: each means a broken file.
        raise NoPicture("is damaged") from None


def _read(key: str, data: bytes, alt: str) -> Picture | None:
    image = Image.open(BytesIO(data))
    format, (width, height) = image.format or "", image.size
    if max(width, height) <= _TRACKER_SIZE:
        return None
    if width * height > (_MAX_CONVERTED if format in _CONVERTED else MAX_PIXELS):
        raise NoPicture(f"has {width} times {height} points, which is too large")
    if format in _CONVERTED:
        data, format = _as_png(image), "PNG"
    elif format not in _KEPT:
        raise NoPicture(f"is a {format} file, which browsers do not show")
    elif format == "PNG":
        image.verify()  # by its checksums, without unpacking it
    else:
        # A truncated file shows only when all of it is read; of a JPEG an eighth is enough.
        image.draft("RGB", (1, 1))
        image.load()
    return Picture(key=key, data=data, extension=_KEPT[format], width=width, height=height, alt=alt)


def human_alt(alt: str) -> str:
    """Return `alt` if a person wrote it, else ""."""
    words = " ".join(alt.split())
    if _MACHINE_ALT.search(words) or has_machine_name(words):
        return ""
    return "" if re.fullmatch(r"\S+\.\w{3,4}", words) else words


def has_machine_name(name: str) -> bool:
    """Whether a program gave a picture this name, such as "image1"."""
    return bool(_MACHINE_NAME.fullmatch(name))


def _as_png(image: Image.Image) -> bytes:
    png = BytesIO()
    mode = "RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB"
    image.convert(mode).save(png, "PNG")
    return png.getvalue()
