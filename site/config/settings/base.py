"""Settings that every way of running the site shares."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from config import policies

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parents[3]

# All that the running site writes is in here, so it is one folder to keep,
# to back up or to mount: the database file, uploads, keys and passwords.
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "data")))

INSTALLED_APPS = [
    "home",
    "demo",
    "faq_pages",
    "wagtailseo",
    "wagtail.api.v2",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "rest_framework",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # Outermost, so that a page that is kept costs nothing of what follows.
    "faq_pages.page_cache.PageCacheMiddleware",
    # Around all others, so that redirects and errors say so, too.
    "faq_pages.middleware.IndexingMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Near the outside, so that what others answer has a policy too.
    "config.policies.PolicyMiddleware",
    # Outside of all that may still change an answer, which it compares with the browser's.
    "django.middleware.http.ConditionalGetMiddleware",
    "faq_pages.middleware.FreshnessMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Outside of the redirects, which come first.
    "faq_pages.middleware.MissingAddressMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    # Last, as django-axes asks: it replaces the answer to a locked-out login.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The site's folder comes first: it may replace any template of an app.
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


# -- Data --------------------------------------------------------------------


def database(url: str) -> dict[str, Any]:
    """Return Django's settings for the database at `url`."""
    scheme = url.partition(":")[0]
    if scheme not in env.DB_SCHEMES:
        # Not the whole address: there is a password in it.
        raise ImproperlyConfigured(
            f'DATABASE_URL begins with "{scheme}:", which is no database that Django knows. '
            "Write postgresql://user:password@host/name or sqlite:////path/to/file."
        )
    settings: dict[str, Any] = env.db_url_config(url)
    if settings["ENGINE"].endswith("sqlite3"):
        # Visitors read while editors save: the write-ahead log lets them, and
        # a second writer waits for the first instead of failing.
        settings["OPTIONS"] = {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
        }
    return settings


DEFAULT_DATABASE_URL = f"sqlite:///{DATA_DIR / 'db.sqlite3'}"
DATABASES = {"default": database(env.str("DATABASE_URL", default="") or DEFAULT_DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MEDIA_ROOT = DATA_DIR / "media"
# Another host's address if uploads are served from there: docs/deploying.md.
MEDIA_URL = env.str("MEDIA_URL", default="/media/")

STATICFILES_DIRS = [BASE_DIR / "site" / "static"]
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"

# A long page is one form with a few fields for each of its blocks.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# A pasted document goes along twice, as rich text and as plain. The importer
# says itself, in a sentence, what is too large.
DATA_UPLOAD_MAX_MEMORY_SIZE = 24 * 1024 * 1024


# -- Privacy: docs/privacy.md ----------------------------------------------------

CONTENT_SECURITY_POLICY = {"DIRECTIVES": policies.public(MEDIA_URL, STATIC_URL)}

# Other sites do not learn what a patient read. Not "no-referrer": with it, browsers call the
# origin of our own forms "null", and feedback could not tell a tap here from one elsewhere.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
# As `frame-ancestors` in the policies: the preview is a frame of the admin.
X_FRAME_OPTIONS = "SAMEORIGIN"


# -- Language and time ---------------------------------------------------------

LANGUAGE_CODE = "en"
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True


# -- Signing in ----------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]

_PASSWORD_RULES = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_PASSWORD_RULES}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_PASSWORD_RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_PASSWORD_RULES}.CommonPasswordValidator"},
    {"NAME": f"{_PASSWORD_RULES}.NumericPasswordValidator"},
]

# A name is locked for the address that guesses, not for its owner elsewhere.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# Without this, someone who keeps trying stays locked out for ever.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_COOLOFF_MESSAGE = _(
    "Too many failed attempts to sign in. Wait 15 minutes and try again, "
    "or ask an administrator for a new password."
)
# Every command would otherwise begin with the version of django-axes.
AXES_VERBOSE = False


# -- Wagtail -------------------------------------------------------------------

WAGTAIL_SITE_NAME = env.str("SITE_NAME", default="Maywell Health")
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default="http://127.0.0.1:8000").rstrip("/")

# Wagtail calls other people's servers for these two; this site calls nobody.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False

WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "password_required.html"
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "password_required.html"

# An address that search engines and patients know keeps leading to its page.
WAGTAILREDIRECTS_AUTO_CREATE = True

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

WAGTAILIMAGES_EXTENSIONS = ["avif", "jpeg", "jpg", "png", "webp"]
# Browsers show both formats by now; Wagtail would turn them into larger PNGs.
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}

# Search engines may list the site. Set it to false where a copy is only tried out.
FAQ_PAGES_INDEXABLE = env.bool("INDEXABLE", default=True)

# Joined into the one stylesheet that a page asks for, in this order.
FAQ_PAGES_STYLESHEETS = ["faq_pages/faq.css", "site.css"]

# No format that a browser would run as a page of this site.
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
