"""The words of lines that are layout, and no text of the author's."""

import re

from faq_pages.importing.vocabulary.phrases import combined, is_one_of, normal, phrases

_PAGE = "page|article|post|blog post|guide|faq|leaflet|handout|section|document|brochure|booklet"

CONTENTS = (
    combined("in this|on this|questions in this|questions on this|contents of this", _PAGE)
    | combined(
        "what s in this|what is in this|in this", _PAGE, "|covers|you will learn|you ll learn"
    )
    | phrases(
        """contents|table of contents|page contents|jump to|jump to section|jump to a section
        |jump to a question|skip to|skip to section|skip to a question|quick links
        |quick navigation|page navigation|navigate this page|topics|topics covered
        |topics on this page
        |what we ll cover|what we will cover|what you ll learn|what you will learn|you ll learn
        |questions we answer|questions answered here|en esta página|en este artículo|en esta guía
        |en este folleto|contenido|contenidos|contenido de la página|índice|índice de contenidos
        |tabla de contenido|tabla de contenidos|preguntas en esta página|temas|sur cette page
        |dans cet article|dans cette page|dans ce guide|sommaire|au sommaire|table des matières
        |auf dieser seite|in diesem artikel|in diesem beitrag|inhalt|inhaltsverzeichnis
        |inhaltsübersicht|themen|nesta página|neste artigo|conteúdo|in questa pagina
        |in questo articolo|indice|op deze pagina|in dit artikel|inhoud|inhoudsopgave
        |на этой странице|в этой статье|содержание|оглавление|目录|目錄|目次|本页内容|本页目录
        |本文内容
        |本文目录|文章目录|في هذه الصفحة|في هذا المقال|في هذه المقالة|المحتويات|محتويات
        |جدول المحتويات
        |محتويات الصفحة|فهرس|الفهرس|בעמוד זה|בדף זה|במאמר זה|בכתבה זו|תוכן העניינים|תוכן עניינים"""
    )
)
BACK_LINKS = phrases(
    """back to top|return to top|top of page|to top|print this page|share this page|skip to content
    |skip to main content|expand all|collapse all|open all|close all|show all|hide all
    |volver arriba|retour en haut|nach oben|voltar ao topo"""
)

# These are the jargon that patients never read; the others are headings that
# an author may want to keep.
TLDR_JARGON = combined("tldr|tl dr|t l d r", "|summary") | phrases(
    "too long didn t read|too long did not read|bluf|bottom line up front|the bottom line up front"
)
TLDR = (
    TLDR_JARGON
    | combined(
        "|the|in|in a|a|our",
        "|quick|short|brief|fast|executive|article|page|plain language|patient",
        "summary|overview",
    )
    | combined("|the", "quick|short|brief|fast|simple", "answer|version|facts|points|takeaways")
    | combined(
        "|the|your",
        "key|main|most important|essential",
        "points|takeaways|facts|messages|ideas|takeaway|message",
        "|to remember|to know|at a glance|for patients",
    )
    | combined("|the|things|what|facts", "you need to know|to know|to remember")
    | phrases(
        """in short|in brief|in a nutshell|at a glance|takeaways|the takeaway|takeaway|highlights
        |article highlights|bottom line|the bottom line|the gist|gist|the essentials|essentials
        |need to know|what you should know|abstract
        |resumen|resumen rápido|resumen breve|breve resumen|en resumen|en breve|en pocas palabras
        |en síntesis|puntos clave|puntos principales|puntos importantes|ideas clave
        |ideas principales|datos clave|mensajes clave|lo esencial|lo más importante|lo principal
        |lo que debe saber|lo que hay que saber|lo que necesita saber|respuesta corta
        |respuesta rápida|de un vistazo|conclusiones clave
        |résumé|résumé rapide|en résumé|en bref|l essentiel|l essentiel en bref
        |l essentiel à retenir
        |à retenir|ce qu il faut retenir|ce qu il faut savoir|points clés|points essentiels
        |points importants|les points clés|les points essentiels|messages clés
        |zusammenfassung|kurze zusammenfassung|kurz gefasst|kurz gesagt|kurz und knapp
        |kurz zusammengefasst|kurzfassung|in kürze|auf einen blick|das wichtigste
        |das wichtigste in kürze|das wichtigste auf einen blick|wichtigste punkte
        |die wichtigsten punkte|überblick
        |resumo|em resumo|em poucas palavras|pontos principais|pontos chave|riassunto|in breve
        |in sintesi|punti chiave|samenvatting|in het kort|kernpunten|кратко|резюме|коротко|главное
        |краткое содержание|摘要|总结|總結|概要|要点|要點|重点|概述|小结|简而言之|简言之|内容提要
        |内容摘要
        |一句话总结|核心要点|关键要点|太长不看|tóm tắt
        |ملخص|الملخص|ملخص سريع|خلاصة|الخلاصة|باختصار|النقاط الرئيسية|النقاط الرئيسة|أهم النقاط
        |نقاط رئيسية|نقاط مهمة|نظرة سريعة|תקציר|בקצרה|סיכום|לסיכום|עיקרי הדברים|עיקר הדברים
        |נקודות עיקריות
        |נקודות מרכזיות|הנקודות העיקריות|בתמצית"""
    )
)
SOURCES = phrases(
    """sources|source|references|bibliography|works cited|citations|fuentes|referencias
    |bibliografía|sources et références|références|bibliographie|quellen|literatur
    |referências|fontes|fonti|riferimenti|bibliografia|bronnen|источники|参考文献|المصادر
    |מקורות"""
)

