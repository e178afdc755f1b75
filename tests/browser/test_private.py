"""A visit leaves nothing behind and tells nobody."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Response
from wagtail.models import Site

from tests.public_pages import PublicPages, everything

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Visit:
    """What a browser asked, was told and kept."""

    asked: list[str] = field(default_factory=list)
    with_cookie: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def note_answer(self, answer: Response) -> None:
        self.asked.append(answer.url)
        if "set-cookie" in answer.all_headers():
            self.with_cookie.append(answer.url)
        if answer.status >= 400:
            self.missing.append(answer.url)

    def note_message(self, message: ConsoleMessage) -> None:
        if message.text.startswith(KEPT):
            self.kept.append(message.text)


KEPT = "Something is kept: "
# Every way in which a script could leave something in a browser.
WATCH = f"""
const told = (name) => console.info('{KEPT}' + name);
const wrap = (object, name) => {{
  const original = object && object[name];
  if (original) object[name] = function (...args) {{
    told(name);
    return original.apply(this, args);
  }};
}};
for (const name of ['getItem', 'setItem']) wrap(Storage.prototype, name);
wrap(IDBFactory.prototype, 'open');
if (self.CacheStorage) wrap(CacheStorage.prototype, 'open');
if (self.ServiceWorkerContainer) wrap(ServiceWorkerContainer.prototype, 'register');
if (self.CookieStore) wrap(CookieStore.prototype, 'set');
"""


@pytest.fixture
def site_pages(live_site: Site) -> PublicPages:
    made = everything()
    # The home page that was made has become the site's.
    Site.objects.filter(pk=live_site.pk).update(hostname=live_site.hostname, port=live_site.port)
    return made


def test_a_visit_asks_only_this_site_and_leaves_nothing(
    site_pages: PublicPages, live_site: Site, page: Page
) -> None:
    visit = Visit()
    page.on("response", visit.note_answer)
    page.on("console", visit.note_message)
    page.add_init_script(WATCH)
    for name, address in site_pages.addresses.items():
        page.goto(f"{live_site.root_url}{address}", wait_until="networkidle")
        assert page.locator("h1").count() == 1, name
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0, name
        assert page.locator("script:not([src]):not([type='application/ld+json'])").count() == 0
    here = urlsplit(live_site.root_url).netloc
    assert len(visit.asked) > len(site_pages.addresses)
    assert [url for url in visit.asked if urlsplit(url).netloc != here] == []
    assert visit.with_cookie == []
    assert page.context.cookies() == []
    assert visit.kept == []
    assert visit.missing == [f"{live_site.root_url}{site_pages.addresses['not found']}"]


def test_what_a_script_keeps_would_be_seen(live_site: Site, page: Page) -> None:
    visit = Visit()
    page.on("console", visit.note_message)
    page.add_init_script(WATCH)
    page.goto(f"{live_site.root_url}/robots.txt")
    page.evaluate("sessionStorage.setItem('a', 'b')")
    assert visit.kept == [f"{KEPT}setItem"]
