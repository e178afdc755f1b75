"""What is wrong with a page: one list of checks for the editor, the report and the audit.

Pure: a page's HTML, its graph in that HTML, the `FAQ` it says, and given facts go in;
findings come out, the same ones for the same input. The checks of structured data read
the served page only and never ask what made it.
"""

from collections.abc import Callable, Iterator

from faq_pages.findings.facts import PageFacts, Surroundings, fold
from faq_pages.findings.finding import RULES, SEVERITIES, Finding, Group, Rule, Severity
from faq_pages.findings.publishing import (
    QUESTION_LENGTH,
    missing,
    missing_from_call,
    obstacles,
)

__all__ = [
    "CHECKS",
    "QUESTION_LENGTH",
    "RULES",
    "SEVERITIES",
    "Check",
    "Finding",
    "Group",
    "PageFacts",
    "Rule",
    "Severity",
    "Surroundings",
    "find",
    "fold",
    "missing",
    "missing_from_call",
    "obstacles",
]

Check = Callable[[PageFacts], Iterator[Finding]]

# Every check of one page, in the order in which a page is read.
CHECKS: tuple[Check, ...] = ()


def find(page: PageFacts) -> tuple[Finding, ...]:
    """Return all that is to be mended on `page`, the gravest first."""
    found = [finding for check in CHECKS for finding in check(page)]
    return tuple(sorted(found, key=lambda finding: finding.order))
