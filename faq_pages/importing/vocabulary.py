"""The words by which a written document shows its layout, in several languages.

Pure data and the few questions asked of it. A new language is a few words
here; nothing else in the importer knows any.
"""

import re
import unicodedata
from collections.abc import Iterable


def normal(text: str) -> str:
    """Return `text` for comparison: lower case, words only, one space between."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", folded.replace("tl;dr", "tldr")))


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(map(normal, listed.split("|")))


# -- Lines that are layout -----------------------------------------------------

CONTENTS = _phrases(
    """on this page|in this article|in this guide|in this section|contents|table of contents
    |page contents|jump to|jump to section|skip to|quick links|en esta página|en este artículo
    |contenido|contenidos|índice|tabla de contenidos|sur cette page|sommaire|table des matières
    |auf dieser seite|inhalt|inhaltsverzeichnis|nesta página|neste artigo|conteúdo
    |in questa pagina|indice|op deze pagina|inhoud|на этой странице|содержание|目录|目次
    |في هذه الصفحة|المحتويات|בעמוד זה|תוכן העניינים"""
)
BACK_LINKS = _phrases(
    """back to top|return to top|top of page|to top|print this page|share this page|skip to content
    |skip to main content|expand all|collapse all|open all|close all|show all|hide all
    |volver arriba|retour en haut|nach oben|voltar ao topo"""
)

# The first line names the jargon that patients never read; the others are
# headings that an author may want to keep.
TLDR_JARGON = frozenset({"tldr", "tl dr"})
TLDR = TLDR_JARGON | _phrases(
    """summary|quick summary|short summary|executive summary|in short|in brief|in a nutshell
    |at a glance|the short answer|short answer|quick answer|key points|key takeaways|key facts
    |takeaways|the bottom line|resumen|en resumen|en breve|en pocas palabras|puntos clave
    |lo esencial|résumé|en résumé|en bref|l essentiel|points clés|zusammenfassung|kurz gefasst
    |in kürze|auf einen blick|das wichtigste in kürze|resumo|em resumo|em poucas palavras
    |pontos principais|riassunto|in breve|in sintesi|samenvatting|in het kort|кратко|резюме
    |коротко|摘要|总结|概要|tóm tắt|ملخص|الخلاصة|باختصار|תקציר|בקצרה|סיכום"""
)
SOURCES = _phrases(
    """sources|source|references|bibliography|works cited|citations|fuentes|referencias
    |bibliografía|sources et références|références|bibliographie|quellen|literatur
    |referências|fontes|fonti|riferimenti|bibliografia|bronnen|источники|参考文献|المصادر
    |מקורות"""
)

# -- Questions -----------------------------------------------------------------

_QUESTION_MARKS = "?？؟՞\u037e⁇"
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

# -- Invitations: the words of a call to action --------------------------------

INVITATIONS = (
    "here to help", "here for you", "we can help", "get help", "get in touch", "get started",
    "contact us", "contact our", "call us", "call our", "call today", "call now", "talk to us",
    "talk to our", "talk with us", "talk with our", "speak to us", "speak with us",
    "speak with our", "speak to our", "reach out", "book a", "book an", "book your", "book now",
    "schedule a", "schedule an", "schedule your", "schedule now", "make an appointment",
    "request an appointment", "request a", "find relief", "find a doctor", "find a clinic",
    "visit us", "see us", "one click", "click here", "learn more today", "take the next step",
    "take the first step", "don t wait", "ask us", "send us", "message us", "sign up",
    "have questions", "have a question", "any questions", "more questions", "other questions",
    "need help", "need advice",
    "need an appointment", "ready to", "in pain", "want to know more", "looking for",
    "estamos aquí para", "estamos para ayudar", "podemos ayudar", "llámenos", "llame",
    "contáctenos", "contacte con", "póngase en contacto", "pida una cita", "pida su cita",
    "reserve una cita", "reserve su cita", "solicite una cita", "tiene preguntas", "tiene dudas",
    "contactez nous", "appelez nous", "prenez rendez vous", "rufen sie uns", "kontaktieren sie uns",
    "termin vereinbaren", "vereinbaren sie", "entre em contato", "agende sua",
    "marque uma consulta",
)  # fmt: skip
# These open an invitation with a question word: "Are you ready to move again?"
_OPENER = re.compile(
    r"(?:are you|do you|still|have|need|ready|want|looking|tired|in|tiene|necesita|listo|lista)\b"
)
_INVITATION = re.compile(rf"\b(?:{'|'.join(map(re.escape, INVITATIONS))})\b")

# Seven digits: "Call 911" is advice.
_PHONE_CALL = re.compile(r"\b(?:call|text|phone|llame)\b\D{0,20}\d(?:[\s().-]{0,3}\d){6}", re.I)


def is_one_of(text: str, phrases: Iterable[str]) -> bool:
    """Whether `text` says exactly one of `phrases`, punctuation apart."""
    return normal(text) in phrases


def tldr_label(text: str) -> str:
    """Return the label of a summary that `text` begins with, as "TLDR: ", or ""."""
    match = re.match(r"[^:–—]{2,40}(?::|\s[–—-])\s+(?=\S)", text)
    return match[0] if match and is_one_of(match[0], TLDR) else ""


def is_copyright(text: str) -> bool:
    """Whether `text` only says whose the document is."""
    return len(text) < 150 and bool(re.match(r"(?:©|\(c\)\s|copyright\b)", text, re.I))


def ends_asking(text: str) -> bool:
    """Whether `text` ends with a question mark of any script, or opens with "¿".

    A question that is only quoted at the end is not its own.
    """
    if text.lstrip(_OPENERS).startswith("¿"):
        return True
    is_quoted = text.rstrip(_MARKS)[-1:] in _QUOTES_END
    bare = text.rstrip(_QUOTES_END + _MARKS)
    return bare.endswith(tuple(_QUESTION_MARKS)) and (not is_quoted or text[0] in _OPENERS)


def asks(text: str) -> bool:
    """Whether `text` is a question, with or without its question mark."""
    if ends_asking(text):
        return True
    words = normal(text).split()
    return len(words) > 2 and words[0] in _INTERROGATIVES and not ends_sentence(text)


def asks_midway(text: str) -> bool:
    """Whether `text` asks and goes on, as "In pain? Call us." does."""
    return bool(re.search(rf"[{re.escape(_QUESTION_MARKS)}]\s+\w", text))


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does, unlike most headings."""
    return text.rstrip(_QUOTES_END + _MARKS).endswith(tuple(_FULL_STOPS))


def invites(text: str) -> bool:
    """Whether `text` asks readers to get in touch."""
    return bool(_INVITATION.search(normal(text)) or _PHONE_CALL.search(text))


def opens_an_invitation(text: str) -> bool:
    """Whether `text` asks readers about themselves in order to invite them."""
    if not invites(text):
        return False
    # "Still sore? Call us." says itself what the question is for.
    after = re.split(rf"[{re.escape(_QUESTION_MARKS)}]", text)[1:]
    return bool(_OPENER.match(normal(text))) or any(map(invites, after))


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
