"""What is known around a page: the titles, questions and answers of the rest of its site."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.db.models import Q
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from wagtail.models import Page, Site
from wagtail.views import serve

from faq_pages.content import FAQ, WebPage
from faq_pages.findings import Surroundings, fold
from faq_pages.findings.passages import passages
from faq_pages.models import FAQSettings, PublishedQuestion, SearchWord


class Addresses:
    """The addresses of the live pages of a site, both ways, by one query."""

    def __init__(self, site: Site) -> None:
        self._root = site.root_url
        self._start = len(site.root_page.url_path)
        paths = live_pages(site).values_list("pk", "url_path")
        self.by_page = {pk: self.of(path) for pk, path in paths}
        self.pages = {url: pk for pk, url in self.by_page.items()}

    def of(self, url_path: str) -> str:
        """Return the absolute address of the page at `url_path` of the tree."""
        return f"{self._root}{reverse('wagtail_serve', args=[url_path[self._start :]])}"

    def page_at(self, url: str) -> int | None:
        """Return the page that answers at `url`, its query aside; None if none does."""
        return self.pages.get(url.partition("?")[0])


def live_pages(site: Site) -> Any:
    """Return the live pages of `site`; those of a site within its tree are that site's."""
    root = site.root_page.url_path
    pages = Page.objects.live().descendant_of(site.root_page, inclusive=True)
    for other in Site.get_site_root_paths():
        if other.root_path != root and other.root_path.startswith(root):
            pages = pages.exclude(url_path__startswith=other.root_path)
    return pages


def around_site(site: Site, addresses: Addresses) -> Surroundings:
    """Return all that is known around the pages of `site`, by a few queries for any number."""
    questions, answers = defaultdict(list), defaultdict(list)
    rows = PublishedQuestion.objects.filter(page__in=live_pages(site).values("pk"))
    for page, anchor, question, answer in rows.values_list(
        "page", "anchor", "question", "answer"
    ).iterator():
        if page not in addresses.by_page:  # published in this moment
            continue
        url = f"{addresses.by_page[page]}#{anchor}"
        questions[fold(question)].append(url)
        answers[fold(answer)].append(url)
    return Surroundings(
        now=timezone.now(),
        root=f"{site.root_url}/",
        questions=questions,
        answers=answers,
        words=dict(SearchWord.objects.values_list("word", "questions").iterator()),
        review_months=FAQSettings.for_site(site).review_months,
    )


def around_draft(page: Any, site: Site | None, webpage: WebPage, faq: FAQ) -> Surroundings:
    """Return what is known around a draft, asked for what stands in it and nothing else."""
    if site is None:
        return Surroundings(now=timezone.now())
    others = PublishedQuestion.objects.filter(
        page__in=live_pages(site).exclude(pk=page.pk).values("pk")
    )
    asked = [question.question for question in faq.complete_questions]
    repeated = others.filter(question__in=asked).select_related("page")
    questions = defaultdict(list)
    for row in repeated:
        questions[fold(row.question)].append(f"{row.page.get_full_url()}#{row.anchor}")
    return Surroundings(
        now=timezone.now(),
        root=f"{site.root_url}/",
        titles=_titles(page, site, webpage),
        questions=questions,
        statuses=dict(_statuses(site, webpage.url, faq)),
        review_months=webpage.site.review_months,
    )


def _titles(page: Any, site: Site, webpage: WebPage) -> dict[str, list[str]]:
    """Return the addresses at which the draft's title stands already."""
    named = Q(seo_title=webpage.title) | Q(seo_title="", title=webpage.name)
    same = live_pages(site).exclude(pk=page.pk).filter(named)
    urls = [url for other in same if (url := other.get_full_url())]
    return {webpage.title: urls} if urls else {}


def _statuses(site: Site, base: str, faq: FAQ) -> Iterator[tuple[str, int]]:
    """Yield each address of this site that the draft links to and no live page has, with 404."""
    root = f"{site.root_url}/"
    urls = {urljoin(base or root, link).partition("#")[0] for link in _linked(faq)}
    local = {url: urlsplit(url).path for url in urls if url.startswith(root)}
    paths = {url: wanted for url, path in local.items() if (wanted := _page_path(path)) is not None}
    if not paths:
        return
    start = site.root_page.url_path
    known = live_pages(site).filter(url_path__in=[f"{start}{path}" for path in paths.values()])
    live = set(known.values_list("url_path", flat=True))
    for url, path in paths.items():
        if f"{start}{path}" not in live and not _is_redirected(site, local[url]):
            yield url, 404


def _linked(faq: FAQ) -> Iterator[str]:
    for passage in passages(faq):
        yield from _safe(link.href for link in passage.links if link.href)
    yield from (link.url for link in faq.related)


def _safe(urls: Iterable[str]) -> Iterator[str]:
    for url in urls:
        try:
            urlsplit(url)
        except ValueError:
            continue
        yield url


def _page_path(path: str) -> str | None:
    """Return the path below the site's root if Wagtail's pages answer at `path`, else None."""
    try:
        match = resolve(path)
    except Resolver404:
        # Wagtail's own pattern leaves out what has a dot.
        return None
    if match.func is not serve:
        return None
    wanted = str(match.args[0] if match.args else match.kwargs.get("path", ""))
    return f"{wanted.strip('/')}/" if wanted.strip("/") else ""


def _is_redirected(site: Site, path: str) -> bool:
    if "wagtail.contrib.redirects" not in settings.INSTALLED_APPS:
        return False
    from wagtail.contrib.redirects.models import Redirect

    return bool(Redirect.get_for_site(site).filter(old_path=Redirect.normalise_path(path)).exists())
