"""The FAQ page: its fields, its panels and how it is read."""

from dataclasses import replace
from typing import Any

from django.db import models
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.search import index

from faq_pages import structured_data
from faq_pages.anchors import Record, remember, settle
from faq_pages.blocks import BodyBlock, opening_blocks
from faq_pages.blocks.body import Body, anchored
from faq_pages.blocks.materials import Materials, cover_content, image_content
from faq_pages.blocks.questions import is_complete
from faq_pages.content import FAQ, Image, WebPage
from faq_pages.markup import plain_text, shorten
from faq_pages.models.api_fields import API_FIELDS
from faq_pages.models.forms import FAQPageForm
from faq_pages.models.people import Person
from faq_pages.models.previews import Previewed
from faq_pages.models.public import DESCRIPTION_LENGTH, PublicPage
from faq_pages.models.related import read_related
from faq_pages.models.reviews import ClinicalReview
from faq_pages.models.topics import Topic, read_topics
from faq_pages.models.twins import Twinned


class FAQPage(Previewed, Twinned, PublicPage):
    """One patient-education page: a TLDR, questions with answers, what to do next."""

    cover_image = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("cover image"),
        help_text=_("Stands at the top of the page and in shared links."),
    )
    cover_alt = models.CharField(
        max_length=255,
        blank=True,
        verbose_name=_("alternative text"),
        help_text=_("Says what the picture shows to those who cannot see it."),
    )
    cover_decorative = models.BooleanField(
        default=False,
        verbose_name=_("decorative"),
        help_text=_("Tick if the picture says nothing that the words do not."),
    )
    body = StreamField(
        BodyBlock(),
        blank=True,
        default=opening_blocks,
        verbose_name=_("questions and answers"),
        help_text=_(
            "One flat list. Drag to reorder; a section heading groups the questions after it."
        ),
    )
    author = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("author"),
        help_text=_("Who wrote it. The reviewer appears by itself once a clinician has signed."),
    )
    topics = ParentalManyToManyField(
        Topic,
        blank=True,
        related_name="faq_pages",
        verbose_name=_("topics"),
        help_text=_("The conditions, procedures or drugs that this page is about."),
    )
    also_called = models.TextField(
        blank=True,
        verbose_name=_("also called"),
        help_text=_(
            "Other names of what the page is about that its topics do not have, one a line. "
            "They are for search: patients find the page by them and do not see them."
        ),
    )
    collapses_answers = models.BooleanField(
        default=False,
        verbose_name=_("collapse the answers"),
        help_text=_(
            "Visitors open one question at a time. Most read more easily when everything is "
            "open. Where a browser cannot search in closed answers, all stay open."
        ),
    )
    anchors = models.JSONField(default=dict, editable=False)
    # What the document that the page was made from is called where it came from, so
    # that importing it again updates the page. Empty for a page that was written here.
    source_id = models.CharField(max_length=255, blank=True, editable=False, db_index=True)
    # A SHA-256 of that document as it was last brought in, where it may come again unchanged.
    source_digest = models.CharField(max_length=64, blank=True, editable=False)

    content_panels = [
        *PublicPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("cover_image"),
                FieldPanel("cover_alt"),
                FieldPanel("cover_decorative"),
            ],
            heading=_("Cover image"),
            classname="collapsed",
        ),
        FieldPanel("body"),
    ]
    trust_panels = [
        FieldPanel("author"),
        FieldPanel("topics"),
        FieldPanel("also_called"),
        InlinePanel("related_pages", heading=_("Related pages"), label=_("Page")),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(trust_panels, heading=_("Trust")),
            ObjectList(PublicPage.search_panels, heading=_("Search and sharing")),
            ObjectList(
                [
                    FieldPanel("collapses_answers"),
                    FieldPanel("show_in_menus"),
                    *PublicPage.settings_panels,
                ],
                heading=_("Settings"),
            ),
        ],
        base_form_class=FAQPageForm,
    )

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    is_same_for_all = True
    api_fields = API_FIELDS

    schema_type = "MedicalWebPage"
    top_image_field = "cover_image"
    # What reading a page needs of other tables, to be fetched with its own row.
    read_with = ("author", "author__photo", "cover_image", "og_image")
    parent_page_types = ["faq_pages.FAQIndexPage"]
    subpage_types: list[str] = []

    # A copy is a new page: its anchors follow its own words until it is published, and
    # importing the document again updates the original.
    exclude_fields_in_copy = ["anchors", "source_id", "source_digest"]

    class Meta:
        verbose_name = _("FAQ page")
        verbose_name_plural = _("FAQ pages")

    # -- Saving ------------------------------------------------------------------

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Fix the anchors of a page that goes live, by whichever road."""
        if self.alias_of_id:
            self.anchors = self.get_source().anchors
        elif self.live and kwargs.get("update_fields") is None:
            self.anchors = remember(self.settled_anchors(), self.anchors)
        super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "FAQPage":
        """Keep what belongs to the page and not to its words, whichever revision is loaded."""
        page: FAQPage = super().with_content_json(content)
        page.anchors = self.anchors
        page.source_id = self.source_id
        page.source_digest = self.source_digest
        return page

    def settled_anchors(self) -> dict[str, Record]:
        """Return the anchor and aliases of each question and heading by block id."""
        return settle(anchored(self.body), self.anchors)

    # -- Reading -----------------------------------------------------------------

    def read(self, materials: Materials | None = None) -> FAQ:
        """Return what the page says, in its own language whoever asks.

        `materials` may have been fetched before.
        """
        with translation.override(self.get_language()):
            return self._read(materials or Materials(*self.get_materials()))

    def _read(self, materials: Materials) -> FAQ:
        body = self.read_body(materials)
        faq = FAQ(
            title=self.title,
            cover=self.get_top_picture(),
            tldr=body.tldr,
            sections=body.sections,
            sources=body.sources,
            call_to_action=body.call_to_action,
            author=self.author.introduce() if self.author else None,
            topics=read_topics(self.topics.all()),
            related=read_related(self.related_pages),
        )
        return self._with_review(faq)

    def read_body(self, materials: Materials) -> Body:
        block: BodyBlock = self.body.stream_block
        return block.read(self.body, self.anchors, materials)

    def read_content(
        self, webpage: WebPage, materials: Materials, request: Any = None
    ) -> dict[str, Any]:
        faq = self.read(materials)
        return {"faq": faq, "webpage": replace(webpage, faq=faq)}

    def get_graph(self, webpage: WebPage) -> dict[str, Any]:
        return structured_data.faq_graph(webpage, webpage.faq or self.read())

    @cached_property
    def content(self) -> dict[str, Any]:
        """What `get_content` returns, kept for the API, which asks field by field."""
        return self.get_content()

    def get_materials(self) -> list[object]:
        self.bring_along(*self.read_with)
        photo = self.author.photo if self.author else None
        return [*super().get_materials(), photo, self.cover_image, self.body]

    def get_cover(self) -> Image | None:
        return image_content(self.cover_image, self._cover_alt) if self.cover_image else None

    def get_top_picture(self) -> Image | None:
        return cover_content(self.cover_image, self._cover_alt) if self.cover_image else None

    @property
    def _cover_alt(self) -> str | None:
        return "" if self.cover_decorative else self.cover_alt.strip() or None

    def get_description(self) -> str:
        return super().get_description() or shorten(self.summary, DESCRIPTION_LENGTH)

    @property
    def summary(self) -> str:
        """The TLDR in plain text, read without a query."""
        tldr = self.body.first_block_by_name("tldr")
        return plain_text(tldr.value["text"].source) if tldr else ""

    @property
    def question_count(self) -> int:
        """How many questions patients see, counted without a query."""
        blocks = self.body.raw_data
        return sum(is_complete(block["value"]) for block in blocks if block["type"] == "question")

    def _with_review(self, faq: FAQ) -> FAQ:
        review = ClinicalReview.objects.of(self.get_source(), faq.fingerprint)
        return replace(faq, review=review.read()) if review else faq
