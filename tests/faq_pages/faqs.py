"""Whole FAQs as an importer may find them, for hypothesis.

Their words are few and plain: none of them asks, invites or heads a summary by
accident, so a reader that goes by words and headings finds what is there. What
another reader could not tell apart is left out: a paragraph all in bold is a
heading to some, two texts side by side are one, and a table of one row may be
only there for its layout.

Strategies are cached, since hypothesis takes its time to build them.
"""

from functools import cache
from itertools import islice

from hypothesis import strategies as st

from faq_pages import content

# fmt: off
_WORDS = st.sampled_from([
    "knee", "joint", "muscle", "nerve", "rest", "ice", "swelling", "week", "dose", "needle",
    "gentle", "short", "morning", "doctor", "tablet", "walking", "pain-free", "5 mg", "H&P", "<38",
    "Hüfte", "épaule", "колено", "膝", "関節", "مفصل", "ברך", "घुटना", "🙂",
])
# fmt: on
_ADDRESSES = st.sampled_from(
    [
        "https://example.org/",
        "https://example.org/knees/",
        "https://clinic.example/pain?week=2",
        "https://clinic.example/faqs/rest#dose",
    ]
)
_QUESTIONS = st.sampled_from(
    [
        "What is {}?",
        "How long does {} last?",
        "Is {} safe?",
        "When can {} begin?",
        "Why does {} help?",
    ]
)


@cache
def _phrases(least: int = 1, most: int = 4) -> st.SearchStrategy[str]:
    return st.lists(_WORDS, min_size=least, max_size=most).map(" ".join)


@cache
def _headings() -> st.SearchStrategy[str]:
    return _phrases(most=2).map(lambda words: f"About {words}")


@cache
def _sentences() -> st.SearchStrategy[str]:
    return _phrases(least=2, most=6).map(lambda words: f"The {words}.")


# -- The HTML of an answer -----------------------------------------------------


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@cache
def _spans() -> st.SearchStrategy[str]:
    """Words in bold, in italics or as a link."""
    words = _phrases(most=2).map(_escaped)
    return st.one_of(
        words.map("<b>{}</b>".format),
        words.map("<i>{}</i>".format),
        words.map("<b><i>{}</i></b>".format),
        st.builds('<a href="{}">{}</a>'.format, _ADDRESSES, words),
    )


@cache
def lines() -> st.SearchStrategy[str]:
    """One line of inline HTML, plain at its beginning and its end."""
    plain = _sentences().map(_escaped)
    return st.one_of(
        plain,
        st.builds("{} {} {}".format, plain, _spans(), plain),
        st.builds("{}<br/>{}".format, plain, plain),
    )


@cache
def paragraphs() -> st.SearchStrategy[str]:
    return lines().map("<p>{}</p>".format)


@cache
def lists(depth: int = 3) -> st.SearchStrategy[str]:
    """A list whose items may end with a list, `depth` levels in all."""
    items = lines()
    if depth > 1:
        items = st.builds("{}{}".format, items, st.just("") | lists(depth - 1))
    return st.builds(
        lambda tag, items: f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>",
        st.sampled_from(["ul", "ol"]),
        st.lists(items, min_size=1, max_size=3),
    )


@cache
def _texts() -> st.SearchStrategy[content.Text]:
    block = st.one_of(
        paragraphs(),
        st.builds("{}{}".format, paragraphs(), lists()),
        st.builds("<h3>{}</h3>{}".format, _headings().map(_escaped), paragraphs()),
    )
    blocks = st.builds(
        lambda first, others: "".join([first, *others]), paragraphs(), st.lists(block, max_size=3)
    )
    return blocks.map(lambda html: content.Text(html=html))


# -- The other parts of an answer ----------------------------------------------


@cache
@st.composite
def tables(draw: st.DrawFn) -> content.Table:
    width = draw(st.integers(2, 3))
    header = st.just([""] * width) | st.lists(_phrases(most=2), min_size=width, max_size=width)
    cells = st.lists(st.just("") | lines(), min_size=width - 1, max_size=width - 1)
    rows = st.lists(st.tuples(lines(), cells), min_size=2, max_size=3)
    return content.Table(
        header=tuple(draw(header)),
        rows=tuple((first, *others) for first, others in draw(rows)),
        caption=draw(st.just("") | _headings()),
    )


@cache
def callouts() -> st.SearchStrategy[content.Callout]:
    return st.builds(
        content.Callout,
        level=st.sampled_from(["urgent", "warning", "note"]),
        heading=_headings(),
        html=st.builds("{}{}".format, paragraphs(), st.just("") | lists(depth=1)),
    )


@cache
@st.composite
def answers(draw: st.DrawFn) -> tuple[content.Part, ...]:
    """A text, then other parts, with or without a text after each."""
    parts: list[content.Part] = [draw(_texts())]
    for part in draw(st.lists(tables() | callouts(), max_size=2)):
        parts += [part, *draw(st.lists(_texts(), max_size=1))]
    return tuple(parts)


# -- The page ------------------------------------------------------------------


@cache
def _summaries() -> st.SearchStrategy[content.TLDR]:
    return st.builds(
        content.TLDR,
        html=st.lists(paragraphs(), min_size=1, max_size=2).map("".join),
        # Never "": the page has words for it, and a reader finds those.
        heading=st.sampled_from(["In short", "Key points"]),
    )


@cache
def _sources() -> st.SearchStrategy[content.Source]:
    return st.builds(
        content.Source,
        title=_phrases(least=2),
        publisher=st.sampled_from(["", "A library", "The Journal of Knees"]),
        url=_ADDRESSES,
    )


@cache
def _calls() -> st.SearchStrategy[content.CallToAction]:
    return st.builds(
        content.CallToAction,
        heading=st.sampled_from(["Ready to talk?", "Call us today", "We are here to help"]),
        text=_sentences(),
        button=st.sampled_from(["Book a visit", "Contact us"]),
        url=_ADDRESSES,
    )


@cache
@st.composite
def _sections(draw: st.DrawFn) -> tuple[content.Section, ...]:
    headings = ["", *draw(st.lists(_headings(), max_size=2, unique=True))]
    sizes = [draw(st.integers(1, 3)) for _ in headings]
    words = st.builds(str.format, _QUESTIONS, _phrases())
    asked = iter(draw(st.lists(words, min_size=sum(sizes), max_size=sum(sizes), unique=True)))
    return tuple(
        content.Section(
            heading=heading,
            items=tuple(
                content.Question(question=question, answer=draw(answers()))
                for question in islice(asked, size)
            ),
        )
        for heading, size in zip(headings, sizes, strict=True)
    )


@cache
def faqs() -> st.SearchStrategy[content.FAQ]:
    """A whole FAQ without pictures and people."""
    return st.builds(
        content.FAQ,
        title=_headings(),
        tldr=st.none() | _summaries(),
        sections=_sections(),
        sources=st.lists(_sources(), max_size=2).map(tuple),
        call_to_action=st.none() | _calls(),
    )
