"""What editors may write for search engines in the settings, told in sentences otherwise."""

import re
from functools import partial
from typing import Any

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# https://www.rfc-editor.org/rfc/rfc9309 and the two that every robot has known for long.
ROBOTS_FIELDS = ("User-agent", "Disallow", "Allow", "Crawl-delay", "Sitemap")

_FIELD = re.compile(rf"({'|'.join(ROBOTS_FIELDS)})[ \t]*:[ \t]*(.*)", re.I)
# The names of the tags whose "content" is the code.
GOOGLE_TAG = "google-site-verification"
BING_TAG = "msvalidate.01"
_CODE = re.compile(r"[\w+/=.-]+", re.ASCII)


def mend_search_engines(settings: Any) -> None:
    """Take the codes out of the tags in `settings`; refuse what no search engine reads.

    Raise ValidationError that names the field.
    """
    errors = {}
    for name, mended in (
        ("google_verification", partial(verification_code, tag_name=GOOGLE_TAG)),
        ("bing_verification", partial(verification_code, tag_name=BING_TAG)),
        ("robots", checked_robots),
    ):
        try:
            setattr(settings, name, mended(getattr(settings, name)))
        except ValidationError as error:
            errors[name] = error
    if errors:
        raise ValidationError(errors)


def robots_field(line: str) -> tuple[str, str]:
    """Return the field of a line of robots.txt in small letters, and its value.

    Both are "" for a comment, and for what is no line of robots.txt.
    """
    found = _FIELD.fullmatch(line.strip())
    return (found[1].lower(), found[2]) if found else ("", "")


def checked_robots(text: str) -> str:
    """Return `text`; raise ValidationError for its first line that robots.txt cannot have."""
    for line in map(str.strip, text.splitlines()):
        field, value = robots_field(line)
        is_rule = bool(field and value) or field == "disallow"
        if line and not (line.isprintable() and (is_rule or line.startswith("#"))):
            raise ValidationError(
                _("“%(line)s” is no line of robots.txt. Begin it with %(fields)s or #.")
                % {"line": line, "fields": ", ".join(f"{field}:" for field in ROBOTS_FIELDS)}
            )
    return text


def verification_code(text: str, tag_name: str) -> str:
    """Return the code in `text`, which may be the whole tag named `tag_name`; "" if it is blank.

    Raise ValidationError if no search engine gives such a code.
    """
    code = text.strip()
    if "<" in code:
        tag = BeautifulSoup(code, "html.parser").find("meta")
        name = str(tag.get("name") or "").strip() if tag else ""
        if name and name.lower() != tag_name:
            raise ValidationError(
                _(
                    "“%(name)s” is another tag. Paste the tag “%(wanted)s”, or the code in its "
                    "“content”."
                )
                % {"name": name, "wanted": tag_name}
            )
        code = str(tag.get("content") or "").strip() if tag and name else ""
    if not text.strip() or _CODE.fullmatch(code):
        return code
    raise ValidationError(
        _(
            "“%(text)s” is no verification code. Paste the tag “%(wanted)s”, or the code in its "
            "“content”."
        )
        % {"text": text.strip(), "wanted": tag_name}
    )
