"""Documents to upload, and what a person does with them."""

from io import BytesIO
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import ExifTags
from PIL import Image as PillowImage
from wagtail.models import Page

from tests.faq_pages.importing.builders import data_uri, png

FILES = Path(__file__).parents[1] / "files" / "import"
CUP = png("brown")
TEA = f"""
    <h1>Tea FAQs</h1>
    <h2>In short</h2><p>Yes, when it is <b>hot</b>.</p>
    <h2>Is it hot?</h2><p>Often.</p><p><img src="{data_uri(CUP)}" alt="A cup of tea"></p>
    <h2>Is it safe?</h2><p>Yes. Read about cold tea.</p>
    <iframe src="https://example.org/">Framed words</iframe>
    <h2>Questions? Contact us</h2><p>We are open all day.</p>
"""
HOSTILE = """
    <h1>Tea &lt;script&gt;title()&lt;/script&gt;</h1>
    <h2>Is it &lt;img src=x onerror=question()&gt; hot?</h2>
    <p>&lt;script&gt;answer()&lt;/script&gt; <a href="javascript:link()">Yes</a></p>
    <iframe src="https://example.org/">&lt;script&gt;frame()&lt;/script&gt;</iframe>
"""


def uploaded(client: Client, page: Page, html: str, name: str = "tea.html") -> str:
    """Upload a web page as a document for `page`; return the address of its review."""
    url: str = post_file(client, page, name, html.encode()).url
    return url


def post_file(client: Client, page: Page, name: str, data: bytes) -> Any:
    url = reverse("faq_pages_import_document", args=[page.pk])
    return client.post(url, {"file": SimpleUploadedFile(name, data)})


def upright_photograph() -> bytes:
    """A picture that is wider than high, to be turned before it is shown."""
    image = PillowImage.new("RGB", (60, 40), "orange")
    exif = image.getexif()
    exif[ExifTags.Base.Orientation] = 6
    file = BytesIO()
    image.save(file, "JPEG", exif=exif)
    return file.getvalue()


def read(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def parts_of(review: BeautifulSoup) -> list[tuple[str, str]]:
    terms, words = (review.select(f".faq-parts > {tag}") for tag in ("dt", "dd"))
    return [(text_of(term), text_of(each)) for term, each in zip(terms, words, strict=True)]


def notes_of(review: BeautifulSoup) -> str:
    return text_of(review.select_one(".faq-notes"))


def text_of(element: Any) -> str:
    return " ".join(element.get_text(" ").split())
