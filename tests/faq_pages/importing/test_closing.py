"""The closing call to action: the hardest lines to tell from an answer."""

import pytest

from faq_pages.importing import read_paste


def call_of(source: str):
    if source.startswith("<"):
        start = "<h1>Tea</h1><h2>Is it safe?</h2><p>Yes.</p><p>Drink it slowly.</p>"
        return read_paste(start + source, is_html=True).faq.call_to_action
    start = "Tea\n\nIs it safe?\n\nYes.\n\nDrink it slowly.\n\n"
    return read_paste(start + source, is_html=False).faq.call_to_action


@pytest.mark.parametrize(
    ("source", "heading", "words"),
    [
        ("In pain? We can help.\n\nTwo minutes.", "In pain? We can help.", "Two minutes."),
        ("Tired of Tea? Find Relief Today.", "Tired of Tea? Find Relief Today.", ""),
        ("Contact Us Today\n\nOur team is here.", "Contact Us Today", "Our team is here."),
        ("Questions? Call (216) 555-0100.", "Questions? Call (216) 555-0100.", ""),
        ("¿Tiene dudas? Llámenos.", "¿Tiene dudas? Llámenos.", ""),
        ("<h2>Still thirsty? Visit.</h2><p>Soon.</p>", "Still thirsty? Visit.", "Soon."),
        ("<h2>Next steps</h2><p>Call us.</p>", "Next steps", "Call us."),
        ("<h2>Ready to talk?</h2><p>We are here.</p>", "Ready to talk?", "We are here."),
        ("<p><b>Need help?</b></p><p>Book a visit.</p>", "Need help?", "Book a visit."),
    ],
)
def test_an_invitation_at_the_end_is_the_call(source, heading, words):
    call = call_of(source)
    assert call is not None
    assert (call.heading, call.text, call.url) == (heading, words, "")


@pytest.mark.parametrize(
    "source",
    [
        "Call us if it tastes bitter.",
        "Not sure? Ask your doctor.",
        "Call 911 if you cannot breathe.",
        "<h2>Living with tea</h2><p>Keep calm.</p>",
        "<h2>How do I book a cup?</h2><p>Call us at the counter.</p>",
        "<h2>When should I call you?</h2><p>Call us at once if it burns.</p>",
        "<h2>In pain? We can help.</h2><ul><li>with tea</li></ul>",
        "<h2>In pain? We can help.</h2><p>" + "Words and words. " * 40 + "</p>",
    ],
)
def test_advice_and_answers_are_no_call(source):
    assert call_of(source) is None


def test_an_answer_of_one_line_is_never_taken_for_the_call():
    text = "Tea\n\nWhom do I ask?\n\nContact us today!"
    faq = read_paste(text, is_html=False).faq
    assert faq.call_to_action is None
    assert faq.questions[0].answer[0].html == "<p>Contact us today!</p>"


def test_a_line_that_is_a_link_is_the_button():
    call = call_of(
        "<h2>Ready to talk?</h2><p>We are here.</p>"
        '<p><a href="https://example.org/book">Book a visit</a></p>'
    )
    assert (call.heading, call.text) == ("Ready to talk?", "We are here.")
    assert (call.button, call.url) == ("Book a visit", "https://example.org/book")


def test_a_link_within_a_line_gives_the_address():
    call = call_of('<h2>Need help?</h2><p>Call us or <a href="/book/">book online</a>.</p>')
    assert (call.text, call.button, call.url) == (
        "Call us or book online.",
        "book online",
        "/book/",
    )


def test_a_call_without_an_address_is_named():
    imported = read_paste("Tea\n\nSafe?\n\nYes.\n\nIt is.\n\nNeed Help? Call Us.", is_html=False)
    assert imported.unsure[-1].startswith("The call to action “Need Help? Call Us.” has no address")


# -- What is no call -----------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        "<p><b>Six weeks.</b></p><p>Contact our nurse if you have a fever.</p>",
        "<p><b>A.</b> No. Call us at 555-222-1111 if it gets worse.</p>",
        "<p><b>Do not take aspirin</b> unless told. Contact our clinic before that!</p>",
        "<p>Rest.</p><h4>What to tell your doctor</h4><p>Make an appointment and tell all.</p>",
        "<p>Rest.</p><p><b>Get help right away</b></p><p>Call 911 if you cannot feel your arm.</p>",
    ],
)
def test_advice_at_the_end_of_the_last_answer_is_no_call(answer):
    start = "<h1>Tea</h1><h3>Is it hot?</h3><p>Yes.</p><h3>How long is recovery?</h3>"
    imported = read_paste(start + answer, is_html=True)
    assert imported.faq.call_to_action is None
    assert len(imported.faq.questions) == 2


