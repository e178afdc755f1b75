"""Accounts for tests, each with just what it may do."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

PAGES = ("add_page", "change_page")
IMAGES = ("add_image", "choose_image")


def editor(
    under: Page,
    name: str = "editor",
    *,
    pages: Iterable[str] = PAGES,
    images: Iterable[str] = IMAGES,
    collection: Collection | None = None,
) -> User:
    """Somebody who signs in to the admin, works on pages `under` one, and with images."""
    group = Group.objects.create(name=f"Group of {name}")
    group.permissions.add(permission("wagtailadmin", "access_admin"))
    for codename in pages:
        GroupPagePermission.objects.create(
            group=group, page=under, permission=permission("wagtailcore", codename)
        )
    for codename in images:
        GroupCollectionPermission.objects.create(
            group=group,
            collection=collection or Collection.get_first_root_node(),
            permission=permission(get_image_model()._meta.app_label, codename),
        )
    user = User.objects.create_user(name)
    user.groups.add(group)
    return user


def permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def said(response: Any) -> str:
    """What the admin's messages say on the page that `response` leads to."""
    return " ".join(str(message) for message in response.context["messages"])
