"""One linked schema.org graph that says exactly what a page shows.

Built from `content` alone, with the vocabulary of https://schema.org (release
30). A node stands in the graph only when it has content, and every `@id` that
one node refers to is another node of the same graph.
"""

from faq_pages.structured_data.answers import answer_html
from faq_pages.structured_data.graph import faq_graph, page_graph

__all__ = ["answer_html", "faq_graph", "page_graph"]
