"""Pages and settings as an editor may save them, hostile text and all, for hypothesis."""

from html import escape

from hypothesis import strategies as st

from faq_pages.findings.schema_org import vocabulary
from faq_pages.models.site import SPECIALTIES
from faq_pages.seo import ORGANIZATION_TYPES
from tests.faq_pages import samples

# One that schema.org has replaced is an editor's choice, and a warning.
CURRENT_SPECIALTIES = [name for name in SPECIALTIES if not vocabulary.superseded_by(name)]

# fmt: off
FRAGMENTS = st.sampled_from([
    "</script>", "<script>alert(1)</script>", "<!--", "-->", "]]>", '"', "'", "&amp;", "&", "<",
    "< 38", "a<b>c", "&lt;p&gt;", "&#0;", "&nbsp;", "&notin;", "</title>", "{{ 7 }}", "{% now %}",
    "\\", "\\u003c", "😀", "👩‍⚕️", "שלום", "مفصل", "\u202eabc\u202c", "\u2028", "\u2029", "\xa0",
    "\u200b", "\ufeff", "\xad", "\x1e", "\x0b", "\x85", "\ufffe", "e\u0301", "İ", "ﬁ", "H₂O",
    "words", "knee", "Will it hurt?", "5 mg", " ", "  ", "\t", "\n",
])
# fmt: on
TEXTS = st.lists(FRAGMENTS, min_size=1, max_size=4).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
)
ASKED = TEXTS.filter(lambda text: bool(text.strip()))
OPTIONAL = st.just("") | TEXTS
ADDRESSES = st.sampled_from(
    [
        "https://example.org/",
        "https://example.org/a?b=1&c=%20d#e",
        "/pain/",
        "#will-it-hurt",
        "mailto:help@example.org",
        "tel:+1-555-0100",
        "//cdn.example/x",
        "?q=1",
        "http://[a",
        "javascript:alert(1)",
        "",
    ]
)
WEB_ADDRESSES = st.sampled_from(
    ["https://example.org/", "http://example.org/", "https://example.org/a?b=1&c=%20d#e"]
)


@st.composite
def rich_texts(draw: st.DrawFn) -> str:
    """The HTML of a rich text, with words in it."""
    return "".join(draw(st.lists(_blocks(), min_size=1, max_size=3)))


def _blocks() -> st.SearchStrategy[str]:
    words = ASKED.map(escape)
    inline = st.one_of(
        words,
        words.map("<b>{}</b>".format),
        words.map("a<sup>{}</sup>b".format),
        words.map("H<sub>{}</sub>".format),
        words.map("<i><b>{}</b></i>".format),
        st.builds('<a href="{}">{}</a>'.format, ADDRESSES.map(escape), words),
    )
    line = st.lists(inline, min_size=1, max_size=3).map(" ".join)
    return st.one_of(
        line.map("<p>{}</p>".format),
        line.map("<h3>{}</h3>".format),
        st.builds("<p>{}<br/>{}</p>".format, line, line),
        st.builds("<ul><li>{}</li><li>{}<ol><li>{}</li></ol></li></ul>".format, line, line, line),
    )


@st.composite
def parts(draw: st.DrawFn, picture: int) -> samples.Block:
    """What stands in an answer or between questions."""
    kind = draw(st.sampled_from(["text", "table", "image", "callout"]))
    if kind == "text":
        return samples.block("text", draw(rich_texts()))
    if kind == "image":
        return samples.image(picture, draw(OPTIONAL), draw(OPTIONAL))
    if kind == "callout":
        level = draw(st.sampled_from(["urgent", "warning", "note"]))
        value = {
            "level": level,
            "heading": draw(OPTIONAL),
            "text": draw(st.just("") | rich_texts()),
        }
        return samples.block("callout", value)
    cells = st.tuples(OPTIONAL, rich_texts())
    return samples.block(
        "table",
        {
            "columns": [
                {"type": "text", "heading": draw(OPTIONAL)},
                {"type": "rich_text", "heading": draw(OPTIONAL)},
            ],
            "rows": [{"values": list(row)} for row in draw(st.lists(cells, max_size=2))],
            "caption": draw(OPTIONAL),
        },
    )