# What a web page has below its text, and no answer has.
_FURNITURE = (
    combined("share|share this|print|print this", f"|{_PAGE}|with a friend|on social media")
    | combined(
        "related|similar|recent|popular|latest|more|recommended", "articles|posts|reading|news"
    )
    | combined("related|similar", "|pages|content|stories|links|topics")
    | combined("you may|you might", "also like|also be interested in|be interested in|like")
    | combined("was this|did you find this", f"|{_PAGE}|information|answer", "helpful|useful")
    | combined("leave a|post a|add a|write a", "reply|comment")
    | combined(
        "subscribe|subscribe to|sign up for|join",
        "|our|the|our free",
        "newsletter|blog|mailing list",
    )
    | combined("about the|meet the", "author|authors")
    | phrases(
        """recommended for you|read next|up next|more from our blog|more from the blog|keep reading
        |continue reading|comments|comment|replies|join the conversation|tags|categories|archives
        |filed under|follow us|follow us on social media|connect with us on social media
        |stay connected|stay informed|newsletter|our newsletter|subscribe|trending|trending now
        |latest from the blog|rate this article|advertisement|sponsored
        |compartir|compartir esta página|comparte|comparte este artículo|artículos relacionados
        |entradas relacionadas|también le puede interesar|también te puede interesar
        |le puede interesar|te puede interesar|deje un comentario|deja un comentario
        |deja una respuesta|comentarios|etiquetas|categorías|síganos|síguenos
        |suscríbase a nuestro boletín|suscríbete a nuestro boletín|boletín|sobre el autor
        |sobre la autora|acerca del autor|acerca de la autora
        |partager|partager cet article|partager cette page|articles similaires|articles liés
        |articles connexes|à lire aussi|lire aussi|vous aimerez aussi|vous aimerez peut être aussi
        |laisser un commentaire|commentaires|étiquettes|catégories|suivez nous|à propos de l auteur
        |à propos de l auteure|abonnez vous à notre newsletter|inscrivez vous à notre newsletter
        |teilen|artikel teilen|beitrag teilen|diese seite teilen|ähnliche artikel|ähnliche beiträge
        |verwandte artikel|weitere artikel|das könnte sie auch interessieren
        |das könnte dich auch interessieren
        |auch interessant|kommentare|schreiben sie einen kommentar|schreibe einen kommentar
        |kommentar hinterlassen|schlagwörter|kategorien|folgen sie uns|folge uns|über den autor
        |über die autorin|newsletter abonnieren|compartilhe|artigos relacionados|deixe um comentário
        |condividi|articoli correlati|lascia un commento|delen|gerelateerde artikelen
        |поделиться|похожие статьи|комментарии
        |شارك|شارك المقال|شارك هذا المقال|مقالات ذات صلة|مواضيع ذات صلة|قد يعجبك أيضا|قد يهمك أيضا
        |اترك تعليقا
        |التعليقات|تعليقات|الوسوم|تابعنا|عن الكاتب|اشترك في نشرتنا|النشرة الإخبارية
        |שתפו|שתף|שיתוף|כתבות נוספות|מאמרים נוספים|כתבות קשורות|מאמרים קשורים|אולי יעניין אותך
        |אולי יעניין אתכם
        |השאירו תגובה|השאר תגובה|תגובות|תגיות|עקבו אחרינו|על המחבר|על המחברת|הרשמו לניוזלטר
        |分享|分享到|分享本文|相关文章|相關文章|相关阅读|推荐阅读|延伸阅读|您可能还喜欢|猜你喜欢
        |发表评论|评论|标签|关于作者
        |订阅|关注我们"""
    )
) - {""}

_COUNT = re.compile(r"\d+ | \d+$")
_LABEL = re.compile(r"([^:：–—]{1,40})(?:[:：]\s*|\s-\s+|\s*[–—]+\s*)(?=\S)")


def tldr_label(text: str) -> str:
    """Return the label of a summary that `text` begins with, as "TLDR: ", or ""."""
    match = _LABEL.match(text)
    return match[0] if match and is_one_of(match[1], TLDR) else ""


def furniture_heading(text: str) -> bool:
    """Whether `text` heads what a web page has beside its text: "Share this", "3 Comments"."""
    return _COUNT.sub("", normal(text)) in _FURNITURE
