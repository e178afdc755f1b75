from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FAQPagesConfig(AppConfig):
    name = "faq_pages"
    verbose_name = _("FAQ pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from faq_pages import content_version, seo, signals
        from faq_pages.page_cache import checks

        checks.register_all()
        content_version.connect()
        seo.guard_free_json()
        signals.connect()
