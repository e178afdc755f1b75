"""Settings for the tests: fast, and nothing outside a temporary folder is touched."""

import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403
from config.settings.base import database, env

# Each test process has its own folder, which goes when the process ends.
_folder = tempfile.TemporaryDirectory(prefix="faq-pages-tests-")
DATA_DIR = Path(_folder.name)
MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"

DEBUG = False
SECRET_KEY = "tests only"
ALLOWED_HOSTS = ["*"]
WAGTAILADMIN_BASE_URL = "http://testserver"

# Never DATABASE_URL: a developer's own database is none of the tests' business.
# `pytest --database postgresql` sets this variable.
_url = env.str("TEST_DATABASE_URL", default="")
DATABASES = {"default": database(_url or f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}
if not _url:
    # A file, since the browser's requests come on threads with connections of
    # their own; but one that nobody needs after a power cut.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )

# The slow hash is the point of the real one, and a waste here.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# The test client signs users in without a request, which django-axes refuses.
# The tests of the throttle put both back.
AXES_ENABLED = False
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
SILENCED_SYSTEM_CHECKS = ["axes.W003"]
