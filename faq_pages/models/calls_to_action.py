"""Calls to action that many pages share."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from faq_pages import content
from faq_pages.blocks.endings import target, validate_phone


class CallToActionManager(models.Manager["CallToAction"]):
    def get_queryset(self) -> models.QuerySet["CallToAction"]:
        """Bring the page along: no call to action is read without its address."""
        return super().get_queryset().select_related("page")


class CallToAction(index.Indexed, models.Model):
    """A call to action that is kept in one place and used on many pages."""

    name = models.CharField(
        max_length=120, verbose_name=_("name"), help_text=_("For editors only.")
    )
    heading = models.CharField(max_length=120, blank=True, verbose_name=_("heading"))
    text = models.TextField(blank=True, verbose_name=_("text"))
    button = models.CharField(
        max_length=60, verbose_name=_("button"), help_text=_("What it does: “Book a visit”.")
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("page"),
    )
    url = models.URLField(blank=True, verbose_name=_("web address"))
    phone = models.CharField(
        max_length=40, blank=True, verbose_name=_("phone"), validators=[validate_phone]
    )

    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [FieldPanel("heading"), FieldPanel("text"), FieldPanel("button")], heading=_("Words")
        ),
        MultiFieldPanel(
            [PageChooserPanel("page"), FieldPanel("url"), FieldPanel("phone")],
            heading=_("Where it leads"),
        ),
    ]

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    objects = CallToActionManager()

    class Meta:
        verbose_name = _("call to action")
        verbose_name_plural = _("calls to action")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if not (self.page_id or self.url or self.phone):
            message = gettext(
                "The button “%(button)s” leads nowhere. "
                "Choose a page, or give a web address or phone number."
            )
            raise ValidationError({"page": message % {"button": self.button}})

    def read(self, id: str = "") -> content.CallToAction:
        return content.CallToAction(
            heading=self.heading.strip(),
            text=self.text.strip(),
            button=self.button.strip(),
            url=target(self.page, self.url, self.phone),
            id=id,
        )
