"""The pages of a small clinic's site, for tests."""

from typing import Any

import wagtail_factories
from wagtail.models import Page, Site

from home.models import ContactPage, ContentPage, HomePage


def home_page(**fields: Any) -> HomePage:
    """A home page that the default site begins with."""
    home = HomePage(**{"title": "Test Clinic", "slug": "clinic", **fields})
    Page.get_first_root_node().add_child(instance=home)
    site = Site.objects.get(is_default_site=True)
    site.root_page = home
    site.site_name = "Test Clinic"
    site.save()
    return home


def content_page(parent: Page, title: str = "Joint pain", **fields: Any) -> ContentPage:
    page: ContentPage = parent.add_child(instance=ContentPage(title=title, **fields))
    return page


def contact_page(parent: Page, **fields: Any) -> ContactPage:
    page: ContactPage = parent.add_child(
        instance=ContactPage(**{"title": "Contact", "show_in_menus": True, **fields})
    )
    return page


def picture() -> Any:
    return wagtail_factories.ImageFactory(title="clinic-final2.jpg")
