"""The sample documents: ours, and those of the project's folder where it is."""

import json
import re
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from faq_pages.content import Question, Text
from faq_pages.importing import Imported
from faq_pages.importing.readers.markdown import looks_like_markdown
from faq_pages.importing.report import Outcome, as_json
from faq_pages.importing.vocabulary import normal

ROOT = Path(__file__).parents[3]
OURS = ROOT / "tests" / "files" / "import"
CLIPBOARD = ROOT / "tests" / "files" / "clipboard"
SHARED = ROOT.parent / "shared" / "data" / "import"

MARKDOWN = (
    MarkdownIt("commonmark", {"html": True})
    .enable(["table", "strikethrough"])
    .use(deflist_plugin)
    .use(footnote_plugin)
)
TEXT_PART = re.compile(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
# What is no text, and what a tracked change has deleted.
SILENT = ["script", "style", "title", "iframe", "textarea", "math", "xml", "del"]
INLINE = ["a", "b", "em", "font", "i", "span", "strong", "sub", "sup", "u"]
BREAKS = {"p", "tab", "br", "tc"}


def documents(folder: Path) -> list[Path]:
    """The documents in `folder` that have an expectation; none if it is not there."""
    expected = sorted(folder.glob("*.expected.json"))
    return [path.with_name(path.name.removesuffix(".expected.json")) for path in expected]


def expectation(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_name(path.name + ".expected.json").read_text())
    return found


def result(imported: Imported) -> dict[str, Any]:
    """What `--dry-run --json` prints, without what differs from run to run."""
    found = as_json(Outcome(name="", imported=imported))
    return {key: found[key] for key in found if key not in {"outcome", "message", "seconds"}}


def canonical(found: dict[str, Any]) -> Any:
    """`found` with one way to write a line break and a no-break space."""
    text = json.dumps(found, ensure_ascii=False)
    return json.loads(text.replace("<br/>", "<br>").replace("&nbsp;", "\u00a0"))


def html_of(found: dict[str, Any]) -> str:
    """The HTML of the TLDR and the answers."""
    return str(found["tldr"]) + "".join(question["answer"] for question in found["questions"])


def words(text: str) -> Counter[str]:
    return Counter(normal(text).split())


def text_of(html: str) -> str:
    """The text of a web page as its readers see it."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(SILENT):
        element.decompose()
    # The marker of an item of Word's, as text and by the gap after it, and what links back.
    for marker in soup.select('[style="mso-list:Ignore"], .footnote-backref'):
        marker.decompose()
    for gap in soup.select('[style*="font:7.0pt"]'):
        if not gap.decomposed:
            gap.parent.decompose()
    # "HbA<sub>1</sub>c" is one word.
    for element in soup.find_all(INLINE):
        element.unwrap()
    soup.smooth()
    return soup.get_text(" ")


# -- Words ---------------------------------------------------------------------


def lost_words(path: Path, imported: Imported) -> Counter[str]:
    """The words of the document that are neither on the page nor in `left_out`."""
    return source_words(path) - kept_words(imported) - list_numbers(imported)


def source_words(path: Path) -> Counter[str]:
    data = path.read_bytes()
    if data.startswith(b"PK"):
        return words(docx_text(data) if path.suffix != ".zip" else text_of(zipped_page(data)))
    text = text_in(data)
    if path.suffix == ".md" or looks_like_markdown(text):
        return words(text_of(MARKDOWN.render(text)))
    return words(text_of(text) if text.lstrip().startswith("<") else text)


def text_in(data: bytes) -> str:
    for encoding in ("utf-16", "utf-8", "cp1252"):
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("The sample has no encoding that is known here.")


def zipped_page(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(next(name for name in archive.namelist() if ".htm" in name)).decode()


def docx_text(data: bytes) -> str:
    """The words that Word shows: those of text runs, without what a change deletes."""
    with ZipFile(BytesIO(data)) as archive:
        parts = [name for name in archive.namelist() if TEXT_PART.fullmatch(name)]
        return " ".join(part_text(ElementTree.fromstring(archive.read(name))) for name in parts)


def part_text(element: ElementTree.Element) -> str:
    tag = element.tag.rpartition("}")[2]
    if tag in {"del", "moveFrom", "instrText", "Fallback"}:
        return ""
    inner = "".join(map(part_text, element))
    return (element.text or "") if tag == "t" else f" {inner} " if tag in BREAKS else inner


def kept_words(imported: Imported) -> Counter[str]:
    """The words of the page and of what was left out."""
    faq, found = imported.faq, result(imported)
    headings = [faq.tldr.heading if faq.tldr else "", *(each.heading for each in faq.sections)]
    between = [
        text_of(item.html) if isinstance(item, Text) else item.words
        for section in faq.sections
        for item in section.items
        if not isinstance(item, Question)
    ]
    pieces = [
        found["title"],
        *headings,
        *between,
        *(each["question"] for each in found["questions"]),
        text_of(html_of(found)),
        text_of(found["cta"] or ""),
        *(f"{source.title} {source.publisher}" for source in faq.sources),
        *(each.text for each in imported.left_out),
    ]
    return words(" ".join(pieces))


def list_numbers(imported: Imported) -> Counter[str]:
    """The numbers that an ordered list shows of itself."""
    html = html_of(result(imported))
    lists = BeautifulSoup(html, "html.parser").find_all("ol")
    return Counter(
        str(number)
        for element in lists
        for number in range(1, len(element.find_all("li", recursive=False)) + 1)
    )
