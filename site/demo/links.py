"""Links to the site's own pages, as Wagtail stores them."""

import re

from wagtail.models import Page, Site

_OWN_LINK = re.compile(r'<a href="(/[^"#?]*)">')


def page_links(html: str, site: Site) -> str:
    """Return `html` with links to pages of `site` stored by page, so that pages may move."""
    return _OWN_LINK.sub(
        lambda match: f'<a linktype="page" id="{page_at(match[1], site).pk}">', html
    )


def page_at(path: str, site: Site) -> Page:
    """Return the page at `path`, such as "/contact/", on `site`.

    Raises Page.DoesNotExist if there is none.
    """
    return Page.objects.get(url_path=site.root_page.url_path + path.removeprefix("/"))
