"""The demo's own audit: what a newcomer sees first has nothing to mend."""

from typing import Any

import pytest
from wagtail.models import Site

from faq_pages.audit import SiteAudit
from tests.demo.test_load_demo import load_demo
from tests.faq_pages import samples

# Nobody gives an invented person a profile elsewhere, or an invented clinic a place on the map.
INVENTED = {"recommended-property"}

# More than stand on two pages of the list.
MANY = 45


@pytest.fixture
def site(db: None) -> Any:
    load_demo()
    return Site.objects.get(is_default_site=True)


def test_there_is_nothing_to_mend(site: Site) -> None:
    audit = SiteAudit(site)

    found = [finding for page in audit for finding in page.findings] + [*audit.between_pages()]

    assert [finding for finding in found if finding.id not in INVENTED] == []


def test_with_many_more_pages_each_is_still_found_near_the_home_page(site: Site) -> None:
    from faq_pages.models import FAQIndexPage

    index = FAQIndexPage.objects.get()
    for number in range(MANY):
        short = samples.tldr(f"<p>Advice {number} is safe and quick.</p>")
        samples.faq_page(index, short, samples.question(), title=f"Advice {number}")

    audit = SiteAudit(site)
    pages = list(audit)

    assert len(pages) > MANY
    assert audit.between_pages() == ()
    assert [page.url for page in pages for each in page.findings if each.severity == "error"] == []
