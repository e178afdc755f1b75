"""The previews of an FAQ page: as patients, printers, programs and those who check it see it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from faq_pages.models.public import PublicPage


class Previewed:
    """An FAQ page with a preview for each of its readers."""

    preview_modes = [
        ("", _("Page")),
        ("print", _("Print")),
        ("findings", _("Findings")),
        ("reading", _("Reading level")),
        ("search", _("Search result")),
        ("machines", _("Machines")),
        ("markdown", _("Markdown")),
    ]
    preview_templates = {
        **PublicPage.preview_templates,
        "print": "faq_pages/preview/print.html",
        "findings": "faq_pages/preview/findings.html",
        "reading": "faq_pages/preview/reading.html",
        "machines": "faq_pages/preview/machines.html",
        "markdown": "faq_pages/preview/markdown.html",
    }

    def make_preview_request(
        self,
        original_request: Any = None,
        preview_mode: str | None = None,
        extra_request_attrs: dict[str, Any] | None = None,
    ) -> Any:
        """Let the preview know the address of the editor around it, to lead back to a block."""
        attributes = {"editor_url": _editor_url(original_request), **(extra_request_attrs or {})}
        return super().make_preview_request(  # type: ignore[misc]
            original_request, preview_mode, attributes
        )


def _editor_url(request: Any) -> str:
    """Return the path of the editor that `request` asks a preview for; or "".

    Wagtail's previews stand right below it: /admin/pages/7/edit/preview/.
    """
    path: str = request.path if request else ""
    editor = path.removesuffix("preview/")
    return editor if editor != path else ""
