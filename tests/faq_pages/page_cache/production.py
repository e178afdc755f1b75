"""Production settings for servers that a test starts.

Static files need no collecting, and each page that is made leaves a line in the file that
RENDERED names.
"""

from config.settings.production import *  # noqa: F403
from config.settings.production import LOGGING, MIDDLEWARE, STORAGES

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MIDDLEWARE = [*MIDDLEWARE, "tests.faq_pages.page_cache.counting.CountingMiddleware"]
# Addresses that are not found any more are what tests ask for.
LOGGING = {**LOGGING, "loggers": {"django.request": {"level": "ERROR"}}}
