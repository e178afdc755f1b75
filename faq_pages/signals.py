"""What follows from a change: search knows it at once, and pictures are ready."""

from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import Q
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from faq_pages.models import FAQPage, PublishedQuestion, Topic
from faq_pages.models.covers import make_cover_of, remake_cover
from faq_pages.models.published import index_questions, questions_written, uses_fts5
from faq_pages.models.removed import (
    addresses_of,
    forget_taken,
    former_addresses_of,
    note_removed,
)
from faq_pages.search import fts5, postgresql, rows


def connect() -> None:
    """Connect every receiver; called when the app is ready."""
    page_published.connect(write_questions, sender=FAQPage)
    page_unpublished.connect(remove_questions, sender=FAQPage)
    pre_delete.connect(remove_questions, sender=FAQPage)
    post_page_move.connect(write_questions_below)
    post_save.connect(write_restricted_questions, sender=PageViewRestriction)
    post_delete.connect(write_restricted_questions, sender=PageViewRestriction)
    post_save.connect(write_questions_about, sender=Topic)
    pre_delete.connect(note_pages_about, sender=Topic)
    post_delete.connect(write_questions_about, sender=Topic)
    questions_written.connect(index_questions, sender=PublishedQuestion)
    pre_delete.connect(find_addresses, sender=Page)
    post_delete.connect(note_addresses, sender=Page)
    page_published.connect(forget_addresses)
    post_page_move.connect(forget_addresses)
    page_published.connect(make_files_of_cover)
    post_save.connect(remake_files_of_cover, sender=get_image_model())
    post_migrate.connect(prepare_search, sender=apps.get_app_config("faq_pages"))


def write_questions(instance: FAQPage, **kwargs: Any) -> None:
    """After a page is published."""
    rows.write(instance.pk)


def remove_questions(instance: FAQPage, **kwargs: Any) -> None:
    """After a page is unpublished, and before it is deleted.

    Not by what the database says: Wagtail unpublishes a page that is deleted,
    without saving it.
    """
    rows.remove(instance.pk)


def write_questions_below(instance: Any, **kwargs: Any) -> None:
    """After a page moved: where it stands now may be private."""
    rows.write_below(instance)


def write_restricted_questions(instance: Any, origin: Any = None, **kwargs: Any) -> None:
    """After a page became private, or public again: not where it is deleted, with all it had."""
    if not issubclass(getattr(origin, "model", type(origin)), Page):
        rows.write_below(instance.page)


def write_questions_about(instance: Topic, **kwargs: Any) -> None:
    """After a topic got other names, or is gone."""
    noted = getattr(instance, "_noted_pages", None)
    for page_id in _pages_about(instance) if noted is None else noted:
        rows.write(page_id)


def note_pages_about(instance: Topic, **kwargs: Any) -> None:
    """Before a topic is deleted: afterwards no page knows it."""
    instance._noted_pages = _pages_about(instance)


def _pages_about(topic: Topic) -> list[int]:
    return list(FAQPage.objects.filter(topics=topic).values_list("pk", flat=True))


def find_addresses(instance: Page, **kwargs: Any) -> None:
    """Before a page is deleted, and each page below it: were they ever there for everybody?

    By what the database says: Wagtail unpublishes a page that is deleted, without saving it.
    """
    was_seen = Q(live=True) | Q(first_published_at__isnull=False)
    was_public = Page.objects.public().filter(was_seen, pk=instance.pk).exists()
    instance._noted_addresses = (
        [*addresses_of(instance), *former_addresses_of(instance)] if was_public else []
    )


def note_addresses(instance: Page, **kwargs: Any) -> None:
    """After a page is deleted."""
    if noted := getattr(instance, "_noted_addresses", []):
        note_removed(noted)


def forget_addresses(instance: Any, **kwargs: Any) -> None:
    """After a page is published or moved: where it stands now, nothing is gone."""
    forget_taken(instance)


def prepare_search(using: str, **kwargs: Any) -> None:
    """After a migration."""
    if using != DEFAULT_DB_ALIAS:
        return
    if uses_fts5():
        fts5.prepare(using)
    elif connections[using].vendor == "postgresql":
        postgresql.prepare(using)


def make_files_of_cover(instance: Any, **kwargs: Any) -> None:
    """After a page is published: so that no visitor waits for its pictures."""
    transaction.on_commit(lambda: make_cover_of(instance), robust=True)


def remake_files_of_cover(instance: Any, **kwargs: Any) -> None:
    """After an image was edited: Wagtail drops its files where another part of it counts."""
    transaction.on_commit(lambda: remake_cover(instance), robust=True)
