"""What `make speed` compares us with: an FAQ page as a careful developer would write it first.

A site as `wagtail start` makes it, with wagtail-seo, one StreamField of questions with rich
text, and a graph that the template prints with `json.dumps`. No menu, no images, no cache.
"""
