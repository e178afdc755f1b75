"""What keeps a page from going live, in sentences that name the question and the field."""

from dataclasses import replace

from faq_pages.content import FAQ, CallToAction, Question, Section, Text
from faq_pages.findings import missing, obstacles

ANSWER = (Text(html="<p>A little.</p>"),)
COMPLETE = Question(id="q1", question="Will it hurt?", answer=ANSWER)


def faq(*questions: Question, call: CallToAction | None = None) -> FAQ:
    return FAQ(title="Injections", sections=(Section(items=questions),), call_to_action=call)


def messages(faq: FAQ) -> list[str]:
    return [finding.sentence for finding in obstacles(faq)]


def test_a_page_with_a_complete_question_can_go_live() -> None:
    assert not obstacles(faq(COMPLETE))


def test_a_page_without_a_question_cannot_go_live() -> None:
    assert messages(faq()) == [
        "This page has no question yet. Add a question with an answer to publish it."
    ]


def test_a_question_without_an_answer_is_named() -> None:
    (finding,) = obstacles(faq(COMPLETE, replace(COMPLETE, id="q2", answer=())))
    assert finding.sentence == (
        "Question 2, “Will it hurt?”, has nothing in its “Answer” field. "
        "Write the answer, or remove the block."
    )
    assert (finding.block, finding.field) == ("q2", "answer")


def test_an_answer_without_a_question_is_named_by_its_number() -> None:
    (finding,) = obstacles(faq(replace(COMPLETE, question="")))
    assert finding.message.startswith("Question 1 has no words in its “Question” field.")
    assert finding.field == "question"


def test_a_button_without_a_target_is_refused() -> None:
    (finding,) = obstacles(faq(COMPLETE, call=CallToAction(id="c", button="Book", url="")))
    assert finding.message.startswith("The call to action “Book” leads nowhere.")
    assert (finding.block, finding.field) == ("c", "page")


def test_a_target_without_words_on_its_button_is_refused() -> None:
    (finding,) = obstacles(faq(COMPLETE, call=CallToAction(heading="In pain?", url="/contact/")))
    assert "has no words" in finding.message


def test_what_readers_would_miss_is_told_but_stops_nobody() -> None:
    assert any("author" in sentence for sentence in missing(faq(COMPLETE)))
    assert not obstacles(faq(COMPLETE))
