"""Finds the question that a person typed, at its answer. See docs/search.md."""

from faq_pages.search.promotions import promoted
from faq_pages.search.results import MAX_LENGTH, Found, Results, search

__all__ = ["MAX_LENGTH", "Found", "Results", "promoted", "search"]
