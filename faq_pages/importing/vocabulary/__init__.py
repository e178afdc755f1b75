"""The words by which a written document shows its layout, in several languages.

Pure data and the few questions asked of it. A new language is a few words
here; nothing else in the importer knows any.
"""

from faq_pages.importing.vocabulary.invitations import invites, opens_an_invitation
from faq_pages.importing.vocabulary.labels import (
    answer_label,
    label_number,
    number_label,
    question_label,
)
from faq_pages.importing.vocabulary.layout import (
    BACK_LINKS,
    CONTENTS,
    SOURCES,
    TLDR,
    TLDR_JARGON,
    furniture_heading,
    tldr_label,
)
from faq_pages.importing.vocabulary.phrases import is_one_of, normal
from faq_pages.importing.vocabulary.questions import (
    asks,
    asks_midway,
    ends_asking,
    ends_sentence,
)
from faq_pages.importing.vocabulary.tails import is_copyright, is_emergency, is_tail

__all__ = [
    "BACK_LINKS",
    "CONTENTS",
    "SOURCES",
    "TLDR",
    "TLDR_JARGON",
    "answer_label",
    "asks",
    "asks_midway",
    "ends_asking",
    "ends_sentence",
    "furniture_heading",
    "invites",
    "is_copyright",
    "is_emergency",
    "is_one_of",
    "is_tail",
    "label_number",
    "normal",
    "number_label",
    "opens_an_invitation",
    "question_label",
    "tldr_label",
]
