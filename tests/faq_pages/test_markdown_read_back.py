"""An FAQ as Markdown, read back: it says the same, and no text has turned into markup."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from faq_pages import content, markup
from faq_pages.markdown import faq_markdown
from tests.faq_pages.faqs import faqs

PLAIN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# Some read more into a text than there is in CommonMark.
EXTENDED = (
    MarkdownIt("commonmark", {"html": True})
    .enable(["table", "strikethrough"])
    .use(deflist_plugin)
    .use(footnote_plugin)
)


def rendered(source: str, parser: MarkdownIt = EXTENDED) -> BeautifulSoup:
    return BeautifulSoup(parser.render(source), "html.parser")


# -- Any text and any HTML -----------------------------------------------------

# fmt: off
_PIECES = [
    *"*_[]<>&#|`-+=~!:\\()\"'$^/ab", " ", "  ", "    ", "\n", "\xa0", "\u2003", "\u2028",
    "1.", "2)", "10. ", "- ", "é", "字", "שלום", "مرحبا", "🙂", "🩺\ufe0f", "\u0301", "\u200f",
    "\u200d", "“", "”", "€", "&amp;", "&lt;", "&#42;", "<b>", "</b>", "<br>", "<!--", "-->",
    "<http://x.y/>", "http://x.y/", "](x)", "[a]: b", "**", "***", "---", "===", "~~~", "```",
    ":-:", "| - |", "Table: ", "[!NOTE]", "[ ] ", ": ", "[^1]", "^[x]", "\\|",
]
# fmt: on
HOSTILE = st.lists(st.sampled_from(_PIECES), max_size=8).map("".join)
ADDRESSES = st.lists(
    st.sampled_from([*"ab()[]<>*_|\\&;#?'` ", "&amp;", "&#42;", "é", "%20"]), max_size=6
).map(lambda pieces: "https://e.org/" + "".join(pieces))


def spans(depth: int) -> st.SearchStrategy[str]:
    """Inline HTML, with elements in elements."""
    leaf = HOSTILE.map(escape) | st.just("<br>")
    if not depth:
        return leaf
    inner = st.lists(spans(depth - 1), max_size=3).map("".join)
    element = st.builds(
        lambda tag, html: f"<{tag}>{html}</{tag}>",
        st.sampled_from(["b", "strong", "i", "em", "sub", "sup"]),
        inner,
    )
    link = st.builds(lambda url, html: f'<a href="{escape(url)}">{html}</a>', ADDRESSES, inner)
    return leaf | element | link


RUNS = st.lists(spans(2), max_size=4).map("".join)


def fragments(depth: int) -> st.SearchStrategy[str]:
    """Blocks of HTML, with lists in lists."""
    block = RUNS | st.builds(
        lambda tag, html: f"<{tag}>{html}</{tag}>",
        st.sampled_from(["p", "p", "p", "h3", "h4", "h5", "h6"]),
        RUNS,
    )
    if depth:
        items = st.lists(fragments(depth - 1), min_size=1, max_size=3)
        block |= st.builds(
            lambda tag, items: f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>",
            st.sampled_from(["ul", "ol"]),
            items,
        )
    return st.lists(block, max_size=4).map("".join)


ANSWERS = fragments(3).map(markup.clean)


# -- What HTML says, and how -------------------------------------------------


def said(nodes: Iterable[PageElement]) -> list[Any]:
    """What blocks say: the text of each, how its characters are marked, and its links."""
    found: list[Any] = []
    run: list[PageElement] = []
    for node in [*nodes, None]:
        if node is not None and not (isinstance(node, Tag) and node.name in markup.BLOCKS):
            run.append(node)
            continue
        found += said_by_run("p", run)
        run = []
        if not isinstance(node, Tag):
            continue
        if node.name in {"ul", "ol"}:
            items = node.find_all("li", recursive=False)
            found.append((node.name, [said(item.children) for item in items]))
        elif node.name == "p":
            found += said(node.children)
        else:
            found += said_by_run(node.name, list(node.children))
    return found


def said_by_run(tag: str, nodes: list[PageElement]) -> list[Any]:
    characters = [each for node in nodes for each in characters_of(node, frozenset())]
    text = "".join(character for character, _ in characters)
    text = re.sub(" *\n *", "\n", re.sub("[ \u2028]+", " ", text)).strip(" \n")
    marked = [each for each in characters if not each[0].isspace()]
    links = [link for node in nodes for link in links_of(node)]
    return [(tag, text if text.strip() else "", marked, links)] if text.strip() or links else []


def characters_of(node: PageElement, marks: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    if isinstance(node, NavigableString):
        yield from ((character, marks) for character in node.replace("\n", " "))
    elif isinstance(node, Tag) and node.name == "br":
        yield "\n", marks
    elif isinstance(node, Tag):
        name = {"strong": "b", "em": "i"}.get(node.name, node.name)
        for child in node.children:
            yield from characters_of(child, marks | {name})


def links_of(node: PageElement) -> list[tuple[str, str]]:
    found = [node] if isinstance(node, Tag) and node.name == "a" else []
    found += node.find_all("a") if isinstance(node, Tag) else []
    return [
        (unquote(str(link["href"])).strip(), "".join(link.get_text().split())) for link in found
    ]


# -- Read back ----------------------------------------------------------------


@given(ANSWERS)
def test_an_answer_read_back_says_the_same(html: str):
    text = content.Text(html=html)
    source = faq_markdown(content.FAQ(title="", sections=(content.Section(items=(text,)),)))
    original = BeautifulSoup(html, "html.parser")
    for parser in (PLAIN, EXTENDED):
        assert said(rendered(source, parser).children) == said(original.children), source


@given(st.lists(st.lists(ANSWERS, min_size=2, max_size=2), max_size=3), HOSTILE, HOSTILE)
def test_a_table_read_back_says_the_same(rows: list[list[str]], heading: str, caption: str):
    table = content.Table(header=(heading, ""), rows=tuple(map(tuple, rows)), caption=caption)
    source = faq_markdown(content.FAQ(title="T", sections=(content.Section(items=(table,)),)))
    read = rendered(source)
    cells = [said(cell.children) for cell in read.find_all("td")]
    originals = [BeautifulSoup(html, "html.parser") for row in rows for html in row]
    assert cells == [said(original.children) for original in originals], source
    assert same(read.th.get_text(), heading)
    captions = [p.get_text() for p in read.find_all("p", recursive=False)]
    assert same(" ".join(captions), f"Table: {caption}" if caption.split() else "")


def same(text: str, original: str) -> bool:
    return text.split() == original.split()


@given(st.lists(HOSTILE, min_size=9, max_size=9), ADDRESSES)
def test_no_plain_text_turns_into_markup(texts: list[str], url: str):
    words = iter(texts)
    title, heading, question, alert, alt, caption, source, publisher, call = words
    image = content.Image(url=url, width=1, height=1, alt=alt, caption=caption)
    callout = content.Callout(level="note", heading=alert, html="<p>Text</p>")
    read = rendered(
        faq_markdown(
            content.FAQ(
                title=title,
                sections=(
                    content.Section(
                        heading=heading,
                        items=(
                            content.Question(question=f"{question} Q", answer=(image, callout)),
                        ),
                    ),
                ),
                sources=(content.Source(title=source, publisher=publisher, url=url),),
                call_to_action=content.CallToAction(text=call, button=call, url=url),
            )
        )
    )
    headings = [title, heading, f"{question} Q", "Sources"]
    written = [each.get_text().split() for each in read.find_all(re.compile(r"h\d"))]
    assert written == [each.split() for each in headings if each.split()]
    assert same(str(read.img["alt"]), alt)
    assert same(str(read.img.get("title", "")), caption)
    assert same(read.blockquote.get_text(), f"[!NOTE] {alert} Text")
    assert {unquote(str(link["href"])).strip() for link in read.find_all("a")} == {
        unquote(url).strip()
    }
    listed = filter(None, (source.strip() or url.strip(), publisher.strip()))
    assert same(read.li.get_text(), ", ".join(listed))
    assert {tag.name for tag in read.find_all(True)} <= set(
        "h1 h2 h3 p img blockquote strong ul li a hr".split()
    )


@given(faqs())
def test_a_whole_faq_keeps_its_headings_tables_and_alerts(faq: content.FAQ):
    read = rendered(faq_markdown(faq))
    parts = [part for question in faq.questions for part in question.answer]
    headings = [each.get_text() for each in read.find_all(["h2", "h3"])]
    assert [each for each in headings if each.endswith("?") and "talk" not in each] == [
        question.question for question in faq.questions
    ]
    assert len(read.find_all("table")) == sum(isinstance(part, content.Table) for part in parts)
    assert len(read.find_all("blockquote")) == sum(
        isinstance(part, content.Callout) for part in parts
    )
