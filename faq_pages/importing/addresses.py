"""The addresses that a document links to: unwrapped, judged, compared."""

from urllib.parse import parse_qs, unquote, urlsplit

from faq_pages import markup

# Services that put their own address before the real one, and the parameter
# that holds it.
_REDIRECTS = (
    ("google.", "/url", ("q", "url")),
    ("safelinks.protection.outlook.com", "/", ("url",)),
    ("l.facebook.com", "/l.php", ("u",)),
    ("slack-redir.net", "/link", ("url",)),
    ("urldefense.com", "/", ("u",)),
)


def unwrapped(url: str) -> str:
    """Return where `url` really leads: redirect services are taken off it."""
    for _ in range(3):
        target = _redirect_target(url.strip())
        if not target:
            break
        url = target
    return url.strip()


def _redirect_target(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    for service, path, names in _REDIRECTS:
        if (host.startswith(service) or host.endswith(service)) and parts.path.startswith(path):
            query = parse_qs(parts.query)
            targets = [query[name][0] for name in names if name in query]
            return next((found for found in targets if found.startswith("http")), "")
    return ""


def is_whole(url: str) -> bool:
    """Whether `url` leads somewhere from any page: it is absolute or root-relative."""
    if url.startswith("//"):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if parts.scheme:
        return markup.is_safe_url(url) and bool(parts.netloc or parts.path)
    return url.startswith("/")


def file_name(url: str) -> str:
    """Return the name of the file at `url` without its ending, "" if it has none."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    name = unquote(path.replace("\\", "/").rpartition("/")[2])
    stem, _, ending = name.rpartition(".")
    return stem if stem and 2 <= len(ending) <= 4 else name
