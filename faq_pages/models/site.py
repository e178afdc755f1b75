"""What holds for a whole site: our settings page, and the site as content."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Page, Site

from faq_pages import content_version, seo
from faq_pages.blocks.departments import DepartmentBlock
from faq_pages.blocks.materials import prefetch_renditions
from faq_pages.content import Department, Link, Organization, WebPage, WebSite
from faq_pages.markup import lines
from faq_pages.models.privacy import is_restricted
from faq_pages.models.search_engines import mend_search_engines
from faq_pages.models.web_addresses import check_web_addresses

# https://schema.org/MedicalSpecialty
SPECIALTIES = (
    "Anesthesia Cardiovascular CommunityHealth Dentistry Dermatology DietNutrition Emergency "
    "Endocrine Gastroenterologic Genetic Geriatric Gynecologic Hematologic Infectious "
    "LaboratoryScience Midwifery Musculoskeletal Neurologic Nursing Obstetric Oncologic "
    "Optometric Otolaryngologic Pathology Pediatric PharmacySpecialty Physiotherapy "
    "PlasticSurgery Podiatric PrimaryCare Psychiatric PublicHealth Pulmonary Radiography Renal "
    "RespiratoryTherapy Rheumatologic SpeechPathology Surgical Toxicologic Urologic"
).split()


@register_setting(icon="help")
class FAQSettings(BaseSiteSetting):
    """What every FAQ page of a site shares. The clinic's facts are in the SEO settings."""

    disclaimer = models.TextField(
        blank=True,
        verbose_name=_("disclaimer"),
        help_text=_("Stands at the end of every FAQ page. Say that it is not personal advice."),
    )
    contact_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("contact page"),
        help_text=_("Where “Contact us” leads."),
    )

    specialty = models.CharField(
        max_length=40,
        blank=True,
        choices=[(name, name) for name in SPECIALTIES],
        verbose_name=_("medical specialty"),
        help_text=_("What machines read as the specialty of patient-education pages."),
    )

    accent = models.CharField(
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour as #0b545b."))],
        verbose_name=_("accent colour"),
        help_text=_(
            "Colours links, buttons and the phone bar. It is made darker or lighter where that is "
            "needed to be read, in light and in dark. The site's own colour if left blank."
        ),
    )
    asks_feedback = models.BooleanField(
        default=True,
        verbose_name=_("ask for feedback"),
        help_text=_(
            "“Did this answer your question?” at the end of each FAQ page. Nothing about the "
            "visitor is kept; the answers are under Reports."
        ),
    )
    same_as = models.TextField(
        blank=True,
        verbose_name=_("the clinic elsewhere"),
        help_text=_(
            "Addresses of the clinic's own profiles (a registry, a map entry, social media), "
            "one a line. Machines read them as “same as”."
        ),
    )
    publishing_principles = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("publishing principles"),
        help_text=_("The page that says who writes and checks the answers, and how."),
    )
    departments = StreamField(
        [("department", DepartmentBlock())],
        blank=True,
        verbose_name=_("departments"),
        help_text=_("Parts of the clinic that patients reach in another way."),
    )
    review_months = models.PositiveSmallIntegerField(
        default=12,
        validators=[MinValueValidator(1)],
        verbose_name=_("months between reviews"),
        help_text=_("How long a clinician's signature holds before the audit asks for a new one."),
    )
    google_verification = models.CharField(
        max_length=120,
        blank=True,
        verbose_name=_("Google verification"),
        help_text=_("The tag that Search Console gives you, or the code in its “content”."),
    )
    bing_verification = models.CharField(
        max_length=120,
        blank=True,
        verbose_name=_("Bing verification"),
        help_text=_("The tag that Bing Webmaster Tools gives you, or the code in its “content”."),
    )
    robots = models.TextField(
        blank=True,
        verbose_name=_("rules for robots.txt"),
        help_text=_(
            "Further lines, such as “User-agent: ExampleBot” and “Disallow: /”. The editors' "
            "pages are closed and the sitemap is named in any case."
        ),
    )
    synonyms = models.TextField(
        blank=True,
        verbose_name=_("search synonyms"),
        help_text=_(
            "Words that mean the same, separated by commas, one group a line, such as "
            "“shot, jab, injection”. Common ones are known already."
        ),
    )

    panels = [
        FieldPanel("disclaimer"),
        PageChooserPanel("contact_page"),
        MultiFieldPanel(
            [
                FieldPanel("specialty"),
                FieldPanel("same_as"),
                PageChooserPanel("publishing_principles"),
                FieldPanel("departments"),
            ],
            heading=_("What machines read about the clinic, beside the SEO settings"),
        ),
        FieldPanel("review_months"),
        FieldPanel("accent"),
        FieldPanel("asks_feedback"),
        FieldPanel("synonyms"),
        MultiFieldPanel(
            [
                FieldPanel("google_verification"),
                FieldPanel("bing_verification"),
                FieldPanel("robots"),
            ],
            heading=_("Search engines"),
        ),
    ]

    class Meta:
        verbose_name = _("FAQ pages")

    def clean(self) -> None:
        super().clean()
        mend_search_engines(self)
        check_web_addresses("same_as", self.same_as)


