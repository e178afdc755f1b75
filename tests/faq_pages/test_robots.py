"""What search engines are told of a whole site: robots.txt, verification, and to stay away."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Site

from faq_pages.models import FAQIndexPage, FAQSettings
from tests.faq_pages import samples
from tests.faq_pages.pages import soup
from tests.home import pages

pytestmark = pytest.mark.django_db


def settings_with(**fields: str) -> FAQSettings:
    settings = FAQSettings(site=Site.objects.get(), **fields)
    settings.full_clean()
    settings.save()
    return settings


def robots() -> str:
    response = Client().get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return str(response.content.decode())


# -- robots.txt --------------------------------------------------------------------


def test_rules_of_the_settings_follow_ours_and_close_the_admin_too() -> None:
    settings_with(
        robots="Disallow: /drafts/\n\n# Not these.\nUser-agent: ExampleBot\nuser-agent: OtherBot\n"
        "Crawl-delay: 9\nDisallow:"
    )
    assert robots().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /drafts/",
        "# Not these.",
        "",
        "User-agent: ExampleBot",
        "user-agent: OtherBot",
        "Disallow: /admin/",
        "Crawl-delay: 9",
        "Disallow:",
        "",
        "Sitemap: http://localhost/sitemap.xml",
    ]


def test_a_group_without_rules_closes_the_admin() -> None:
    settings_with(robots="User-agent: ExampleBot")
    assert "User-agent: ExampleBot\nDisallow: /admin/\n\nSitemap:" in robots()


def test_a_comment_ends_no_group_and_a_space_before_the_colon_begins_one() -> None:
    settings_with(robots="User-agent: A\n# note\n\nUser-agent : B\nDisallow: /x")
    assert (
        "\n\nUser-agent: A\n# note\nUser-agent : B\nDisallow: /admin/\nDisallow: /x\n" in robots()
    )


def test_a_line_written_by_another_road_stays_one_line() -> None:
    FAQSettings.objects.create(
        site=Site.objects.get(), robots="Disallow: /a\x0c\x0bb\x85Allow: /\u2028c"
    )
    lines = robots().splitlines()
    assert all(line.isprintable() for line in lines)
    assert "Disallow: /a" in lines


@pytest.mark.parametrize(
    "line",
    [
        "Disalow: /",
        "/private/",
        "User-agent:",
        "<script>",
        "Noindex: /x",
        "Disallow: /\x00",
        "#\x07",
    ],
)
def test_a_line_that_robots_txt_cannot_have_is_refused_by_name(line: str) -> None:
    with pytest.raises(ValidationError) as refused:
        settings_with(robots=f"User-agent: *\n{line}\nDisallow: /x")
    (sentence,) = refused.value.message_dict["robots"]
    assert f"“{line.strip()}” is no line of robots.txt." in sentence


# -- A site that is not for search engines -----------------------------------------


def test_a_closed_site_tells_everybody_to_stay_away(settings: Any) -> None:
    settings.FAQ_PAGES_INDEXABLE = False
    index = samples.index_page()
    page = samples.faq_page(index, samples.question())
    assert robots() == "User-agent: *\nDisallow: /\n"
    for address in (page.url, "/faqs", "/nowhere/", "/robots.txt", "/sitemap.xml", "/admin/"):
        assert Client().get(address)["X-Robots-Tag"] == "noindex", address
    for address in (page.url, index.url):
        assert soup(address).find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_an_open_site_says_nothing_of_it() -> None:
    page = samples.faq_page(samples.index_page(), samples.question())
    assert "X-Robots-Tag" not in Client().get(page.url)
    assert not soup(page.url).find("meta", attrs={"name": "robots"})


def test_one_page_can_be_kept_out_and_its_alias_with_it() -> None:
    page = samples.faq_page(samples.index_page(), samples.question(), noindex=True)
    alias = page.create_alias(update_slug="the-alias")
    for address in (page.url, alias.url):
        assert soup(address).find("meta", attrs={"name": "robots"})["content"] == "noindex"


# -- Verification ------------------------------------------------------------------

GOOGLE = '<meta name="google-site-verification" content="dBw5CvburAxi537R-p_x" />'
BING = '<meta name="msvalidate.01" content="0123456789ABCDEF0123456789ABCDEF" />'


def names(page: BeautifulSoup) -> dict[str, str]:
    return {str(tag["name"]): str(tag["content"]) for tag in page.select("meta[name][content]")}


def test_the_codes_stand_on_the_home_page_alone() -> None:
    home = pages.home_page()
    content = pages.content_page(home, "Pain")
    settings_with(google_verification=f" {GOOGLE} ", bing_verification=BING)
    found = names(soup("/"))
    assert found["google-site-verification"] == "dBw5CvburAxi537R-p_x"
    assert found["msvalidate.01"] == "0123456789ABCDEF0123456789ABCDEF"
    assert not {"google-site-verification", "msvalidate.01"} & set(names(soup(content.url)))


@pytest.mark.parametrize("text", ['"><script>', "two words", "<meta>", "<meta content=''>"])
@pytest.mark.parametrize("field", ["google_verification", "bing_verification"])
def test_what_is_no_code_is_refused_in_a_sentence(field: str, text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        settings_with(**{field: text})
    (sentence,) = refused.value.message_dict[field]
    assert sentence.startswith(f"“{text}” is no verification code.")


@pytest.mark.parametrize(
    ("field", "tag"), [("google_verification", BING), ("bing_verification", GOOGLE)]
)
def test_the_tag_of_another_search_engine_is_refused(field: str, tag: str) -> None:
    with pytest.raises(ValidationError) as refused:
        settings_with(**{field: tag})
    assert "is another tag" in refused.value.message_dict[field][0]


def test_without_codes_there_is_no_tag() -> None:
    pages.home_page()
    assert not {"google-site-verification", "msvalidate.01"} & set(names(soup("/")))


def test_the_list_of_faqs_is_no_home_page() -> None:
    settings_with(google_verification="abc")
    assert FAQIndexPage is type(samples.index_page())
    assert "google-site-verification" not in names(soup("/faqs/"))
