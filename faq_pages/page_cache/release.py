"""What pages are made by: another code, template or setting makes other pages."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.autoreload import get_template_directories
from django.urls import get_resolver
from django.utils.crypto import salted_hmac


def release() -> str:
    """Return a text that is another one when this process runs another release of the site.

    A cache such as Redis outlives a release, and while one replaces another both are asked.
    What counts is each module that is loaded, each template, the static files' names and all
    settings. Keyed with SECRET_KEY, so that nobody can tell the settings by it, and so that
    sites which share a cache do not share pages.
    """
    # Loads the views: whatever process, it has loaded the same then.
    get_resolver().url_patterns  # noqa: B018
    told = [*_settings(), *_files(), str(getattr(staticfiles_storage, "manifest_hash", ""))]
    return salted_hmac(__name__, "\0".join(told), algorithm="sha256").hexdigest()


def _settings() -> Iterator[str]:
    for name in sorted(name for name in dir(settings) if name.isupper()):
        yield f"{name}={_plain(getattr(settings, name))}"


def _plain(value: Any) -> str:
    """Return `value` as text that is the same in each process: no address in memory is."""
    if isinstance(value, dict):
        return str(sorted((str(key), _plain(each)) for key, each in value.items()))
    if isinstance(value, (list, tuple)):
        return str([_plain(each) for each in value])
    if isinstance(value, (set, frozenset)):
        return str(sorted(map(_plain, value)))
    if value is None or isinstance(value, (bool, bytes, float, int, str, Path)):
        return repr(value)
    return type(value).__qualname__


def _files() -> Iterator[str]:
    modules = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    templates = (
        str(Path(folder, name))
        for root in get_template_directories()
        for folder, _, names in os.walk(root)
        for name in names
    )
    for path in sorted({*filter(None, modules), *templates}):
        try:
            found = os.stat(path)
        except OSError:  # a module out of an archive, or a file that has just gone
            continue
        yield f"{path} {found.st_size} {found.st_mtime_ns}"
