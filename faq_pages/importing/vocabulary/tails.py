"""The words of lines about the page itself, and of emergencies, that stand at its end."""

import re

from faq_pages.importing.vocabulary.phrases import any_of, normal

_LONGEST = 600
_LONGEST_LINE = 200

# -- Who wrote it, and when ------------------------------------------------------

_DONE = (
    r"(?:reviewed|written|authored|updated|edited|published|posted|fact[ -]checked|checked|approved"
    r"|revised|modified|created|issued)"
)
_NAME = r"(?:(?:the|our|la|el|le|l['’]|dem|der|unserem)\s?)?(?:[A-Z]|\w*\s?(?:team|staff|board)\b)"
# "Reviewed by your nurse each week" is advice: a name has a capital letter.
_PERSON = re.compile(
    rf"(?:(?i:(?:medically|clinically|last)\s)?(?i:{_DONE})(?:\s(?:and|&)\s(?i:{_DONE}))?\s(?i:by)"
    r"|(?i:revisad[oa]|escrit[oa]|redactad[oa]|aprobad[oa])(?:\smédicamente)?\s(?i:por)"
    r"|(?i:relu|révisé|écrit|rédigé|vérifié|validé)\s(?i:par)"
    r"|(?i:(?:medizinisch|fachlich)\s)?(?i:geprüft|überprüft|verfasst|geschrieben)\s(?i:von)"
    r"|(?i:revisado|escrito|scritto|revisionato)\s(?i:por|da))"
    rf"\s?:?\s{_NAME}"
    r"|تم(?:ت)? (?:مراجعة|المراجعة|كتابة|الكتابة)\b.{0,30}\bبواسطة\b|راجعه|כתב[הו]?\b.{0,10}ד\"ר"
    r"|(?:נכתב|נבדק|נערך|אושר) (?:רפואית )?(?:על ידי|ע\"י|בידי)"
)
_BYLINE = re.compile(
    r"(?:[Bb][Yy]|Por|Par|Von|Da)\s"
    r"(?:Dr\b|Prof\b|[^\W\d_]+\.?(?:\s[^\W\d_]+\.?){1,3},\s(?:[A-Z]\.?){2,4}\b)"
)
_LABEL = re.compile(
    rf"(?:(?:medically |clinically )?{_DONE}(?: by)?|(?:medical )?(?:author|reviewer|editor)s?"
    r"|tags?|tagged|filed under|posted in|categor(?:y|ies)|keywords|disclaimer|medical disclaimer"
    r"|autor(?:a|es)?|revisión|etiquetas|categorías|palabras clave|aviso legal|descargo\w*"
    r"|aut(?:eur|rice)s?|étiquettes|catégories|mots[ -]clés|avertissement"
    r"|autorin|schlagwörter|kategorien?|haftungsausschluss|stichwörter"
    r"|الكاتب|بقلم|الوسوم|إخلاء مسؤولية|תגיות|מאת|כתב הבהרה|מחבר"
    r"|(?:医学)?(?:审核|审阅|审校|作者|编辑|撰文|标签|关键词|免责声明)[人者]?)\s*[:：]",
    re.I,
)
_DATE = re.compile(
    rf"(?:(?:this )?(?:page|leaflet|article|document|information) )?(?:was )?"
    rf"(?:last |first |next )?(?:{_DONE}|review|update)(?: date| due)?\b|date (?:of|{_DONE})\b"
    r"|(?:última |fecha de )?(?:actualización|revisión|publicación)|actualizad[oa]|publicad[oa]"
    r"|(?:dernière )?mise à jour|mis à jour|publié|date de"
    r"|stand\b|(?:zuletzt )?aktualisiert|letzte (?:änderung|aktualisierung)|veröffentlicht"
    r"|atualizado|aggiornato|laatst bijgewerkt|обновлено"
    r"|آخر تحديث|تم التحديث|تاريخ|עודכן|תאריך|(?:最后|最近)?更新|发布(?:日期|时间|于)|审核日期",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d?[./-]\d\d?[./-]\d\d")
_LONGEST_DATE = 80

# -- Disclaimers, page numbers, rights --------------------------------------------

_THIS = (
    r"(?:(?:the|this|these|our|all|any) (?:\w+ )?(?:information|pages?|article|leaflet|contents?"
    r"|website|site|materials?|guide|faq|handout|blog|post|document|brochure|fact sheet|text)\b)"
)
_DISCLAIMER = re.compile(
    rf"{_THIS}.*\b(?:not|doesn t|isn t|never)\b.*"
    r"\b(?:replace|substitute|advice|diagnosis|diagnose|constitute)\b"
    rf"|{_THIS}.*\b(?:for|as) (?:general )?(?:education\w*|information\w*)(?: and \w+)?"
    r" (?:purposes?|use|only)\b"
    r"|(?:this (?:is )?|it is |it s )?(?:not|never) (?:intended (?:as|to be) )?"
    r"(?:a substitute for )?(?:professional )?medical advice\b"
    r"|for (?:general )?(?:education\w*|information\w*)(?: and \w+)? purposes(?: only)?\b"
    r"|.*\binformaci(?:ón|ones)\b.*\bno (?:sustituyen?|reemplazan?|substituyen?|pretende)\b"
    r"|.*\binformations?\b.*\b(?:ne remplacent?|ne remplace|ne se substituent?|ne constituent?)\b"
    r"|.*\b(?:informationen|inhalte|texte?|artikel|seite)\b.*\b(?:ersetz\w+|kein\w* ersatz)\b"
    r"|.*\binformaç\w+\b.*\bnão substitu\w+\b|.*\binformazioni\b.*\bnon sostituiscono\b"
    r"|.*(?:المعلومات|المحتوى|المقال).*"
    r"(?:لا تغني|لا يغني|لا تحل|ليست بديلا|لا تعد بديلا|لا تشكل بديلا)"
    r"|.*(?:המידע|התוכן|האמור).*(?:אינו|אינם|לא).*(?:תחליף|להחליף|מחליף)"
    r"|.*(?:本文|本页|本网站|内容|信息|资料).*(?:仅供参考|不能代替|不能替代|不可替代|不构成|不应替代)"
)
_PAGE_NUMBER = re.compile(
    r"(?:page|página|seite|pagina|страница|صفحة|עמוד)?\s*\d{1,3}"
    r"\s*(?:of|de|sur|von|di|van|из|من|מתוך|/)\s*\d{1,3}"
    r"|(?:page|página|seite|pagina|страница|صفحة|עמוד)\s*\d{1,3}|[-–—]\s?\d{1,3}\s?[-–—]"
    r"|第\s*\d{1,3}\s*[页頁](?:.{0,3}共\s*\d{1,3}\s*[页頁])?",
    re.I,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.I)
_RIGHTS = re.compile(
    any_of(
        """all rights reserved|todos los derechos reservados|tous droits réservés
        |alle rechte vorbehalten|todos os direitos reservados|tutti i diritti riservati
        |все права защищены|جميع الحقوق محفوظة|כל הזכויות שמורות|版权所有|版權所有"""
    )
)

# -- Emergencies ------------------------------------------------------------------

_EMERGENCY_NUMBER = re.compile(
    r"\b(?:911|988)\b"
    r"|\b(?:call|dial|ring|phone|text|llame|marque|appelez|composez|rufen sie|wählen sie|ligue"
    r"|chiamate|chiama|bel|اتصل|חייגו|התקשרו)\b\D{0,15}\b(?:112|999|000|111|101|110|118|15|18|192|108|144)\b"
    r"|(?:拨打|撥打|致电|打|呼叫)\D{0,4}(?:120|119|110|999|112)(?!\d)",
    re.I,
)
_EMERGENCY = re.compile(
    r"\bemergenc(?:y|ies)\b(?! contracepti)|\b(?:casualty department|accident and emergency"
    r"|urgent care center|ambulances?|paramedics?|life threatening)\b"
    r"|\b(?:urgencias|emergencias?|ambulancia)\b|\b(?:aux urgences|les urgences|urgence|samu)\b"
    r"|\b(?:notfall\w*|notaufnahme|notruf\w*|notarzt|rettungsdienst|rettungswagen|krankenwagen)\b"
    r"|\b(?:emergência|pronto socorro|pronto soccorso|ambulanza|ambulância)\b"
    r"|\b(?:spoedeisende|spoedgeval)\b"
    r"|\b(?:скорую|скорая|неотложн\w+)\b|طوارئ|الطوارئ|إسعاف|מיון\b|חירום|אמבולנס"
    r"|急诊|急診|急救|救护车|救護車|救急"
)
# "ER" and "A&E" say so in capital letters only.
_EMERGENCY_ROOM = re.compile(r"\b(?:ER(?![+-])|A\s?&\s?E)\b")


def is_copyright(text: str) -> bool:
    """Whether `text` only says whose the document is."""
    if len(text) >= 150:
        return False
    return bool(_COPYRIGHT.match(text) or _RIGHTS.search(normal(text)))


def is_tail(text: str) -> bool:
    """Whether `text` only speaks of the page: who wrote it, what it does not replace, its tags."""
    if is_copyright(text) or _PAGE_NUMBER.fullmatch(text.strip()):
        return True
    return len(text) <= _LONGEST and not is_emergency(text) and (_credits(text) or _disclaims(text))


def _credits(text: str) -> bool:
    """Whether `text` says who wrote or checked the page, and when."""
    if len(text) > _LONGEST_LINE:
        return False
    is_date = len(text) <= _LONGEST_DATE and _DATE.match(text) and _YEAR.search(text)
    return bool(is_date or _LABEL.match(text) or _PERSON.match(text) or _BYLINE.match(text))


def _disclaims(text: str) -> bool:
    return bool(_DISCLAIMER.match(normal(text)))


def is_emergency(text: str) -> bool:
    """Whether `text` speaks of an emergency: its numbers, an ambulance, the emergency room."""
    return bool(
        _EMERGENCY_NUMBER.search(text)
        or _EMERGENCY_ROOM.search(text)
        or _EMERGENCY.search(normal(text))
    )
