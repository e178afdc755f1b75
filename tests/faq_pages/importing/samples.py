"""The sample documents: ours, and those of the project's folder where it is."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from faq_pages.content import Question, Text
from faq_pages.importing import Imported
from faq_pages.importing.report import Outcome, as_json
from faq_pages.importing.vocabulary import normal

ROOT = Path(__file__).parents[3]
OURS = ROOT / "tests" / "files" / "import"
SHARED = ROOT.parent / "shared" / "data" / "import"

# What the readers that there are can read.
READABLE = {".txt", ".html"}


def documents(folder: Path) -> list[Path]:
    """The documents in `folder` that have an expectation; none if it is not there."""
    expected = sorted(folder.glob("*.expected.json"))
    files = [path.with_name(path.name.removesuffix(".expected.json")) for path in expected]
    return [path for path in files if path.suffix in READABLE]


def expectation(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_name(path.name + ".expected.json").read_text())
    return found


def result(imported: Imported) -> dict[str, Any]:
    """What `--dry-run --json` prints, without what differs from run to run."""
    found = as_json(Outcome(name="", imported=imported))
    return {key: found[key] for key in found if key not in {"outcome", "message", "seconds"}}


def html_of(found: dict[str, Any]) -> str:
    """The HTML of the TLDR and the answers."""
    return str(found["tldr"]) + "".join(question["answer"] for question in found["questions"])


def words(text: str) -> Counter[str]:
    return Counter(normal(text).split())


def text_of(html: str) -> str:
    """The text of a web page as its readers see it."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(["script", "style", "title", "iframe", "textarea", "math", "xml"]):
        element.decompose()
    for marker in soup.find_all("span", style="mso-list:Ignore"):
        marker.decompose()
    return soup.get_text(" ")


# -- Words ---------------------------------------------------------------------


def lost_words(path: Path, imported: Imported) -> Counter[str]:
    """The words of the document that are neither on the page nor in `left_out`."""
    return source_words(path) - kept_words(imported) - list_numbers(imported)


def source_words(path: Path) -> Counter[str]:
    data = path.read_bytes()
    for encoding in ("utf-16", "utf-8", "cp1252"):
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    return words(text_of(text) if path.suffix == ".html" else text)


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
        *(source.title for source in faq.sources),
        *imported.left_out,
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
