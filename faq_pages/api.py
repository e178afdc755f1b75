"""What the audit found, for other programs: an endpoint of Wagtail's API.

api_router.register_endpoint("findings", FindingsAPIViewSet)
"""

from typing import Any

from rest_framework.permissions import IsAuthenticated
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.filters import FieldsFilter
from wagtail.api.v2.views import BaseAPIViewSet

from faq_pages.models import AuditFinding
from faq_pages.models.audits import findings_for


class FindingsAPIViewSet(BaseAPIViewSet):
    """Lists what the last audit found on the pages that the asking user may edit.

    For those who are signed in only: it names the weak places of a site. `?severity=`,
    `?group=`, `?rule=` and `?page=`, the number of a page, choose.
    """

    model = AuditFinding
    renderer_classes = [JSONRenderer]
    permission_classes = [IsAuthenticated]
    filter_backends = [FieldsFilter]
    body_fields = [
        *BaseAPIViewSet.body_fields,
        "rule",
        "group",
        "severity",
        "page",
        "url",
        "block",
        "message",
        "remedy",
    ]
    listing_default_fields = [*BaseAPIViewSet.listing_default_fields, *body_fields]

    def get_queryset(self) -> Any:
        return findings_for(self.request.user)
