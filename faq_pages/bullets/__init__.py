"""Lists that people type by hand, with a bullet, a dash or a number on each line.

Word and Google Docs are the reason: what they put on the clipboard as plain
text has "•" where the list was. Patients see it as ragged text; screen readers
and search engines see no list. Saving in the editor mends an answer with
`bullets_to_lists`; the importer mends whole documents with the same parts.
"""

from faq_pages.bullets.lists import Item, list_html, typed_list_html
from faq_pages.bullets.markers import Marker, split_marker, which_are_items
from faq_pages.bullets.rich_text import bullets_to_lists

__all__ = [
    "Item",
    "Marker",
    "bullets_to_lists",
    "list_html",
    "split_marker",
    "typed_list_html",
    "which_are_items",
]
