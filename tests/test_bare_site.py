"""The app works in a site that has nothing else of ours."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# A site as the README's "Install the app into a site of your own" describes it.
BARE_SITE = """
import django
from django.conf import settings

settings.configure(
    SECRET_KEY="bare", ALLOWED_HOSTS=["*"], ROOT_URLCONF="bare_urls", STATIC_URL="/static/",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", USE_TZ=True,
    WAGTAIL_SITE_NAME="Bare", WAGTAILADMIN_BASE_URL="http://localhost",
    INSTALLED_APPS=[
        "faq_pages", "wagtailseo", "wagtail.contrib.settings",
        "wagtail.contrib.typed_table_block", "wagtail.embeds", "wagtail.sites", "wagtail.users",
        "wagtail.snippets", "wagtail.documents", "wagtail.images", "wagtail.search",
        "wagtail.admin", "wagtail", "modelcluster", "taggit", "django_filters",
        "django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes",
        "django.contrib.sessions", "django.contrib.messages", "django.contrib.staticfiles",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[{
        "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
        "OPTIONS": {"context_processors": [
            "django.template.context_processors.request",
            "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages",
        ]},
    }],
)
django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from wagtail.models import Site
from faq_pages.models import FAQIndexPage, FAQPage

call_command("migrate", verbosity=0)
root = Site.objects.get().root_page
index = root.add_child(instance=FAQIndexPage(title="FAQs", slug="faqs"))
body = [{"type": "question", "id": "q", "value": {
    "question": "Does it work?", "answer": "<p>Yes.</p>", "parts": [], "anchor": ""}}]
page = index.add_child(instance=FAQPage(title="Bare", slug="bare", body=body))
html = Client().get("/faqs/bare/").content.decode()
assert "Does it work?" in html and "faq_pages/faq.css" in html, html
assert html.count("application/ld+json") == 1 and '"FAQPage"' in html, html
assert Client().get("/faqs/").status_code == 200
admin = Client()
admin.force_login(User.objects.create_superuser("admin"))
assert admin.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
assert admin.get(f"/admin/faq/{index.pk}/import-a-document/").status_code == 200
print("It works.")
"""

URLS = """
from django.urls import include, path
from wagtail import urls
from wagtail.admin import urls as admin_urls

urlpatterns = [path("admin/", include(admin_urls)), path("", include(urls))]
"""


def test_an_faq_page_and_its_form_render_in_a_bare_site(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "faq_pages", tmp_path / "faq_pages")
    (tmp_path / "bare_urls.py").write_text(URLS)
    environment = {key: value for key, value in os.environ.items() if "DJANGO" not in key}
    result = subprocess.run(
        [sys.executable, "-c", BARE_SITE],
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout.endswith("It works.\n"), result.stderr
