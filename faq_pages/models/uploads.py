"""Documents on their way from an editor to a draft."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# A review that nobody finished is not worth keeping: the document is still at its editor's.
KEPT_FOR = timedelta(days=1)


class DocumentUploadQuerySet(models.QuerySet["DocumentUpload"]):
    def abandoned(self) -> "DocumentUploadQuerySet":
        """Uploads that nobody has made a draft of within a day."""
        return self.filter(created_at__lt=timezone.now() - KEPT_FOR)

    def waiting(self) -> "DocumentUploadQuerySet":
        """Uploads that a draft may still be made of."""
        return self.filter(created_at__gte=timezone.now() - KEPT_FOR)


class DocumentUpload(models.Model):
    """A document between its upload and the draft, while its editor reviews it.

    It is in the database and not in a folder of media, which anybody could read
    who guesses its name.
    """

    class Kind(models.TextChoices):
        FILE = "file", _("Uploaded file")
        HTML = "html", _("Pasted rich text")
        TEXT = "text", _("Pasted plain text")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=4, choices=Kind.choices)
    name = models.CharField(max_length=255, blank=True)
    data = models.BinaryField()
    # The index that the draft goes under, or the FAQ page whose body it replaces.
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentUploadQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name or str(self.get_kind_display())
