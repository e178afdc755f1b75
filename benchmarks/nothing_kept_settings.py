"""Our production settings, with no place for the content version: so nothing is ever kept."""

from config.settings.production import *  # noqa: F403

FAQ_PAGES_VERSION_FILE = ""
