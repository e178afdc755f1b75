"""Loads the demo into a new database, whole or not at all."""

from django.db import transaction
from wagtail.models import Page, Site

from demo import accounts, faq_tree, shared, site_tree
from demo.pictures import add_pictures


@transaction.atomic
def load() -> bool:
    """Load the demo; return False, having changed nothing, if the database has a site.

    That is one whose first page is no longer the one that Wagtail makes itself.
    So a second call never touches, and never brings back, what people have
    edited or deleted.
    """
    site = Site.objects.select_for_update().filter(is_default_site=True).first()
    if site is None or not _is_welcome_page(site.root_page):
        return False
    _load(site)
    return True


def _is_welcome_page(page: Page) -> bool:
    return page.specific_class is Page and not page.latest_revision_id and not page.numchild


def _load(site: Site) -> None:
    accounts.drop_unused_defaults()
    accounts.add_groups()
    users = accounts.add_accounts()
    images = add_pictures(users["editor"])
    pages = site_tree.add_pages(site, images)
    accounts.open_pages(pages["/"])
    accounts.add_workflow(pages["/"])
    shared.name_site(site)
    shared.save_settings(site, pages["/contact/"], images)
    shared.add_topics()
    call_to_action = shared.add_call_to_action(pages["/contact/"])
    faq_tree.add_faqs(
        faq_tree.Around(
            site=site,
            index=pages["/faqs/"],
            images=images,
            users=users,
            author=shared.add_people(users["reviewer"]),
            call_to_action=call_to_action,
        )
    )
    site_tree.publish_pages(pages, site, call_to_action, users)
