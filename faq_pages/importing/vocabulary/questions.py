"""What a question looks like, and the labels before it and before its answer."""

import re

from faq_pages.importing.vocabulary.phrases import normal

QUESTION_MARKS = "?？؟՞\u037e⁇"
_QUOTES_END, _MARKS = "\"'”’»)]", "*_ \u200f\u200e"
_OPENERS = "\"'“‘«([*_ \u200f\u200e"
_FULL_STOPS = ".!;:,。！；：，،…"
_INTERROGATIVES = frozenset(
    """what which who whom whose when where why how is are am was were do does did can could
    should shall will would may must qué cuál cuáles quién quiénes cuándo dónde cómo
    cuánto cuántos por para puedo puede debo debería es son hay""".split()
)


def ends_asking(text: str) -> bool:
    """Whether `text` ends with a question mark of any script, or opens with "¿".

    A question that is only quoted at the end is not its own.
    """
    if text.lstrip(_OPENERS).startswith("¿"):
        return True
    is_quoted = text.rstrip(_MARKS)[-1:] in _QUOTES_END
    bare = text.rstrip(_QUOTES_END + _MARKS)
    return bare.endswith(tuple(QUESTION_MARKS)) and (not is_quoted or text[0] in _OPENERS)


def asks(text: str) -> bool:
    """Whether `text` is a question, with or without its question mark."""
    if ends_asking(text):
        return True
    words = normal(text).split()
    return len(words) > 2 and words[0] in _INTERROGATIVES and not ends_sentence(text)


def asks_midway(text: str) -> bool:
    """Whether `text` asks and goes on, as "In pain? Call us." does."""
    return bool(re.search(rf"[{re.escape(QUESTION_MARKS)}]\s+\w", text))


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does, unlike most headings."""
    return text.rstrip(_QUOTES_END + _MARKS).endswith(tuple(_FULL_STOPS))
