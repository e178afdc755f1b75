#!/usr/bin/env python
"""Run Django's commands for this site."""

import os
import sys
from pathlib import Path

# `site` is also a module of the standard library, so the folder goes on the
# path and its packages, `config` and `demo`, are imported by their own names.
sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    try:
        from django.core.management import execute_from_command_line
    except ImportError as error:
        raise SystemExit(
            "Django is not installed for this Python. Run `make setup`, "
            "then use .venv/bin/python manage.py."
        ) from error
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
