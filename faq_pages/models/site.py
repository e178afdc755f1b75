"""What holds for a whole site: our settings page, and the site as content."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from faq_pages import seo
from faq_pages.blocks.materials import prefetch_renditions
from faq_pages.content import Organization, WebSite


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

    panels = [FieldPanel("disclaimer"), PageChooserPanel("contact_page")]

    class Meta:
        verbose_name = _("FAQ pages")


def website_for(request: Any) -> WebSite:
    """Return the site that `request` is for, also where no page is served (404)."""
    site = Site.find_for_request(request)
    if site is None:
        return WebSite(name="", url="/", publisher=Organization(type=seo.DEFAULT_TYPE, name=""))
    settings = seo.settings_for(site)
    prefetch_renditions(seo.images(settings))
    return website(site, settings)


def website(site: Site, settings: seo.SeoSettings) -> WebSite:
    """Return `site` as content, from its SEO settings and ours."""
    ours = FAQSettings.objects.select_related("contact_page").filter(site_id=site.pk).first()
    contact = ours and ours.contact_page
    return WebSite(
        name=site.site_name or site.hostname,
        url=f"{site.root_url}/",
        publisher=seo.organization(settings, site),
        show_graph=settings.struct_meta,
        show_open_graph=settings.og_meta,
        show_card=settings.twitter_meta,
        card_account=settings.at_twitter_site if settings.twitter_site.strip("@ ") else "",
        disclaimer=ours.disclaimer.strip() if ours else "",
        contact_url=(contact.url or "") if contact and contact.live else "",
    )
