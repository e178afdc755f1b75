"""What the frame around every page shows, on error pages too."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from wagtail.models import Page, Site

from faq_pages.content import WebSite
from faq_pages.models import website_for

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
    pages = Page.objects.child_of(site.root_page).live().in_menu()
    return [
        MenuLink(text=page.title, url=url, current=page.pk == here)
        for page in pages
        if (url := page.get_url(request, current_site=site))
    ]
