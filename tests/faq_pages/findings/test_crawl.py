"""What is found between the pages of a site."""

import pytest

from faq_pages.findings.crawl import Visit, crawl_findings
from tests.faq_pages.findings.crawl_cases import (
    CASES,
    GONE,
    GOOD,
    LIST,
    PAGE,
    ROOT,
    SiteCase,
    changed,
    page,
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_between_pages_is_found_by_exactly_its_rule(case: SiteCase):
    assert {finding.id for finding in crawl_findings(case.bad)} == {case.rule}


def test_a_site_without_a_fault_has_no_finding():
    assert list(crawl_findings(GOOD)) == []


def test_a_finding_names_the_page_with_the_link_and_where_it_leads():
    case = next(case for case in CASES if case.rule == "internal-link-broken")

    (finding,) = crawl_findings(case.bad)

    assert finding.url == "https://clinic.example/faqs/knees/"
    assert "“https://clinic.example/gone/”" in finding.message
    assert "404" in finding.message


def test_a_filtered_list_with_the_canonical_of_the_whole_list_is_no_fault():
    address = f"{ROOT}faqs/?topic=knees"
    visits = {**GOOD, address: changed(address, is_indexable=True, canonical=LIST)}

    assert list(crawl_findings(visits)) == []


def test_the_last_page_of_a_filter_may_be_out_of_search():
    address = f"{ROOT}faqs/?page=2"
    visits = {**GOOD, address: changed(address, is_indexable=False, canonical=LIST)}

    assert list(crawl_findings(visits)) == []


def test_a_link_to_a_page_that_asks_who_is_there_is_no_fault():
    login = Visit(url=f"{ROOT}staff/", status=302, location=f"{ROOT}login/", is_private=True)
    visits = {**GOOD, login.url: login, PAGE: changed(PAGE, links=(ROOT, login.url))}

    assert list(crawl_findings(visits)) == []


def test_the_links_of_a_copy_are_told_of_its_source_alone():
    copy = page(f"{ROOT}copy/", canonical=PAGE, in_sitemap=False, links=(GONE.url,))
    visits = {**GOOD, copy.url: copy, GONE.url: GONE}

    assert list(crawl_findings(visits)) == []
