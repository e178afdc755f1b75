"""Served pages, as a test reads them."""

import json

from bs4 import BeautifulSoup
from django.test import Client


def soup(url: str) -> BeautifulSoup:
    response = Client().get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def graph(page: BeautifulSoup) -> dict:
    (script,) = page.find_all("script", type="application/ld+json")
    return json.loads(script.string or "")


def webpage(page: BeautifulSoup) -> dict:
    return graph(page)["@graph"][0]
