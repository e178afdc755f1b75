"""Every word of ours on a public page can be said in another language.

Each message comes out of the catalogue in ⟦brackets⟧. What is read outside of them must
be what an editor wrote, or a sign that is the same in every language.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString
from django.core import serializers
from django.test import Client
from django.utils.translation import trans_real
from wagtail.models import Page, Site
from wagtailseo.models import SeoSettings

from faq_pages.models import FAQSettings, Person, Topic
from tests.public_pages import everything

pytestmark = pytest.mark.django_db

SPOKEN = ("alt", "aria-label", "aria-description", "placeholder", "title", "data-show", "data-hide")
SILENT = {"script", "style", "svg", "template"}


@pytest.fixture(autouse=True)
def brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language in which every message is the English one in brackets."""

    def gettext(self: Any, message: str) -> str:
        _, _, words = message.rpartition(trans_real.CONTEXT_SEPARATOR)
        return f"⟦{words}⟧" if words else message

    def ngettext(self: Any, one: str, many: str, number: int) -> str:
        return gettext(self, one if number == 1 else many)

    monkeypatch.setattr(trans_real.DjangoTranslation, "gettext", gettext)
    monkeypatch.setattr(trans_real.DjangoTranslation, "ngettext", ngettext)


def test_our_words_on_every_page_can_be_translated() -> None:
    made = everything()
    written = what_is_written()
    found: list[str] = []
    for name, address in made.addresses.items():
        html = Client().get(address).content.decode()
        found += [f"{name}: {text}" for text in untranslated(html, written)]
    assert found == []


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, "answer=yes", 403),
        ({"origin": "http://testserver"}, "answer=maybe", 400),
    ],
)
def test_our_words_on_refusals_can_be_translated(
    headers: dict[str, str], body: str, status: int
) -> None:
    made = everything()
    response = Client().post(
        f"/feedback/{made.faq.pk}/",
        body,
        content_type="application/x-www-form-urlencoded",
        headers=headers,
    )
    assert response.status_code == status
    assert list(untranslated(response.content.decode(), what_is_written())) == []


def test_too_many_answers_are_refused_in_words_that_can_be_translated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("faq_pages.views.visitors.MOST_A_DAY", 0)
    test_our_words_on_refusals_can_be_translated({"origin": "http://testserver"}, "answer=yes", 429)


def test_our_words_on_the_error_page_can_be_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faq_pages.views.robots.Site.find_for_request", lambda request: 1 / 0)
    response = Client(raise_request_exception=False).get("/robots.txt")
    assert response.status_code == 500
    assert list(untranslated(response.content.decode(), "")) == []


def test_a_word_that_cannot_be_translated_would_be_seen() -> None:
    html = '<p title="Loose">⟦Say ⟦June⟧ <b>this</b>⟧ and that</p><p>Written 5 %</p>'
    assert list(untranslated(html, "This is written 5 times")) == ["and that", "Loose"]


@pytest.mark.parametrize("language", ["de", "ar"])
def test_each_page_says_its_language(settings: Any, language: str) -> None:
    settings.LANGUAGE_CODE = language
    for name, address in everything().addresses.items():
        html = BeautifulSoup(Client().get(address).content, "html.parser").html
        assert html["lang"] == language, name
        assert html.get("dir") == ("rtl" if language == "ar" else "ltr"), name


def test_the_error_page_says_its_language(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.LANGUAGE_CODE = "de"
    monkeypatch.setattr("faq_pages.views.robots.Site.find_for_request", lambda request: 1 / 0)
    response = Client(raise_request_exception=False).get("/robots.txt")
    assert BeautifulSoup(response.content, "html.parser").html["lang"] == "de"


# -- What is ours and what is not ----------------------------------------------------


def what_is_written() -> str:
    """All that editors wrote into this database, as one text."""
    pages = Page.objects.all()
    others = [model.objects.all() for model in (Site, SeoSettings, FAQSettings, Person, Topic)]
    rows = [*pages, *pages.specific(), *(row for query in others for row in query)]
    text = serializers.serialize("json", rows, ensure_ascii=False)
    # A page's body is JSON within JSON, and its texts are HTML within both.
    return re.sub(r"<[^>]+>", " ", text.replace("\\", ""))


def untranslated(html: str, written: str) -> Iterator[str]:
    """Yield what a visitor can read in `html` that is neither in brackets nor `written`."""
    soup = BeautifulSoup(html, "html.parser")
    written = _words(written)
    depth = 0
    for node in soup.descendants:
        if not isinstance(node, NavigableString) or isinstance(node, PreformattedString):
            continue
        if any(parent.name in SILENT for parent in node.parents):
            continue
        loose = ""
        for char in node:
            depth += char == "⟦"
            loose += char if not depth else " "
            depth -= char == "⟧"
            loose += "\n" if char == "⟧" else ""
        yield from _not_written(loose, written)
    for tag in soup.find_all(True):
        yield from _of_attributes(tag, written)


def _of_attributes(tag: Tag, written: str) -> Iterator[str]:
    for name in SPOKEN:
        if tag.get(name):
            yield from _not_written(re.sub("⟦.*⟧", "\n", str(tag[name])), written)


def _not_written(loose: str, written: str) -> Iterator[str]:
    for line in loose.splitlines():
        # A title or an address may be put together from what stands in several fields.
        if not all(_words(part) in written for part in re.split(r"[|,\d]", line)):
            yield " ".join(line.split())


def _words(text: str) -> str:
    """Return the words alone: numbers and signs are the same in every language."""
    return f" {' '.join(re.findall(LETTERS, text.casefold()))} ".replace("  ", " ")


LETTERS = r"[^\W\d_]+"
