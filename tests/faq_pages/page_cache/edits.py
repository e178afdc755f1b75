"""A small site, and every kind of edit of it that editors, commands and programs make.

Run in a process of its own with the site's production settings: see `editor.py`. Each edit
takes one of the site's two FAQ pages and a word that was never there before.

Long because every kind of edit stands here: one that is missing is seen by reading one file.
"""

import json
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction, Site
from wagtailseo.models import SeoSettings

from faq_pages.models import (
    CallToAction,
    ClinicalReview,
    FAQIndexPage,
    FAQPage,
    FAQSettings,
    Person,
    Topic,
)
from faq_pages.models.related import RelatedPage
from home.models import ContentPage, HomePage
from tests.faq_pages import samples
from tests.home import pages

Edit = Callable[[FAQPage, str], None]
EDITS: dict[str, Edit] = {}

# What no visitor sees.
UNSEEN = {"save a draft", "roll back"}


def edit(function: Edit) -> Edit:
    EDITS[function.__name__.replace("_", " ")] = function
    return function


# -- The site --------------------------------------------------------------------------


def begin(name: str) -> None:
    """Make the site anew, with `name` in its addresses."""
    home = HomePage.objects.first() or pages.home_page(slug="clinic")
    Site.objects.all().update(root_page=home, site_name="Clinic", hostname="www.example.org")
    for page in home.get_children():
        Page.objects.get(pk=page.pk).delete()
    for model in (CallToAction, Person, Topic, Redirect, FAQSettings, SeoSettings):
        model.objects.all().delete()
    Site.clear_site_root_paths_cache()
    _fill(home, name)


def _fill(home: Page, name: str) -> None:
    image = pages.picture()
    first, _ = (
        home.add_child(instance=FAQIndexPage(title=title, slug=f"{slug}-{name}"))
        for title, slug in (("Answers", "answers"), ("More", "more"))
    )
    document = Document.objects.create(title="A form", file=ContentFile(b"1", name="form.pdf"))
    text = f'<p><a linktype="document" id="{document.pk}">The form</a></p>'
    content = pages.content_page(
        home, "About us", slug=f"about-{name}", show_in_menus=True, body=[("text", text)]
    )
    call = CallToAction.objects.create(name="Visit", heading="Come in", button="Go", page=content)
    author = Person.objects.create(name="Ada Moss", user=_user(), photo=image)
    linked: FAQPage | None = None
    for title in ("Knees", "Hips"):
        link = f'<p><a linktype="page" id="{linked.pk}">See</a></p>' if linked else "<p>Yes.</p>"
        linked = samples.faq_page(
            first,
            samples.tldr(),
            samples.question(f"Is it about {title}?", link),
            samples.call(snippet=call.pk),
            title=title,
            slug=title.lower(),
            author=author,
            cover_image=image,
            cover_alt=title,
        )
        linked.topics.add(Topic.objects.create(name=f"Pain of {title}", slug=title.lower()))
        if title != "Knees":
            linked.related_pages.create(page=FAQPage.objects.get(title="Knees"))
        linked.save_revision().publish()
    home.featured_pages.all().delete()
    home.featured_pages.create(page=content)
    home.save()


def _user() -> User:
    user, _ = User.objects.get_or_create(username="reviewer", is_superuser=True)
    return user


def addresses() -> list[str]:
    """Return where visitors may look: each page, the Markdown of one, a list by topic."""
    live = Page.objects.live().filter(depth__gt=2).specific()
    found = ["/", "/robots.txt", *filter(None, (page.relative_url(None) for page in live))]
    twins = [page.twin_path for page in FAQPage.objects.live()[:1]]
    topics = [
        link.url for lists in FAQIndexPage.objects.all()[:1] for link in lists.get_topic_links()
    ]
    return [*found, *twins, *topics[:1]]


# -- Pages -----------------------------------------------------------------------------


@edit
def publish(page: FAQPage, word: str) -> None:
    page.title = word
    page.save_revision().publish()


@edit
def save_a_draft(page: FAQPage, word: str) -> None:
    page.title = word
    page.save_revision()


@edit
def unpublish(page: FAQPage, word: str) -> None:
    page.unpublish() if page.live else page.save_revision().publish()


@edit
def unpublish_what_others_relate_to(page: FAQPage, word: str) -> None:
    related = FAQPage.objects.filter(pk__in=RelatedPage.objects.values("page")).first()
    if related:
        unpublish(related, word)


@edit
def move(page: FAQPage, word: str) -> None:
    elsewhere = FAQIndexPage.objects.exclude(pk=page.get_parent().pk).first()
    page.move(elsewhere, pos="last-child")


@edit
def move_the_list(page: FAQPage, word: str) -> None:
    above = page.get_parent().specific
    above.slug = word
    above.save_revision().publish()


@edit
def change_the_slug(page: FAQPage, word: str) -> None:
    page.slug = word
    page.save_revision().publish()


@edit
def delete(page: FAQPage, word: str) -> None:
    if FAQPage.objects.count() > 1:
        page.delete()


@edit
def make_a_page(page: FAQPage, word: str) -> None:
    samples.faq_page(page.get_parent(), samples.tldr(), samples.question(), title=word)


@edit
def make_an_alias(page: FAQPage, word: str) -> None:
    parent = page.get_parent()
    CreatePageAliasAction(page, parent=parent, update_slug=word, user=None).execute()


