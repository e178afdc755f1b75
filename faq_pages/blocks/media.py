"""The script and the style that the editor's forms of our blocks need."""

from django import forms
from wagtail.admin.staticfiles import versioned_static


def editor_media() -> forms.Media:
    return forms.Media(
        js=[
            versioned_static("wagtailadmin/js/telepath/blocks.js"),
            versioned_static("faq_pages/editor.js"),
        ],
        css={"all": [versioned_static("faq_pages/editor.css")]},
    )
