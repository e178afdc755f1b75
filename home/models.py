"""The pages around the FAQ, made from the app's public page as any site would."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, Page
from wagtail.search import index

from faq_pages.blocks.materials import cover_content, image_content
from faq_pages.content import Entry, Image
from faq_pages.markup import plain_text, shorten
from faq_pages.models import FAQIndexPage, FAQPage, PublicPage
from faq_pages.models.index import read_entries
from faq_pages.models.public import DESCRIPTION_LENGTH
from home.blocks import ContentBlock
from home.menus import find_with_menu

INTRODUCTION_FEATURES = ["bold", "italic", "link"]
LATEST_ANSWERS = 3


@dataclass(frozen=True, kw_only=True)
class Card:
    """A page as the home page shows it to those who may want to read it."""

    title: str
    url: str
    description: str = ""


class IntroducedPage(PublicPage):
    """A page that opens with a few words and, where it has one, a picture."""

    introduction = RichTextField(
        blank=True,
        features=INTRODUCTION_FEATURES,
        verbose_name=_("introduction"),
        help_text=_("One or two sentences that tell visitors they are in the right place."),
    )
    image = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("image"),
        help_text=_("Stands at the top of the page and in shared links."),
    )
    image_alt = models.CharField(
        max_length=255,
        blank=True,
        verbose_name=_("alternative text"),
        help_text=_("Says what the picture shows. Leave it blank if it is only decoration."),
    )

    top_image_field = "image"

    introduction_panels = [
        FieldPanel("introduction"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Picture")),
    ]
    content_panels = [*PublicPage.content_panels, *introduction_panels]
    search_fields = [*PublicPage.search_fields, index.SearchField("introduction")]

    class Meta:
        abstract = True

    def get_materials(self) -> list[object]:
        return [*super().get_materials(), self.image]

    def get_cover(self) -> Image | None:
        return image_content(self.image, self.image_alt) if self.image else None

    def get_top_picture(self) -> Image | None:
        return cover_content(self.image, self.image_alt) if self.image else None

    def get_description(self) -> str:
        return super().get_description() or shorten(
            plain_text(self.introduction), DESCRIPTION_LENGTH
        )


class HomePage(IntroducedPage):
    """The root of a site: what the clinic does, and the ways to its answers."""

    heading = models.CharField(
        max_length=120,
        blank=True,
        verbose_name=_("heading"),
        help_text=_("The first words on the page. The title if left blank."),
    )

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("heading"),
        *IntroducedPage.introduction_panels,
        InlinePanel("featured_pages", heading=_("Featured pages"), label=_("Page")),
    ]

    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request: Any, path_components: list[str]) -> Any:
        """Go on to the page that is asked for, and bring the menu along."""
        page = find_with_menu(request, self, path_components[0]) if path_components else None
        if page is None:
            return super().route(request, path_components)
        page._cached_parent_obj = self
        return page.route(request, path_components[1:])

    @property
    def featured(self) -> list[Card]:
        """The chosen pages that visitors may see, in the editors' order."""
        chosen = [item.page_id for item in self.featured_pages.all()]
        pages = Page.objects.filter(pk__in=chosen).live().public().specific()
        return [
            Card(title=page.title, url=page.url or "", description=_description(page))
            for page in sorted(pages, key=lambda page: chosen.index(page.pk))
        ]

    @property
    def answers(self) -> FAQIndexPage | None:
        """The list of all FAQ pages of this site, once there is one."""
        index_page: FAQIndexPage | None = (
            FAQIndexPage.objects.descendant_of(self).live().public().first()
        )
        return index_page

    @property
    def latest_answers(self) -> list[Entry]:
        """The FAQ pages that were published last."""
        pages = FAQPage.objects.descendant_of(self).live().public().select_related("cover_image")
        return read_entries(pages.order_by("-first_published_at")[:LATEST_ANSWERS])


def _description(page: Page) -> str:
    return page.get_description() if isinstance(page, PublicPage) else page.search_description


class FeaturedPage(Orderable):
    """A page that the home page leads to, chosen by an editor."""

    home_page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured_pages")
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [PageChooserPanel("page")]

    def __str__(self) -> str:
        return str(self.page)


class ContentPage(IntroducedPage):
    """A page about a condition, a treatment or the clinic."""

    body = StreamField(ContentBlock(), blank=True, verbose_name=_("body"))

    content_panels = [*IntroducedPage.content_panels, FieldPanel("body")]
    search_fields = [*IntroducedPage.search_fields, index.SearchField("body")]

    schema_type = "MedicalWebPage"
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage"]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")


class ContactPage(IntroducedPage):
    """How to reach the clinic: phone, address and hours stand in the site's SEO settings."""

    schema_type = "ContactPage"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")
