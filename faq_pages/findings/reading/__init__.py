"""How hard a page is to read: advice, never a gate."""

from faq_pages.findings.reading.checks import grade_in_words, reading, terms_of
from faq_pages.findings.reading.formulas import ReadingLevel, level_of, reading_level

__all__ = ["ReadingLevel", "grade_in_words", "level_of", "reading", "reading_level", "terms_of"]
