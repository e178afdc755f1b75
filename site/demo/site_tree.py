"""The pages around the FAQs, made and published."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Page, Site

from demo.links import page_links
from demo.texts import site_pages
from demo.texts.site_pages import SitePage
from faq_pages.models import CallToAction, FAQIndexPage
from home.models import ContactPage, ContentPage, FeaturedPage, HomePage

# Each page with the address of its parent, in the order of the menu.
PAGES: tuple[tuple[str, type[Any], SitePage], ...] = (
    ("/", ContentPage, site_pages.CONDITIONS),
    ("/conditions/", ContentPage, site_pages.SI_JOINT_PAIN),
    ("/", ContentPage, site_pages.TREATMENTS),
    ("/treatments/", ContentPage, site_pages.SI_JOINT_FUSION),
    ("/treatments/", ContentPage, site_pages.STEROID_INJECTION),
    ("/", FAQIndexPage, site_pages.FAQS),
    ("/", ContactPage, site_pages.CONTACT),
)

FEATURED = (
    "/conditions/sacroiliac-joint-pain/",
    "/treatments/sacroiliac-joint-steroid-injection/",
    "/treatments/sacroiliac-joint-fusion/",
)

Pages = dict[str, Any]


def add_pages(site: Site, images: dict[str, Any]) -> Pages:
    """Add the pages in the place of Wagtail's own; return them by address.

    Their bodies come later: by then every page that they link to is there.
    """
    pages = {"/": _add_home(site, images)}
    for parent, model, text in PAGES:
        page = model(**_fields(text), **_picture(text, images))
        pages[f"{parent}{text.slug}/"] = pages[parent].add_child(instance=page)
    return pages


def _add_home(site: Site, images: dict[str, Any]) -> HomePage:
    welcome, text = site.root_page, site_pages.HOME
    home = HomePage(heading=text.heading, **_fields(text), **_picture(text, images))
    Page.get_first_root_node().add_child(instance=home)
    # The site moves first: it would go with its root page.
    site.root_page = home
    site.save()
    welcome.delete()
    return home


def _fields(text: SitePage) -> dict[str, Any]:
    return {
        "title": text.title,
        "slug": text.slug,
        "introduction": text.introduction,
        "search_description": text.description,
        "show_in_menus": text.in_menus,
    }


def _picture(text: SitePage, images: dict[str, Any]) -> dict[str, Any]:
    if not text.picture:
        return {}
    image = images[text.picture]
    return {"image": image, "image_alt": image.description}


def publish_pages(
    pages: Pages, site: Site, call_to_action: CallToAction, users: dict[str, Any]
) -> None:
    """Publish the pages, with bodies whose links have somewhere to lead."""
    home = pages["/"]
    home.featured_pages = [
        FeaturedPage(page=pages[address], sort_order=order)
        for order, address in enumerate(FEATURED)
    ]
    publish(home, users)
    for parent, model, text in PAGES:
        page = pages[f"{parent}{text.slug}/"]
        if model is ContentPage:
            page.body = list(_body(text, site, call_to_action))
        publish(page, users)


def _body(text: SitePage, site: Site, call_to_action: CallToAction) -> Iterator[tuple[str, Any]]:
    yield "text", page_links(text.body, site)
    if callout := text.callout:
        yield "callout", {"level": callout.level, "heading": callout.heading, "text": callout.html}
    yield "call_to_action", {"snippet": call_to_action}


def publish(page: Any, users: dict[str, Any]) -> None:
    """Publish `page` as it is: the editor wrote it, the publisher publishes it."""
    page.save_revision(user=users["editor"], log_action=True).publish(user=users["publisher"])
