"""The reader of zipped web pages, such as Google Docs' "Web page (.html, zipped)"."""

from pathlib import PurePosixPath

from faq_pages.importing.archives import Archive
from faq_pages.importing.decoding import decode
from faq_pages.importing.documents import Document, Refusal
from faq_pages.importing.readers.html import read_html

_PAGES = frozenset({".html", ".htm", ".xhtml"})
_DOCUMENTS = frozenset({".docx", ".md", ".markdown", ".txt"})
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".svg"})


def read_web_archive(archive: Archive) -> Document:
    """Return the web page in `archive` with its pictures, or raise Refusal."""
    pages = [each for each in archive.names if PurePosixPath(each).suffix.lower() in _PAGES]
    if not pages:
        raise _without_page(archive)
    depth = min(len(PurePosixPath(each).parts) for each in pages)
    top = [each for each in pages if len(PurePosixPath(each).parts) == depth]
    if len(top) > 1:
        raise Refusal(
            f"“{archive.name}” holds {len(top)} web pages: {', '.join(sorted(top)[:5])}. "
            "Upload each document by itself."
        )
    (page,) = top
    return read_html(archive.name, decode(archive.name, archive.read(page)), _files(archive, page))


def _without_page(archive: Archive) -> Refusal:
    paths = [PurePosixPath(each) for each in archive.names]
    # Beside each file, a Mac packs one for itself that begins with a dot.
    files = [each.name for each in paths if not each.name.startswith(".")]
    documents = sorted(each for each in files if PurePosixPath(each).suffix.lower() in _DOCUMENTS)
    if len(documents) == 1:
        return Refusal(
            f"“{archive.name}” holds “{documents[0]}”: unzip it and upload that document itself."
        )
    if documents:
        return Refusal(
            f"“{archive.name}” holds {len(documents)} documents: {', '.join(documents[:5])}. "
            "Unzip it and upload each document by itself."
        )
    return Refusal(
        f"“{archive.name}” is a zip file without a web page in it. Upload the document itself, "
        "or download it as “Web page (.html, zipped)”."
    )


def _files(archive: Archive, page: str) -> dict[str, bytes]:
    """Return the pictures by the address that `page` has for them."""
    folder = PurePosixPath(page).parent
    pictures = (each for each in archive.names if PurePosixPath(each).suffix.lower() in _PICTURES)
    return {
        str(PurePosixPath(each).relative_to(folder)): archive.read(each)
        for each in pictures
        if PurePosixPath(each).is_relative_to(folder)
    }
