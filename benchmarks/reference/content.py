"""What the reference shows: nine answers, five links to other pages of the site."""

from wagtail.models import Page, Site
from wagtailseo.models import SeoSettings

from reference.models import BarePage, FAQPage, ListPage

ANSWERS = 9
LINKS = 5

_SENTENCES = (
    "<p>Most people go home on the same day and walk before they leave. "
    "Plan for somebody to drive you, and keep the dressing dry until we have seen it.</p>"
    "<ul><li>Bring a list of your medicines.</li><li>Eat lightly in the morning.</li></ul>"
    "<p>Call us if the pain grows, if you have a fever, or if you are unsure{link}.</p>"
)


def make() -> None:
    """Fill an empty database that has been migrated."""
    root = Site.objects.get(is_default_site=True).root_page
    answers = root.add_child(instance=ListPage(title="Answers", slug="answers"))
    others = [
        answers.add_child(instance=ListPage(title=f"Page {number}", slug=f"page-{number}"))
        for number in range(LINKS)
    ]
    answers.add_child(instance=BarePage(title="Bare", slug="bare"))
    body = [("question", _question(number, others)) for number in range(ANSWERS)]
    answers.add_child(
        instance=FAQPage(
            title="Injections",
            slug="injections",
            search_description="What happens before, during and after an injection.",
            body=body,
        )
    )
    SeoSettings.objects.create(site=Site.objects.get(is_default_site=True))


def _question(number: int, others: list[Page]) -> dict[str, str]:
    link = ""
    if number < len(others):
        link = f' (see <a linktype="page" id="{others[number].pk}">more about it</a>)'
    answer = _SENTENCES.format(link=link)
    return {"question": f"What happens on day {number + 1}?", "answer": answer}
