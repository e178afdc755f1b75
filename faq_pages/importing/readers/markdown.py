"""The reader of Markdown: CommonMark with tables, footnotes and definition lists."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from faq_pages.importing.documents import Document, LeftOut, Reason
from faq_pages.importing.readers.html import read_html
from faq_pages.importing.vocabulary import answer_label, ends_asking, question_label

# What only Markdown has. A "-" or a number before a line is as well a typed list.
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.M)
_UNDERLINED = re.compile(r"^\S.*\n(?:={3,}|-{3,})[ \t]*$", re.M)
_LINK = re.compile(r"!?\[[^\]\n]{1,300}\]\((?:<[^>\n]+>|[^\s()]{1,500})(?:\s+\"[^\"\n]*\")?\)")
_BOLD_LINE = re.compile(r"^\*\*\S[^*\n]{0,250}\*\*[ \t]*$", re.M)
_TABLE = re.compile(r"^\|?[ \t]*:?-{3,}:?[ \t]*\|(?:[ \t:|-]*)$", re.M)

_FRONT_MATTER_TITLE = re.compile(r"^title:[ \t]*(.+?)[ \t]*$", re.M | re.I)
# A letter of a list, as of a citation, is not what "(c)" becomes elsewhere.
_CAPTION = re.compile(r"<p>(?P<label>Table:)\s+(?P<caption>[^\n]*?)</p>\s*<table>")
# Pandoc's name for a heading: "## Is it safe? {#safe}".
_HEADING_ID = re.compile(r"(?<=\S)[ \t]+\{#[\w:.-]+(?:[ \t][^{}\n]*)?\}[ \t]*$", re.M)
_OPTIONS = {"html": True, "linkify": False, "typographer": False}


def looks_like_markdown(text: str) -> bool:
    """Whether `text` has marks that a writer of plain text does not make."""
    signs = [
        len(_HEADING.findall(text)) > 1,
        bool(_LINK.search(text)),
        len(_BOLD_LINE.findall(text)) > 1,
        bool(_TABLE.search(text)),
        bool(_HEADING.search(text)) and bool(_UNDERLINED.search(text) or _BOLD_LINE.search(text)),
    ]
    return any(signs)


def read_markdown(name: str, text: str) -> Document:
    """Return Markdown as a document, or raise Refusal. HTML in it is read as such."""
    parser = (
        MarkdownIt("commonmark", _OPTIONS)
        .enable(["table", "strikethrough"])
        .use(deflist_plugin)
        .use(footnote_plugin)
        .use(front_matter_plugin)
    )
    # What an unsafe link says is kept, and its address named: otherwise its source is text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # markdown-it's own way
    tokens = parser.parse(_HEADING_ID.sub("", text))
    for token in tokens:
        _keep_turns(token.children or [])
    matter = next((token.content for token in tokens if token.type == "front_matter"), "")
    match = _FRONT_MATTER_TITLE.search(matter)
    title = match[1].strip("\"' ") if match else ""
    captions, html = _with_captions(parser.renderer.render(tokens, parser.options, {}))
    # A title above the text is one of it, unless the text has one heading of that level.
    if title and html.count("<h1>") != 1:
        html = f"<h1>{escape(title)}</h1>{html}"
    document = read_html(name, html)
    left_out = [LeftOut(" ".join(matter.split()), Reason.LAYOUT)] if matter.strip() else []
    left_out += [LeftOut(label, Reason.LAYOUT) for label in captions]
    return replace(
        document, title=title or document.title, left_out=(*left_out, *document.left_out)
    )


def _keep_turns(children: Sequence[Token]) -> None:
    """Keep the line break after a question or before an answer; elsewhere it is a space.

    "Q: Is it safe?" and "A: Yes." stand on lines of their own, and so does a bold
    question above its answer.
    """
    line: list[Token] = []
    is_first = True
    for index, token in enumerate(children):
        if token.type not in {"softbreak", "hardbreak"}:
            line.append(token)
            continue
        after = list(takewhile(lambda each: not each.type.endswith("break"), children[index + 1 :]))
        if _takes_turn(_words(after)) or (is_first and _asks(line)):
            token.type, token.tag = "hardbreak", "br"
        line, is_first = [], False


def _takes_turn(words: str) -> bool:
    return bool(question_label(words) or answer_label(words))


def _asks(line: Sequence[Token]) -> bool:
    shown = [token for token in line if token.content or token.nesting]
    is_bold = bool(shown) and shown[0].type == "strong_open" and shown[-1].type == "strong_close"
    return ends_asking(_words(line)) or is_bold


def _words(line: Iterable[Token]) -> str:
    return "".join(token.content for token in line).strip()


def _with_captions(html: str) -> tuple[list[str], str]:
    """Return the labels of captions, and the HTML with each caption in its table.

    Pandoc writes the caption of a table as a paragraph next to it: "Table: Doses".
    """
    labels: list[str] = []

    def caption(match: re.Match[str]) -> str:
        labels.append(match["label"])
        return f"<table><caption>{match['caption']}</caption>"

    return labels, _CAPTION.sub(caption, html)
