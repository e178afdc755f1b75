"""The labels before a question and before its answer: "Q:", "2)", "Question Three:"."""

import re
import unicodedata

_LABELS = r"(?:question|pregunta|frage|pergunta|domanda|vraag|вопрос|سؤال|السؤال|שאלה|问题|問題)"
_ANSWERS = (
    r"(?:answer|respuesta|antwort|réponse|resposta|risposta|antwoord|ответ|جواب|الجواب|תשובה"
    r"|回答|答案)"
)
_COUNTED = """one uno eins un|two dos zwei deux|three tres drei trois|four cuatro vier quatre
    |five cinco fünf cinq|six seis sechs|seven siete sieben sept|eight ocho acht huit
    |nine nueve neun neuf|ten diez zehn dix|eleven once elf onze|twelve doce zwölf douze"""
_WORDS = {
    word: number
    for number, words in enumerate(_COUNTED.split("|"), start=1)
    for word in words.split()
}
_COUNT = rf"(?:(?:#|no\.?|number|n[°º])?\s?\d{{1,3}}|{'|'.join(_WORDS)})?"
_COLON, _DASH = "[:：]", "[–—-]"
_ASKING = r"(?-i:Wh(?:at|ich|o|en|ere|y)|How|Is|Are|Do|Does|Did|Can|Could|Should|Will|Would)\b"
# "Q." needs a space after it, or "F.A.Q." and "P.M." would begin with a label;
# "Q10" is a vitamin as well.
_QUESTION_LABEL = re.compile(
    rf"(?:[QPFВ问問سש]\s?\d{{0,3}}\s?{_COLON}\s*|س\s?\d{{0,3}}\s?/\s*"
    rf"|Q\.\s?\d{{1,3}}\s?[.):：]\s*|Q\s?\d{{0,3}}[.)]\s+"
    rf"|Q\s?\d{{0,3}}\s?{_DASH}\s+|Q\.?\d{{1,3}}\s+(?={_ASKING})"
    rf"|FAQ\s?\d{{1,3}}\s?(?:[:：.)]|{_DASH})\s*"
    rf"|{_LABELS}\s?{_COUNT}\s?(?:[:：.)]|{_DASH})\s*)(?=\S)",
    re.I,
)
_ANSWER_LABEL = re.compile(
    rf"(?:[ARО答جת]\s?\d{{0,3}}\s?{_COLON}\s*|ج\s?\d{{0,3}}\s?/\s*|A\s?\d{{0,3}}[.)]\s+"
    rf"|A\s?\d{{0,3}}\s?{_DASH}\s+|{_ANSWERS}\s?{_COUNT}\s?(?:[:：.)]|{_DASH})\s*)",
    re.I,
)

_HAN_DIGITS = "一二三四五六七八九"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SCRIPT_WITHOUT_SPACES = "[\u3040-\u30ff\u3400-\u9fff]"
# A number counts what follows in small letters: "12- to 14-year-olds", "V. cholerae".
_BEGINS = r"(?=[\"“«¿¡]*[^\W\d_a-zß-öø-ÿ])"
_NUMBER = re.compile(
    rf"(?:\(?\d{{1,3}}[.):]|#\d{{1,3}}[.):]?)\s+(?=\S)"
    rf"|\d{{1,3}}\.?\s?{_DASH}\s+{_BEGINS}|\d{{1,3}}\.{_DASH}{_BEGINS}|\d{{1,3}}/\s+{_BEGINS}"
    rf"|(?:{'|'.join(reversed(_ROMAN))})[.)]\s+(?![A-Z]\.){_BEGINS}"
    rf"|(?:\d{{1,3}}|[{_HAN_DIGITS}十]{{1,3}})、\s*(?=\S)"
    rf"|(?:\d{{1,3}}[.．)）:：]|[(（](?:\d{{1,3}}|[{_HAN_DIGITS}十]{{1,3}})[)）])\s*"
    rf"(?={_SCRIPT_WITHOUT_SPACES})"
    r"|[①-⑳]\s*(?=\S)|\d\ufe0f?\u20e3\s*(?=\S)"
)


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


def label_number(label: str) -> int:
    """Return the number in a label, whatever it is written in, or 0."""
    for word in re.findall(r"\d+|[^\W\d_]+", unicodedata.normalize("NFKC", label)):
        if number := _value(word):
            return number
    return 0


def _value(word: str) -> int:
    if word.isdecimal():
        return int(word)
    if word in _ROMAN:
        return _ROMAN.index(word) + 1
    if re.fullmatch(f"[{_HAN_DIGITS}]?十?[{_HAN_DIGITS}]?", word):
        tens, ten, ones = word.rpartition("十")
        return (_han(tens) or 1) * 10 + _han(ones) if ten else _han(ones)
    return _WORDS.get(word.casefold(), 0)


def _han(digit: str) -> int:
    return _HAN_DIGITS.index(digit) + 1 if digit and digit in _HAN_DIGITS else 0
