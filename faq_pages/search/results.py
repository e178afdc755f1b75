"""The one function that finds questions, whatever database the site is on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wagtail.models import Site

from faq_pages.models import FAQSettings, PublishedQuestion
from faq_pages.models.site import settings_of
from faq_pages.search.candidates import candidates, questions_of
from faq_pages.search.ranking import best_pages, covered, rank
from faq_pages.search.snippets import Piece, marked, snippet
from faq_pages.search.spelling import Speller, counts_of, endings
from faq_pages.search.synonyms import synonyms
from faq_pages.search.terms import MAX_WORDS, SYNONYM_WEIGHT, Stems, Synonyms, Term
from faq_pages.search.words import stem, telling, typed_stem, typed_words

MAX_LENGTH = 300
MAX_RESULTS = 50
# So many pages are looked at as a whole.
_PAGES = 20
# Below this share of the best score, a question shares only some word with the query.
_TOO_FAR = 0.2
# Less than this share of what was asked is a doubtful answer: of the benchmark's typed
# questions all were above it, of questions about the weather or pizza few.
_DOUBTFUL = 0.33


@dataclass(frozen=True, kw_only=True)
class Found:
    """A question that was found; `url` leads to its answer on the page.

    Its words are marked when they are asked for: one page of many results is shown.
    """

    url: str
    question: str
    answer: str
    page_title: str
    source_id: str
    score: float
    language: str
    asked: frozenset[str]

    @property
    def question_pieces(self) -> tuple[Piece, ...]:
        return marked(self.question, self.asked, self.language)

    @property
    def snippet(self) -> tuple[Piece, ...]:
        return snippet(self.answer, self.asked, self.language)


@dataclass(frozen=True, kw_only=True)
class Results:
    """What was found, the best first.

    `mended` is the query with the spelling that was meant. `doubtful` results
    share so little with the query that it may be about something else.
    """

    questions: tuple[Found, ...] = ()
    mended: str = ""
    doubtful: bool = False


def search(
    query: str,
    site: Site | None,
    language: str,
    *,
    limit: int = MAX_RESULTS,
    unfinished: bool = False,
    request: Any = None,
) -> Results:
    """Return the questions of `site` that `query`, as somebody typed it, asks for.

    `site` None searches all sites. With `unfinished` the last word may go on,
    as while somebody types. Nothing about the query is kept.
    """
    found = typed_words(query[:MAX_LENGTH])[:MAX_WORDS]
    if not found:
        return Results()
    settings = settings_of(site).faq if site else None
    asked = _ask(found, settings, language, unfinished=unfinished)
    rows = candidates(asked.terms, asked.counts, site, language)
    total = PublishedQuestion.objects.count()
    pages = best_pages(asked.terms, rows, asked.counts, total, limit=_PAGES)
    rows = questions_of(pages, language)
    ranked = rank(asked.terms, rows, asked.counts, total)
    of_best = [row for row in rows if ranked and row.page_id == ranked[0][0].page_id]
    best = ranked[0][1] if ranked else 0.0
    kept = {row.pk: score for row, score in ranked[:limit] if score >= best * _TOO_FAR}
    return Results(
        questions=_found(kept, asked, language, request),
        mended=asked.mended,
        doubtful=covered(asked.terms, of_best, asked.counts, total) < _DOUBTFUL,
    )


@dataclass(frozen=True)
class _Asked:
    terms: Sequence[Term]
    counts: Mapping[Stems, int]
    mended: str

    @property
    def stems(self) -> frozenset[str]:
        """What to mark: single words, since those of a phrase may be filler."""
        return frozenset(stems[0] for stems in _phrases(self.terms) if len(stems) == 1)


def _ask(
    found: list[str], settings: FAQSettings | None, language: str, *, unfinished: bool
) -> _Asked:
    speller = Speller(language)
    finished = endings(found[-1], language) if unfinished else []
    said = speller.joined(found, unfinished=bool(finished))
    told = telling(said, language)
    terms = {word: Term(word, {(typed_stem(word, language),): 1.0}) for word in told}
    if found[-1] in terms:
        for word in finished:
            terms[found[-1]].add((stem(word, language),), 1.0)
    _add_synonyms(terms, said, synonyms(settings, language), language)
    counts = counts_of(_phrases(terms.values()), language)
    mended = {term.word: meant for term in terms.values() if (meant := speller.mend(term, counts))}
    if mended:
        said = [part for word in said for part in mended.get(word, word).split()]
        _add_synonyms(terms, said, synonyms(settings, language), language)
        counts = counts_of(_phrases(terms.values()), language)
    return _Asked(tuple(terms.values()), counts, " ".join(said) if said != found else "")


def _add_synonyms(
    terms: dict[str, Term], said: Sequence[str], known: Synonyms, language: str
) -> None:
    """Add what else is said for the words `said`, and what they ask of their subject."""
    for match in known.matches([typed_stem(word, language) for word in said]):
        words = said[match.start : match.end]
        if match.group.asks:
            name = f"?{match.group.name}"
            asked = terms.setdefault(name, Term(name, asks=True))
            asked.alternatives = dict.fromkeys(match.group.phrases, 1.0)
            if len(words) > 1:
                # "Run in families" is about neither.
                for word in words:
                    terms.pop(word, None)
        else:
            for word in words:
                if word in terms:
                    for other in match.others:
                        terms[word].add(other, SYNONYM_WEIGHT)


def _phrases(terms: Iterable[Term]) -> set[Stems]:
    return {stems for term in terms for stems in term.alternatives}


def _found(
    scores: Mapping[int, float], asked: _Asked, language: str, request: Any
) -> tuple[Found, ...]:
    rows = PublishedQuestion.objects.select_related("page").only(
        "anchor", "question", "answer", "title", "page__source_id", "page__url_path", "page__slug"
    )
    by_id = rows.in_bulk(list(scores))
    stems = asked.stems
    found = []
    for id, score in scores.items():
        # A page that is published at this moment has rows of other numbers by now.
        row = by_id.get(id)
        address = row and row.page.get_url(request)
        if row and address:
            found.append(
                Found(
                    url=f"{address}#{row.anchor}",
                    question=row.question,
                    answer=row.answer,
                    page_title=row.title,
                    source_id=row.page.source_id,
                    score=score,
                    language=language,
                    asked=stems,
                )
            )
    return tuple(found)
