"""Finds the question that a person typed, at its answer. See docs/search.md."""

from faq_pages.search.promotions import promoted
from faq_pages.search.results import Found, Results, search

__all__ = ["Found", "Results", "promoted", "search"]
