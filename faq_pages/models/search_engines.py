"""What editors may write for search engines in the settings, told in sentences otherwise."""

import re
from typing import Any

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# https://www.rfc-editor.org/rfc/rfc9309 and the two that every robot has known for long.
ROBOTS_FIELDS = ("User-agent", "Disallow", "Allow", "Crawl-delay", "Sitemap")

_FIELD = re.compile(rf"(?:{'|'.join(ROBOTS_FIELDS)})[ \t]*:[ \t]*(.*)", re.I)
_CODE = re.compile(r"[\w+/=.-]+", re.ASCII)


def mend_search_engines(settings: Any) -> None:
    """Take the codes out of the tags in `settings`; refuse what no search engine reads.

    Raise ValidationError that names the field.
    """
    errors = {}
    for name, mended in (
        ("google_verification", verification_code),
        ("bing_verification", verification_code),
        ("robots", checked_robots),
    ):
        try:
            setattr(settings, name, mended(getattr(settings, name)))
        except ValidationError as error:
            errors[name] = error
    if errors:
        raise ValidationError(errors)


def checked_robots(text: str) -> str:
    """Return `text`; raise ValidationError for its first line that robots.txt cannot have."""
    for line in map(str.strip, text.splitlines()):
        found = _FIELD.fullmatch(line)
        is_rule = found and line.isprintable() and (found[1] or line.lower().startswith("disallow"))
        if not (is_rule or not line or (line.startswith("#") and line.isprintable())):
            raise ValidationError(
                _("“%(line)s” is no line of robots.txt. Begin it with %(fields)s or #.")
                % {"line": line, "fields": ", ".join(f"{field}:" for field in ROBOTS_FIELDS)}
            )
    return text


def verification_code(text: str) -> str:
    """Return the code in `text`, which may be the whole tag; "" if it is blank.

    Raise ValidationError if no search engine gives such a code.
    """
    code = text.strip()
    if "<" in code:
        tag = BeautifulSoup(code, "html.parser").find("meta")
        code = str(tag.get("content") or "").strip() if tag else ""
    if not text.strip() or _CODE.fullmatch(code):
        return code
    raise ValidationError(
        _("“%(text)s” is no verification code. Paste the tag that the search engine gives you.")
        % {"text": text.strip()}
    )
