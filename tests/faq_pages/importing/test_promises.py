import pytest

from faq_pages.content import FAQ, Link, Question, Section, Text
from faq_pages.importing.promises import promises
from faq_pages.importing.suggestions import PageIndex

PAGES = (
    Link(text="Maywell Health", url="/"),
    Link(text="Contact us", url="/contact/"),
    Link(text="Spinal injections", url="/treatments/spinal-injections/"),
    Link(text="Knee injections", url="/treatments/knee-injections/"),
    Link(text="Back pain", url="/conditions/back-pain/"),
    Link(text="Treatments", url="/treatments/"),
)


def faq(*html: str) -> FAQ:
    questions = (Question(question="Why?", answer=(Text(html=each),)) for each in html)
    return FAQ(title="Tea", sections=(Section(items=tuple(questions)),))


def phrases(html: str, pages=()) -> list[str]:
    return [line.split("”")[0].lstrip("“") for line in promises(faq(html), pages)]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("You can read about spinal injections and how they work.", "spinal injections"),
        ("You can learn more about the causes of back pain if you wish.", "causes of back pain"),
        ("For more information on heart scans, ask us.", "heart scans"),
        ("More on: Handwashing", "Handwashing"),
        ("See our guide to safe lifting.", "safe lifting"),
        ("Please visit Maywell Health or call.", "Maywell Health"),
        ("Please visit www.example.org.", "www.example.org"),
        ("Book through the contact page.", "contact page"),
        ("One option is a spinal injection.", "spinal injection"),
        ("Another common treatment for this is a nerve block, done awake.", "nerve block"),
        ("To book, click here.", "click here"),
    ],
)
def test_a_phrase_that_promises_a_page_is_named(sentence, phrase):
    assert phrases(f"<p>{sentence}</p>") == [phrase]


@pytest.mark.parametrize(
    "sentence",
    [
        "Patients learn about their condition in time.",
        "Visit your doctor when the pain comes back.",
        "Go to the emergency room.",
        "The next page of the form is blank.",
        "One of the causes is a fall.",
        "Do not read too much into it.",
        "Ask to learn more about how it feels, or read about it.",
    ],
)
def test_other_sentences_are_left_in_peace(sentence):
    assert phrases(f"<p>{sentence}</p>", PAGES) == []


def test_what_a_promise_is_for_is_not_named_itself():
    html = "<p>To learn more about care options, you can visit Maywell Health.</p>"
    assert phrases(html) == ["Maywell Health"]


def test_linked_phrases_are_not_named():
    html = (
        '<p>You can read about <a href="https://example.org/">spinal injections</a>.</p>'
        '<p>To learn more about care, visit <a href="/">Maywell Health</a> '
        'or the <a href="/contact/">contact page</a>.</p>'
    )
    assert phrases(html, PAGES) == []


def test_a_phrase_is_named_once():
    html = "<p>Read about back pain.</p>"
    assert len(list(promises(faq(html, html)))) == 1


def test_a_promise_suggests_the_page_that_fits_best():
    (sentence,) = promises(faq("<p>Read about injections into the knee.</p>"), PAGES)
    assert "“Knee injections” (/treatments/knee-injections/)" in sentence


def test_naming_a_page_by_its_title_is_a_promise():
    html = "<p>Some people have had a spinal injection before.</p>"
    assert phrases(html) == []
    assert phrases(html, PAGES) == ["spinal injection"]


def test_a_page_that_is_linked_already_is_not_suggested_again():
    html = '<p>See <a href="/conditions/back-pain/">this</a>. Back pain is common.</p>'
    assert phrases(html, PAGES) == []


def test_the_page_of_the_document_itself_is_never_meant():
    page = Link(text="Tea", url="/tea/")
    assert phrases("<p>Read more about tea.</p>", (page,)) == ["tea"]
    assert "/tea/" not in "".join(promises(faq("<p>Read more about tea.</p>"), (page,)))


def test_an_index_that_other_texts_use_too_says_the_same_as_a_list():
    index = PageIndex(PAGES)
    for sentence in ("Read about back pain.", "Read about injections into the knee."):
        html = f"<p>{sentence} A spinal injection may help.</p>"
        assert list(promises(faq(html), index)) == list(promises(faq(html), PAGES))
