"""What pages share: people, topics and calls to action."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable
from wagtail.search import index

from faq_pages import content
from faq_pages.blocks.endings import target


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text` that have words."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class Person(index.Indexed, models.Model):
    """An author or a clinical reviewer, as schema.org's Person."""

    name = models.CharField(
        max_length=120, verbose_name=_("name"), help_text=_("First and last name, no titles.")
    )
    credentials = models.CharField(
        max_length=120,
        blank=True,
        verbose_name=_("credentials"),
        help_text=_("What follows the name, such as “MD, FAAPMR”."),
    )
    job_title = models.CharField(max_length=120, blank=True, verbose_name=_("job title"))
    biography = models.TextField(blank=True, verbose_name=_("biography"))
    photo = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("photo"),
    )
    profile_url = models.URLField(
        blank=True,
        verbose_name=_("profile page"),
        help_text=_("The page about this person, best on this site."),
    )
    same_as = models.TextField(
        blank=True,
        verbose_name=_("also at"),
        help_text=_("Addresses of profiles elsewhere (ORCID, LinkedIn, a registry), one a line."),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="faq_person",
        verbose_name=_("account"),
        help_text=_("Reviews are recorded under this name when the account signs them."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("credentials"), FieldPanel("job_title")],
            heading=_("Who"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("biography"),
                FieldPanel("photo"),
                FieldPanel("profile_url"),
                FieldPanel("same_as"),
            ],
            heading=_("More about them"),
        ),
        # Whoever links an account lets it sign in this name.
        FieldPanel("user", permission="superuser"),
    ]

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("job_title"),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.read().full_name

    def clean(self) -> None:
        super().clean()
        if bad := [url for url in lines(self.same_as) if not _is_web_address(url)]:
            message = gettext(
                "“%(url)s” is not a web address. Write one a line, beginning with https://."
            )
            raise ValidationError({"same_as": message % {"url": bad[0]}})

    def read(self) -> content.Person:
        return content.Person(
            name=self.name.strip(),
            credentials=self.credentials.strip(),
            job_title=self.job_title.strip(),
            url=self.profile_url,
            same_as=lines(self.same_as),
        )


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


class Topic(index.Indexed, ClusterableModel):
    """A condition, procedure or drug that pages are about."""

    class Type(models.TextChoices):
        CONDITION = "MedicalCondition", _("Condition")
        PROCEDURE = "MedicalProcedure", _("Procedure")
        THERAPY = "MedicalTherapy", _("Therapy")
        TEST = "MedicalTest", _("Test")
        DRUG = "Drug", _("Drug")
        ANATOMY = "AnatomicalStructure", _("Part of the body")

    name = models.CharField(max_length=120, unique=True, verbose_name=_("name"))
    slug = models.SlugField(
        max_length=120,
        unique=True,
        verbose_name=_("slug"),
        help_text=_("Names the topic in addresses, as in /faqs/?topic=slug."),
    )
    type = models.CharField(
        max_length=40, choices=Type.choices, default=Type.CONDITION, verbose_name=_("type")
    )
    also_called = models.TextField(
        blank=True,
        verbose_name=_("also called"),
        help_text=_("Other names, also those patients use, one a line."),
    )
    description = models.TextField(blank=True, verbose_name=_("description"))

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("type"),
        FieldPanel("also_called"),
        FieldPanel("description"),
        InlinePanel("codes", heading=_("Medical codes"), label=_("Code")),
    ]

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("also_called"),
    ]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


def read_topics(topics: Iterable[Topic]) -> tuple[content.Topic, ...]:
    """Return `topics` with their codes, by name, by one query in all."""
    if not isinstance(topics, models.QuerySet):
        # Those of a draft, which are known already.
        topics = Topic.objects.filter(pk__in=[topic.pk for topic in topics])
    rows = topics.order_by("name", "codes__sort_order").values_list(
        "type", "name", "slug", "also_called", "codes__system", "codes__value"
    )
    return tuple(
        content.Topic(
            type=type_,
            name=name.strip(),
            slug=slug,
            also_called=lines(also_called),
            codes=tuple(
                content.Code(system=row[4], value=row[5].strip()) for row in found if row[5]
            ),
        )
        for (type_, name, slug, also_called), found in groupby(rows, key=itemgetter(0, 1, 2, 3))
    )


class TopicCode(Orderable):
    """A topic's code in one medical code system: schema.org's MedicalCode."""

    class System(models.TextChoices):
        ICD_10_CM = "ICD-10-CM"
        SNOMED_CT = "SNOMED CT"
        RXNORM = "RxNorm"
        MESH = "MeSH"
        UMLS = "UMLS"

    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="codes")
    system = models.CharField(max_length=20, choices=System.choices, verbose_name=_("system"))
    value = models.CharField(max_length=40, verbose_name=_("code"))

    panels = [FieldPanel("system"), FieldPanel("value")]

    def __str__(self) -> str:
        return f"{self.system} {self.value}"


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
    phone = models.CharField(max_length=40, blank=True, verbose_name=_("phone"))

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
