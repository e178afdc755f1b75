"""An FAQ as Markdown: what it looks like, nothing lost."""

from typing import Any

import pytest

from faq_pages import content
from faq_pages.markdown import faq_markdown


def markdown(html: str, **fields: Any) -> str:
    """The Markdown of an answer, without its question."""
    question = content.Question(question="Q?", answer=(content.Text(html=html),))
    faq = content.FAQ(title="", sections=(content.Section(items=(question,)),), **fields)
    return faq_markdown(faq).removeprefix("## Q?").strip("\n")


# -- A whole page --------------------------------------------------------------

EVERYTHING = content.FAQ(
    title="Steroid injections",
    cover=content.Image(url="/media/hip.jpg", width=8, height=6, alt="A hip"),
    tldr=content.TLDR(html="<p>It is <b>safe</b>.</p>"),
    sections=(
        content.Section(
            items=(
                content.Text(html="<p>Read on.</p>"),
                content.Question(
                    question="Will it hurt?",
                    answer=(
                        content.Text(
                            html="<p>A little.<br>See <a href='/pain/'>pain</a>.</p>"
                            "<h3>Later</h3><ul><li>Ice<ol><li>10<sup>3</sup></li></ol></li></ul>"
                        ),
                        content.Table(
                            header=("When", "What"),
                            rows=(("Day 1", "<p>Rest</p><p>or | sleep</p>"), ("Day 2",)),
                            caption="Week by week",
                        ),
                        content.Image(
                            url="/media/ice.jpg", width=8, height=6, alt="Ice", caption='"Ice"'
                        ),
                    ),
                ),
                content.Question(question="Is there no answer?"),
                content.Callout(level="note", html="<p>Eat before.</p>"),
            )
        ),
        content.Section(
            heading="Afterwards",
            items=(
                content.Question(
                    question="When do I call?",
                    answer=(
                        content.Text(html="<h3>Soon</h3><p>At once.</p>"),
                        content.Callout(
                            level="urgent",
                            heading="Call 911",
                            html="<p>If you cannot:</p><ul><li>breathe</li><li>speak</li></ul>",
                        ),
                        content.Table(header=("", ""), rows=(("a", "b"),)),
                    ),
                ),
            ),
        ),
    ),
    sources=(
        content.Source(title="Hips", publisher="A library", url="https://example.org/a_(b)"),
        content.Source(title="Knees"),
    ),
    call_to_action=content.CallToAction(
        heading="Ready to talk?", text="Call us.\nWe listen.", button="Book", url="/book/?a=1&b=2"
    ),
)

WHOLE = """\
# Steroid injections

![A hip](https://clinic.example/media/hip.jpg)

## In short

It is **safe**.

---

Read on.

## Will it hurt?

A little.\\
See [pain](https://clinic.example/pain/).

### Later

- Ice
  1. 10<sup>3</sup>

Table: Week by week

| When | What |
| --- | --- |
| Day 1 | <p>Rest</p><p>or \\| sleep</p> |
| Day 2 |  |

![Ice](https://clinic.example/media/ice.jpg "\\"Ice\\"")

---

> [!NOTE]
>
> Eat before.

## Afterwards

### When do I call?

#### Soon

At once.

> [!CAUTION]
> **Call 911**
>
> If you cannot:
>
> - breathe
> - speak

|  |  |
| --- | --- |
| a | b |

## Sources

- [Hips](<https://example.org/a_(b)>), A library
- Knees

## Ready to talk?

Call us.

We listen.

[Book](https://clinic.example/book/?a=1&b=2)
"""


def test_a_page_is_written_whole_and_in_its_order():
    assert faq_markdown(EVERYTHING, "https://clinic.example/faqs/injections/") == WHOLE


def test_without_a_base_addresses_stay_as_they_are():
    assert "[pain](/pain/)" in faq_markdown(EVERYTHING)


def test_a_call_without_heading_is_kept_out_of_the_answer_above_it():
    call = content.CallToAction(button="Book", url="https://example.org/")
    source = markdown("<p>Yes.</p>", call_to_action=call)
    assert source == "Yes.\n\n---\n\n[Book](https://example.org/)"


def test_a_call_that_leads_nowhere_is_left_out_as_on_the_page():
    assert markdown("<p>Yes.</p>", call_to_action=content.CallToAction(heading="Book")) == "Yes."


# -- Answers -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "source"),
    [
        ("<p>A <b>bold</b>, <em>slanted</em> word</p>", "A **bold**, *slanted* word"),
        ("<p>half<b>bold</b></p>", "half<b>bold</b>"),
        ("<p><b>Note:</b>next</p>", "<b>Note:</b>next"),
        ("<p>a <b> spaced </b>word</p>", "a **spaced** word"),
        ("<p><b>one</b><i>two</i></p>", "**one**<i>two</i>"),
        ("<p><b>all <i>of</i> it</b></p>", "**all *of* it**"),
        ("<p><b> </b>nothing<i></i></p>", "nothing"),
        ("<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O"),
        ('<p><a href="/a b">[x]</a>!<a href="/">y</a></p>', r"[\[x\]](</a b>)\![y](/)"),
        ("<p>1. not<br>- a list<br>=<br>-5 °C</p>", "1\\. not\\\n\\- a list\\\n\\=\\\n-5 °C"),
        ("<p>Term<br>: x</p><p>:-: y</p>", "Term\\\n\\: x\n\n\\:-: y"),
        ("<p><br>a<br><br>b<br></p>", "a\\\n\\\nb"),
        ("<p>R &amp; D, &amp;lt; 3 &lt; 4 &lt;b&gt;</p>", r"R & D, \&lt; 3 < 4 \<b>"),
        ("<p>\xa0a\xa0b</p>", "&nbsp;a\xa0b"),
        ("<h3>C #</h3><h5>x<br>y</h5>", "### C \\#\n\n##### x<br>y"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n\n1) b"),
        ("<ol><li>a</li></ol><ul><li>b</li></ul>", "1. a\n\n- b"),
        ("<ul><li></li><li>b</li></ul>", "-\n- b"),
        ("<ul><li>a<ul><li></li></ul></li></ul>", "- a\n\n  -"),
        ("<ul><li><ul><li><ul><li></li></ul></li></ul></li></ul>", "-\n  -\n    -"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"),
        ("<b><p>one</p><p>two</p></b>", "**one\\\n\\\ntwo**"),
    ],
)
def test_the_html_of_an_answer_becomes_markdown(html: str, source: str):
    assert markdown(html) == source


def test_texts_side_by_side_keep_their_lists_apart():
    items = (content.Text(html="<ul><li>a</li></ul>"), content.Text(html="<ul><li>b</li></ul>"))
    faq = content.FAQ(title="T", sections=(content.Section(items=items),))
    assert faq_markdown(faq) == "# T\n\n- a\n\n* b\n"
