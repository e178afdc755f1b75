"""The few questions worth ranking, from whichever index the site has."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Site
from wagtail.search.backends import get_search_backend
from wagtail.search.query import Or, Phrase, PlainText

from faq_pages.models.privacy import is_restricted
from faq_pages.models.published import PublishedQuestion, uses_fts5
from faq_pages.search import fts5
from faq_pages.search.terms import Stems, Term

LIMIT = 80
# An index ranks every row that it finds, so words that are everywhere are left
# out where rarer ones are there: their rows would be the same. With 700 the
# benchmark's queries find as much as with 2,000, and with 500 a little less.
MAX_MATCHES = 700


def candidates(
    terms: Sequence[Term], counts: Mapping[Stems, int], site: Site | None, language: str
) -> list[PublishedQuestion]:
    """Return rows of `site` that hold any of `terms`, in no order that means anything.

    Never all of the words: a typed question has more of them than its answer.
    """
    phrases = worth_asking(terms, counts)
    if not phrases:
        return []
    root_path = _root_path(site)
    ids = fts5.match(phrases, LIMIT, root_path) if uses_fts5() else _match(phrases, root_path)
    return list(_visible(language).filter(pk__in=ids).order_by("pk"))


def questions_of(page_ids: Collection[int], language: str) -> list[PublishedQuestion]:
    """Return all rows of these pages, in the order of the pages."""
    found: dict[int, list[PublishedQuestion]] = {id: [] for id in page_ids}
    for row in _visible(language).filter(page__in=page_ids).order_by("page", "position"):
        found[row.page_id].append(row)
    return [row for rows in found.values() for row in rows]


def _visible(language: str) -> QuerySet[PublishedQuestion]:
    """Rows exist for what is public only; that is looked at again, for a patient's sake."""
    rows = PublishedQuestion.objects.filter(page__live=True).exclude(is_restricted("page__path"))
    if getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        rows = rows.filter(language=language)
    return rows.defer("answer")


def worth_asking(terms: Iterable[Term], counts: Mapping[Stems, int]) -> list[Stems]:
    """Return the alternatives to ask an index for, the rarest first.

    Always the rarest that is known; more of them until they match too much. What
    is asked of a subject is in the questions about every other one, too.
    """
    subjects = [term for term in terms if not term.asks]
    known = _known(subjects, counts) or _known(terms, counts)
    chosen: list[Stems] = []
    matches = 0
    for stems in sorted(known, key=lambda stems: (counts[stems], stems)):
        matches += counts[stems]
        if chosen and matches > MAX_MATCHES:
            break
        chosen.append(stems)
    return chosen


def _known(terms: Iterable[Term], counts: Mapping[Stems, int]) -> set[Stems]:
    return {stems for term in terms for stems in term.alternatives if counts.get(stems)}


def _match(phrases: Collection[Stems], root_path: str) -> set[int]:
    """Ask Wagtail's search; its databases and services all know these queries."""
    single = " ".join(stems[0] for stems in phrases if len(stems) == 1)
    queries: list[Any] = [PlainText(single, operator="or")] if single else []
    queries += [Phrase(" ".join(stems)) for stems in phrases if len(stems) > 1]
    rows = PublishedQuestion.objects.only("pk")
    if root_path:
        rows = rows.filter(page__path__startswith=root_path)
    query = queries[0] if len(queries) == 1 else Or(queries)
    found = get_search_backend().search(query, rows)[: 2 * LIMIT]
    return {row.pk for row in found}


def _root_path(site: Site | None) -> str:
    """Return the tree path of the site's root page, or "" where there is no other site.

    It has a root for each language.
    """
    if site is None or len({root.site_id for root in Site.get_site_root_paths()}) < 2:
        return ""
    return str(site.root_page.localized.path)
