""" "Did this answer your question?": one tap, counted by page and day.

What is kept is in `Feedback`; what is not kept is in docs/privacy.md.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View
from wagtail.models import Site

from faq_pages.content import FAQ, Question, WebSite
from faq_pages.models import FAQPage, Feedback, webpage_for, website_for
from faq_pages.views.visitors import Tap, comes_from_here, forget_other_days, note_tap

# An answer and an anchor, percent-encoded, fit in many times.
LONGEST_BODY = 8_192
FORM = "application/x-www-form-urlencoded"
# More than databases take for a page's number, and an error in each of them.
LARGEST_ID = 2**31 - 1
ANSWERS = {"yes": True, "no": False}


class SeeOther(HttpResponseRedirect):
    """Leads on after a POST, so that reloading the next page posts nothing again."""

    status_code = 303


def feedback_url(page: Any, request: Any = None) -> str:
    """Return where the form about `page` posts to; "" where no feedback is taken.

    It is not about drafts, aliases and private pages, nor where a site leaves the app's
    addresses out. Whether the site asks at all, `webpage.site.asks_feedback` says.
    `request` saves the query that asks whether the page is private, for most visitors.
    """
    if not page.pk or not page.live or page.alias_of_id or _is_private(page, request):
        return ""
    try:
        address = reverse("faq_pages:feedback", args=[page.pk])
    except NoReverseMatch:
        return ""
    # The first reader of a day, too, ends the day before: nobody may tap for a long time.
    forget_other_days()
    return address


def _is_private(page: Any, request: Any) -> bool:
    # Wagtail serves a private page to those only whose session says that they may see it:
    # whoever has no session and is shown the page is shown a public one.
    if request is not None and settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return bool(page.get_view_restrictions().exists())


class _FeedbackView(View):
    """A view about one page that takes feedback; 404 about any other."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        site = Site.find_for_request(request)
        if site is None or not self.site.asks_feedback or kwargs["page_id"] > LARGEST_ID:
            raise Http404
        pages = FAQPage.objects.live().public().filter(pk=kwargs["page_id"], alias_of=None)
        page = pages.descendant_of(site.root_page, inclusive=True).first()
        if page is None:
            raise Http404
        self.page: FAQPage = page

    @cached_property
    def site(self) -> WebSite:
        return website_for(self.request)

    @cached_property
    def faq(self) -> FAQ:
        return self.page.read()

    @cached_property
    def language(self) -> str:
        # Whoever reads the page reads what it answers.
        return self.page.get_language()

    def show(self, heading: str, status: int = 200, **context: Any) -> HttpResponse:
        """Return a page of the site with a few words about `self.page`."""
        webpage = webpage_for(self.site, heading, self.language)
        context |= {"webpage": webpage, "about": self.page}
        response = render(self.request, "faq_pages/feedback.html", context, status=status)
        response["X-Robots-Tag"] = "noindex"
        return response

    def refuse(self, status: int, heading: str, sentence: str) -> HttpResponse:
        return self.show(heading, status, sentence=sentence)


@method_decorator([csrf_exempt, never_cache], name="dispatch")
class GiveFeedback(_FeedbackView):
    """Counts one answer, `yes` or `no`, to a page or to its `question`, an anchor of it.

    Leads to the thanks with 303. Answers 400 to anything else that is posted, 403 if it
    comes from elsewhere, 429 after too many from one visitor, 503 if the cache does not
    answer, each with a plain sentence.
    There is no CSRF token, since there is no cookie: see `comes_from_here`.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with translation.override(self.language):
            return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Who opens the address of a form again wants the page that it was on.
        return HttpResponseRedirect(self.page.get_url(request) or "/")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not comes_from_here(request):
            return self.refuse(
                403,
                gettext("Your answer was not counted"),
                gettext(
                    "Your browser did not tell us that it came from our own page. "
                    "Please go back to the page and try again."
                ),
            )
        answer, anchor = self._posted()
        question = self._question(anchor) if anchor else None
        if answer not in ANSWERS or (anchor and question is None):
            return self.refuse(
                400,
                gettext("Your answer was not counted"),
                gettext(
                    "The page may have changed since you opened it. "
                    "Please go back to the page and try again."
                ),
            )
        known = question.anchor if question else ""
        tap = note_tap(request, self.page.pk, known)
        if tap is Tap.TOO_MANY:
            return self.refuse(
                429,
                gettext("That is a lot of feedback, thank you"),
                gettext("We count only so many answers a day from one place. Try again tomorrow."),
            )
        if tap is Tap.UNKNOWN:
            # Nor does Wagtail know a page's address then, so this one leads nowhere.
            words = {
                "heading": gettext("Your answer was not counted"),
                "sentence": gettext("Something is wrong on our side. Please try again later."),
            }
            return render(request, "faq_pages/unavailable.html", words, status=503)
        if tap is Tap.NEW:
            Feedback.objects.create(page=self.page, question=known, helpful=ANSWERS[answer])
        query = f"?answer={answer}" + ("&question=told" if known else "")
        # The first answer stays: which row was whose is not known, so none can be replaced.
        query += "&again=yes" if tap is Tap.REPEATED else ""
        return SeeOther(reverse("faq_pages:feedback_thanks", args=[self.page.pk]) + query)

    def _posted(self) -> tuple[str, str]:
        """Return the answer and the question's anchor, empty if there are none to be read."""
        length = self.request.META.get("CONTENT_LENGTH") or ""
        # Nothing but what our form sends is read: no file is written to disk for anybody.
        if self.request.content_type != FORM or not length.isascii() or not length.isdecimal():
            return "", ""
        if len(length) > 5 or int(length) > LONGEST_BODY:
            return "", ""
        try:
            posted = self.request.POST
        except (BadRequest, SuspiciousOperation):  # not UTF-8, or too many fields
            return "", ""
        return posted.get("answer", ""), posted.get("question", "")

    def _question(self, anchor: str) -> Question | None:
        """Return the question that patients see at `anchor`, also under an anchor it had."""
        for question in self.faq.complete_questions:
            if anchor == question.anchor or anchor in question.aliases:
                return question
        return None


@method_decorator(never_cache, name="dispatch")
class Thanks(_FeedbackView):
    """Thanks for the answer. After a "no" it says where else to look, and asks what was asked."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        unanswered = request.GET.get("answer") == "no"
        asks = unanswered and "question" not in request.GET
        with translation.override(self.language):
            return self.show(
                gettext("Thank you"),
                unanswered=unanswered,
                again="again" in request.GET,
                questions=self.faq.complete_questions if asks else (),
            )
