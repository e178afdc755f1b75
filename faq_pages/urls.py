"""The app's own addresses; a site includes them before Wagtail's.

    path("", include("faq_pages.urls"))
"""

from django.urls import URLPattern

app_name = "faq_pages"

urlpatterns: list[URLPattern] = []
