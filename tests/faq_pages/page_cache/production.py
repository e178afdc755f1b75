"""Settings of servers whose pages are counted: each that is made leaves a line in RENDERED."""

from config.settings.production import LOGGING, MIDDLEWARE
from tests.production import *  # noqa: F403

MIDDLEWARE = [*MIDDLEWARE, "tests.faq_pages.page_cache.counting.CountingMiddleware"]
# Addresses that are not found any more are what tests ask for.
LOGGING = {**LOGGING, "loggers": {"django.request": {"level": "ERROR"}}}
