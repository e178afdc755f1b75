"""A validator of structured data, which reads a page's HTML and the graph in it only.

It judges any site's pages: against schema.org's vocabulary, what search engines and audit
tools require, and what the page shows.
"""
