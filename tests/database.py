"""The database of a test, for a process of its own."""

from urllib.parse import quote

from django.db import connection


def url() -> str:
    """Return the address of the database that this test runs on."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return f"postgresql:///{quote(settings['HOST'], safe='')}/{settings['NAME']}?user=postgres"
