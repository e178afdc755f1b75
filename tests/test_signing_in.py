"""Guessing a password is slow, and locks nobody else out."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from config.settings import base

pytestmark = pytest.mark.django_db

HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"
TRIES = 5


@pytest.fixture(autouse=True)
def throttle(settings):
    settings.AXES_ENABLED = True
    settings.AUTHENTICATION_BACKENDS = base.AUTHENTICATION_BACKENDS


@pytest.fixture(autouse=True)
def editor():
    return get_user_model().objects.create_superuser(
        "editor", "editor@example.org", "the right one"
    )


def sign_in(client: Client, password: str, address: str = "127.0.0.1", **headers: str):
    data = {"username": "editor", "password": password}
    return client.post(reverse("wagtailadmin_login"), data, headers=headers, REMOTE_ADDR=address)


def test_the_right_password_opens_the_admin(client):
    assert sign_in(client, "the right one").status_code == 302


def test_after_five_wrong_passwords_the_right_one_has_to_wait(client):
    for _ in range(TRIES):
        answer = sign_in(client, "a guess", HERE)
    assert answer.status_code == 429
    answer = sign_in(client, "the right one", HERE)
    assert answer.status_code == 429
    assert "Wait 15 minutes" in answer.content.decode()


def test_the_same_person_may_still_sign_in_from_elsewhere(client):
    for _ in range(TRIES):
        sign_in(client, "a guess", HERE)
    assert sign_in(client, "the right one", ELSEWHERE).status_code == 302


def test_a_success_forgets_the_slips_before_it(client):
    for _ in range(3):
        for _ in range(TRIES - 1):
            sign_in(client, "a slip")
        assert sign_in(client, "the right one").status_code == 302


def test_behind_a_proxy_only_what_it_adds_counts(client, settings):
    settings.AXES_CLIENT_IP_CALLABLE = "config.proxy.client_address"
    for number in range(TRIES):
        forged = f"198.51.100.{number}, 192.0.2.1"
        answer = sign_in(client, "a guess", **{"x-forwarded-for": forged})
    assert answer.status_code == 429
