"""What stands beside a text: tracked changes, comments, footnotes."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from faq_pages.importing.documents import LeftOut, Reason
from faq_pages.importing.fragments import words_of
from faq_pages.markup import plain_text, shorten

_QUOTE = 160
# What Word and Google Docs make of a comment, and of the mark that it hangs on.
_COMMENT_MARKS = (
    '.msocomanchor, a[href^="#_msocom"], [style*="mso-special-character:comment" i], '
    'a[href^="#cmnt"]:not([href^="#cmnt_ref"])'
)
_COMMENTS = '.msocomtxt, [style*="mso-element:comment" i], a[href^="#cmnt_ref"]'

_WORDS = re.compile(r"\S")
_TASK_MARK = re.compile(r"\s*\[([ xX✓✔]?)\]\s+(?=\S)")

_BLOCKS = ["p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"]
_WHOLES = ["ul", "ol", "table", "dl"]
_NOTE = ["li", "p", "div"]


def settle_changes(soup: BeautifulSoup) -> Iterator[str]:
    """Keep what tracked changes insert, drop what they delete; yield a sentence for each."""
    yield from (inserted(words) for element in soup.find_all("ins") if (words := words_of(element)))
    for element in soup.find_all("del"):
        if not element.decomposed and (words := words_of(element)):
            yield deleted(words)
        element.decompose()


def inserted(words: str) -> str:
    """Return what an editor must know of an insertion: it may change a clinical fact."""
    return (
        f"“{shorten(words, _QUOTE)}” was inserted by a tracked change that nobody has accepted "
        "yet. It is in the draft: check that it may stay."
    )


def deleted(words: str) -> str:
    """Return what an editor must know of a deletion."""
    return (
        f"“{shorten(words, _QUOTE)}” was deleted by a tracked change that nobody has accepted "
        "yet. It is not in the draft: check that it may go."
    )


def struck(words: str) -> str:
    """Return what an editor must know of words that are struck through."""
    return (
        f"“{shorten(words, _QUOTE)}” is struck through in the document, so it is not in the "
        "draft: check that it may go."
    )


def without_struck_words(soup: BeautifulSoup) -> Iterator[LeftOut]:
    """Take out what is struck through, and yield it.

    A page cannot show the line, and without it the words would say what somebody
    has taken back.
    """
    for element in soup.find_all(["s", "strike"]):
        if not element.decomposed and (words := words_of(element)):
            yield LeftOut(words, Reason.UNSUPPORTED)
        element.decompose()


def without_task_marks(soup: BeautifulSoup) -> Iterator[LeftOut]:
    """Take "[ ]" and "[x]" from the start of list items: nobody can tick a page."""
    for item in soup.find_all("li"):
        first = item.find(string=_WORDS)
        mark = _TASK_MARK.match(first) if first is not None else None
        if first is None or mark is None:
            continue
        first.replace_with(first[mark.end() :])
        if mark[1].strip():
            yield LeftOut(mark[0].strip(), Reason.LAYOUT)


def without_comments(soup: BeautifulSoup) -> Iterator[LeftOut]:
    """Take out comments and the marks that they hang on; yield them."""
    for mark in soup.select(_COMMENT_MARKS):
        if not mark.decomposed:
            yield from _taken_out(mark)
    for comment in soup.select(_COMMENTS):
        if not comment.decomposed:
            yield from _taken_out(_whole_comment(comment))


def _whole_comment(element: Tag) -> Tag:
    """Return the box that a comment of Google Docs stands in, itself for Word's."""
    if element.name != "a":
        return element
    box = element.find_parent("div") or element.find_parent("p")
    marks = box.select('a[href^="#cmnt_ref"]') if box else []
    return box if box and len(marks) == 1 else element.find_parent("p") or element


def _taken_out(element: Tag) -> Iterator[LeftOut]:
    words = words_of(element)
    element.decompose()
    if words:
        yield LeftOut(words, Reason.COMMENT)


# -- Footnotes -----------------------------------------------------------------


def place_footnotes(soup: BeautifulSoup) -> Iterator[str]:
    """Move each footnote below the paragraph that refers to it; yield a sentence for each.

    At the end of a document it would be part of the last answer. A mark and its
    note link to each other, whatever program wrote them.
    """
    targets = {
        str(name): element
        for element in soup.find_all(["a", "div", "li", "p", "span"])
        for name in (element.get("id"), element.get("name"))
        if name
    }
    last: dict[int, Tag] = {}
    for mark in soup.select('a[href^="#"]'):
        note = None if mark.decomposed else _note_of(mark, targets)
        if note is None:
            continue
        label, words = words_of(mark), _note_html(note)
        block = _block_of(mark)
        after = last.get(id(block), block)
        paragraph = soup.new_tag("p")
        paragraph.extend(BeautifulSoup(f"{label} {words}", "html.parser").contents[:])
        after.insert_after(paragraph)
        last[id(block)] = paragraph
        if mark.find_parent("sup"):
            mark.unwrap()
        else:
            mark.name, mark.attrs = "sup", {}
        yield (
            f"The footnote {label}, “{shorten(plain_text(words), _QUOTE)}”, now stands below the "
            "text that it belongs to."
        )


def _note_of(mark: Tag, targets: dict[str, Tag]) -> Tag | None:
    """Return the element of the note that `mark` refers to, None if it is no such mark."""
    names = {str(mark.get("id") or ""), str(mark.get("name") or "")} - {""}
    parent = mark.find_parent("sup")
    names |= {str(parent.get("id"))} if parent and parent.get("id") else set()
    target = targets.get(str(mark["href"])[1:])
    if not names or target is None or target is mark:
        return None
    back = [target, *target.find_all("a")] if target.name != "a" else [target]
    links_back = any(str(link.get("href") or "")[1:] in names for link in back if link is not mark)
    is_after = links_back and mark.sourceline is not None and _stands_after(mark, target)
    if not is_after:
        return None
    whole = target if target.name in set(_NOTE) else target.find_parent(_NOTE)
    parent_box = whole.find_parent("div") if whole is not None and whole.name == "p" else None
    if parent_box is not None and len(parent_box.select('a[href^="#"]')) == 1:
        return parent_box
    return whole


def _stands_after(mark: Tag, target: Tag) -> bool:
    return any(element is target for element in mark.next_elements)


def _note_html(note: Tag) -> str:
    """Return what a note says, and take it out of the document."""
    for back in note.select('a[href^="#"]'):
        back.decompose()
    blocks = note.find_all("p") or [note]
    html = "<br/>".join(block.decode_contents().strip() for block in blocks)
    rest = note.parent
    note.decompose()
    if rest is not None and rest.name in _WHOLES and not rest.get_text(strip=True):
        rest.decompose()
    return html


def _block_of(mark: Tag) -> Tag:
    """Return the paragraph that `mark` is in, the whole list or table if it is in one."""
    block = mark.find_parent(_BLOCKS) or mark
    wholes = block.find_parents(_WHOLES)
    return wholes[-1] if wholes else block
