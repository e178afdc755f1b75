"""The language that a page says it is in."""

from faq_pages.findings.facts import PageFacts


def language(page: PageFacts) -> str:
    """Return the language of `page` without its region, "en" if the page names none."""
    return page.document.language.partition("-")[0].strip().casefold() or "en"


def is_english(page: PageFacts) -> bool:
    return language(page) == "en"


def is_french(page: PageFacts) -> bool:
    return language(page) == "fr"
