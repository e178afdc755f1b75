"""Tells how to sign in to the demo, without printing a password."""

from collections.abc import Iterator

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password
from django.urls import reverse
from wagtail.models import Site

from demo import passwords
from demo.accounts import ACCOUNTS


def instructions(site: Site) -> Iterator[str]:
    """Yield the lines that tell how to sign in to this database's site."""
    found = {
        user.get_username(): user.password
        for user in get_user_model().objects.filter(
            username__in=[account.username for account in ACCOUNTS]
        )
    }
    noted = passwords.read()
    true = [name for name, stored in found.items() if check_password(noted.get(name), stored)]
    if true:
        yield (
            f"Sign in at {site.root_url}{reverse('wagtailadmin_home')} as {_listed(true)}. "
            f"The passwords are in {passwords.path()}."
        )
    if unknown := sorted(found.keys() - set(true)):
        yield (
            f"{passwords.path()} has no valid password for {_listed(unknown)}: "
            f"set a new one with `python manage.py changepassword {unknown[0]}`."
        )


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
