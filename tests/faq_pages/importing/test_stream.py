import uuid
from dataclasses import replace
from typing import Any

import pytest

from faq_pages.content import (
    FAQ,
    TLDR,
    Callout,
    CallToAction,
    Image,
    Link,
    Question,
    Section,
    Source,
    Table,
    Text,
)
from faq_pages.importing.stream import stream_data
from faq_pages.importing.surroundings import Surroundings, with_page_links

PAGES = Surroundings(
    ids={"/": 2, "/contact/": 5, "/über/": 7},
    hosts=frozenset({"localhost"}),
    name="Maywell Health",
)


def values(faq: FAQ, pages: Surroundings | None = None) -> list[tuple[str, object]]:
    return [(block["type"], block["value"]) for block in stream_data(faq, pages)]


def call(**fields: str) -> dict[str, object]:
    (block,) = stream_data(FAQ(title="", call_to_action=CallToAction(**fields)), PAGES)
    return {key: value for key, value in block["value"].items() if value}


def test_an_faq_becomes_one_flat_list_of_blocks():
    faq = FAQ(
        title="Tea",
        tldr=TLDR(html="<p>Drink.</p>", heading="Key points"),
        sections=(
            Section(items=(Text(html="<p>Words.</p>"),)),
            Section(heading="After", items=(Question(question="Why?"),)),
        ),
        sources=(Source(title="A book"),),
    )
    answer = {"question": "Why?", "answer": "", "parts": [], "anchor": ""}
    assert values(faq)[:-1] == [
        ("tldr", {"heading": "Key points", "text": "<p>Drink.</p>"}),
        ("text", "<p>Words.</p>"),
        ("section_heading", {"heading": "After"}),
        ("question", answer),
    ]
    sources = stream_data(faq)[-1]
    assert sources["type"] == "sources"
    assert [each["value"]["title"] for each in sources["value"]] == ["A book"]


def test_every_block_has_an_id_of_its_own():
    items = tuple(Question(question=str(number)) for number in range(3))
    ids = [block["id"] for block in stream_data(FAQ(title="", sections=(Section(items=items),)))]
    assert len({uuid.UUID(id) for id in ids}) == 3


def test_what_follows_the_first_text_of_an_answer_is_a_part():
    table = Table(header=("a",), rows=(("b",),), caption="c")
    answer = (Text(html="<p>1</p>"), table, Text(html="<p>2</p>"))
    sections = (Section(items=(Question(question="Why?", answer=answer),)),)
    ((_, value),) = values(FAQ(title="", sections=sections))

    assert value["answer"] == "<p>1</p>"
    assert [(part["type"], part["value"]) for part in value["parts"]] == [
        (
            "table",
            {
                "columns": [{"type": "rich_text", "heading": "a"}],
                "rows": [{"values": ["b"]}],
                "caption": "c",
            },
        ),
        ("text", "<p>2</p>"),
    ]


def test_a_callout_keeps_its_level_and_its_links():
    callout = Callout(level="urgent", heading="Now", html='<p><a href="/contact/">Call</a></p>')
    text = '<p><a linktype="page" id="5">Call</a></p>'
    assert values(FAQ(title="", sections=(Section(items=(callout,)),)), PAGES) == [
        ("callout", {"level": "urgent", "heading": "Now", "text": text})
    ]


def test_an_answer_may_begin_with_a_table():
    answer = (Table(header=("a",), rows=()),)
    sections = (Section(items=(Question(question="Why?", answer=answer),)),)
    ((_, value),) = values(FAQ(title="", sections=sections))
    assert (value["answer"], value["parts"][0]["type"]) == ("", "table")


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://www.maywellhealth.example/contact/", {"page": 5}),
        ("/contact", {"page": 5}),
        ("https://example.org/contact/", {"url": "https://example.org/contact/"}),
        ("tel:+12165550100", {"phone": "+12165550100"}),
        ("mailto:us@example.org", {"text": "us@example.org"}),
        ("/lost/", {"text": "/lost/"}),
        ("", {}),
    ],
)
def test_the_address_of_a_call_goes_where_it_belongs(url, target):
    assert call(heading="Call", button="Go", url=url) == {
        "heading": "Call",
        "button": "Go",
        **target,
    }


@pytest.mark.parametrize(
    "url",
    [
        "https://www.maywellhealth.example/contact/",
        "http://localhost:8000/contact",
        "/contact/",
        "https://maywellhealth.example/contact",
    ],
)
def test_an_address_of_this_site_is_a_page(url):
    assert PAGES.id_of(url) == 5


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/contact/",
        "https://maywellhealth-fan.example/contact/",
        "https://www.maywellhealth.example/contact/?a=1",
        "/contact/#map",
        "/lost/",
        "mailto:contact",
        "http://[bad",
    ],
)
def test_other_addresses_stay_links(url):
    assert PAGES.id_of(url) is None


def test_an_address_may_be_percent_encoded():
    assert PAGES.id_of("/%C3%BCber/") == 7


def test_links_are_stored_as_wagtail_stores_them():
    html = '<p><a href="/contact/">us</a> <a href="https://example.org/?a=1&amp;b">x</a></p>'
    assert with_page_links(html, PAGES.id_of) == (
        '<p><a linktype="page" id="5">us</a> <a href="https://example.org/?a=1&amp;b">x</a></p>'
    )


def test_line_breaks_are_written_as_the_editor_can_open_them():
    tldr = TLDR(html="<p>One<br>two</p>")
    ((_, value),) = values(FAQ(title="Tea", tldr=tldr))
    assert value["text"] == "<p>One<br/>two</p>"


def test_a_picture_is_a_block_if_its_file_is_in_the_library():
    known = Image(url="a.png", width=9, height=9, alt="A hip", caption="The joint")
    unknown = Image(url="b.png", width=9, height=9, needs_alt=True)
    sections = (Section(items=(known, unknown)),)
    (block,) = stream_data(FAQ(title="", sections=sections), images={"a.png": 7})
    image = {"image": 7, "alt_text": "A hip", "decorative": False}
    assert (block["type"], block["value"]) == ("image", {"image": image, "caption": "The joint"})


def test_questions_that_were_there_before_keep_their_ids():
    def blocks(*words: str, before: Any = ()) -> list[dict[str, Any]]:
        items = tuple(Question(question=each) for each in words)
        return stream_data(FAQ(title="", sections=(Section(items=items),)), replaced=before)

    before = blocks("Why?", "How?", "Why?")
    after = blocks("Why?", "When?", "How?", "Why?", before=before)
    assert [block["id"] for block in after if block["value"]["question"] != "When?"] == [
        before[0]["id"],
        before[1]["id"],
        before[2]["id"],
    ]
    assert len({block["id"] for block in after}) == 4


def test_beside_the_contact_page_stands_the_phone_number():
    site = replace(
        PAGES, contact=Link(text="Contact", url="/contact/"), telephone="+1 503 555 0142"
    )
    call_ = CallToAction(heading="Call", button="Go", url="/contact/")
    (block,) = stream_data(FAQ(title="", call_to_action=call_), site)
    assert (block["value"]["page"], block["value"]["phone"]) == (5, "+1 503 555 0142")
