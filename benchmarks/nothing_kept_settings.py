"""Our production settings, with no place for the content version: so nothing is ever kept."""

from config.settings.production import *  # noqa: F403

del FAQ_PAGES_VERSION_FILE  # noqa: F821
