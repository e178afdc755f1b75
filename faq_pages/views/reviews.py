"""A clinician reads the exact words of a page and signs them."""

from typing import Any

from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from faq_pages.models import ClinicalReview, FAQPage


class SignReview(UserPassesTestMixin, TemplateView):
    """Shows the latest words of a page, and records who approves them."""

    raise_exception = True
    template_name = "faq_pages/admin/sign_review.html"

    page: FAQPage

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        live = get_object_or_404(FAQPage, pk=kwargs["page_id"], alias_of=None)
        self.page = live.get_latest_revision_as_object()

    def test_func(self) -> bool:
        return may_sign(self.request.user, self.page)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.POST.get("read"):
            messages.error(
                request, gettext("Nothing was signed: tick the box to say that you read the words.")
            )
            return self.get(request, *args, **kwargs)
        try:
            review = ClinicalReview.objects.record(
                self.page, request.user, request.POST.get("fingerprint", "")
            )
        except ValidationError as error:
            messages.error(request, error.messages[0])
            return self.get(request, *args, **kwargs)
        messages.success(
            request,
            gettext("“%(title)s” is signed by %(reviewer)s.")
            % {"title": self.page.title, "reviewer": review.signature.full_name},
        )
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        faq = self.page.read()
        return super().get_context_data(
            page=self.page,
            faq=faq,
            fingerprint=faq.fingerprint,
            person=getattr(self.request.user, "faq_person", None),
            latest=self.page.clinical_reviews.first(),
            **kwargs,
        )


def may_sign(user: Any, page: FAQPage) -> bool:
    """Whether `user` may read this page's drafts and sign them."""
    if page.alias_of_id or not user.has_perm("faq_pages.add_clinicalreview"):
        return False
    on_page = page.permissions_for_user(user)
    return bool(on_page.can_edit() or on_page.can_publish())
