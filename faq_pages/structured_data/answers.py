"""What an answer says, in the few tags that `Answer.text` may hold."""

from html import escape

from faq_pages import markup
from faq_pages.content import Callout, Image, Part, Question, Table, Text

# The HTML that Google documents for an answer's text; everything else that an
# answer shows is said in these.
ANSWER_TAGS = frozenset("h1 h2 h3 h4 h5 h6 br ol ul li a p div b strong i em".split())


def answer_html(question: Question, base: str) -> str:
    """Return the whole answer in the tags that `Answer.text` may hold, links absolute."""
    html = "".join(filter(None, map(_part_html, question.answer)))
    return markup.absolute_links(markup.clean(html, ANSWER_TAGS), base)


def _part_html(part: Part) -> str:
    match part:
        case Text():
            return part.html
        case Table():
            return _table_html(part)
        case Callout():
            return _callout_html(part)
        case Image():
            return _paragraph(part.caption)


def _table_html(table: Table) -> str:
    """Say a table as a list, one row an item: its own tags are not allowed."""
    header = [f"<strong>{escape(cell)}</strong>" for cell in table.header if cell]
    rows = [header, *([cell for cell in row if cell] for row in table.rows)]
    items = "".join(f"<li>{'<br>'.join(row)}</li>" for row in rows if row)
    return _paragraph(table.caption) + f"<ul>{items}</ul>"


def _callout_html(callout: Callout) -> str:
    heading = f"<p><strong>{escape(callout.heading)}</strong></p>" if callout.heading else ""
    return heading + callout.html


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""
