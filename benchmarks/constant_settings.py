"""Our production settings, with one more address: see constant_view.py."""

from config.settings.production import *  # noqa: F403

ROOT_URLCONF = "constant_view"
