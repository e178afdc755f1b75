"""What every public page has, the host site's own page types included."""

from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import urljoin

from django.conf import settings as django_settings
from django.db.models import BooleanField
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images.models import AbstractImage
from wagtail.models import Site

from faq_pages import conf, content_version, seo, structured_data
from faq_pages.blocks.materials import Materials, image_content
from faq_pages.content import Image, Link, WebPage
from faq_pages.markup import shorten
from faq_pages.models.routes import Routed, was_routed
from faq_pages.models.site import Settings, settings_of, website

DESCRIPTION_LENGTH = 155


class PublicPage(Routed, seo.SeoMixin):
    """A page with a complete head and one schema.org graph.

    A host's page type inherits from it and includes `faq_pages/includes/head.html`
    in its template. To add to the graph or change it, override `get_graph`, or
    register a function for the hook `construct_structured_data`.
    """

    noindex = BooleanField(
        default=False,
        verbose_name=_("keep out of search engines"),
        help_text=_("Visitors can still read the page and find it on the site."),
    )

    search_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("noindex"),
            ],
            heading=_("Search results"),
        ),
        MultiFieldPanel(
            [FieldPanel("og_image"), FieldPanel("canonical_url")], heading=_("Sharing")
        ),
    ]
    promote_panels = [*search_panels, FieldPanel("show_in_menus")]

    # The page's type in the graph: https://schema.org/WebPage or one below it.
    schema_type = "WebPage"
    # The field of the image at the top of the page, if the type has one.
    top_image_field = ""
    # Whether a page says the same to every visitor, whatever is in their request. Then it is
    # read once, and again only when content has changed.
    is_same_for_all: ClassVar[bool] = False

    class Meta:
        abstract = True

    # -- Preview -----------------------------------------------------------------

    preview_modes = [("", _("Page")), ("search", _("Search result"))]
    preview_sizes = [
        {"name": "mobile", "icon": "mobile-alt", "device_width": 360, "label": _("Phone")},
        {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": _("Desktop")},
    ]
    preview_templates: ClassVar[dict[str, str]] = {"search": "faq_pages/preview/search.html"}

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return self.preview_templates.get(mode_name) or self.get_template(request)

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        return self.get_context(request)

    # -- What the page says about itself -------------------------------------------

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, **self._content_for(request)}

    def get_content(self, request: Any = None) -> dict[str, Any]:
        """Return this page as content, read once: `webpage`, `graph` and what types add.

        All that templates, the graph and the API show comes from here. `request`
        saves looking the site up.
        """
        site = self._site_of(request)
        settings = settings_of(site)
        materials = Materials(*seo.images(settings.seo), *self.get_materials())
        webpage = self._webpage(site, settings, request)
        content = {"webpage": webpage, **self.read_content(webpage, materials, request)}
        return {**content, "graph": self._hooked_graph(content["webpage"])}

    def _content_for(self, request: Any) -> dict[str, Any]:
        """Return the content to show; kept only of the page that visitors are led to, no draft.

        `kept_as` is the name for what is made of it, of which templates keep parts.
        """
        if not self.is_same_for_all or not was_routed(self, request):
            return self.get_content(request)
        kept_as = (type(self), self.pk, self._site_of(request).pk, get_language())
        content = content_version.kept(kept_as, lambda: self.get_content(request))
        return {**content, "kept_as": kept_as}

    def read_content(
        self, webpage: WebPage, materials: Materials, request: Any = None
    ) -> dict[str, Any]:
        """Return what `get_content` adds to `webpage`, or a `webpage` that says more.

        Page types override it. `request` is None where the page is not being served.
        """
        return {}

    def get_graph(self, webpage: WebPage) -> dict[str, Any]:
        """Return the page's JSON-LD; empty if the site's settings switch it off."""
        return structured_data.page_graph(webpage)

    def _hooked_graph(self, webpage: WebPage) -> dict[str, Any]:
        graph = self.get_graph(webpage)
        if graph:
            for change in hooks.get_hooks("construct_structured_data"):
                change(self, webpage, graph)
        return graph

    def get_materials(self) -> list[object]:
        """Return the images and streams that content is read from, to fetch in bulk."""
        return [self.og_image]

    def bring_along(self, *names: str) -> None:
        """Fetch what this page refers to by `names`, as `select_related` takes them, by one query.

        By none if all came along with the page. A draft may refer to something else than the
        saved page: that is left to be fetched.
        """
        missing = [name for name in names if "__" not in name and not self._has(name)]
        if not missing or not self.pk:
            return
        saved = type(self).objects.defer_streamfields().select_related(*names)
        row = saved.filter(pk=self.pk).first()
        for name in missing:
            if row and getattr(row, f"{name}_id") == getattr(self, f"{name}_id"):
                setattr(self, name, getattr(row, name))

    def _has(self, name: str) -> bool:
        is_empty = getattr(self, f"{name}_id") is None
        return is_empty or type(self)._meta.get_field(name).is_cached(self)

    def get_description(self) -> str:
        """Return the text for search results, plain and cut at a word."""
        return shorten(self.search_description, DESCRIPTION_LENGTH)

    def get_canonical_url(self) -> str:
        """Return the absolute address that stands for this page; an alias's is its source's."""
        source = self.get_source()
        return source.canonical_url or source.get_full_url() or ""

    def get_source(self) -> Any:
        """Return the page that this one is an alias of, to the end; itself if it is none."""
        page = self
        while page.alias_of_id:
            page = page.alias_of.specific
        return page

    def get_language(self) -> str:
        if getattr(django_settings, "WAGTAIL_I18N_ENABLED", False):
            return str(self.locale.language_code)
        return django_settings.LANGUAGE_CODE

    def get_cover(self) -> Image | None:
        """Return the image that stands for the page; page types override it."""
        return None

    def get_top_image(self) -> AbstractImage | None:
        """Return the image at the top of the page, whose files are made at publication."""
        return getattr(self, self.top_image_field) if self.top_image_field else None

    def get_sitemap_urls(self, request: Any = None) -> list[dict[str, Any]]:
        """List canonical addresses only, no alias, and none that search engines may not have."""
        if self.alias_of_id or self.noindex or not conf.indexable():
            return []
        if self.get_canonical_url() != self.get_full_url(request):
            return []
        urls: list[dict[str, Any]] = super().get_sitemap_urls(request)
        return urls

    def _webpage(self, site: Site, settings: Settings, request: Any) -> WebPage:
        source = self.get_source()
        return WebPage(
            url=self.get_canonical_url(),
            name=self.title,
            title=self.seo_title or _title(self.title, site.site_name),
            site=website(site, settings),
            type=self.schema_type,
            specialty=settings.faq.specialty,
            description=self.get_description(),
            language=self.get_language(),
            published=self.first_published_at,
            modified=self.last_published_at,
            image=self._shared_image(site, settings.seo.og_image_default),
            breadcrumbs=self._breadcrumbs(site, request),
            is_alias=bool(self.alias_of_id),
            is_indexable=source.live and not source.noindex and conf.indexable(),
        )

    def _site_of(self, request: Any) -> Site:
        site = Site.find_for_request(request) if request else None
        if site and self.url_path.startswith(site.root_page.url_path):
            return site
        # A page outside every site can be previewed, with nothing known about its site.
        return self.get_site() or Site(hostname="localhost")

    def _shared_image(self, site: Site, default: AbstractImage | None) -> Image | None:
        chosen = self.og_image and image_content(self.og_image, self.og_image.description)
        fallback = default and image_content(default, default.description)
        image = chosen or self.get_cover() or fallback
        return replace(image, url=urljoin(f"{site.root_url}/", image.url)) if image else None

    def _breadcrumbs(self, site: Site, request: Any) -> tuple[Link, ...]:
        if not site.root_page_id:
            return ()
        trail = [(page.title, page.get_full_url()) for page in self.pages_above(site, request)]
        here = (self.title, self.get_full_url())
        return tuple(Link(text=title, url=url) for title, url in [*trail, here] if url)


def _title(title: str, site_name: str) -> str:
    """Return what a browser's tab says; the home page is often called as its site is."""
    return title if title == site_name else " | ".join(filter(None, (title, site_name)))
