"""The words that invite readers to get in touch: those of a call to action."""

import re

from faq_pages.importing.vocabulary.phrases import any_of, normal
from faq_pages.importing.vocabulary.questions import QUESTION_MARKS, asks_midway, ends_asking


def _one_line(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that is written on several lines, whose spaces count within each."""
    return re.compile("".join(map(str.strip, pattern.splitlines())))


_INVITATION = re.compile(
    any_of(
        """here to help|here for you|we can help|get help|get in touch|get started|contact us
        |contact our|call us|call our|call today|call now|talk to us|talk to our|talk with us
        |talk with our|speak to us|speak with us|speak with our|speak to our|reach out
        |book a|book an|book your|book now|schedule a|schedule an|schedule your|schedule now
        |make an appointment
        |make your appointment|request an appointment|request a|find relief|find a doctor
        |find a clinic|visit us|see us|one click|click here|learn more today|take the next step
        |take the first step|don t wait|ask us|send us|message us|sign up|have questions
        |have a question|any questions|more questions|other questions|need help|need advice
        |need an appointment|ready to|in pain|want to know more|looking for
        |estamos aquí para|estamos para|podemos ayudar|podemos ayudarle|podemos ayudarte|llámenos
        |llámanos|llame hoy|llame ahora|llame ya|llame para|llame a nuestra|llame a nuestro
        |contáctenos|contáctanos|contacte con|póngase en contacto|escríbanos|visítenos
        |pida una cita|pida su cita|pida cita|reserve una cita|reserve su cita|haga una cita
        |haga su cita|programe una cita|programe su cita|agende una cita|agende su cita
        |solicite una cita|tiene preguntas|tiene dudas
        |contactez nous|appelez nous|écrivez nous|prenez rendez vous|prendre rendez vous
        |nous sommes là pour|nous pouvons vous aider|à votre écoute|à votre disposition
        |rufen sie uns|rufen sie an|kontaktieren sie uns|schreiben sie uns|sprechen sie uns an
        |sprechen sie mit uns|termin vereinbaren|vereinbaren sie|buchen sie|wir helfen ihnen
        |wir helfen gern|wir sind für sie da
        |entre em contato|fale conosco|agende sua|ligue para nós|marque uma consulta|podemos ajudar
        |contattaci|chiamaci|prenota una visita|siamo qui per|neem contact met ons op|bel ons
        |maak een afspraak|свяжитесь с нами|позвоните нам|запишитесь на прием|запишитесь на приём
        |اتصل بنا|اتصلوا بنا|تواصل معنا|تواصلوا معنا|احجز موعد|احجز موعدا|احجز موعدك|احجزوا موعدكم
        |حجز موعد|نحن هنا لمساعدتك|نحن هنا لمساعدتكم|نحن هنا من أجلك|يمكننا مساعدتك|زورونا|راسلنا
        |צרו קשר|צור קשר|צרו איתנו קשר|התקשרו אלינו|התקשרו עכשיו|חייגו אלינו|דברו איתנו
        |פנו אלינו|כתבו לנו|קבעו תור|קבע תור|לקביעת תור|הזמינו תור|אנחנו כאן לעזור|אנחנו כאן בשבילכם
        |אנחנו כאן בשבילך|אנחנו כאן עבורכם|נשמח לעזור|נוכל לעזור
        |联系我们|聯繫我們|联络我们|聯絡我們|致电我们|致電我們|给我们打电话|拨打我们的电话
        |立即预约|立即預約
        |马上预约|现在预约|预约门诊|预约咨询|在线预约|点击预约|预约就诊|欢迎咨询|欢迎联系|欢迎来电
        |欢迎预约
        |咨询我们|我们可以帮|我們可以幫|我们能帮|我们随时|我們隨時|我们在这里|为您服务|為您服務
        |お問い合わせ|ご相談ください|ご予約"""
    )
)
# With these, one question mark is enough: "Ready for relief?" But "Are you ready
# for relief" only opens an invitation if more is said.
_ASKS_READERS = _one_line(
    r"""(?:are you )?(?:still )?ready (?:to|for) .+
    |(?:do you |would you )?(?:want|like|wish) to (?:know|learn|find out|read|hear) more.*
    |want to (?:talk|speak|feel|move|live|get back|be pain free|book|schedule)\b.*
    |why wait|what are you waiting for
    |(?:are you )?(?:still )?(?:tired of|sick of|fed up with|struggling with|suffering from) .+
    |(?:how )?(?:can|may|could) we (?:help|assist)(?: you)?(?: today| further)?
    |(?:do you )?(?:still )?need (?:some |more |any )?
        (?:help|relief|advice|support|answers|assistance|information)(?: (?:now|today|with .+))?
    |(?:(?:do|you|got|have|any|more|other|further|still) )*(?:questions|a question|concerns)
        (?: or (?:questions|concerns)| about .+)?
    |(?:está |estás |están )?list[oa]s? para .+
    |(?:(?:todavía|aún|tiene|tienes|tienen|le|quedan|más|otras?|algunas?) )*
        (?:preguntas?|dudas?|consultas?)
    |(?:necesita|necesitas|necesitan) (?:más |una )?
        (?:ayuda|cita|información|orientación|consejo|alivio)
    |(?:quiere|quieres|desea|deseas|le gustaría|te gustaría) (?:saber más|conocer|hablar
        |moverse|moverte|vivir|sentirse|sentirte|volver a|recuperar|caminar|dormir
        |pedir|reservar|agendar|programar)\b.*
    |cansad[oa]s? de .+|por qué esperar|(?:cómo |en qué )?podemos ayudar(?:l[eao]s?|te)?
    |(?:(?:vous|avez|encore|toujours|d|autres|des|une|plus|de) )*questions?
    |(?:vous avez |avez vous )?besoin d(?:e| un| une)? (?:aide|conseils?|avis
    |rendez vous|soutien|soulagement)
    |(?:êtes vous |vous êtes )?prête?s? (?:à|pour) .+|pourquoi attendre
    |(?:comment )?pouvons nous vous aider
    |(?:(?:haben|hast|sie|du|noch|weitere|offene) )*fragen
    |(?:brauchen|benötigen) sie (?:hilfe|rat|beratung|unterstützung|einen termin)
    |(?:sind sie )?bereit (?:für|zu) .+|warum warten|(?:wie )?können wir ihnen helfen
    |möchten sie mehr (?:erfahren|wissen)
    |(?:(?:ainda|tem|mais|alguma) )*(?:perguntas|dúvidas?)|precisa de ajuda
    |(?:(?:hai|ha|avete|altre|ancora|delle) )*domande|(?:hai|avete) bisogno di aiuto
    |هل (?:لديك|لديكم|عندك|عندكم) (?:أي |المزيد من )?(?:أسئلة|سؤال|استفسارات?)(?: أخرى| آخر)?
    |هل (?:ما زال |مازال )?(?:تحتاج|تحتاجين|تحتاجون) (?:إلى )?(?:مساعدة|المساعدة|موعد)
    |هل (?:أنت|أنتم) (?:مستعد|جاهز)\w*\b.*|كيف (?:يمكننا|نستطيع) مساعدتكم?
    |(?:עדיין )?(?:יש|נשארו) (?:לך|לכם) (?:עוד )?(?:שאלה|שאלות)(?: נוספות)?
    |(?:צריכים|צריך|צריכה|זקוקים) (?:ל?עזרה)|(?:איך|כיצד) (?:נוכל|אפשר) לעזור(?: לך| לכם)?
    |רוצים לדעת עוד|(?:מוכנים|מוכן|מוכנה) ל.+
    |[您你]?(?:还有|還有|有)(?:其他|任何|更多|什么)?(?:疑问|问题|疑問|問題)[吗嗎]
    |[您你]?需要(?:我们的?)?(?:帮助|幫助|协助)[吗嗎]|[您你]?准备好.{0,10}了[吗嗎]
    |[您你]?想了解更多(?:[吗嗎])?|我们能帮您什么|我们(?:可以|能)帮(?:助)?您吗"""
)
# These open an invitation with a question word: "Are you ready to move again?"
_OPENER = re.compile(
    r"(?:are you|do you|would you like|still|have|got|any|need|ready|want|looking|tired|struggling"
    r"|suffering|not sure|in|tiene|necesita|listo|lista)\b"
)
# Who asks about themselves, or for a fact, is a patient.
_PATIENT_ASKS = _one_line(
    r"""(?:when|who|whom|where|what|which|how|should|a quién|qué|cuál|cuándo|dónde|cómo|quién
    |quand|comment|où|qui|quel|quelle|à qui|wann|wie|wo|was|wer|wen|welche[rsn]?
    |متى|كيف|أين|ماذا|ما|من|لماذا|מתי|איך|איפה|מה|מי|למה)\b
    |.*\b(?:i|my|me|yo|mi|mis|je|mon|ma|mes|ich|mein|meine[nr]?|eu|meu|minha|io|mio)\b"""
)

# Seven digits: "Call 911" is advice.
_PHONE_CALL = re.compile(
    r"(?:\b(?:call|text|phone|llame|appelez|rufen sie|ligue|اتصل|התקשרו|חייגו)\b|致电|拨打|来电)"
    r"\D{0,20}\d(?:[\s().-]{0,3}\d){6}",
    re.I,
)
_MARK = re.compile(f"[{re.escape(QUESTION_MARKS)}]")


def invites(text: str) -> bool:
    """Whether `text` asks readers to get in touch."""
    if _asks_readers(text):
        return True
    if ends_asking(text) and not asks_midway(text) and _PATIENT_ASKS.match(normal(text)):
        return False
    return bool(_INVITATION.search(normal(text)) or _PHONE_CALL.search(text))


def opens_an_invitation(text: str) -> bool:
    """Whether `text` asks readers about themselves in order to invite them."""
    if _asks_readers(text):
        return True
    if not invites(text):
        return False
    # "Still sore? Call us." says itself what the question is for.
    after = _MARK.split(text)[1:]
    return bool(_OPENER.match(normal(text))) or any(map(invites, after))


def _asks_readers(text: str) -> bool:
    question, *rest = _MARK.split(text, maxsplit=1)
    return bool(rest) and bool(_ASKS_READERS.fullmatch(normal(question)))
