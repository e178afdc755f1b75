"""What pages are about: conditions, procedures, drugs, with their codes."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from faq_pages import content
from faq_pages.markup import lines
from faq_pages.models.codes import SHAPES


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
    # The topics of a draft are known already, those of a saved page are a query.
    is_query = isinstance(topics, models.QuerySet)
    query: Any = topics if is_query else Topic.objects.filter(pk__in=[t.pk for t in topics])
    rows = query.order_by("name", "codes__sort_order").values_list(
        "type", "name", "slug", "also_called", "codes__system", "codes__value"
    )
    return tuple(
        content.Topic(
            type=type_, name=name.strip(), slug=slug, also_called=lines(other), codes=_codes(found)
        )
        for (type_, name, slug, other), found in groupby(rows, key=itemgetter(0, 1, 2, 3))
    )


def _codes(rows: Iterable[tuple[Any, ...]]) -> tuple[content.Code, ...]:
    return tuple(
        content.Code(system=system, value=value.strip()) for *_, system, value in rows if value
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

    def clean(self) -> None:
        super().clean()
        shape = SHAPES.get(self.system)
        if shape and self.value and not shape.fits(self.value):
            message = gettext("“%(value)s” is no %(system)s code: %(rule)s, such as %(example)s.")
            said = {"value": self.value, "system": self.system}
            said |= {"rule": str(shape.rule), "example": shape.example}
            raise ValidationError({"value": message % said})
