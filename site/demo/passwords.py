"""The file with the demo's passwords, for its owner's eyes only.

A password is made at random when an account is, so no two databases share one.
The file has a section for each database that was loaded with it in place.
"""

import os
import secrets
import tempfile
from collections.abc import Mapping
from configparser import ConfigParser
from pathlib import Path

from django.conf import settings
from django.db import connection


def new_password() -> str:
    return secrets.token_urlsafe(12)


def path() -> Path:
    """Return the file's place: `DEMO_PASSWORDS_FILE`, or in the folder of the site's data."""
    chosen = getattr(settings, "DEMO_PASSWORDS_FILE", "")
    return Path(chosen or Path(settings.DATA_DIR) / "demo-passwords.txt")


def read() -> dict[str, str]:
    """Return the passwords of this database's accounts by name; empty if there are none."""
    sections = _sections()
    return dict(sections[_database()]) if sections.has_section(_database()) else {}


def save(passwords: Mapping[str, str]) -> None:
    """Note the passwords of new accounts, whatever a database of that name had before."""
    sections = _sections()
    sections[_database()] = {**read(), **passwords}
    place = path()
    place.parent.mkdir(parents=True, exist_ok=True)
    # A temporary file is readable by its owner only, from its first moment.
    descriptor, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        sections.write(file)
    os.replace(temporary, place)


def _sections() -> ConfigParser:
    # Passwords may hold "%", which would otherwise begin a reference.
    sections = ConfigParser(interpolation=None, delimiters=("=",))
    sections.read(path(), encoding="utf-8")
    return sections


def _database() -> str:
    facts = connection.settings_dict
    place = f" on {facts['HOST']}:{facts['PORT']}" if facts["HOST"] else ""
    return f"{connection.vendor} {facts['NAME']}{place}"
