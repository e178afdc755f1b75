"""A tap on an FAQ page's feedback, as a browser posts it, and what became of it."""

from typing import Any
from urllib.parse import urlencode

from django.test import Client

from faq_pages.models import FAQIndexPage, FAQPage, Feedback
from tests.faq_pages import samples

FORM = "application/x-www-form-urlencoded"
HERE = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}


def page_to_tap(index: FAQIndexPage) -> FAQPage:
    """A page with two questions that patients see, and one that they do not."""
    return samples.faq_page(
        index,
        samples.question("Will it hurt?"),
        samples.question("How long does it take?"),
        samples.question("Not answered yet?", ""),
    )


def tap(
    page: Any, answer: str = "yes", *, address: str = "192.0.2.7", headers: Any = None, **more: str
) -> Any:
    """Post the form about `page` as a browser at `address` does."""
    return Client(REMOTE_ADDR=address).post(
        f"/feedback/{page.pk}/",
        urlencode({"answer": answer, **more}),
        content_type=FORM,
        headers=HERE if headers is None else headers,
    )


def stored() -> list[tuple[Any, ...]]:
    rows = Feedback.objects.order_by("pk")
    return list(rows.values_list("page", "question", "helpful", "day"))
