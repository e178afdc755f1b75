"""What is wrong with a page: one list of checks for the editor, the report and the audit.

Pure: a page's HTML, its graph in that HTML, the `FAQ` it says, and given facts go in;
findings come out, the same ones for the same input. The checks of structured data read
the served page only and never ask what made it.
"""

from faq_pages.findings.checks import CHECKS, CONTENT, HEAD, READING, STRUCTURED_DATA, Check
from faq_pages.findings.content.publishing import QUESTION_LENGTH, missing_from_call, obstacles
from faq_pages.findings.content.trust import missing
from faq_pages.findings.document import Document
from faq_pages.findings.facts import PageFacts, Surroundings, fold
from faq_pages.findings.finding import (
    GROUP_NAMES,
    RULES,
    SEVERITIES,
    SEVERITY_NAMES,
    Finding,
    Group,
    Rule,
    Severity,
)
from faq_pages.findings.passages import answer_text, answer_words, prose
from faq_pages.findings.reading import ReadingLevel, reading_level, terms_of
from faq_pages.findings.shortlist import shortlist

__all__ = [
    "CHECKS",
    "CONTENT",
    "GROUP_NAMES",
    "HEAD",
    "QUESTION_LENGTH",
    "READING",
    "RULES",
    "SEVERITIES",
    "SEVERITY_NAMES",
    "STRUCTURED_DATA",
    "Check",
    "Document",
    "Finding",
    "Group",
    "PageFacts",
    "ReadingLevel",
    "Rule",
    "Severity",
    "Surroundings",
    "answer_text",
    "answer_words",
    "find",
    "fold",
    "missing",
    "missing_from_call",
    "obstacles",
    "prose",
    "reading_level",
    "shortlist",
    "terms_of",
]


def find(page: PageFacts) -> tuple[Finding, ...]:
    """Return all that is to be mended on `page`, the gravest first."""
    found = [finding for check in CHECKS for finding in check(page)]
    return tuple(sorted(found, key=lambda finding: finding.order))
