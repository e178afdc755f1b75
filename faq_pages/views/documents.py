"""Start from a document: paste it, get a draft."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages

from faq_pages.importing import Imported, Refusal, read_paste
from faq_pages.importing.drafts import create_draft, site_links
from faq_pages.models import FAQIndexPage, FAQPage


class DocumentForm(forms.Form):
    """A pasted document: `html` as the clipboard had it, else `text`."""

    text = forms.CharField(
        label=_("Document"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_(
            "Open the document in Word, Google Docs or wherever it is, copy all of it and "
            "paste it here. Nothing is published: you get a draft to check."
        ),
    )
    html = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, pages: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pages = pages

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        html = cleaned.get("html", "").strip()
        try:
            cleaned["imported"] = read_paste(
                html or cleaned.get("text", ""), is_html=bool(html), pages=self.pages
            )
        except Refusal as refusal:
            self.add_error("text", str(refusal))
        return cleaned


class StartFromDocument(FormView[DocumentForm]):
    """Makes a draft FAQ page under an index from a pasted document."""

    form_class = DocumentForm
    template_name = "faq_pages/admin/start_from_document.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_import(request.user, self.index):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def index(self) -> FAQIndexPage:
        return get_object_or_404(FAQIndexPage, pk=self.kwargs["index_id"], alias_of=None)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "pages": site_links(self.index)}

    def form_valid(self, form: DocumentForm) -> HttpResponse:
        imported: Imported = form.cleaned_data["imported"]
        page = create_draft(imported.faq, self.index, user=self.request.user)
        self._report(imported, page)
        return redirect("wagtailadmin_pages:edit", page.pk)

    def _report(self, imported: Imported, page: FAQPage) -> None:
        messages.success(
            self.request,
            gettext("“%(title)s” is a draft now, with %(count)d questions. Check it below.")
            % {"title": page.title, "count": len(imported.faq.questions)},
        )
        for sentence in imported.unsure:
            messages.warning(self.request, sentence)
        if imported.left_out:
            messages.info(
                self.request,
                gettext("Left out as layout: %(texts)s")
                % {"texts": ", ".join(f"“{text}”" for text in imported.left_out)},
            )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(index=self.index, **kwargs)


def may_import(user: Any, index: FAQIndexPage) -> bool:
    """Whether `user` may add FAQ pages under `index`."""
    return bool(index.permissions_for_user(user).can_add_subpage())
