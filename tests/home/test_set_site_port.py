"""`make run PORT=...` gives the site the addresses that it is served at."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

pytestmark = pytest.mark.django_db


def site() -> Site:
    return Site.objects.get(is_default_site=True)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_the_default_site_on_this_machine_gets_the_port(host):
    Site.objects.update(hostname=host, site_name="Test Clinic")
    call_command("set_site_port", "8123", verbosity=0)
    assert (site().hostname, site().port, site().site_name) == (host, 8123, "Test Clinic")


def test_a_site_with_a_name_of_its_own_keeps_its_port():
    Site.objects.update(hostname="www.example.org", port=443)
    call_command("set_site_port", "8123", verbosity=0)
    assert site().port == 443


def test_a_second_time_writes_nothing(django_assert_num_queries):
    call_command("set_site_port", "8123", verbosity=0)
    with django_assert_num_queries(1):
        call_command("set_site_port", "8123", verbosity=0)


def test_addresses_of_pages_follow_at_once():
    page = Page.objects.get(depth=2)
    assert page.full_url == "http://localhost/"
    call_command("set_site_port", "8123", verbosity=0)
    assert Page.objects.get(depth=2).full_url == "http://localhost:8123/"


def test_a_port_that_another_site_has_is_refused():
    Site.objects.create(hostname="localhost", port=8123, root_page=Page.objects.get(depth=2))
    with pytest.raises(CommandError, match="The default site cannot have port 8123: "):
        call_command("set_site_port", "8123", verbosity=0)
