"""Whether pages answer what patients came to ask."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Feedback(models.Model):
    """One tap on "Did this answer your question?": the page, the answer and the day.

    Nothing about the visitor is kept, and no words of theirs.
    """

    page = models.ForeignKey("faq_pages.FAQPage", on_delete=models.CASCADE, related_name="feedback")
    # The anchor of the question that they had; empty for the page as a whole.
    question = models.CharField(max_length=255, blank=True)
    helpful = models.BooleanField()
    day = models.DateField(default=timezone.localdate)

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        indexes = [models.Index(fields=["day", "page"])]

    def __str__(self) -> str:
        return f"{self.page_id}: {'yes' if self.helpful else 'no'}, {self.day}"
