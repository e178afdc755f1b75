"""What Wagtail's Checks panel looks for on a page, with what we add."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import AccessibilityItem, ContentCheckerItem


class PageChecks(ContentCheckerItem):
    """Wagtail's checks, and images that have no alternative text at all.

    A preview leaves the `alt` of such an image out, so that it can be found;
    patients get an empty one, which is kinder than a file name read aloud.
    """

    axe_run_only = [*ContentCheckerItem.axe_run_only, "image-alt"]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("Image without alternative text"),
            "help_text": _("Say what it shows, or mark it as decorative"),
        },
    }


def with_our_checks(items: list[Any]) -> list[Any]:
    """Return the userbar's `items` with Wagtail's own checks replaced by ours."""
    return [_ours(item) if isinstance(item, ContentCheckerItem) else item for item in items]


def _ours(item: ContentCheckerItem) -> ContentCheckerItem:
    # A host's own subclass is its own decision.
    standard = type(item) in {ContentCheckerItem, AccessibilityItem}
    return PageChecks(in_editor=item.in_editor) if standard else item
