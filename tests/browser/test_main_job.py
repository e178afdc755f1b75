"""The main job: a document is pasted, reviewed, mended, previewed, published, signed and read."""

import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from playwright.sync_api import Page, expect
from wagtail.models import Site

from demo import accounts
from faq_pages.models import FAQPage
from tests.browser.demo_site import copy, load_demo_at, sign_in
from tests.browser.editor import UNTIL_SETTLED, UNTIL_WAGTAIL_LOOKS, Editor

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Sample:
    """A document, what it holds, and the phrases that promise a page of the demo site."""

    path: Path
    title: str
    questions: int
    list_items: tuple[str, ...]
    links: dict[str, str] = field(default_factory=dict)


OURS = Sample(
    path=ROOT / "tests/files/knee-injections.txt",
    title="Knee Injections FAQs",
    questions=3,
    list_items=("A list of your medicines", "Your insurance card"),
    links={"knee pain and its causes": "Sacroiliac joint pain", "contact page": "Contact us"},
)
THE_USERS = Sample(
    path=ROOT.parent / "shared/data/import/si-joint-fusion-faqs.txt",
    title="SI Joint Fusion FAQs",
    questions=9,
    list_items=("Imaging such as X-rays or MRI",),
    links={
        "sacroiliac joint fusion": "Sacroiliac joint fusion",
        "symptoms and causes of sacroiliac joint pain": "Sacroiliac joint pain",
        "sacroiliac joint steroid injection": "Sacroiliac joint steroid injection",
        "Maywell Health": "Maywell Health",
        "contact page": "Contact us",
    },
)


@pytest.mark.parametrize(
    "sample",
    [sample for sample in (OURS, THE_USERS) if sample.path.exists()],
    ids=lambda sample: sample.path.stem,
)
def test_from_a_pasted_document_to_a_signed_page(
    sample: Sample, page: Page, live_site: Site
) -> None:
    load_demo_at(live_site)
    forbidden = watch_for(page, 403)
    editor = Editor(page, live_site)
    started = time.monotonic()

    sign_in(editor, accounts.EDITOR)
    paste(editor, sample)
    review(editor, sample)
    for phrase, title in sample.links.items():
        link(editor, phrase, title)
    preview(editor, sample)
    editor.from_menu("Submit to Publishing")
    expect(page.get_by_text("submitted for moderation")).to_be_visible()

    sign_in(editor, accounts.PUBLISHER)
    draft = FAQPage.objects.get(title=sample.title)
    editor.open_page(draft.pk)
    editor.from_menu("Approve and Publish")
    page.wait_for_url(lambda url: "/edit/" not in url)

    sign_in(editor, accounts.REVIEWER)
    editor.open_page(draft.pk)
    sign(editor)

    print(f"\n{sample.path.name}: {editor.clicks} clicks, {time.monotonic() - started:.0f} seconds")
    assert forbidden == []
    assert_published(sample, FAQPage.objects.get(pk=draft.pk))


def watch_for(page: Page, status: int) -> list[str]:
    seen: list[str] = []

    def note(response: Any) -> None:
        if response.status == status:
            seen.append(response.url)

    page.on("response", note)
    return seen


def paste(editor: Editor, sample: Sample) -> None:
    page = editor.page
    editor.click(page.get_by_role("link", name="Import a document").first)
    copy(editor, sample.path.read_text())
    editor.click(page.locator(".faq-paste"))
    page.keyboard.press("Control+V")
    editor.click(page.get_by_role("button", name="Read the document"))


def review(editor: Editor, sample: Sample) -> None:
    page = editor.page
    recognised = f"Recognised: {sample.questions} questions"
    expect(page.get_by_role("heading", name=recognised)).to_be_visible()
    for phrase in sample.links:
        expect(page.locator(".faq-notes").get_by_text(f"“{phrase}”").first).to_be_visible()
    expect(page.locator(".faq-notes")).to_contain_text("It got the contact page “Contact us”")
    editor.click(page.get_by_role("button", name="Make the draft"))
    expect(page.get_by_text("is a draft now")).to_contain_text(f"{sample.questions} questions")
    page.wait_for_timeout(UNTIL_WAGTAIL_LOOKS)


