"""Settings with which pages would be out of date, or not kept, are named."""

import pytest

from faq_pages.page_cache.checks import MIDDLEWARE, check_settings, check_version_file

BACKENDS = "django.core.cache.backends"


@pytest.fixture(autouse=True)
def right(settings, tmp_path):
    settings.CACHES = {
        **settings.CACHES,
        "pages": {"BACKEND": f"{BACKENDS}.locmem.LocMemCache"},
        "files": {"BACKEND": f"{BACKENDS}.filebased.FileBasedCache", "LOCATION": tmp_path},
        "redis": {"BACKEND": f"{BACKENDS}.redis.RedisCache", "LOCATION": "redis://localhost"},
    }
    settings.MIDDLEWARE = [MIDDLEWARE, "django.middleware.common.CommonMiddleware"]
    settings.FAQ_PAGES_PAGE_CACHE = "pages"
    settings.FAQ_PAGES_VERSION_FILE = tmp_path / "below" / "version"


def found() -> list[str]:
    return [str(message.id) for message in (*check_settings(None), *check_version_file(None))]


def test_a_site_that_is_set_up_has_nothing_to_mend():
    assert found() == []


def test_a_site_without_a_page_cache_has_nothing_to_mend(settings):
    settings.FAQ_PAGES_PAGE_CACHE = settings.FAQ_PAGES_VERSION_FILE = ""
    assert found() == []


@pytest.mark.parametrize(
    ("name", "value", "id"),
    [
        ("FAQ_PAGES_PAGE_CACHE", "none", "faq_pages.E001"),
        ("FAQ_PAGES_VERSION_FILE", "", "faq_pages.E002"),
        ("FAQ_PAGES_VERSION_FILE", "/dev/null/version", "faq_pages.E005"),
        ("MIDDLEWARE", ["another", MIDDLEWARE], "faq_pages.W001"),
        ("MIDDLEWARE", [], "faq_pages.W002"),
    ],
)
def test_what_is_wrong_is_named(settings, name, value, id):
    setattr(settings, name, value)
    assert found() == [id]


@pytest.mark.parametrize(
    ("alias", "ids"),
    [
        ("redis", []),
        ("none", ["faq_pages.E003"]),
        ("pages", ["faq_pages.E004"]),
        ("files", ["faq_pages.E004"]),
    ],
)
def test_a_cache_for_the_version_has_to_count_for_all_processes(settings, alias, ids):
    settings.FAQ_PAGES_VERSION_FILE = ""
    settings.FAQ_PAGES_VERSION_CACHE = alias
    assert found() == ids
