"""The plain shape: what counts as the same words."""

from dataclasses import replace

import pytest

from faq_pages.content import (
    FAQ,
    Callout,
    CallToAction,
    Image,
    Part,
    Question,
    Section,
    Table,
    Text,
)

ASKED = Question(question="Is it safe?", answer=(Text(html="<p>No. Ask us.</p>"),))


def faq(*items: Question | Part, call: CallToAction | None = None) -> FAQ:
    return FAQ(title="Injections", sections=(Section(items=items),), call_to_action=call)


def text(html: str) -> Text:
    return Text(html=html)


def table(*cells: str) -> Table:
    return Table(header=("Medicine", "Keep", "Stop"), rows=(cells,))


@pytest.mark.parametrize(
    ("signed", "changed"),
    [
        (faq(table("Warfarin", "yes", "")), faq(table("Warfarin", "", "yes"))),
        (
            faq(ASKED),
            faq(replace(ASKED, question="Is it safe? No.", answer=(text("<p>Ask us.</p>"),))),
        ),
        (faq(text("<p>10<sup>3</sup></p>")), faq(text("<p>103</p>"))),
        (faq(text("<p>Rest walk</p>")), faq(text("<ul><li>Rest</li><li>walk</li></ul>"))),
        (
            faq(Callout(level="note", html="<p>x</p>")),
            faq(Callout(level="urgent", html="<p>x</p>")),
        ),
        (
            faq(_left := Image(url="/a", width=1, height=1, alt="Left hip")),
            faq(replace(_left, alt="Right hip")),
        ),
        (faq(call=CallToAction(text="Call us")), faq(call=CallToAction(text="Stop your pills"))),
    ],
    ids=["cell", "question", "superscript", "list", "level", "picture", "call to action"],
)
def test_words_that_mean_something_else_are_other_words(signed: FAQ, changed: FAQ) -> None:
    assert signed.fingerprint != changed.fingerprint


@pytest.mark.parametrize(
    ("signed", "changed"),
    [
        (
            faq(text('<p>See <a href="/a/">us</a></p>')),
            faq(text('<p>See <a href="/b/">us</a></p>')),
        ),
        (faq(text("<p>So  it is</p>")), faq(text("<p>So it\n is</p>"))),
        (faq(text("<p><b>So</b></p>")), faq(text("<p>So</p>"))),
        (faq(_left), faq(replace(_left, url="/b"))),
    ],
    ids=["link", "white space", "bold", "image file"],
)
def test_what_is_no_word_leaves_the_signature(signed: FAQ, changed: FAQ) -> None:
    assert signed.fingerprint == changed.fingerprint