@st.composite
def questions(draw: st.DrawFn, picture: int) -> samples.Block:
    return samples.question(
        draw(ASKED)[:255],
        draw(rich_texts()),
        parts=draw(st.lists(parts(picture), max_size=2)),
    )


@st.composite
def bodies(draw: st.DrawFn, picture: int) -> list[samples.Block]:
    """The blocks of a page in any order, at least one question among them."""
    middle = st.one_of(
        questions(picture),
        questions(picture),
        parts(picture),
        ASKED.map(lambda text: samples.heading(text[:120])),
    )
    body = [draw(questions(picture)), *draw(st.lists(middle, max_size=5))]
    if draw(st.booleans()):
        body.append(samples.tldr(draw(rich_texts()), heading=draw(OPTIONAL)[:60]))
    if draw(st.booleans()):
        titles = draw(st.lists(ASKED, min_size=1, max_size=2))
        body.append(samples.sources(*titles))
    if draw(st.booleans()):
        words = {name: draw(ASKED) for name in ("heading", "text", "button")}
        body.append(samples.call(**words, url=draw(WEB_ADDRESSES)))
    return draw(st.permutations(body))


_HOURS = samples.block(
    "hours", {"days": ["Monday", "Friday"], "start_time": "08:30:00", "end_time": "17:00:00"}
)

_ACTION = samples.block(
    "actions",
    {
        "action_type": "ReserveAction",
        "target": "https://example.org/book/",
        "language": "en",
        "result_type": "Reservation",
        "result_name": " ",
        "extra_json": '{"description": "By phone or here"}',
    },
)

PHONES = st.sampled_from(["", "+1 216 555 0100", "(0)30 / 12 34 ext. 5", "call us", "٠١٢٣"])

SITES = st.fixed_dictionaries(
    {
        "struct_org_type": st.sampled_from(["", *ORGANIZATION_TYPES]),
        "struct_org_name": OPTIONAL,
        "struct_org_phone": PHONES | OPTIONAL.map(lambda text: text[:40]),
        "struct_org_address_street": OPTIONAL,
        "struct_org_address_locality": OPTIONAL,
        "struct_org_address_region": OPTIONAL,
        "struct_org_address_postal": OPTIONAL,
        "struct_org_address_country": OPTIONAL,
        "struct_org_geo_lat": st.sampled_from([None, 0, 41.5]),
        "struct_org_geo_lng": st.sampled_from([None, 0, -81.7]),
        "struct_org_hours": st.sampled_from([[], [_HOURS]]),
        "struct_org_actions": st.sampled_from([[], [_ACTION]]),
        "struct_meta": st.sampled_from([True, True, True, False]),
        "struct_org_extra_json": st.sampled_from(["", '{"slogan": "Close to home"}', "{broken"]),
    }
)

PAGES = st.fixed_dictionaries(
    {
        "title": ASKED,
        "seo_title": OPTIONAL,
        "search_description": OPTIONAL,
        "site_name": OPTIONAL,
        "collapses_answers": st.booleans(),
        "has_author": st.booleans(),
        "has_topic": st.booleans(),
        "has_related": st.booleans(),
        "has_cover": st.booleans(),
        "is_reviewed": st.booleans(),
        "is_published": st.booleans(),
        "person": st.tuples(ASKED, OPTIONAL, OPTIONAL, OPTIONAL),
        "topic": st.tuples(ASKED, OPTIONAL, ASKED.map(lambda code: code[:40])),
        "specialty": st.sampled_from(["", *CURRENT_SPECIALTIES]),
        "same_as": st.sampled_from(["", "https://maps.example/1\n\nhttps://example.org/us "]),
        "departments": st.lists(st.tuples(ASKED, PHONES, st.just("") | WEB_ADDRESSES), max_size=2),
        # Blank, the page itself, the same site by another scheme, and another site.
        "canonical_url": st.sampled_from(
            [
                "",
                "http://localhost/faqs/steroid-injections/",
                "https://localhost/faqs/steroid-injections/",
                "https://partner.example.com/x/?a=1&b=%20c",
            ]
        ),
        "noindex": st.booleans(),
        "google_verification": st.sampled_from(["", "a1_-+/=."]),
        "bing_verification": st.sampled_from(["", "0123ABCD"]),
        "has_principles": st.booleans(),
        "disclaimer": OPTIONAL,
    }
)
