"""The list of FAQ pages."""

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from typing import Any

from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from faq_pages import conf, content_version
from faq_pages.blocks.materials import Materials, prefetch_renditions
from faq_pages.content import Entry, Link, Topic, WebPage
from faq_pages.markup import plain_text, shorten
from faq_pages.models.privacy import is_restricted
from faq_pages.models.public import DESCRIPTION_LENGTH, PublicPage
from faq_pages.models.topics import Topic as TopicSnippet

# More links than this help nobody to find a page.
MOST_NUMBERS = 50

# The number decides between pages of one moment, since an index of dates has it already.
_LATEST_FIRST = ("-first_published_at", "-pk")


class FAQIndexPage(PublicPage):
    """Lists the published FAQ pages under it, 20 a page, by topic if asked."""

    introduction = RichTextField(
        blank=True,
        features=list(conf.SUMMARY_FEATURES),
        verbose_name=_("introduction"),
        help_text=_("One or two sentences above the list."),
    )

    content_panels = [*PublicPage.content_panels, FieldPanel("introduction")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(PublicPage.search_panels, heading=_("Search and sharing")),
            ObjectList(
                [FieldPanel("show_in_menus"), *PublicPage.settings_panels],
                heading=_("Settings"),
            ),
        ]
    )
    search_fields = [*PublicPage.search_fields, index.SearchField("introduction")]
    api_fields = [APIField("introduction")]

    schema_type = "CollectionPage"
    subpage_types = ["faq_pages.FAQPage"]

    class Meta:
        verbose_name = _("FAQ index page")
        verbose_name_plural = _("FAQ index pages")

    def route(self, request: Any, path_components: list[str]) -> Any:
        """Find an FAQ page, with all that it is read with, by the one query.

        Wagtail finds its slug first, then its own row, and reading would take a third.
        """
        if path_components:
            slug, *rest = path_components
            key = (type(self), self.pk, slug)
            found = content_version.kept(key, lambda: self._entry_to_read(slug))
            if found:
                # What is remembered on the way belongs to this request.
                page = copy(found)
                page._cached_parent_obj = self
                return page.route(request, rest)
        return super().route(request, path_components)

    def _entry_to_read(self, slug: str) -> Any:
        from faq_pages.models.pages import FAQPage

        pages = FAQPage.objects.child_of(self).select_related(*FAQPage.read_with)
        # Without an order, for which Django would go through all the columns.
        page = next(iter(pages.filter(slug=slug).order_by()), None)
        # A host's own kind of FAQ page has more to it than these columns.
        return page if page and page.specific_class is FAQPage else None

    def get_description(self) -> str:
        return super().get_description() or shorten(
            plain_text(self.introduction), DESCRIPTION_LENGTH
        )

    def read_content(
        self, webpage: WebPage, materials: Materials, request: Any = None
    ) -> dict[str, Any]:
        """Return the entries that `request` asks for, all topics and the first page without one."""
        from faq_pages.models.pages import FAQPage

        asked = request.GET if request else {}
        listed = self.get_entries()
        topics = self.get_topics()
        topic = next((topic for topic in topics if topic.slug == asked.get("topic")), None)
        if topic:
            about = FAQPage.topics.through.objects.filter(topic__slug=topic.slug)
            listed = listed.filter(pk__in=about.values("faqpage"))
        paginator = Paginator(listed, conf.ENTRIES_PER_INDEX_PAGE)
        page_obj = page_of(paginator, asked.get("page"))
        entries = read_entries(pages_on(page_obj))
        shown = _as_shown(webpage, page_obj.number, topic)
        return {
            "webpage": replace(shown, entries=tuple(entries)),
            "topics": topics,
            "topic": topic,
            "page_obj": page_obj,
            "entries": entries,
        }

    def get_entries(self) -> QuerySet[Any]:
        """Return the published FAQ pages, the latest first, as plain pages.

        A database counts and sorts them so without a look at the rows of all FAQ pages, bodies
        and all.
        """
        from faq_pages.models.pages import FAQPage

        pages: QuerySet[Any] = Page.objects.child_of(self).type(FAQPage).live().public()
        return pages.order_by(*_LATEST_FIRST)

    def get_topics(self) -> list[Topic]:
        """Return the topics that published pages of this index are about, by name."""
        from faq_pages.models.pages import FAQPage

        pages = FAQPage.objects.child_of(self).live().exclude(is_restricted("path"))
        # For each topic a database looks for one page, and not through all pages for all topics.
        found = TopicSnippet.objects.filter(Exists(pages.filter(topics=OuterRef("pk"))))
        return [
            Topic(type=topic.type, name=topic.name, slug=topic.slug)
            for topic in found.order_by("name")
        ]

    def get_topic_links(self) -> list[Link]:
        """Return a link to this list for each of its topics."""
        return [
            Link(text=topic.name, url=f"{self.url}?{urlencode({'topic': topic.slug})}")
            for topic in self.get_topics()
        ]

    def get_sitemap_urls(self, request: Any = None) -> list[dict[str, Any]]:
        """Count a newly published entry as a change of the list."""
        urls = super().get_sitemap_urls(request)
        newest = self.get_entries().order_by("-last_published_at").first()
        changed = newest and newest.last_published_at
        return [
            {**url, "lastmod": max(filter(None, (url["lastmod"], changed)), default=None)}
            for url in urls
        ]


