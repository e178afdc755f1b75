"""What the importer knows by its words, one kind of words a test."""

import pytest

from faq_pages.importing.vocabulary import (
    CONTENTS,
    TLDR,
    furniture_heading,
    invites,
    is_emergency,
    is_one_of,
    is_tail,
    opens_an_invitation,
    tldr_label,
)

# -- Layout --------------------------------------------------------------------

SUMMARIES = """
TL;DR|TL;DR Summary|T.L.D.R.|TL/DR|In Summary|Article Summary|Key points to remember|Main points
Highlights|The Short Version|Quick Facts|Fast facts|Overview|Bottom Line|The quick answer
What you need to know|Need to know|Brief summary|Too long; didn't read|At-a-glance|BLUF
Resumen rápido|Lo más importante|Puntos principales|Ideas clave|Lo que debe saber
À retenir|Points essentiels|L'essentiel en bref|L’essentiel
Kurz gesagt|Kurz und knapp|Kurzfassung|Das Wichtigste auf einen Blick|Das Wichtigste in Kürze
الملخص|خلاصة|النقاط الرئيسية|עיקרי הדברים|נקודות עיקריות|要点|概述|简而言之|内容提要|一句话总结
"""
CONTENTS_HEADINGS = """
In this post|In this FAQ|In this leaflet|Jump to a question|Questions on this page|Topics
Quick navigation|What's in this article|What’s in this leaflet?|What we'll cover|Table of Contents:
In this guide you'll learn|Dans cet article|In diesem Artikel|Inhaltsübersicht
Contenido de la página|في هذا المقال|בדף זה|תוכן עניינים|本页内容
"""


def each(listed: str) -> list[str]:
    return [phrase for line in listed.strip().splitlines() for phrase in line.split("|")]


@pytest.mark.parametrize("heading", each(SUMMARIES))
def test_the_headings_of_summaries_are_known(heading):
    assert is_one_of(heading, TLDR)


@pytest.mark.parametrize("heading", ["Summary of trials", "Quick", "Key", "The answer"])
def test_what_a_summary_only_begins_like_is_none(heading):
    assert not is_one_of(heading, TLDR)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("TLDR: Most walk.", "TLDR: "),
        ("摘要:高血压很常见。", "摘要:"),
        ("要点：高血压很常见。", "要点："),
        ("Bottom line — most walk.", "Bottom line — "),
        ("TL;DR—most walk.", "TL;DR—"),
        ("Side effects: few.", ""),
        ("Summary:", ""),
    ],
)
def test_a_summary_may_begin_in_the_line_of_its_label(text, label):
    assert tldr_label(text) == label


@pytest.mark.parametrize("heading", each(CONTENTS_HEADINGS))
def test_the_headings_of_contents_are_known(heading):
    assert is_one_of(heading, CONTENTS)


@pytest.mark.parametrize(
    "heading",
    """Share this|Share this:|Related articles|You may also like|You might also like…|Leave a Reply
    |Subscribe to our newsletter|About the author|Comments|3 Comments|Tags|Was this page helpful?
    |Artículos relacionados|Articles similaires|Das könnte Sie auch interessieren|مقالات ذات صلة
    |כתבות נוספות|相关文章""".split("|"),
)
def test_the_headings_of_a_web_pages_furniture_are_known(heading):
    assert furniture_heading(heading)


@pytest.mark.parametrize("heading", ["Related conditions and risks", "About the operation", "3"])
def test_the_headings_of_an_answer_are_no_furniture(heading):
    assert not furniture_heading(heading)


# -- Invitations ---------------------------------------------------------------

OPENINGS = """
Ready for relief?|Want to learn more?|Why wait?|Struggling with heartburn?|How can we help?
Can we help you?|NEED RELIEF?|Need help?|Tired of being tired?|Tired of Knee Pain?|Questions?
Still have questions?|Have More Questions?|Questions? We have answers.|Are you ready to move again?
¿Listo para empezar?|¿Tiene más preguntas?|¿Necesita ayuda? Estamos para usted.
¿Quiere moverse sin dolor?|¿Le duele la rodilla? Estamos aquí para ayudarle|Besoin d'aide ?
Vous avez encore des questions ?|Vous souffrez ? Nous pouvons vous aider|Noch Fragen?
Haben Sie noch Fragen?|Sie haben Schmerzen? Wir helfen Ihnen gern.|هل تحتاج إلى مساعدة؟
هل لديك أسئلة أخرى؟|هل تعاني من الألم؟ نحن هنا لمساعدتك|צריכים עזרה?|יש לכם שאלות?
כואב לך? אנחנו כאן לעזור|需要帮助吗？|还有疑问吗？|膝盖疼吗？我们可以帮您
"""
CLINICAL = """
Who can I call at night?|When should I contact my doctor?|When should I call us or the ER?
Where can I get help?|How do I make an appointment?|What should I do if I need help?
Do you need surgery?|Are you allergic to latex?|Is it time to see a specialist?
Do I need to book a follow-up?|How can we help my mother eat?|When will I be ready to drive?
¿Cuándo debo llamar?|¿Quiere decir que tengo cáncer?|¿A quién puedo pedir ayuda?
Wann soll ich den Arzt rufen?|Quand dois-je appeler ?|متى يجب أن أتصل بالطبيب؟
מתי עלי לפנות לרופא?|什么时候需要就医？|Why does it hurt?|What is a tired heart?
Sick with the flu?|Envie de vomir ?|Tired all the time?
"""


