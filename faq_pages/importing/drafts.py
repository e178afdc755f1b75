"""Draft pages from imported FAQs."""

import json
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from faq_pages import findings, markup
from faq_pages.content import FAQ
from faq_pages.importing.library import AnyUser
from faq_pages.importing.sites import surroundings_of
from faq_pages.importing.stream import stream_data
from faq_pages.importing.surroundings import Surroundings
from faq_pages.models import FAQIndexPage, FAQPage

# As much as the fields for a title and an alternative text hold.
MAX_TITLE = 255


@transaction.atomic
def create_draft(
    faq: FAQ,
    parent: FAQIndexPage,
    *,
    user: AnyUser | None = None,
    images: Mapping[str, int] | None = None,
    source_id: str = "",
    source_digest: str = "",
    also_called: Iterable[str] = (),
    site: Surroundings | None = None,
) -> FAQPage:
    """Return a new draft under `parent` that says what `faq` does.

    `images` are the ids of images by their `url` in `faq`, `source_id` what
    finds the page again, `source_digest` what tells that nothing has changed,
    `also_called` other names of what it is about,
    `site` what `surroundings_of(parent)` returned. Raise ValidationError if
    Wagtail cannot keep the page.
    """
    author = user if user and user.is_authenticated else None
    page = FAQPage(
        title=markup.shorten(faq.title, MAX_TITLE),
        slug=_slug_where_wagtail_finds_none(faq.title),
        body=json.dumps(stream_data(faq, site or surroundings_of(parent), images=images)),
        live=False,
        owner=author,
        source_id=source_id,
        source_digest=source_digest,
        also_called="\n".join(also_called),
    )
    _take_cover(page, faq, images or {})
    parent.add_child(instance=page)
    # The history of a page lists only what is in its log.
    page.save_revision(user=author, log_action=True)
    return page


@transaction.atomic
def replace_body(
    page: FAQPage,
    faq: FAQ,
    *,
    user: AnyUser | None = None,
    images: Mapping[str, int] | None = None,
    title: str = "",
    also_called: Iterable[str] | None = None,
    site: Surroundings | None = None,
) -> FAQPage:
    """Return the latest draft of `page` with the words of `faq` in place of its body.

    It is a new revision: the body before stays in the page's history, and what
    is online stays online. With a `title` or names in `also_called` the page
    gets those, too. Questions with the same words keep their ids and anchors.
    Raise ValidationError if Wagtail cannot keep the page.
    """
    if page.latest_revision_id is None:
        page.save_revision(log_action=True)  # else the body before would be in no history
    draft: FAQPage = page.get_latest_revision_as_object()
    before: list[Any] = list(draft.body.raw_data)
    after = stream_data(faq, site or surroundings_of(page), images=images, replaced=before)
    draft.body = json.dumps(after)
    draft.title = markup.shorten(title, MAX_TITLE) or draft.title
    if also_called is not None:
        draft.also_called = "\n".join(also_called)
    _take_cover(draft, faq, images or {})
    author = user if user and user.is_authenticated else None
    draft.save_revision(user=author, log_action=True)
    if not page.live:
        # As Wagtail's editor does: a page that is not online is its own draft.
        draft.save()
    return draft


def why_closed(page: FAQPage) -> str:
    """Return why a command must leave `page` alone, in a clause, or "" if it need not.

    What a person has locked, or is moderating, is theirs.
    """
    if page.get_lock():
        return "is locked"
    return "is in moderation" if page.workflow_in_progress else ""


def page_from(source_id: str, root: Page) -> FAQPage | None:
    """Return the page under `root` that was made from `source_id`, if there is one."""
    made = FAQPage.objects.descendant_of(root).filter(source_id=source_id, alias_of=None)
    page: FAQPage | None = made.order_by("pk").first()
    return page


def publish(page: FAQPage, *, user: AnyUser | None = None) -> tuple[str, ...]:
    """Publish the latest words of `page` and return (), or leave them a draft and return why."""
    revision = page.get_latest_revision()
    latest: FAQPage = revision.as_object()
    obstacles = tuple(finding.sentence for finding in findings.obstacles(latest.read()))
    if not obstacles:
        revision.publish(user=user)
    return obstacles


def _take_cover(page: FAQPage, faq: FAQ, images: Mapping[str, int]) -> None:
    if faq.cover and faq.cover.url in images:
        page.cover_image_id = images[faq.cover.url]
        page.cover_alt = markup.shorten(faq.cover.alt, MAX_TITLE)
        page.cover_decorative = False


def _slug_where_wagtail_finds_none(title: str) -> str:
    """Return "" for titles that Wagtail makes a slug from, else one of our own."""
    return "" if slugify(title, allow_unicode=True) else f"faq-{uuid.uuid4().hex[:8]}"
