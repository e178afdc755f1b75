"""The site as other programs read it, at /api/v2/."""

from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from faq_pages.api import FindingsAPIViewSet


class Pages(PagesAPIViewSet):
    # JSON for everybody: the browsable pages set cookies and are one more face.
    renderer_classes = [JSONRenderer]


class Images(ImagesAPIViewSet):
    renderer_classes = [JSONRenderer]


api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", Pages)
api_router.register_endpoint("images", Images)
api_router.register_endpoint("findings", FindingsAPIViewSet)