@pytest.mark.parametrize("text", each(OPENINGS))
def test_a_question_to_readers_about_themselves_opens_an_invitation(text):
    assert opens_an_invitation(text)


@pytest.mark.parametrize("text", each(CLINICAL))
def test_a_question_that_patients_ask_does_not_invite(text):
    assert not invites(text)
    assert not opens_an_invitation(text)


@pytest.mark.parametrize(
    "text",
    """Call us at (555) 123-4567.|Our team is here to help.|Contact our office|Pida una cita
    |Estamos aquí para ayudarle|Prenez rendez-vous|Nous sommes là pour vous|Rufen Sie uns an
    |Vereinbaren Sie einen Termin|اتصل بنا|احجز موعدك اليوم|نحن هنا لمساعدتك|צרו קשר
    |התקשרו אלינו|לקביעת תור|אנחנו כאן לעזור|联系我们|立即预约|我们随时为您服务""".split("|"),
)
def test_asking_readers_to_get_in_touch_invites(text):
    assert invites(text.strip())


@pytest.mark.parametrize(
    "text", ["Take it with water.", "Call 911 if you cannot breathe.", "Your doctor may help."]
)
def test_advice_does_not_invite(text):
    assert not invites(text)


# -- What stands at the end ----------------------------------------------------


@pytest.mark.parametrize(
    "text",
    """Call 911.|Go to the ER|Go to the nearest emergency room.|Dial 999 or 112|Ring 111
    |Call an ambulance|Llame al 911|Acuda a urgencias|Appelez le 15|Appelez le SAMU|Rufen Sie 112
    |Gehen Sie in die Notaufnahme|اتصل بالإسعاف|اذهب إلى الطوارئ|פנו לחדר מיון|חייגו 101
    |请拨打120|去急诊|Call or text 988""".split("|"),
)
def test_lines_about_an_emergency_are_known(text):
    assert is_emergency(text.strip())


@pytest.mark.parametrize(
    "text",
    ["A pressure of 112 mmHg", "Her fever was high", "Emergency contraception", "999 patients"],
)
def test_numbers_and_words_that_only_look_like_an_emergency_are_none(text):
    assert not is_emergency(text)


@pytest.mark.parametrize(
    "text",
    """Medically reviewed by Dr. Ana Ruiz|Reviewed by: Ana Ruiz, MD, on May 3, 2024
    |Written by our medical team|By Ana Ruiz, MD|Last updated: 3 May 2024|Page last reviewed 05/2024
    |Next review due: May 2026|Author: Ana Ruiz|Published on May 3, 2024.
    |This information does not replace the advice of your doctor.
    |Disclaimer: talk to your doctor.|This page is not medical advice.
    |This leaflet is for educational purposes only. Always ask your doctor.
    |The content on this site is not intended to be a substitute for professional medical advice.
    |Tags: knee, pain|Filed under: Knees|Page 3 of 7|- 3 -|© 2024 Maywell Health
    |Maywell Health 2024. All rights reserved.|Revisado por la Dra. Ana Ruiz
    |Última actualización: mayo de 2024|Esta información no sustituye el consejo de su médico.
    |Relu par le Dr Ruiz|Mis à jour le 3 mai 2024
    |Ces informations ne remplacent pas un avis médical.
    |Medizinisch geprüft von Dr. Ruiz|Stand: Mai 2024
    |Diese Informationen ersetzen nicht den Rat Ihres Arztes.|Página 2 de 3|Seite 2 von 3
    |تمت المراجعة بواسطة د. آنا|آخر تحديث: مايو 2024|المعلومات لا تغني عن استشارة الطبيب
    |נכתב על ידי ד"ר רואיז|עודכן לאחרונה: מאי 2024|המידע אינו מהווה תחליף לייעוץ רפואי
    |审核：李医生|最后更新：2024年5月|本文内容仅供参考，不能代替医生的建议。|第3页""".split("|"),
)
def test_lines_about_the_page_itself_are_a_tail(text):
    assert is_tail(" ".join(text.split()))


@pytest.mark.parametrize(
    "text",
    [
        "Tablets do not replace insulin.",
        "Reviewed by your nurse each week, the dose may be lowered.",
        "Your plan is updated when you come in.",
        "By the second day most people walk.",
        "This information does not replace care: call 911 if you cannot breathe.",
        "Page your nurse.",
        "Stand up slowly.",
        "Published studies show that it works.",
        "Call us today.",
        "Updated vaccines are safe.",
    ],
)
def test_advice_is_no_tail(text):
    assert not is_tail(text)
