"""Addresses on the web, as editors type them into a field, one a line."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from faq_pages.markup import lines

_validate = URLValidator(schemes=["http", "https"])


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
        _validate(text)
    except ValidationError:
        return False
    # A name and a password before the host are nobody's business.
    return "@" not in urlsplit(text).netloc
