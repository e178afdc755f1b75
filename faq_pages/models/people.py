"""People: authors and clinical reviewers."""

from dataclasses import replace

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.search import index

from faq_pages import content
from faq_pages.blocks.materials import image_content
from faq_pages.markup import lines
from faq_pages.models.web_addresses import check_web_addresses


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
        check_web_addresses("same_as", self.same_as)

    def read(self) -> content.Person:
        """Return who this is, as under a signature."""
        return content.Person(
            name=self.name.strip(),
            credentials=self.credentials.strip(),
            job_title=self.job_title.strip(),
            url=self.profile_url,
            same_as=lines(self.same_as),
        )

    def introduce(self) -> content.Person:
        """Return who this is with what tells readers more: the photo and the biography."""
        alt = gettext("Photo of %(name)s") % {"name": self.name.strip()}
        return replace(
            self.read(),
            image=image_content(self.photo, alt) if self.photo else None,
            description=self.biography.strip(),
        )
