"""The app's own addresses; a site includes them before Wagtail's.

path("", include("faq_pages.urls"))
"""

from django.urls import URLPattern, path, re_path

from faq_pages.views.feedback import GiveFeedback, Thanks
from faq_pages.views.robots import robots
from faq_pages.views.search import search_page, suggestions
from faq_pages.views.sitemap import sitemap
from faq_pages.views.stylesheet import stylesheet
from faq_pages.views.twin import twin

app_name = "faq_pages"

urlpatterns: list[URLPattern] = [
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path("search/", search_page, name="search"),
    path("search/suggest/", suggestions, name="suggest"),
    re_path(
        r"^styles/(?P<accent>default|[0-9a-f]{6})-(?P<digest>[0-9a-f]{12})\.css$",
        stylesheet,
        name="stylesheet",
    ),
    re_path(r"^(?P<path>[\w/-]*[\w-])\.md$", twin, name="twin"),
    path("feedback/<int:page_id>/", GiveFeedback.as_view(), name="feedback"),
    path("feedback/<int:page_id>/thanks/", Thanks.as_view(), name="feedback_thanks"),
]
