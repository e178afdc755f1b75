"""The words around what was asked for."""

from hypothesis import given
from hypothesis import strategies as st

from faq_pages.search.snippets import LENGTH, marked, snippet

LONG = (
    "Most people go home the same day. You will rest for an hour first. "
    "A nurse looks at the small cut and shows you how to keep it dry. "
    "You may feel sore for a week, and walking a little each day helps the joint to heal. "
    "Do not drive before you can brake hard without pain, which takes two to three weeks. "
    "Call us if you have a fever or if the cut turns red."
)


def text(pieces) -> str:
    return "".join(piece.text for piece in pieces)


def words(pieces) -> list[str]:
    return [piece.text for piece in pieces if piece.marked]


def test_all_forms_of_a_word_are_marked_and_no_text_is_lost():
    pieces = marked("Driving? Drive <b>slowly</b>.", {"drive"}, "en")
    assert words(pieces) == ["Driving", "Drive"]
    assert text(pieces) == "Driving? Drive <b>slowly</b>."


def test_a_short_answer_is_shown_whole():
    assert text(snippet("A little.", {"hurt"}, "en")) == "A little."


def test_the_snippet_is_where_most_of_the_words_are_and_begins_with_their_sentence():
    pieces = snippet(LONG, {"drive", "pain"}, "en")
    assert words(pieces) == ["drive", "pain"]
    assert text(pieces).startswith("… Do not drive before")
    assert text(pieces).endswith(" …") or text(pieces).endswith("red.")


def test_without_the_words_the_answer_begins_at_its_beginning():
    pieces = snippet(LONG, {"glaucoma"}, "en")
    assert text(pieces).startswith("Most people go home")
    assert text(pieces).endswith(" …")


@given(st.text(), st.sets(st.text(min_size=1, max_size=4)))
def test_a_snippet_is_a_part_of_the_text(answer, asked):
    shown = text(snippet(answer, asked, "en"))
    inner = shown.removeprefix("… ").removesuffix(" …")
    assert inner in answer or shown in answer
    assert len(shown) <= LENGTH + 4
    assert text(marked(answer, asked, "en")) == answer
