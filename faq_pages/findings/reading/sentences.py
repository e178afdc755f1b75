"""Text divided into sentences and words, as the formulas of reading count them."""

import re
from collections.abc import Iterator

# A full stop after these ends no sentence.
_ABBREVIATED = frozenset(
    """approx apt art assn ave dept dr e.g ed est etc fig figs fr gen hon i.e inc jr lt messrs mr
    mrs ms mt no nos p.o pp ph.d prof rev sgt sr st u.s u.s.a vol vs""".split()
)
# These may end one: "at 9 a.m. Then", "etc. They"; a capital tells.
_END = re.compile(r"[.!?…。！？؟]+[\"'”’»)\]]*(?=\s|$)|[。！？]+")
_LAST_WORD = re.compile(r"([^\s(\[“\"]+)$")
_WORD = re.compile(r"\d[\d.,:/%]*|[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*")


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`. Each line, such as an item of a list, ends one."""
    return [
        sentence
        for line in text.splitlines()
        for sentence in _of_line(" ".join(line.split()))
        if any(map(str.isalpha, sentence))
    ]


def _of_line(line: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(line):
        if match[0].startswith(".") and not _ends(line, match):
            continue
        yield line[start : match.end()].strip()
        start = match.end()
    if rest := line[start:].strip():
        yield rest


def _ends(line: str, match: re.Match[str]) -> bool:
    """Whether the full stop at `match` ends a sentence."""
    after = line[match.end() :].lstrip()
    if not after:
        return True
    if after[0].islower():
        return False
    before = _LAST_WORD.search(line, max(0, match.start() - 24), match.start())
    word = before[1] if before else ""
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return not is_initial and word.casefold() not in _ABBREVIATED


def words(text: str) -> list[str]:
    """Return the words of `text`; a number is one, and so is a hyphenated word."""
    return _WORD.findall(text)