# -- What follows a call -------------------------------------------------------


@pytest.mark.parametrize(
    "after",
    [
        "<h2>References</h2><ul><li>A book</li><li>A page</li></ul>",
        "<p>Medically reviewed by Dr. Kay, MD</p>",
        "<p>This information does not replace the advice of your doctor.</p>",
    ],
)
def test_a_call_is_found_before_what_ends_a_document(after):
    start = "<h1>Tea</h1><h2>Is it hot?</h2><p>Yes.</p><h2>Is it red?</h2><p>No.</p>"
    call = "<h2>Ready to talk?</h2><p>We can help.</p>"
    found = read_paste(start + call + after, is_html=True).faq.call_to_action
    assert (found.heading, found.text) == ("Ready to talk?", "We can help.")


def test_a_closing_question_with_a_button_below_it_asks_readers_to_come():
    start = "<h1>Tea</h1><h2>Is it hot?</h2><p>Yes.</p><h2>Is it red?</h2><p>No.</p>"
    call = '<h2>Why wait?</h2><p><a href="https://a.example/">Try it today</a></p>'
    found = read_paste(start + call, is_html=True).faq.call_to_action
    assert (found.heading, found.button) == ("Why wait?", "Try it today")


def test_of_two_buttons_the_second_keeps_its_address_in_the_text():
    start = "<h1>Tea</h1><h2>Is it hot?</h2><p>Yes.</p><h2>Is it red?</h2><p>No.</p>"
    call = (
        '<h2>Ready to talk?</h2><p><a href="https://a.example/">Book a visit</a></p>'
        '<p><a href="tel:+15035550142">Call us</a></p>'
    )
    found = read_paste(start + call, is_html=True).faq.call_to_action
    assert (found.button, found.url) == ("Book a visit", "https://a.example/")
    assert found.text == "Call us: +15035550142"


def test_a_call_is_found_where_no_heading_asks():
    imported = read_paste(
        "<h1>Flu FAQs</h1><h2>About flu</h2><p>It is a virus.</p><h2>Outlook</h2><p>Good.</p>"
        "<h2>In pain? We are here to help.</h2><p>One click.</p>",
        is_html=True,
    )
    assert imported.faq.call_to_action.heading == "In pain? We are here to help."
    assert [each.question for each in imported.faq.questions] == ["About flu", "Outlook"]


@pytest.mark.parametrize(
    "advice",
    [
        "Contact us if it does not stop!",
        "Call us if the pain gets worse!",
        "Call our nurse before you stop the tablets!",
        "Speak to us before taking aspirin",
        "Get Help Right Away If You Faint",
    ],
)
def test_advice_that_names_a_condition_stays_in_its_answer(advice):
    source = f"Tea\n\nIs it hot?\n\nYes.\n\nWhat if it bleeds?\n\nPress on it.\n\n{advice}"
    imported = read_paste(source, is_html=False)
    assert imported.faq.call_to_action is None
    assert advice in imported.faq.questions[-1].answer[0].html


@pytest.mark.parametrize("heading", ["Talk to a specialist", "Still hurting? Let us talk."])
def test_where_no_heading_asks_the_last_may_be_that_of_the_call(heading):
    start = "<h1>Flu</h1><h2>About flu</h2><p>It is a virus.</p><h2>Outlook</h2><p>Good.</p>"
    call = f"<h2>{heading}</h2><p>Our team is here to help.</p>"
    imported = read_paste(start + call, is_html=True)
    assert imported.faq.call_to_action.heading == heading
    assert len(imported.faq.questions) == 2


@pytest.mark.parametrize("question", ["Is it hot?", "About heat"])
def test_advice_below_a_heading_is_no_call(question):
    start = f"<h1>Tea</h1><h2>{question}</h2><p>Yes.</p><h2>{question}</h2><p>No.</p>"
    advice = "<h2>Warning signs</h2><p>Call us if you have a fever.</p>"
    imported = read_paste(start + advice, is_html=True)
    assert imported.faq.call_to_action is None
    assert imported.faq.questions[-1].question == "Warning signs"
