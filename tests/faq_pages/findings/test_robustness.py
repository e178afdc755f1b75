"""Whatever a page holds, a check says what it finds and never fails."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from faq_pages.content import (
    FAQ,
    TLDR,
    Callout,
    CallToAction,
    Image,
    Person,
    Question,
    Review,
    Section,
    Source,
    Table,
    Text,
    Topic,
)
from faq_pages.findings import CONTENT, HEAD, READING, RULES, PageFacts, Surroundings, fold

CHECKS = (*HEAD, *CONTENT, *READING)

# Pieces that the rules look for, broken and whole, beside anything else.
PIECES = st.sampled_from(
    """<p> </p> <h3> </h3> <ul><li> <a> <a\xa0href="#x"> <a\xa0href="http://[a"> </a> <img> < > " '
    MRI (MRI) or see\xa0above table\xa0below Ã© \ufffd Crohns\xa0disease Espaol jointThe kidneyalso
    ? ¿ ; . ... - Dr. 1.5 WILL\xa0IT\xa0HURT? surgery &amp; &#0; \x00 \ud7ff""".split(" ")
)
WORDS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=8).map(
    lambda pieces: " ".join(pieces).replace("\xa0", " ")
)
PART = st.one_of(
    st.builds(Text, html=WORDS),
    st.builds(Callout, level=st.sampled_from(["urgent", "warning", "note"]), html=WORDS),
    st.builds(Table, header=st.tuples(WORDS), rows=st.tuples(st.tuples(WORDS))),
    st.builds(Image, url=WORDS, width=st.just(1), height=st.just(1), alt=WORDS),
)
QUESTION = st.builds(
    Question, id=st.just("q"), question=WORDS, answer=st.lists(PART, max_size=3).map(tuple)
)
ITEMS = st.lists(st.one_of(QUESTION, PART), max_size=4).map(tuple)
FAQS = st.builds(
    FAQ,
    title=WORDS,
    tldr=st.none() | st.builds(TLDR, html=WORDS),
    sections=st.lists(st.builds(Section, heading=WORDS, items=ITEMS), max_size=2).map(tuple),
    call_to_action=st.none() | st.builds(CallToAction, text=WORDS, button=WORDS, url=WORDS),
    author=st.none() | st.builds(Person, name=WORDS),
    review=st.none()
    | st.builds(
        Review,
        reviewer=st.builds(Person, name=WORDS),
        reviewed_at=st.datetimes(timezones=st.just(UTC)),
    ),
    sources=st.just(()) | st.just((Source(title="A book"),)),
    topics=st.lists(st.builds(Topic, type=WORDS, name=WORDS), max_size=1).map(tuple),
)
HTML = st.one_of(
    WORDS,
    st.builds(
        '<html lang="{}"><head><title>{}</title><meta name="description" content="{}">'
        '<link rel="canonical" href="{}"><meta property="og:image" content="{}"></head>'
        '<body><h1>{}</h1><main><img src="{}" alt="{}"><a href="{}">x</a></main></body>'.format,
        *[WORDS] * 9,
    ),
)


@settings(max_examples=150)
@given(FAQS | st.none(), HTML, WORDS, st.booleans())
def test_no_page_makes_a_check_fail(faq, html, url, is_draft):
    questions = faq.questions if faq else ()
    around = Surroundings(
        now=datetime(2026, 6, 1, tzinfo=UTC),
        root=url,
        titles={html: [url]},
        questions={fold(each.question): ["https://x.example/#q"] for each in questions},
        statuses={url: 404},
        words={"kidneyalso": 1, "kidney": 20, "also": 20},
    )
    page = PageFacts(url=url, html=html, around=around, faq=faq, is_draft=is_draft)
    findings = [finding for check in CHECKS for finding in check(page)]
    assert {finding.id for finding in findings} <= set(RULES)
    assert all(finding.message.strip() and finding.remedy.strip() for finding in findings)
    assert findings == [finding for check in CHECKS for finding in check(page)]
