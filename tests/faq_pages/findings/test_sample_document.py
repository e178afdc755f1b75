"""What an editor is told about documents as clinics write them: a fixed list, in order."""

from dataclasses import replace
from pathlib import Path

import pytest

from faq_pages.content import FAQ, Question
from faq_pages.findings import CONTENT, READING, PageFacts
from faq_pages.importing import read_file
from tests.faq_pages.findings.cases import AROUND
from tests.faq_pages.importing.samples import ROOT, SHARED

OURS = ROOT / "tests" / "files" / "knee-injections.txt"
FUSION = SHARED / "si-joint-fusion-faqs.txt"

# The rule, and the words of the question it is about.
EXPECTED: dict[Path, list[tuple[str, str]]] = {
    OURS: [
        ("call-leads-nowhere", ""),
        ("no-urgent-care", ""),
        ("no-reviewer", ""),
        ("no-author", ""),
        ("no-source", ""),
        ("no-topic", ""),
        ("no-cover", ""),
    ],
    FUSION: [
        ("call-leads-nowhere", ""),
        ("no-urgent-care", ""),
        ("no-reviewer", ""),
        ("no-author", ""),
        ("no-source", ""),
        ("abbreviation-unexplained", "What does SI joint fusion actually treat?"),
        (
            "abbreviation-unexplained",
            "How do doctors know the SI joint is the real cause of pain?",
        ),
        ("tldr-hard", ""),
        ("tldr-long", ""),
        ("page-hard", ""),
        ("no-topic", ""),
        ("answer-hard", "Is SI joint fusion considered a major surgery?"),
        ("answer-hard", "Are there non-surgical options before fusion?"),
        ("answer-hard", "How long does recovery take?"),
        ("answer-hard", "When should someone talk to a specialist?"),
        ("no-cover", ""),
    ],
}


def with_ids(faq: FAQ) -> FAQ:
    """The FAQ as it is on a page, where every block has an id."""
    sections = [
        replace(
            section,
            items=tuple(
                replace(item, id=item.question) if isinstance(item, Question) else item
                for item in section.items
            ),
        )
        for section in faq.sections
    ]
    return replace(faq, sections=tuple(sections))


# The second is collected only where its folder is.
@pytest.mark.parametrize("path", [path for path in EXPECTED if path.exists()], ids=lambda p: p.name)
def test_a_sample_document_gets_these_findings_in_this_order(path: Path):
    faq = with_ids(read_file(path.name, path.read_bytes()).faq)
    page = PageFacts(url="", html="", around=AROUND, faq=faq)
    found = [finding for check in (*CONTENT, *READING) for finding in check(page)]
    found.sort(key=lambda finding: finding.order)
    assert [(finding.id, finding.block) for finding in found] == EXPECTED[path]


def test_our_own_sample_is_always_looked_at():
    assert OURS.exists()