def link(editor: Editor, phrase: str, title: str) -> None:
    """Select `phrase` where it stands in an answer and link it to the page `title`."""
    page = editor.page
    answer = editor.answer_with(phrase)
    answer.evaluate(SELECT, phrase)
    # Draft.js takes the selection over a moment later.
    page.wait_for_timeout(STEP)
    page.keyboard.press("Control+K")
    editor.choose_page(title)
    expect(answer.locator(".Draftail-block__wrapper, [data-contents]").first).to_contain_text(
        phrase
    )
    page.wait_for_timeout(UNTIL_SETTLED)


STEP = 300

SELECT = """(editor, phrase) => {
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const start = walker.currentNode.data.indexOf(phrase);
    if (start < 0) continue;
    editor.focus();
    const range = document.createRange();
    range.setStart(walker.currentNode, start);
    range.setEnd(walker.currentNode, start + phrase.length);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return;
  }
  throw new Error(`“${phrase}” is in no text of this answer.`);
}"""


def preview(editor: Editor, sample: Sample) -> None:
    # The answer to an autosave closes the menu that comes next.
    editor.page.wait_for_timeout(UNTIL_WAGTAIL_LOOKS)
    editor.click(editor.page.get_by_role("button", name="Toggle preview"))
    frame = editor.page.frame_locator("#w-preview-iframe")
    expect(frame.locator("h1")).to_have_text(sample.title, timeout=20_000)
    expect(frame.locator(".faq-question")).to_have_count(sample.questions)


def sign(editor: Editor) -> None:
    page = editor.page
    editor.click(page.get_by_role("navigation", name="Actions", exact=True).get_by_role("button"))
    editor.click(page.get_by_role("link", name="Sign clinical review"))
    editor.click(page.get_by_label("I have read all the words above"))
    editor.click(page.get_by_role("button", name="Sign these words"))
    expect(page.get_by_text("is signed by")).to_be_visible()


# -- What patients and machines read -----------------------------------------------


def assert_published(sample: Sample, faq_page: FAQPage) -> None:
    html = BeautifulSoup(Client().get(faq_page.url).content, "html.parser")
    assert html.select_one(".faq-tldr")
    assert len(html.select(".faq-question")) == sample.questions
    items = [item.get_text(strip=True) for item in html.select(".faq-answer li")]
    assert set(sample.list_items) <= set(items)
    links = [a["href"] for a in html.select(".faq-answer a")]
    assert len(links) == len(sample.links)
    assert html.select_one(".faq-cta a")["href"] == "/contact/"
    assert "Elena Marsh" in html.select_one(".faq-byline").text
    assert_graph(sample, json.loads(html.select_one("script").text), html)


def assert_graph(sample: Sample, graph: dict[str, Any], html: BeautifulSoup) -> None:
    nodes = graph["@graph"]
    (page,) = [node for node in nodes if "FAQPage" in node["@type"]]
    questions = [node for node in nodes if node["@type"] == "Question"]
    assert len(questions) == len(page["mainEntity"]) == sample.questions
    assert page["abstract"]
    assert page["reviewedBy"]
    assert_references_resolve(graph)
    for value in strings(graph):
        assert value.strip()
        assert not value.startswith("/")
        assert 'href="/' not in value
    for question in questions:
        shown = html.find(id=question["@id"].partition("#")[2]).select_one(".faq-answer")
        told = BeautifulSoup(question["acceptedAnswer"]["text"], "html.parser")
        assert told.get_text(" ").split() == shown.get_text(" ").split()


def assert_references_resolve(graph: dict[str, Any]) -> None:
    dictionaries = [value for value in walk(graph) if isinstance(value, dict)]
    defined = {value["@id"] for value in dictionaries if len(value) > 1 and "@id" in value}
    assert {value["@id"] for value in dictionaries if "@id" in value} == defined


def walk(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(found for child in inner for found in walk(child))]


def strings(value: Any) -> list[str]:
    return [found for found in walk(value) if isinstance(found, str)]
