"""Settings for a developer's own machine: no service and no variable needed."""

import logging
import os
import re
from pathlib import Path

from django.core.management.utils import get_random_secret_key
from django.utils.log import DEFAULT_LOGGING

from config.settings.base import *  # noqa: F403
from config.settings.base import DATA_DIR, env


def secret_key(path: Path) -> str:
    """Return the key in `path`, made at the first start for its owner's eyes only.

    A key in the repository would open every copy of the site that anyone runs.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(get_random_secret_key())
    return path.read_text()


DEBUG = True
SECRET_KEY = secret_key(DATA_DIR / "secret_key")

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

# Mail is shown in the terminal: nobody gets a message from a trial.
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"


# -- Messages --------------------------------------------------------------------


class WithoutQueries(logging.Filter):
    """Cuts off what follows the "?" of an address: what somebody searched for is not logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                re.sub(r"\?.*?(?= HTTP/|$)", "", value, flags=re.DOTALL)
                if isinstance(value, str)
                else value
                for value in record.args
            )
        return True


# Django's own for `runserver`, with the filter.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_queries": {"()": WithoutQueries}},
    "formatters": DEFAULT_LOGGING["formatters"],
    "handlers": {
        "django.server": {
            **DEFAULT_LOGGING["handlers"]["django.server"],
            "filters": ["without_queries"],
        }
    },
    "loggers": {"django.server": DEFAULT_LOGGING["loggers"]["django.server"]},
}