def _as_shown(webpage: WebPage, number: int, topic: Topic | None) -> WebPage:
    """Return the facts of one page of the list: a page of its own, unless it is a filter."""
    if topic:
        return replace(webpage, is_indexable=False)
    if number == 1:
        return webpage
    title = gettext("%(title)s, page %(number)d") % {"title": webpage.title, "number": number}
    return replace(webpage, url=f"{webpage.url}?page={number}", title=title)


def page_of(paginator: "Paginator[Any]", number: str | None) -> "PageOfList[Any]":
    """Return the page that an address asks for: the first for nonsense, the last beyond the end.

    Django's `get_page` leads from a number below 1 to the last.
    """
    try:
        wanted = max(1, int(number or 1))
    except ValueError:
        wanted = 1
    return paginator.get_page(wanted)


def pages_on(page_obj: "PageOfList[Any]") -> QuerySet[Any]:
    """Return the FAQ pages on a page of the list, found from the end of the list that is nearer.

    A database finds what comes last by going through all that comes first.
    """
    from faq_pages.models.pages import FAQPage

    count = page_obj.paginator.count
    start, end = max(page_obj.start_index() - 1, 0), page_obj.end_index()
    numbers: Any = page_obj.paginator.object_list
    if start > count / 2:
        shown = numbers.reverse()[count - end : count - start]
    else:
        shown = numbers[start:end]
    pages: QuerySet[Any] = FAQPage.objects.filter(pk__in=shown.values("pk"))
    return pages.order_by(*_LATEST_FIRST).select_related("cover_image")


def numbers_of(page: "PageOfList[Any]") -> list[int]:
    """Return the pages of a list to link to, in order: all of them, or of very many some.

    So no page is further away than a click; of very many, two: those that are evenly
    spaced, and the neighbours of each.
    """
    count = page.paginator.num_pages
    step = max(1, -(-count // MOST_NUMBERS))
    spaced = {1, count, *range(step, count, step)}
    near = range(max(1, page.number - step), min(count, page.number + step) + 1)
    return sorted(spaced | set(near))


def read_entries(pages: Iterable[Any]) -> list[Entry]:
    """Return FAQ pages as entries of a list, with the same few queries for any number."""
    pages = list(pages)
    prefetch_renditions(page.cover_image for page in pages)
    return [
        Entry(
            title=page.title,
            url=page.url or "",
            tldr=page.summary,
            image=page.get_cover(),
            question_count=page.question_count,
        )
        for page in pages
    ]
