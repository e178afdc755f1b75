"""Addresses whose page was removed on purpose: 410 Gone, so that search engines drop them."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, Site

PATH_LENGTH = 255


class RemovedAddress(models.Model):
    """An address of a site that had a page which somebody deleted.

    `path` begins and ends with a slash, such as /faqs/old-page/. A page or a redirect that
    stands there later comes first.
    """

    site = models.ForeignKey(
        Site, on_delete=models.CASCADE, related_name="+", verbose_name=_("site")
    )
    path = models.CharField(
        max_length=PATH_LENGTH,
        verbose_name=_("address"),
        help_text=_("Without the site's name, such as /faqs/old-page/."),
    )
    removed_at = models.DateTimeField(auto_now_add=True, verbose_name=_("removed"))

    panels = [FieldPanel("site"), FieldPanel("path")]

    class Meta:
        verbose_name = _("removed address")
        verbose_name_plural = _("removed addresses")
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["site", "path"], name="faq_pages_removed_once")
        ]

    def __str__(self) -> str:
        return self.path

    def clean(self) -> None:
        """Write the address as it is compared; refuse one that is in use."""
        super().clean()
        self.path = _normalised(self.path)
        if self.path == "/":
            message = gettext("“/” is the home page of the site. Write the address of a page.")
            raise ValidationError({"path": message})
        if self.site_id and _has_page(self.site_id, self.path):
            message = gettext(
                "There is a page at “%(path)s”. Delete the page, which adds its address here, "
                "or write another."
            )
            raise ValidationError({"path": message % {"path": self.path}})


def addresses_of(page: Page) -> list[tuple[int, str]]:
    """Return where visitors find `page`: the id of each of its sites, and the path there."""
    return [
        (root.site_id, mount + page.url_path[len(root.root_path) :])
        for root, mount in _roots()
        if page.url_path.startswith(root.root_path)
    ]


def former_addresses_of(page: Page) -> list[tuple[int, str]]:
    """Return from where redirects lead to `page`, as `addresses_of`: they are deleted with it."""
    if not apps.is_installed("wagtail.contrib.redirects"):
        return []
    from wagtail.contrib.redirects.models import Redirect

    found = Redirect.objects.filter(redirect_page=page.pk)
    return [
        (site, _normalised(_below_prefix(path)))
        for path, of_site in found.values_list("old_path", "site_id")
        if not set("?;") & set(path)
        for site in ([of_site] if of_site else Site.objects.values_list("pk", flat=True))
    ]


def note_removed(addresses: list[tuple[int, str]]) -> None:
    """Remember `addresses` as gone, on the sites that are still there."""
    wanted = {site for site, _ in addresses}
    sites = set(Site.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    RemovedAddress.objects.bulk_create(
        [
            RemovedAddress(site_id=site, path=path)
            for site, path in addresses
            if site in sites and len(path) <= PATH_LENGTH
        ],
        ignore_conflicts=True,
    )


def forget_taken(page: Page) -> None:
    """Drop what was noted of the address of `page` and those below, where pages stand again."""
    if not RemovedAddress.objects.exists():
        return
    for site, path in addresses_of(page):
        rows = RemovedAddress.objects.filter(site_id=site, path__startswith=path)
        taken = [row.pk for row in rows if _has_page(site, row.path)]
        RemovedAddress.objects.filter(pk__in=taken).delete()


def _has_page(site: int, path: str) -> bool:
    """Whether visitors of the site find a page at `path`."""
    places = [
        root.root_path + path.removeprefix(mount)
        for root, mount in _roots()
        if root.site_id == site and path.startswith(mount)
    ]
    return bool(Page.objects.live().filter(url_path__in=places).exists())


def _roots() -> Iterator[tuple[Any, str]]:
    """Yield the roots of all sites, each with the path that Wagtail's pages stand under."""
    try:
        mount = _below_prefix(reverse("wagtail_serve", args=("",)))
    except NoReverseMatch:  # a site without pages of its own
        return
    for root in Site.get_site_root_paths():
        yield root, mount


def _below_prefix(path: str) -> str:
    """Return `path` without what the server puts before each address of the site."""
    return "/" + path.removeprefix(get_script_prefix()).removeprefix("/")


def _normalised(address: str) -> str:
    """Return the path in `address`, which may be a whole one, between slashes."""
    path = urlsplit(address.strip()).path
    return "/".join(["", *filter(None, unquote(path).split("/")), ""])
