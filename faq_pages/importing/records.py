"""One FAQ as a line of JSON, read into content.

    {"id": "a1", "title": "Tea", "url": "https://example.org/tea", "tldr": "...",
     "questions": [{"question": "Is it safe?", "answer": "Yes."}]}

`focus` may stand for `title`, and `synonyms` lists other names of it, for search;
other keys are for others. A text is plain, or HTML if it begins with a tag.
Pure: no database, no settings.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from faq_pages import content, markup
from faq_pages.importing.chunks import parts_of
from faq_pages.importing.documents import Refusal
from faq_pages.importing.lines import lines_of
from faq_pages.importing.prose import printable, prose_html
from faq_pages.importing.readers.html import read_html

# As much as the fields hold.
MAX_ID = 255
_MAX_SOURCE_TITLE = 255
_MAX_URL = 2048

_QUOTE_LENGTH = 60
_BEGINS_WITH_TAG = re.compile(r"\s*<(?:!--|!doctype\b|/?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>)", re.I)
_NAMES: Mapping[type, str] = {str: "a text", list: "a list", dict: "an object"}


@dataclass(frozen=True, kw_only=True)
class Record:
    """An FAQ, the id that it has where it came from, and other names of its subject.

    `digest` is a SHA-256 of what it says, `notes` are sentences on what was left
    out of it or is to be checked.
    """

    id: str
    faq: content.FAQ
    also_called: tuple[str, ...] = ()
    digest: str = ""
    notes: tuple[str, ...] = ()


def read_record(line: str | bytes) -> Record:
    """Return the FAQ on a line of JSON, or raise Refusal."""
    data = _parsed(line)
    id = _id(data)
    title = _words(data, "title") or _words(data, "focus")
    if not title:
        raise Refusal("it has no title: give it a “title” or a “focus” with words.")
    notes: list[str] = []
    before, tldr = _tldr(_text(data, "tldr", "the record"), notes)
    questions = _questions(data, notes)
    return Record(
        id=id,
        faq=content.FAQ(
            title=title,
            tldr=tldr,
            sections=(content.Section(items=(*before, *questions)),),
            sources=_sources(title, _text(data, "url", "the record")),
        ),
        also_called=_synonyms(data, notes),
        digest=hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest(),
        notes=tuple(notes),
    )


# -- JSON ------------------------------------------------------------------------


def _parsed(line: str | bytes) -> Mapping[str, Any]:
    try:
        text = line.decode() if isinstance(line, bytes) else line
    except UnicodeDecodeError as error:
        raise Refusal(
            f"byte {error.start + 1} of the line is not UTF-8: save the file as UTF-8."
        ) from None
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refusal(
            f"it is not JSON: {error.msg} at character {error.pos + 1}. Write one object a line."
        ) from None
    except (RecursionError, ValueError):
        raise Refusal("it is JSON that nobody can read: too deep, or a number too long.") from None
    if not isinstance(data, dict):
        raise Refusal(f"it is {_kind(data)}: write one object a line, with “id” and “questions”.")
    return data


def _text(data: Mapping[str, Any], key: str, owner: str) -> str:
    """Return the text at `key`, "" if there is none."""
    value = data.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refusal(f"“{key}” of {owner} is {_kind(value)}: write a text.")
    return printable(value)


def _words(data: Mapping[str, Any], key: str) -> str:
    return " ".join(_text(data, key, "the record").split())


def _kind(value: object) -> str:
    """Return what `value` is, as a sentence names it."""
    return _NAMES.get(type(value)) or f"`{json.dumps(value)[:_QUOTE_LENGTH]}`"


# -- Its parts -------------------------------------------------------------------


def _id(data: Mapping[str, Any]) -> str:
    if data.get("id") is None:
        raise Refusal("it has no “id”: give it one that no other record has.")
    id = _text(data, "id", "the record").strip()
    if not id:
        raise Refusal("its “id” is empty: give it one that no other record has.")
    if len(id) > MAX_ID:
        raise Refusal(
            f"its “id”, “{markup.shorten(id, _QUOTE_LENGTH)}”, has {len(id)} characters: "
            f"give it one of at most {MAX_ID}."
        )
    return id


def _synonyms(data: Mapping[str, Any], notes: list[str]) -> tuple[str, ...]:
    found = data.get("synonyms") or []
    names = found if isinstance(found, list) else [found]
    if any(not isinstance(name, str) for name in names) or names is not found:
        notes.append("What is no text in the list “synonyms” was left out.")
    texts = (printable(name) for name in names if isinstance(name, str) and names is found)
    return tuple(words for text in texts if (words := " ".join(text.split())))


def _questions(data: Mapping[str, Any], notes: list[str]) -> Sequence[content.Question]:
    found = data.get("questions")
    if found is None or found == []:
        raise Refusal("it has no questions: “questions” must be a list with one or more.")
    if not isinstance(found, list):
        raise Refusal(f"“questions” is {_kind(found)}: write a list of objects.")
    return [_question(number, value, notes) for number, value in enumerate(found, start=1)]


def _question(number: int, value: object, notes: list[str]) -> content.Question:
    name = f"question {number}"
    if not isinstance(value, dict):
        raise Refusal(f"{name} is {_kind(value)}: write an object with “question” and “answer”.")
    question = _mended(_text(value, "question", name))
    if not any(map(str.isalnum, question)):
        raise Refusal(f"{name} has no words in “question”: write what is asked, or leave it out.")
    answer = _parts(_text(value, "answer", name), f"The answer to {name}", notes)
    return content.Question(question=question, answer=answer)


def _mended(question: str) -> str:
    """Return `question` on one line, "What is it ? ?" with its one question mark."""
    question = " ".join(question.split())
    words = question.rstrip(" ?")
    return f"{words}?" if "?" in question[len(words) :] else words


def _tldr(text: str, notes: list[str]) -> tuple[Sequence[content.Part], content.TLDR | None]:
    """Return the TLDR, and what it cannot hold to stand after it."""
    parts = _parts(text, "The “tldr”", notes)
    html = "".join(part.html for part in parts if isinstance(part, content.Text))
    rest = [part for part in parts if not isinstance(part, content.Text)]
    return rest, content.TLDR(html=html) if html else None


def _parts(text: str, name: str, notes: list[str]) -> tuple[content.Part, ...]:
    """Return the parts of a text, plain or HTML; `name` is what notes call it."""
    if not _BEGINS_WITH_TAG.match(text):
        html = prose_html(text)
        return (content.Text(html=html),) if html else ()
    document = read_html(name, text)
    notes += [f"{name}: {sentence}" for sentence in document.unsure]
    notes += [
        f"{name}: “{each.text}” was left out ({each.reason.value})." for each in document.left_out
    ]
    lines = lines_of(document.html)
    notes += [
        f"{name}: the picture “{line.picture_name}” was not brought in."
        for line in lines
        if line.picture_name
    ]
    return parts_of([line for line in lines if not line.image])


def _sources(title: str, url: str) -> tuple[content.Source, ...]:
    url = url.strip()
    if not _is_web_address(url):
        return ()
    return (content.Source(title=markup.shorten(title, _MAX_SOURCE_TITLE), url=url),)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_one = len(url) <= _MAX_URL and not any(map(str.isspace, url))
    return is_one and parts.scheme in {"http", "https"} and bool(parts.hostname)
