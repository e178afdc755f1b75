"""The tests: a folder for each of faq_pages, home and demo, and the browser's."""