@edit
def restrict(page: FAQPage, word: str) -> None:
    kind = PageViewRestriction.PASSWORD
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password=word)


@edit
def lift_restrictions(page: FAQPage, word: str) -> None:
    PageViewRestriction.objects.all().delete()


@edit
def restrict_the_list(page: FAQPage, word: str) -> None:
    kind = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=kind)


@edit
def publish_on_schedule(page: FAQPage, word: str) -> None:
    page.title = word
    page.go_live_at = timezone.now() + timedelta(seconds=0.3)
    page.save_revision(approved_go_live_at=page.go_live_at).publish()
    time.sleep(0.4)
    call_command("publish_scheduled", verbosity=0)


@edit
def expire_on_schedule(page: FAQPage, word: str) -> None:
    page.expire_at = timezone.now() + timedelta(seconds=0.3)
    page.save_revision().publish()
    time.sleep(0.4)
    call_command("publish_scheduled", verbosity=0)


# -- What pages share ------------------------------------------------------------------


@edit
def rename_the_author(page: FAQPage, word: str) -> None:
    _all_saved(Person, name=word)


@edit
def rename_a_topic(page: FAQPage, word: str) -> None:
    topic = page.topics.first() or Topic.objects.first()
    topic.name = word
    topic.save()


@edit
def change_the_call_to_action(page: FAQPage, word: str) -> None:
    _all_saved(CallToAction, heading=word)


@edit
def sign(page: FAQPage, word: str) -> None:
    page.body = [*page.body.get_prep_value(), samples.question(f"What about {word}?")]
    page.save_revision().publish()
    ClinicalReview.objects.record(FAQPage.objects.get(pk=page.pk), _user())


@edit
def move_the_focal_point(page: FAQPage, word: str) -> None:
    image = page.cover_image or pages.picture()
    x = (image.focal_point_x or 0) + 7
    image.focal_point_x, image.focal_point_y = x, 5
    image.focal_point_width = image.focal_point_height = 5
    image.save()
    page.cover_image = image
    page.save_revision().publish()


@edit
def replace_the_document(page: FAQPage, word: str) -> None:
    document = Document.objects.order_by("pk").last()
    document.file = ContentFile(b"2", name=f"{word}.pdf")
    document.save()


# -- The site around them --------------------------------------------------------------


@edit
def change_our_settings(page: FAQPage, word: str) -> None:
    settings = FAQSettings.for_site(Site.objects.get())
    settings.disclaimer = word
    settings.robots = f"User-agent: {word}\nDisallow: /"
    settings.save()


@edit
def change_the_settings_of_wagtail_seo(page: FAQPage, word: str) -> None:
    settings = SeoSettings.for_site(Site.objects.get())
    settings.struct_org_name = word
    settings.save()


@edit
def name_the_site(page: FAQPage, word: str) -> None:
    _all_saved(Site, site_name=word)


@edit
def change_the_hostname(page: FAQPage, word: str) -> None:
    _all_saved(Site, hostname=f"{word}.example.org")


@edit
def change_the_root(page: FAQPage, word: str) -> None:
    home = HomePage.objects.first()
    site = Site.objects.get()
    site.root_page = page.get_parent() if site.root_page_id == home.pk else home
    site.save()


@edit
def change_the_menu(page: FAQPage, word: str) -> None:
    about = ContentPage.objects.first()
    about.title = word
    about.show_in_menus = not about.show_in_menus
    about.save_revision().publish()


@edit
def feature_a_page(page: FAQPage, word: str) -> None:
    home = HomePage.objects.first()
    home.featured_pages.create(page=page)
    home.title = word
    home.save_revision().publish()


@edit
def redirect_an_address(page: FAQPage, word: str) -> None:
    Redirect.objects.create(old_path=f"/{word}", redirect_page=page, site=Site.objects.get())
    publish(page, word)


# -- By other ways than a model's save -------------------------------------------------


@edit
def update_rows(page: FAQPage, word: str) -> None:
    Page.objects.filter(pk=page.pk).update(title=word)


@edit
def write_sql(page: FAQPage, word: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update wagtailcore_page set title = %s where id = %s", [word, page.pk])


@edit
def create_in_bulk(page: FAQPage, word: str) -> None:
    about = ContentPage.objects.first()
    RelatedPage.objects.bulk_create([RelatedPage(faq_page=page, page=about)])


@edit
def import_pages(page: FAQPage, word: str) -> None:
    question = {"question": f"Is it {word}?", "answer": "Yes."}
    record = {"id": word, "title": word, "questions": [question]}
    parent = page.get_parent().relative_url(Site.objects.get())
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write(json.dumps(record))
        file.flush()
        call_command("load_faqs", file.name, parent=parent, publish=True, verbosity=0)


@edit
def change_two_things_at_once(page: FAQPage, word: str) -> None:
    with transaction.atomic():
        publish(page, word)
        with transaction.atomic():
            _all_saved(Person, name=word)


@edit
def roll_back(page: FAQPage, word: str) -> None:
    with transaction.atomic():
        publish(page, word)
        transaction.set_rollback(True)


def _all_saved(model: Any, **fields: str) -> None:
    for instance in model.objects.all():
        for name, value in fields.items():
            setattr(instance, name, value)
        instance.save()
