"""Settings for the public: everything that is a site's own comes from its environment.

docs/deploying.md lists the variables.
"""

from urllib.parse import urlsplit
from wsgiref.headers import Headers

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403
from config.settings.base import DATA_DIR, database, env


def required(name: str, meaning: str) -> str:
    """Return the variable `name`, or stop: a guess here would open or break the site."""
    value = str(env.str(name, default="")).strip()
    if not value:
        raise ImproperlyConfigured(
            f"The environment variable {name} is not set. Set it to {meaning}."
        )
    return value


DEBUG = False

SECRET_KEY = required(
    "SECRET_KEY", "a long random text that only this site knows, and keep it the same"
)
DATABASES = {
    "default": database(
        required("DATABASE_URL", "the database's address, such as postgresql://user:word@host/name")
    )
}
# Connecting anew for each request costs more than most of our pages.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

ALLOWED_HOSTS = [
    host.strip()
    for host in required("ALLOWED_HOSTS", "the host names to answer to, with commas").split(",")
]
WAGTAILADMIN_BASE_URL = required(
    "BASE_URL", "the site's public address, such as https://www.example.org"
).rstrip("/")
if urlsplit(WAGTAILADMIN_BASE_URL).scheme not in {"http", "https"}:
    raise ImproperlyConfigured(
        f'BASE_URL is "{WAGTAILADMIN_BASE_URL}", which is not an address. '
        "It begins with https:// (or http:// for a trial)."
    )
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

# Names that are no settings: the address has a password in it.
_cache_url = env.str("CACHE_URL", default="")
_REDIS = "django.core.cache.backends.redis.RedisCache"

if _cache_url.startswith(("redis", "valkey")):
    # Valkey speaks as Redis does. Pages and their version are shared by all machines, and a
    # server that hangs is given up.
    _pages = env.cache_url_config(_cache_url.replace("valkey", "redis", 1), backend=_REDIS)
    _timeouts = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}
    _pages["OPTIONS"] = {**_timeouts, **_pages.get("OPTIONS", {})}
    CACHES = {"default": {**_pages, "BACKEND": "config.caches.OptionalRedis"}, "pages": _pages}
    FAQ_PAGES_VERSION_CACHE = "pages"
else:
    CACHES = {
        # Shared between the processes of one machine without another service. A cache
        # in each process's memory would show old addresses after a page has moved.
        "default": env.cache_url_config(_cache_url or f"filecache://{DATA_DIR / 'cache'}"),
        # In each process's memory, compressed: ten to twenty MB when it is full.
        "pages": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "pages",
            "OPTIONS": {"MAX_ENTRIES": 1_000},
        },
    }
    FAQ_PAGES_VERSION_FILE = DATA_DIR / "content-version"

if not _cache_url:
    # Emptied every day, so by itself. Django would keep 300 entries; one tap is two or three.
    CACHES["feedback"] = {
        "BACKEND": "config.caches.LockedFiles",
        "LOCATION": str(DATA_DIR / "feedback-cache"),
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
    FAQ_PAGES_FEEDBACK_CACHE = "feedback"

FAQ_PAGES_PAGE_CACHE = "pages" if env.bool("PAGE_CACHE", default=True) else ""

globals().update(env.email_url("EMAIL_URL", default="smtp://localhost:25"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default=f"noreply@{urlsplit(WAGTAILADMIN_BASE_URL).hostname}"
)


# The admin shows previews in frames of this site's own; others may frame nothing.
SILENCED_SYSTEM_CHECKS = ["security.W019"]


# -- HTTPS ---------------------------------------------------------------------

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

# Only a proxy of our own may say who asks and how: anyone can send the headers.
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    AXES_CLIENT_IP_CALLABLE = "config.proxy.client_address"
    FAQ_PAGES_CLIENT_ADDRESS = "config.proxy.client_address"


# -- Files and messages --------------------------------------------------------

MIDDLEWARE = list(MIDDLEWARE)  # noqa: F405
# Right after SecurityMiddleware: a static file needs no session and no page.
MIDDLEWARE.insert(
    MIDDLEWARE.index("django.middleware.security.SecurityMiddleware") + 1,
    "whitenoise.middleware.WhiteNoiseMiddleware",
)

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # The name of a file holds its content's hash, so browsers keep it for good.
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}


def _add_static_headers(headers: Headers, path: str, url: str) -> None:
    """Let a drawing that is opened by itself load and run nothing: an SVG is a document."""
    if path.endswith(".svg"):
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"


WHITENOISE_ADD_HEADERS_FUNCTION = _add_static_headers

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Django alone would only send mail about errors, and to nobody.
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
