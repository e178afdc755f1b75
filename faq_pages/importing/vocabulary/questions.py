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
_LABELS = r"(?:question|pregunta|frage|pergunta|domanda|vraag|вопрос|سؤال|שאלה)"
_ANSWERS = r"(?:answer|respuesta|antwort|réponse|resposta|risposta|antwoord|ответ|جواب|תשובה)"
# "Q." needs a space after it, or "F.A.Q." and "P.M." would begin with a label.
_QUESTION_LABEL = re.compile(
    rf"(?:[QPFВ]\s?\d{{0,3}}\s?:\s*|Q\s?\d{{0,3}}[.)]\s+|{_LABELS}\s?\d{{0,3}}\s?[:.)–-]\s*)(?=\S)",
    re.I,
)
_ANSWER_LABEL = re.compile(
    rf"(?:[ARО]\s?\d{{0,3}}\s?:\s*|A\s?\d{{0,3}}[.)]\s+|{_ANSWERS}\s?\d{{0,3}}\s?[:.)–-]\s*)",
    re.I,
)
_NUMBER = re.compile(r"(?:\(?\d{1,3}[.):]|#\d{1,3}[.):]?)\s+(?=\S)")


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


def question_label(text: str) -> str:
    """Return the label that `text` begins with, such as "Q:" or "Question 2.", or ""."""
    match = _QUESTION_LABEL.match(text)
    return match[0] if match else ""


def number_label(text: str) -> str:
    """Return the number that `text` begins with, such as "2)", or ""."""
    match = _NUMBER.match(text)
    return match[0] if match else ""


def answer_label(text: str) -> str:
    """Return the label that an answer begins with, such as "A:", or ""."""
    match = _ANSWER_LABEL.match(text)
    return match[0] if match else ""
