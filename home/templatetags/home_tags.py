"""What the frame around every page shows, on error pages too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from django import template
from django.utils.formats import time_format
from wagtail.models import Site

from faq_pages.content import OpeningHours, WebSite
from faq_pages.models import website_for
from home.menus import menu_pages

register = template.Library()


@dataclass(frozen=True, kw_only=True)
class MenuLink:
    text: str
    url: str
    current: bool


@register.simple_tag(takes_context=True)
def site_facts(context: Mapping[str, Any]) -> WebSite:
    """The site's name, its publisher, phone and address; from the page where there is one."""
    if webpage := context.get("webpage"):
        site: WebSite = webpage.site
        return site
    return website_for(context.get("request"))


@register.simple_tag(takes_context=True)
def site_menu(context: Mapping[str, Any]) -> list[MenuLink]:
    """The pages right under the site's root that editors show in menus, in tree order."""
    request = context.get("request")
    site = Site.find_for_request(request)
    if site is None:
        return []
    here = getattr(context.get("page"), "pk", None)
    return [
        MenuLink(text=page.title, url=url, current=page.pk == here)
        for page in menu_pages(request, site)
        if (url := page.get_url(request, current_site=site))
    ]


WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, kw_only=True)
class Day:
    """A day of the week, by its English name, and when the clinic is open."""

    name: str
    times: tuple[str, ...]


@register.filter
def by_day(hours: Iterable[OpeningHours]) -> list[Day]:
    """Return the week's seven days, the times as the reader's language writes them."""
    groups = list(hours)
    return [
        Day(name=day, times=tuple(_span(group) for group in groups if day in group.days))
        for day in WEEK
    ]


def _span(hours: OpeningHours) -> str:
    opens, closes = (time.fromisoformat(moment) for moment in (hours.opens, hours.closes))
    return f"{time_format(opens)} – {time_format(closes)}"
