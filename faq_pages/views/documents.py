"""Import a document: upload or paste it, look at what was recognised, get a draft."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.models import Page

from faq_pages import conf
from faq_pages.importing import Imported, Refusal, Surroundings, read_file, read_paste
from faq_pages.importing.drafts import create_draft, replace_body
from faq_pages.importing.library import bring_in, may_bring_in
from faq_pages.importing.sites import surroundings_of
from faq_pages.models import DocumentUpload, FAQPage
from faq_pages.views.document_menu import may_import
from faq_pages.views.recognised import recognised

# More sentences than these are folded.
MANY = 8

FILE_TYPES = ".docx,.zip,.html,.htm,.md,.markdown,.txt"


class DocumentForm(forms.Form):
    """A document: a `file`, or what was pasted, as `html` if the clipboard had it."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,  # the importer says in a sentence what is wrong with it
        max_length=255,
        widget=forms.FileInput(attrs={"accept": FILE_TYPES}),
    )
    text = forms.CharField(
        label=_("Or paste the document"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_(
            "Open it in Word, Google Docs or wherever it is, copy all of it and paste it here. "
            "Headings, lists and links come along; pictures do not."
        ),
    )
    # A plain field: nobody sees what is wrong at it, so it is the importer that says it.
    html = forms.Field(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, site: Surroundings, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        limit = conf.max_document_bytes()
        self.fields["file"].help_text = gettext(
            "Word (.docx), Google Docs' “Web page (.html, zipped)”, a web page, Markdown or plain "
            "text. At most %(limit)s, pictures included."
        ) % {"limit": filesizeformat(limit)}
        self.fields["file"].widget.attrs["data-max-bytes"] = limit

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        upload = _upload(cleaned)
        if upload is None:
            self.add_error("file", gettext("Choose a file, or paste a document below."))
            return cleaned
        try:
            read_upload(upload, self.site)
        except Refusal as refusal:
            field = "file" if upload.kind == DocumentUpload.Kind.FILE else "text"
            self.add_error(field, str(refusal))
        return {**cleaned, "upload": upload}


def _upload(cleaned: Mapping[str, Any]) -> DocumentUpload | None:
    """Return what the form holds, not yet saved; the file counts if there are both."""
    kind = DocumentUpload.Kind
    if file := cleaned.get("file"):
        # One byte too many is enough to be refused.
        data = file.read(conf.max_document_bytes() + 1)
        return DocumentUpload(kind=kind.FILE, name=file.name, data=data)
    for each in (kind.HTML, kind.TEXT):
        if (pasted := cleaned.get(each.value) or "").strip():
            return DocumentUpload(kind=each, data=pasted.encode("utf-8", "replace"))
    return None


def read_upload(upload: DocumentUpload, site: Surroundings) -> Imported:
    """Return what an upload says as an FAQ, or raise Refusal."""
    data = bytes(upload.data)
    if upload.kind == DocumentUpload.Kind.FILE:
        return read_file(upload.name, data, site, conf.max_document_bytes())
    return read_paste(data.decode(), is_html=upload.kind == DocumentUpload.Kind.HTML, site=site)


class ImportDocument(FormView[DocumentForm]):
    """Takes a document for a new page under an index, or for the body of a page."""

    form_class = DocumentForm
    template_name = "faq_pages/admin/import_document.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_import(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["page_id"], alias_of=None).specific

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "site": surroundings_of(self.page)}

    def form_valid(self, form: DocumentForm) -> HttpResponse:
        DocumentUpload.objects.abandoned().delete()
        upload: DocumentUpload = form.cleaned_data["upload"]
        upload.page, upload.user = self.page, cast("User", self.request.user)
        upload.save()
        url = reverse("faq_pages_review_document", args=[upload.pk])
        # The page's script, which shows how far a long upload is, goes there by itself.
        if self.request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"url": url})
        return redirect(url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**_page_context(self.page), **kwargs)


class ReviewDocument(TemplateView):
    """Shows what was recognised in a document beside what was not, and makes the draft."""

    template_name = "faq_pages/admin/review_document.html"

    upload: DocumentUpload

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # What somebody uploaded is theirs until it is a draft.
        upload = (
            DocumentUpload.objects.waiting()
            .filter(pk=kwargs["upload_id"], user=cast("User", request.user))
            .first()
        )
        if upload is None:
            return self._gone()
        self.upload = upload
        if not may_import(request.user, self.page):
            raise PermissionDenied
        try:
            return super().dispatch(request, *args, **kwargs)
        except Refusal as refusal:
            # It was read when it was uploaded: the limit or the importer is another since.
            messages.error(request, str(refusal))
            return redirect("faq_pages_import_document", self.page.pk)

    @cached_property
    def page(self) -> Page:
        return self.upload.page.specific

    @cached_property
    def site(self) -> Surroundings:
        return surroundings_of(self.page)

    @cached_property
    def imported(self) -> Imported:
        return read_upload(self.upload, self.site)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        imported = self.imported
        with transaction.atomic():
            # First, so that of two presses only one finds something to delete.
            if not DocumentUpload.objects.filter(pk=self.upload.pk).delete()[0]:
                return self._gone()
            brought = bring_in(imported.pictures.values(), user=request.user)
            page = self._made(brought.ids)
        self._report(page, (*imported.unsure, *brought.refused))
        return redirect("wagtailadmin_pages:edit", page.pk)

    def _made(self, images: Mapping[str, int]) -> FAQPage:
        faq, user, site = self.imported.faq, self.request.user, self.site
        if isinstance(self.page, FAQPage):
            return replace_body(self.page, faq, user=user, images=images, site=site)
        return create_draft(faq, self.page, user=user, images=images, site=site)

    def _gone(self) -> HttpResponse:
        """Lead back from a review that has ended: pressed twice, or left for a day."""
        messages.warning(
            self.request,
            gettext("This document became a draft already, or nobody reviewed it for a day."),
        )
        return redirect("wagtailadmin_home")

    def _report(self, page: FAQPage, unsure: tuple[str, ...]) -> None:
        messages.success(self.request, self._made_words(page))
        if unsure:
            messages.warning(self.request, _to_check(unsure))

    def _made_words(self, page: FAQPage) -> str:
        if isinstance(self.page, FAQPage):
            return gettext(
                "The questions and answers of “%(title)s” are replaced in its draft. What is "
                "online stays until you publish it. Check it below."
            ) % {"title": page.title}
        count = len(self.imported.faq.questions)
        return ngettext(
            "“%(title)s” is a draft now, with %(count)d question. Check it below.",
            "“%(title)s” is a draft now, with %(count)d questions. Check it below.",
            count,
        ) % {"title": page.title, "count": count}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **_page_context(self.page),
            upload=self.upload,
            recognised=recognised(self.imported),
            may_bring_in=may_bring_in(self.request.user),
            **kwargs,
        )


def _to_check(unsure: Sequence[str]) -> str:
    """Return the list of what to check, folded where it would push the editor away."""
    count = len(unsure)
    return format_html(
        "<details{}><summary>{}</summary><ul>{}</ul></details>",
        " open" if count <= MANY else "",
        ngettext("Please check %d point", "Please check %d points", count) % count,
        format_html_join("", "<li>{}</li>", ((sentence,) for sentence in unsure)),
    )


def _page_context(page: Page) -> dict[str, Any]:
    """What the screens say of the page: a body to replace, or an index to add to."""
    return {"page": page, "is_replacing": isinstance(page, FAQPage)}
