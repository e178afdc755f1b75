"""Addresses on the web, as editors type them into a field, one a line."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from faq_pages.markup import lines


def check_web_addresses(field: str, text: str) -> None:
    """Raise ValidationError at `field` unless each line of `text` is a web address."""
    for line in lines(text):
        if not _is_web_address(line):
            raise ValidationError(
                {
                    field: _(
                        "“%(url)s” is not a web address. Write one a line, beginning with https://."
                    )
                    % {"url": line}
                }
            )


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    is_one = not any(map(str.isspace, text))
    return is_one and parts.scheme in {"http", "https"} and bool(parts.hostname)