@dataclass(frozen=True)
class Settings:
    """Both settings pages of a site; their defaults where none are saved.

    `principles` is the page of that name, if every visitor may read it.
    """

    seo: seo.SeoSettings
    faq: FAQSettings
    principles: Page | None = None


def settings_of(site: Site) -> Settings:
    """Return the settings of `site`, with their images and pages: nobody may change them.

    By one query, and by none while content is the same.
    """
    return content_version.kept(("settings", site.pk), lambda: _read_settings(site))


def _read_settings(site: Site) -> Settings:
    pages = ["faqsettings__contact_page", "faqsettings__publishing_principles"]
    images = [f"seosettings__{name}" for name in seo.IMAGE_FIELDS]
    is_private = is_restricted("faqsettings__publishing_principles__path")
    rows = Site.objects.select_related(*pages, *images).annotate(principles_private=is_private)
    # An order of one row is no use, and Django goes through all these columns for it.
    row: Any = next(iter(rows.filter(pk=site.pk).order_by()), None)
    ours = getattr(row, "faqsettings", None) or FAQSettings()
    principles = ours.publishing_principles
    is_public = bool(principles and principles.live and not row.principles_private)
    return Settings(
        seo=getattr(row, "seosettings", None) or seo.SeoSettings(),
        faq=ours,
        principles=principles if is_public else None,
    )


def website_for(request: Any) -> WebSite:
    """Return the site that `request` is for, also where no page is served (404)."""
    site = Site.find_for_request(request)
    if site is None:
        return WebSite(name="", url="/", publisher=Organization(type=seo.DEFAULT_TYPE, name=""))
    settings = settings_of(site)
    prefetch_renditions(seo.images(settings.seo))
    return website(site, settings)


def webpage_for(site: WebSite, name: str, language: str = "") -> WebPage:
    """Return the facts of an address of `site` that is no page of the tree, such as search.

    It is not for search engines: what stands there depends on who asks. Without a
    `language` it is in that of the request.
    """
    title = " | ".join(filter(None, (name, site.name)))
    return WebPage(
        url="",
        name=name,
        title=title,
        site=site,
        language=language or get_language() or "en",
        breadcrumbs=(
            Link(text=site.name or gettext("Home"), url=site.url),
            Link(text=name, url=""),
        ),
        is_indexable=False,
    )


def website(site: Site, settings: Settings) -> WebSite:
    """Return `site` as content, from its SEO settings and ours."""
    contact = settings.faq.contact_page
    account = settings.seo.at_twitter_site
    return WebSite(
        name=site.site_name.strip(),
        url=f"{site.root_url}/",
        publisher=_publisher(site, settings),
        show_graph=settings.seo.struct_meta,
        show_open_graph=settings.seo.og_meta,
        show_card=settings.seo.twitter_meta,
        card_account=account if account.strip("@ ") else "",
        disclaimer=settings.faq.disclaimer.strip(),
        contact_url=(contact.url or "") if contact and contact.live else "",
        accent=settings.faq.accent,
        asks_feedback=settings.faq.asks_feedback,
        review_months=settings.faq.review_months,
        google_verification=settings.faq.google_verification,
        bing_verification=settings.faq.bing_verification,
    )


def _publisher(site: Site, settings: Settings) -> Organization:
    """Return who publishes `site`: wagtail-seo's facts, and those that only we have."""
    principles = settings.principles.get_full_url() if settings.principles else None
    return replace(
        seo.organization(settings.seo, site),
        same_as=lines(settings.faq.same_as),
        publishing_principles=principles or "",
        departments=tuple(_departments(settings.faq)),
    )


def _departments(settings: FAQSettings) -> Iterator[Department]:
    for child in settings.departments:
        department: Department = child.block.read(child.value)
        if department.name:
            yield department
