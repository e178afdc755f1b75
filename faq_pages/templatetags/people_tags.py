"""People, as pages name them."""

from django import template
from django.utils.html import format_html

from faq_pages.content import Person

register = template.Library()


@register.filter
def named(person: Person) -> str:
    """Return the person's name with credentials, as a link where there is a profile page."""
    if not person.url:
        return format_html("<b>{}</b>", person.full_name)
    return format_html('<b><a href="{}">{}</a></b>', person.url, person.full_name)
