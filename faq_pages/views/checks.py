"""What Wagtail's Checks panel looks for on a page, with what we add."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import AccessibilityItem, ContentCheckerItem


def _wrong_if_seen(id: str, selector: str) -> dict[str, Any]:
    """Return a rule of axe that nothing on the page may match `selector`."""
    return {
        "id": id,
        "impact": "serious",
        "selector": selector,
        "tags": ["best-practice"],
        "none": ["is-on-screen"],
        "enabled": True,
    }


class PageChecks(ContentCheckerItem):
    """Wagtail's checks, and those of our findings that the page itself can tell.

    An image has no alternative text at all: a preview leaves the `alt` of such an image out,
    so that it can be found; patients get an empty one, which is kinder than a file name read
    aloud. A link has lost its page. Something is blank that
    has to be filled in before the page goes live, and so is shown in previews only.
    """

    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        _wrong_if_seen("faq-lost-link", ".faq a:not([href])"),
        _wrong_if_seen("faq-blank", ".faq-missing"),
    ]
    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "faq-lost-link",
        "faq-blank",
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("Image without alternative text"),
            "help_text": _("Say what it shows, or mark it as decorative"),
        },
        "faq-lost-link": {
            "error_name": _("Link without a page"),
            "help_text": _("Its page is gone: choose another one, or remove the link"),
        },
        "faq-blank": {
            "error_name": _("Blank, and needed"),
            "help_text": _("Fill it in, or remove the block, before the page goes live"),
        },
    }


def with_our_checks(items: list[Any]) -> list[Any]:
    """Return the userbar's `items` with Wagtail's own checks replaced by ours."""
    return [_ours(item) if isinstance(item, ContentCheckerItem) else item for item in items]


def _ours(item: ContentCheckerItem) -> ContentCheckerItem:
    # A host's own subclass is its own decision.
    standard = type(item) in {ContentCheckerItem, AccessibilityItem}
    return PageChecks(in_editor=item.in_editor) if standard else item
