"""Who approved which words, and when."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from faq_pages import content
from faq_pages.models.people import Person


class ClinicalReviewManager(models.Manager["ClinicalReview"]):
    def record(self, page: Any, user: Any, fingerprint: str | None = None) -> "ClinicalReview":
        """Record that `user` approves the words of `page` as they are now.

        The only road to a reviewer and a review date: the reviewer is the
        person whom the account belongs to, the moment is now. `fingerprint` is
        that of the words they were shown.

        Raises ValidationError, with a sentence for the reviewer, if the account
        belongs to no `Person` or the words have changed meanwhile.
        """
        person = Person.objects.filter(user=user).first()
        if person is None:
            raise ValidationError(
                gettext(
                    "Your account “%(user)s” is not linked to a person yet, so your name could "
                    "not be shown. Ask an administrator to link it under Snippets > People."
                )
                % {"user": user.get_username()}
            )
        words = page.read().fingerprint
        if fingerprint is not None and fingerprint != words:
            raise ValidationError(
                gettext(
                    "The words of this page have changed since you opened it. "
                    "Nothing was signed: read them again below, then sign."
                )
            )
        review = self.create(
            page_id=page.pk,
            reviewer=person,
            name=person.name,
            credentials=person.credentials,
            job_title=person.job_title,
            user=user,
            revision=page.latest_revision,
            fingerprint=words,
        )
        log(instance=page, action="faq_pages.clinical_review", user=user)
        return review

    def of(self, page: Any, fingerprint: str) -> "ClinicalReview | None":
        """Return the latest review of exactly these words of `page`, if there is one."""
        signed = self.filter(page_id=page.pk, fingerprint=fingerprint) if page.pk else self.none()
        return signed.select_related("reviewer").order_by("reviewed_at").last()


class ClinicalReview(models.Model):
    """One reviewer's signature under the words of one page.

    It holds for the words that `fingerprint` stands for: a page whose words
    have changed since shows no reviewer until somebody signs the new ones. Name
    and credentials are kept as they were signed, whoever edits the person later.
    """

    page = models.ForeignKey(
        "faq_pages.FAQPage", on_delete=models.CASCADE, related_name="clinical_reviews"
    )
    reviewer = models.ForeignKey(
        Person, null=True, on_delete=models.SET_NULL, related_name="reviews"
    )
    name = models.CharField(max_length=120)
    credentials = models.CharField(max_length=120, blank=True)
    job_title = models.CharField(max_length=120, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewed_at = models.DateTimeField(default=timezone.now, editable=False)
    fingerprint = models.CharField(max_length=64)

    objects = ClinicalReviewManager()

    class Meta:
        verbose_name = _("clinical review")
        verbose_name_plural = _("clinical reviews")
        ordering = ["-reviewed_at"]
        indexes = [models.Index(fields=["page", "fingerprint"])]

    def __str__(self) -> str:
        return f"{self.signature.full_name}, {timezone.localdate(self.reviewed_at)}"

    @property
    def signature(self) -> content.Person:
        """The reviewer as they signed; profiles are those of today.

        Without photo and biography, which a page shows of its author only.
        """
        today = self.reviewer.read() if self.reviewer else content.Person(name=self.name)
        return replace(
            today,
            name=self.name.strip(),
            credentials=self.credentials.strip(),
            job_title=self.job_title.strip(),
        )

    def read(self) -> content.Review:
        return content.Review(
            reviewer=self.signature, reviewed_at=timezone.localtime(self.reviewed_at)
        )
