import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from faq_pages.content import Link
from faq_pages.importing.suggestions import PageIndex, stem, stems
from faq_pages.importing.surroundings import Surroundings
from faq_pages.importing.vocabulary import normal

PAGES = (
    Link(text="Maywell Health", url="/"),
    Link(text="Contact us", url="/contact/"),
    Link(text="Spinal injections", url="/treatments/spinal-injections/"),
    Link(text="Knee injections", url="/treatments/knee-injections/"),
    Link(text="Back pain", url="/conditions/back-pain/"),
    Link(text="Treatments", url="/treatments/"),
)

# Few words, so that titles share them, with plurals and words that tell nothing.
WORDS = st.sampled_from(
    "back backs pain Pains of the FAQ faqs injection injections knee allergy allergies glass "
    "page About our ſpine Straße - ? a_b back_a backing (rare) heart İ I ı insulin İnsulin "
    "ınsulin".split()
)
TEXTS = st.builds(" ".join, st.lists(WORDS, max_size=8))
TITLES = st.one_of(st.builds(" ".join, st.lists(WORDS, max_size=5)), st.text(max_size=5))
LISTS = st.lists(st.builds(Link, text=TITLES, url=st.sampled_from(["/", "/a/", "/b/", "/aa/"])))


# -- What the index has to say, by a look at every page ------------------------


def best(phrase: str, pages: Sequence[Link]) -> Link | None:
    scored = [(*score(stems(phrase), stems(page.text)), -len(page.url), page) for page in pages]
    scored = [each for each in scored if each[0]]
    return max(scored, key=lambda each: each[:3])[3] if scored else None


def score(phrase: frozenset[str], title: frozenset[str]) -> tuple[float, float]:
    common = len(phrase & title)
    if not common or common < 0.6 * len(title) or common < 0.3 * len(phrase):
        return (0, 0)
    return (common / len(phrase), common / len(title))


def named_in(sentence: str, pages: Sequence[Link]) -> Iterator[tuple[int, str, Link]]:
    words = set(map(stem, normal(sentence).split()))
    for page in pages:
        title = [word for word in normal(page.text).split() if word not in {"faq", "faqs"}]
        if len(stems(page.text)) < 2 or not words.issuperset(map(stem, title)):
            continue
        pattern = r"[\W_]+".join(rf"{re.escape(stem(word))}\w{{0,3}}" for word in title)
        if match := re.search(rf"\b{pattern}\b", sentence, re.I):
            yield match.start(), match[0], page


def besides(title: str, pages: Sequence[Link]) -> list[Link]:
    return [page for page in pages if normal(page.text) != normal(title)]


@given(TEXTS, LISTS, TITLES)
@example("back pain", [Link(text="Back pain", url="/a/"), Link(text="Back pains", url="/b/")], "")
@example("back pain", [Link(text="Back pain", url="/a/")], "back pain")
@example("a b c", [Link(text="c b d e f", url="/a/"), Link(text="b c f", url="/b/")], "")
@example("backing pain, back", [Link(text="Back pain", url="/a/")], "")
@example("back_a pain", [Link(text="Back pain", url="/a/")], "")
@example("back pain İnsulin, insulin", [Link(text="Pain insulin", url="/a/")], "")
def test_the_index_finds_what_a_look_at_every_page_finds(text, pages, own):
    index, others = PageIndex(pages), besides(own, pages)
    # Pages that are equal may differ in their place.
    assert index.best(text, besides=own) is best(text, others)
    assert list(index.named_in(text, besides=own)) == list(named_in(text, others))


# -- What that means -----------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "url"),
    [
        ("contact page", "/contact/"),
        ("Maywell Health", "/"),
        ("symptoms and causes of back pain", "/conditions/back-pain/"),
        ("available treatments", "/treatments/"),
        ("treatments for a very rare kind of skin disease", None),
        ("heart scans", None),
    ],
)
def test_the_best_page_shares_most_words(phrase, url):
    page = PageIndex(PAGES).best(phrase)
    assert (page.url if page else None) == url


def test_of_pages_that_fit_alike_the_shortest_address_is_best_then_the_first():
    pages = [Link(text="Back pain", url=url) for url in ("/long/", "/b/", "/a/")]
    assert PageIndex(pages).best("back pain") == pages[1]


def test_pages_are_named_in_the_order_of_the_site():
    pages = [Link(text=text, url="/") for text in ("Knee pain", "Back pain", "Knee pains")]
    named = PageIndex(pages).named_in("Back pain and knee pain.")
    assert [page.text for _, _, page in named] == ["Knee pain", "Back pain", "Knee pains"]


def test_the_surroundings_make_their_index_once():
    site = Surroundings(pages=PAGES)
    assert site.page_index is site.page_index
    assert site == Surroundings(pages=PAGES)


# -- The hosts of a site -------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("maywellhealth.example", True),
        ("www.maywellhealth.example", True),
        ("WWW.MaywellHealth.example.", True),
        ("maywellhealth.co.uk", True),
        ("www.maywellhealth.com.au", True),
        ("booking.maywellhealth.org", True),
        ("clinic.example", True),
        ("maywellhealth.wordpress.com", False),
        ("maywellhealth.github.io", False),
        ("maywellhealth.blog.uk", False),
        ("maywellhealth.example.co.uk", False),
        ("maywellhealth.co.example", False),
        ("maywellhealth", False),
        ("example.maywellhealth", False),
        ("co.uk", False),
    ],
)
def test_a_host_is_the_sites_own_if_its_name_is_what_is_registered(host, is_own):
    site = Surroundings(
        ids={"/contact/": 5}, hosts=frozenset({"clinic.example"}), name="Maywell Health"
    )
    assert (site.id_of(f"https://{host}/contact/") == 5) is is_own


def test_a_site_without_a_name_has_no_host_but_its_own():
    assert Surroundings(ids={"/": 2}).id_of("https://co.uk/") is None
