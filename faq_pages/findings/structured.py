"""The checks of structured data, which read a page's HTML and the graph in it only.

Together they are a validator of any site's pages: against schema.org's vocabulary, what
search engines and audit tools require, and what the page shows.
"""

from collections.abc import Callable, Iterator

from faq_pages.findings.contact import check_address, check_telephone
from faq_pages.findings.dates import check_dates
from faq_pages.findings.facts import PageFacts
from faq_pages.findings.finding import Finding
from faq_pages.findings.parity import check_questions
from faq_pages.findings.requirements import check_recommended, check_required
from faq_pages.findings.shown_facts import check_facts
from faq_pages.findings.terms import check_scripts, check_terms
from faq_pages.findings.truths import (
    check_addresses,
    check_answers,
    check_faq_page,
    check_links,
    check_values,
)

STRUCTURED_DATA: tuple[Callable[[PageFacts], Iterator[Finding]], ...] = (
    check_scripts,
    check_terms,
    check_faq_page,
    check_links,
    check_addresses,
    check_values,
    check_dates,
    check_answers,
    check_required,
    check_recommended,
    check_questions,
    check_facts,
    check_telephone,
    check_address,
)
