"""What an editor should look at after an import, in a sentence each."""

from collections import Counter
from collections.abc import Iterator, Sequence

from faq_pages.content import FAQ
from faq_pages.importing.chunks import Chunk
from faq_pages.importing.lines import BARE, BOLD, MAX_HEADING, NO_HEADING, Line
from faq_pages.importing.roles import Entry, Role
from faq_pages.importing.vocabulary import ends_sentence, normal
from faq_pages.markup import shorten

_QUOTE = 80

# As many words as a heading has that says what follows.
_HEADING_WORDS = 8


def doubts(faq: FAQ, entries: Sequence[Entry], chunks: Sequence[Chunk]) -> Iterator[str]:
    """Yield what is unsure about how `entries` became `faq`."""
    if not any(entry.role is Role.TITLE for entry in entries):
        yield f"No line of the document is a title, so the page is called “{faq.title}”."
    if not faq.questions:
        yield (
            "No question was found in the document. Its text is on the page as it is: divide it "
            "into questions in the editor."
        )
    for chunk in chunks:
        yield from _doubts_about_chunk(chunk)
    yield from _repeated(faq)
    if faq.sources:
        titles = ", ".join(f"“{source.title}”" for source in faq.sources)
        yield f"The list at the end became the page's sources: {titles}."


def doubts_about_pictures(faq: FAQ, entries: Sequence[Entry]) -> Iterator[str]:
    """Yield what is missing of the pictures: their words, or their files."""
    if faq.cover and faq.cover.needs_alt:
        yield (
            "The cover picture needs alt text: say in the editor what it shows, or mark it as "
            "decorative."
        )
    lost = [
        entry.line.picture_name
        for entry in entries
        if entry.line.tag == "img" and entry.line.picture_name and not entry.line.image
    ]
    if lost:
        count = "1 picture" if len(lost) == 1 else f"{len(lost)} pictures"
        yield (
            f"Only the addresses of pictures are in this document, and nothing is fetched from "
            f"them: download it as .docx to keep {count} ({', '.join(lost)})."
        )


def _doubts_about_chunk(chunk: Chunk) -> Iterator[str]:
    if chunk.head is None:
        yield from _text_outside(chunk)
    elif chunk.role is Role.QUESTION:
        yield from _doubts_about_question(chunk)
    elif chunk.role is Role.SECTION:
        yield f"“{chunk.title}” became a section heading over the questions after it."
        yield from _text_outside(chunk)
    if chunk.role in {Role.QUESTION, Role.TLDR}:
        yield from _lines_like_headings(chunk)
    for line in chunk.body:
        yield from _doubts_about_picture(line, chunk)


def _doubts_about_picture(line: Line, chunk: Chunk) -> Iterator[str]:
    if line.image and line.image.needs_alt:
        yield (
            f"The picture “{line.picture_name}” {_place(chunk)} needs alt text: say in the editor "
            "what it shows, or mark it as decorative."
        )
    elif line.picture_name and not line.image:
        shows = f", which shows “{line.text}”," if line.tag == "img" and line.text else ""
        yield (
            f"The picture “{line.picture_name}” {_place(chunk)}{shows} was not brought in: "
            "add it in the editor."
        )


def _doubts_about_question(chunk: Chunk) -> Iterator[str]:
    question = chunk.title
    if not chunk.head or not chunk.head.asks:
        yield f"“{question}” asks nothing by its words, but it is a heading like the questions."
    if len(question) > MAX_HEADING:
        yield (
            f"The question “{shorten(question, _QUOTE)}” is longer than {MAX_HEADING} characters: "
            "shorten it in the editor."
        )
    if not chunk.body:
        yield f"“{question}” has no answer in the document."
    for line in chunk.body:
        if BOLD <= line.rank <= BARE and line.asks:
            yield (
                f"“{line.text}” asks something, but it is not marked like the questions: it "
                f"stands in the answer to “{question}”."
            )


def _lines_like_headings(chunk: Chunk) -> Iterator[str]:
    """Yield lines that plain text does not tell from a heading, such as "Sources"."""
    for line in chunk.body[1:]:
        # Below questions that are no real headings, a bold line may be one more.
        may_head = chunk.head is not None and chunk.head.rank >= BOLD == line.rank
        is_plain = line.rank == NO_HEADING and line.is_paragraph
        if (is_plain or (may_head and not line.asks)) and _reads_like_heading(line.text):
            yield f"“{line.text}” may be a heading; it stands {_place(chunk)}."


def _reads_like_heading(text: str) -> bool:
    is_short = len(text.split()) <= _HEADING_WORDS and text[:1].isupper()
    goes_on = ends_sentence(text) or text.rstrip().endswith((":", ";", ","))
    return is_short and not goes_on


def _text_outside(chunk: Chunk) -> Iterator[str]:
    words = " ".join(line.text for line in chunk.body if not line.picture_name)
    if words:
        where = f"below “{chunk.title}”" if chunk.head else "before the first question"
        if chunk.role is Role.TAIL:
            where = "at the end"
        yield f"This text stands {where} and answers no question; it stays there: “{words}”"


def _place(chunk: Chunk) -> str:
    places = {Role.QUESTION: f"in the answer to “{chunk.title}”", Role.TLDR: "in the summary"}
    return places.get(chunk.role, "in the text")


def _repeated(faq: FAQ) -> Iterator[str]:
    counts = Counter(normal(question.question) for question in faq.questions)
    first = {normal(question.question): question.question for question in reversed(faq.questions)}
    for words, count in counts.items():
        if count > 1:
            yield f"“{first[words]}” is asked {count} times; all are kept."
