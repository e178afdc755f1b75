"""What the command prints of an import, for people and for programs."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from html import escape
from typing import Any

from faq_pages.content import (
    FAQ,
    Callout,
    CallToAction,
    Image,
    Part,
    Question,
    Section,
    Table,
    Text,
)
from faq_pages.importing.faq import Imported


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of one file. A refused one has a `message` and nothing else."""

    name: str
    imported: Imported | None = None
    message: str = ""
    has_failed: bool = False
    seconds: float = 0.0


def as_json(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as the object that `import_faq --json` prints."""
    imported = outcome.imported or Imported(faq=FAQ(title=""))
    faq = imported.faq
    return {
        "outcome": "import" if outcome.imported else "reject",
        "title": faq.title,
        "hero_image": imported.hero_image,
        "tldr": faq.tldr.html if faq.tldr else "",
        "tldr_heading": faq.tldr.heading if faq.tldr else "",
        "questions": [
            {"question": question.question, "answer": answer_html(question.answer)}
            for question in faq.questions
        ],
        "sections": [_section(each) for each in faq.sections if _says_more(each)],
        "sources": [asdict(each) for each in faq.sources],
        "cta": call_html(faq.call_to_action) if faq.call_to_action else None,
        "left_out": [str(each) for each in imported.left_out],
        "unsure": list(imported.unsure),
        "message": outcome.message,
        "seconds": round(outcome.seconds, 3),
    }


def as_text(outcome: Outcome) -> str:
    """Return what the command says of one file to people."""
    found = _found(outcome.imported) if outcome.imported else ()
    return "\n  ".join([outcome.name, *found, outcome.message or "Nothing was changed."])


def _found(imported: Imported) -> Iterator[str]:
    faq = imported.faq
    yield f"Title: {faq.title}"
    yield f"Short answer: {'yes' if faq.tldr else 'none'}"
    for number, each in enumerate(faq.questions, start=1):
        yield f"{number}. {each.question}"
    yield f"Call to action: {faq.call_to_action.words if faq.call_to_action else 'none'}"
    yield from (f"Left out: {text}" for text in imported.left_out)
    yield from (f"Please check: {sentence}" for sentence in imported.unsure)


def _says_more(section: Section) -> bool:
    """Whether `section` says more than its questions, which have a list of their own."""
    return bool(section.heading) or len(section.questions) < len(section.items)


def _section(section: Section) -> dict[str, Any]:
    between = [item for item in section.items if not isinstance(item, Question)]
    found: dict[str, Any] = {
        "heading": section.heading,
        "questions": [question.question for question in section.questions],
    }
    return {**found, "text": answer_html(between)} if between else found


def answer_html(parts: Iterable[Part]) -> str:
    """Return an answer as one piece of HTML, its tables, pictures and callouts included."""
    return "".join(map(_part_html, parts))


def _part_html(part: Part) -> str:
    match part:
        case Text(html=html):
            return html
        case Table():
            return _table_html(part)
        case Image(url=url, alt=alt, caption=caption):
            image = f'<img src="{escape(url)}" alt="{escape(alt)}">'
            return f"{image}<p>{escape(caption, quote=False)}</p>" if caption else image
        case Callout(heading=heading, html=html):
            title = f"<p><b>{escape(heading, quote=False)}</b></p>" if heading else ""
            return f"<blockquote>{title}{html}</blockquote>"


def call_html(call: CallToAction) -> str:
    """Return a call to action as HTML: its heading, its lines, its button."""
    heading = f"<h2>{escape(call.heading, quote=False)}</h2>" if call.heading else ""
    lines = "".join(f"<p>{escape(line, quote=False)}</p>" for line in call.text.splitlines())
    label = escape(call.button or call.url, quote=False)
    button = f'<p><a href="{escape(call.url)}">{label}</a></p>' if call.url else ""
    return heading + lines + button


def _table_html(table: Table) -> str:
    caption = f"<caption>{escape(table.caption, quote=False)}</caption>" if table.caption else ""
    header = "".join(f"<th>{escape(words, quote=False)}</th>" for words in table.header)
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in table.rows]
    if any(table.header):
        rows.insert(0, header)
    return f"<table>{caption}{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
